"""The session with what its clock has counted written down: up to a moment, and when it comes to a stand."""

from dataclasses import replace

from intervisie_tui.domain import speaking
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Session


def with_run(session: Session, index: int, run: PhaseRun) -> Session:
    """The session with this phase at that index of its agenda."""
    return replace(session, agenda=(*session.agenda[:index], run, *session.agenda[index + 1 :]))


def up_to(session: Session, at: Moment) -> Session:
    """The session with all that its clock counted up to a moment written down."""
    if session.running_since is None or session.current is None:
        return session
    seconds = span(session.running_since, at)
    counted = with_run(session, session.position, session.current.counting(seconds))
    here = {member.id for member in session.present}
    attended = session.attended.counting(here, seconds)
    return replace(speaking.counted(counted, seconds), running_since=at, attended=attended)


def stopped_at(session: Session, at: Moment) -> Session:
    """The session with its clock at a stand since a moment."""
    settled = up_to(session, at)
    still = session.still_since if session.running_since is None else at
    attended = settled.attended
    if session.running_since is not None and not (attended.rested_until == session.running_since == at):
        # What only rested until now ran until it began to rest.
        attended = replace(attended, ran_until=at)
    return replace(settled, running_since=None, still_since=still, attended=attended)


def rested(session: Session, since: Moment, until: Moment) -> Session:
    """The session as though its clock had stood still between two moments."""
    stopped = stopped_at(session, since)
    attended = replace(stopped.attended, stirred_at=until, rested_until=until)
    return replace(stopped, running_since=until, still_since=session.still_since, attended=attended)
