"""How long a method that is chosen on the way may take, and the command that chooses it."""

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import timing
from intervisie_tui.domain.evaluation import closing
from intervisie_tui.domain.frame import replaced_by
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.plan import method_phases
from intervisie_tui.domain.session import Session
from intervisie_tui.method import Method


def choice_of(
    method: Method, session: Session, slot: float, *, another: bool = False, asks: bool = True
) -> c.ChooseMethod:
    """The command that puts this method in the agenda, in a slot of so many seconds; or behind it, for another case.

    Where no frame does that, and unless it `asks` nothing, it closes with a question as a session that begins does.
    """
    phases = method_phases(method, len(session.present), slot)
    if asks and not any(run.plan.framed for run in session.agenda):
        phases = closing(phases, session.number or 1)
    return c.ChooseMethod(
        method.id,
        method.name,
        phases,
        method.facilitator_joins,
        method.has_owner,
        another_case=another,
        replaces=tuple(replaced_by(phase.id for phase in phases)),
    )


def slot_of(session: Session, now: Moment, *, another: bool = False) -> float:
    """Seconds for a method chosen now: what stands in the agenda for it, or for another case what is left.

    Where a method is under way that is what it has not used yet. Another case gets what is left until the planned
    end, less the frame's phases that are still to come.
    """
    open_ones = [run for run in session.agenda if _open(run) and not (run.done or run.begun)]
    if open_ones and not another:
        seconds = sum(run.seconds for run in open_ones) + _rest(session, now)
    else:
        later = session.agenda[session.position + 1 :]
        seconds = _left(session, now) - sum(run.seconds for run in later if not _open(run))
    # In halves of a minute, as all that is planned.
    return max(60.0, seconds // 30 * 30)


def _open(run: PhaseRun) -> bool:
    return run.plan.placeholder or not run.plan.framed


def _rest(session: Session, now: Moment) -> float:
    """What the method's phase of now has not used: it ends when another method comes."""
    run = session.current
    begun = run is not None and _open(run) and run.begun
    return max(0.0, timing.remaining(session, now)) if begun else 0.0


def _left(session: Session, now: Moment) -> float:
    """Seconds until the planned end of the session; all of them before it has begun."""
    if session.started_at is None:
        return session.planned_seconds
    return max(0.0, timing.planned_end(session, now).utc - now.utc)
