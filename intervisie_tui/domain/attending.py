"""What events make of the attendance of a session, and when a time in which nothing was done is doubtful."""

from dataclasses import dataclass, replace

from intervisie_tui.domain import events as e
from intervisie_tui.domain import timing
from intervisie_tui.domain.attended import Quiet
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.session import Session

QUIET_AFTER = 3600.0
"""Seconds without anything done, with the phase as long over its time, after which it is asked whether they count."""

_SILENT = (e.TakenBack, e.BroughtBack)
"""Events that are about others and do nothing themselves."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One member's attendance: seconds of the clock, how many of them are doubtful, and from when until when."""

    seconds: float
    unsure: float
    spans: tuple[tuple[Moment, Moment], ...]


def quiet_since(session: Session, now: Moment) -> Moment | None:
    """Since when the clock has run without anything done, where that is doubtful; None else, and in a rehearsal."""
    since = session.attended.stirred_at
    if session.running_since is None or session.rehearsal or since is None:
        return None
    long = span(since, now) > QUIET_AFTER and -timing.remaining(session, now) > QUIET_AFTER
    return since if long else None


def stirred(session: Session, event: e.Event) -> Session:
    """The session before the event, with the doubtful time that the event ends."""
    since = None if isinstance(event, _SILENT) else quiet_since(session, event.at)
    if since is None or (isinstance(event, e.PausedSince) and span(since, event.since) <= 0):
        return session
    here = tuple(member.id for member in session.present)
    attended = session.attended
    return replace(session, attended=replace(attended, quiet=(*attended.quiet, Quiet(since, event.at, here))))


def done(session: Session, event: e.Event) -> Session:
    """The session after the event: from now on it is quiet again."""
    if session.running_since is None or isinstance(event, _SILENT):
        return session
    return replace(session, attended=replace(session.attended, stirred_at=event.at))


def judged(session: Session, event: e.QuietJudged) -> Session:
    """Somebody has said whether a doubtful time counts; where it does not, the history leaves it out."""
    quiet = tuple(each for each in session.attended.quiet if each.since != event.since)
    return replace(session, attended=replace(session.attended, quiet=quiet))


def started(session: Session) -> Session:
    """All who are in the circle at the beginning are there from the beginning."""
    attended = session.attended
    for member in session.present:
        attended = attended.came(member.id, None)
    return replace(session, attended=attended)


def attendance(session: Session, member: str, now: Moment) -> Attendance:
    """The attendance of a member up to now."""
    known = session.attended.of(member)
    running = session.running_since is not None
    more = span(session.running_since, now) if session.running_since is not None and known.here else 0.0
    unsure = sum(span(each.since, each.until) for each in session.attended.quiet if member in each.members)
    since = quiet_since(session, now)
    if since is not None and known.here:
        unsure += span(since, now)
    begin, end = session.started_at, now if running else session.attended.ran_until
    if begin is None or end is None:
        return Attendance(0.0, 0.0, ())
    clamped = ((_later(begin, come), _earlier(end, gone)) for come, gone in known.spans)
    spans = tuple((come, gone) for come, gone in clamped if come.utc < gone.utc)
    seconds = known.seconds + more
    return Attendance(seconds, min(unsure, seconds), spans)


def _later(one: Moment, other: Moment | None) -> Moment:
    return one if other is None or other.utc <= one.utc else other


def _earlier(one: Moment, other: Moment | None) -> Moment:
    return one if other is None or other.utc >= one.utc else other
