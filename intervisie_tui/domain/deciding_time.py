"""The moves that have to do with the clock and the agenda."""

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import events as e
from intervisie_tui.domain import timing
from intervisie_tui.domain.attending import quiet_since
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Session

Decision = tuple[e.Event, ...] | Refusal

RACE = 0.7
"""Seconds for which a phase that was just reached on another screen is not left."""
LEAST_PHASE = 60.0
LONGEST = 600 * 60.0

_JUDGED = Refusal("Somebody else was first; that has been answered already.", quiet=True)
_MOVED_ON = Refusal("Somebody else was first; the phase has changed already.", quiet=True)
_JUST_MOVED = Refusal("The phase was just changed on another screen; press again to go further.", quiet=True)


def start_clock(_: Session, __: c.StartClock, now: Moment, ___: str) -> Decision:
    """Start, or go on; a break is over."""
    return (e.ClockStarted(now),)


def pause_clock(_: Session, __: c.PauseClock, now: Moment, ___: str) -> Decision:
    """Let the clock stand still."""
    return (e.ClockPaused(now),)


def pause_since(session: Session, command: c.PauseSince, now: Moment, _: str) -> Decision:
    """The clock stood still since a moment that lies between its start and now."""
    since = command.since
    if session.running_since is not None and span(since, session.running_since) > 0:
        since = session.running_since
    return (e.PausedSince(now, now if span(now, since) > 0 else since),)


def judge_quiet(session: Session, command: c.JudgeQuiet, now: Moment, _: str) -> Decision:
    """Whether a time in which nothing was done counts; the one that lasts until now too."""
    ended = {quiet.since: quiet.until for quiet in session.attended.quiet}
    if quiet_since(session, now) == command.since:
        ended.setdefault(command.since, now)
    if command.since not in ended:
        return _JUDGED
    return (e.QuietJudged(now, command.since, ended[command.since], command.counts),)


def next_phase(session: Session, command: c.NextPhase, now: Moment, screen: str) -> Decision:
    """Leave a phase for the next; once, also when two people ask at the same time."""
    lost = _race(session, command.leaving, now, screen)
    if lost is not None:
        return lost
    if session.position + 1 >= len(session.agenda):
        return Refusal("This is the last phase; press f to finish the session.")
    following = session.agenda[session.position + 1].plan
    if following.placeholder:
        return Refusal("Choose a method first.")
    current = session.agenda[session.position].plan
    if current.framed and not following.framed and session.has_owner and _case_open(session, following.case):
        return Refusal("Choose who brings the case first.")
    return (e.PhaseEntered(now, session.position + 1, screen),)


def leave_blocks(session: Session, command: c.LeaveBlocks, now: Moment, screen: str) -> Decision:
    """Leave out the blocks that are left, when nobody else brings a case."""
    from intervisie_tui.domain.owners import after_blocks

    lost = _race(session, command.leaving, now, screen)
    if lost is not None:
        return lost
    position = after_blocks(session)
    if position is None:
        return Refusal("This is the last phase; press f to finish the session.")
    return (e.PhaseEntered(now, position, screen),)


def _case_open(session: Session, case: int) -> bool:
    return case >= len(session.cases) or session.cases[case].owner is None


def previous_phase(session: Session, command: c.PreviousPhase, now: Moment, screen: str) -> Decision:
    """Go back a phase, whose clock goes on from where it stood."""
    from intervisie_tui.domain.owners import phase_before

    lost = _race(session, command.leaving, now, screen)
    if lost is not None:
        return lost
    position = phase_before(session)
    if position is None:
        return Refusal("This is the first phase.")
    return (e.PhaseEntered(now, position, screen),)


def _race(session: Session, leaving: str, now: Moment, screen: str) -> Refusal | None:
    if session.current is None or session.current.id != leaving:
        return _MOVED_ON
    elsewhere = session.entered_by not in {"", screen} and session.entered_at is not None
    if elsewhere and session.entered_at and span(session.entered_at, now) < RACE * session.speed:
        return _JUST_MOVED
    return None


def add_time(session: Session, command: c.AddTime, now: Moment, _: str) -> Decision:
    """Give a phase more or less time; it keeps at least a minute."""
    run = session.phase(command.phase)
    if run is None:
        return _MOVED_ON
    new = run.seconds + command.seconds
    if command.seconds < 0 and new < LEAST_PHASE:
        return Refusal("A phase keeps at least one minute; press n to leave it.")
    if not new <= LONGEST:
        return Refusal("A phase takes ten hours at most.")
    return (e.TimeSet(now, ((run.id, new),)),)


def began_ago(session: Session, command: c.BeganAgo, now: Moment, _: str) -> Decision:
    """The phase began so long ago, at most at the end of the phase before."""
    if not 0 <= command.seconds <= LONGEST:
        return Refusal("Give a number of minutes from 0 to 600.")
    seconds = command.seconds
    if session.position > 0 and session.entered_at is not None:
        # A phase that was gone back to began before it was entered again.
        seconds = min(seconds, max(span(session.entered_at, now), timing.elapsed(session, now)))
    return (e.PhaseBegan(now, seconds),)


def replan(session: Session, command: c.Replan, now: Moment, _: str) -> Decision:
    """Give the phases that are left other times, none under its least nor from a protected one."""
    left = {run.id: run for run in session.agenda[session.position :]}
    for phase_id, seconds in command.seconds:
        run = left.get(phase_id)
        if run is None:
            return _MOVED_ON
        taken = seconds < run.seconds
        if not seconds <= max(LONGEST, run.seconds):
            return Refusal("A phase takes ten hours at most.")
        if taken and (run.plan.protected or seconds < min(run.plan.least, run.seconds)):
            return Refusal("A phase cannot be made shorter than its least.")
    if not command.seconds:
        return Refusal("There is nothing to re-plan.", quiet=True)
    return (e.TimeSet(now, command.seconds),)


def take_break(_: Session, command: c.TakeBreak, now: Moment, __: str) -> Decision:
    """A break; the clock stands still until space is pressed."""
    if not 0 < command.seconds <= timing.MINUTE * 240:
        return Refusal("A break takes from 1 to 240 minutes.")
    return (e.BreakBegan(now, command.seconds),)
