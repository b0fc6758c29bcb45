"""Clocks, over time, the offset and re-planning: pure functions over moments; spans in seconds."""

import math
from dataclasses import dataclass
from enum import StrEnum

from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.method import Cue, Text

MINUTE = 60.0
LONG_PHASE = 10 * MINUTE
FORGOTTEN_AFTER = MINUTE
SHARES = (0.20, 0.05)
FIRST_LEAST, LAST_LEAST = 2 * MINUTE, MINUTE


class Threshold(StrEnum):
    """How near the end of a phase is."""

    CALM = "calm"
    FIRST = "first"
    LAST = "last"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Row:
    """One phase of a re-planning, old and new in seconds."""

    phase_id: str
    name: Text
    old: float
    new: float
    least: float
    protected: bool


@dataclass(frozen=True, slots=True)
class Replanning:
    """What a re-plan would do; `short` is by how many seconds the end still cannot be kept."""

    rows: tuple[Row, ...]
    short: float

    @property
    def kept(self) -> bool:
        """Whether the planned end is kept."""
        return self.short < 1.0

    @property
    def changes(self) -> tuple[tuple[str, float], ...]:
        """The phases that get other seconds, as (id, seconds)."""
        return tuple((row.phase_id, row.new) for row in self.rows if row.new != row.old)


def phase_seconds(run: PhaseRun, session: Session, now: Moment) -> float:
    """What a phase's clock has counted up to now, pauses left out."""
    if session.running_since is not None and run is session.current:
        return run.spent + span(session.running_since, now)
    return run.spent


def elapsed(session: Session, now: Moment) -> float:
    """What the clock of the phase of now has counted."""
    return phase_seconds(session.current, session, now) if session.current else 0.0


def remaining(session: Session, now: Moment) -> float:
    """What is left of the phase of now; below zero when over time."""
    return session.current.seconds - elapsed(session, now) if session.current else 0.0


def session_elapsed(session: Session, now: Moment) -> float:
    """What all clocks of the session together have counted."""
    return sum(phase_seconds(run, session, now) for run in session.agenda)


def thresholds(seconds: float, shares: tuple[float, float] = SHARES) -> tuple[float, float]:
    """With how much left the first and the last warning come in a phase of so many seconds.

    `shares` are parts of the phase, from 0 to 1. The default ones come earlier in a long phase.
    """
    first, last = (seconds * share for share in shares)
    if seconds >= LONG_PHASE and shares == SHARES:
        return max(first, FIRST_LEAST), max(last, LAST_LEAST)
    return first, last


def warning(session: Session, now: Moment, shares: tuple[float, float] = SHARES) -> Threshold:
    """How near the end of the phase of now is."""
    run = session.current
    if run is None or (not run.begun and session.clock is not Clock.RUNNING):
        return Threshold.CALM
    left = remaining(session, now)
    first, last = thresholds(run.seconds, shares)
    if left < 0:
        return Threshold.OVER
    if left <= last:
        return Threshold.LAST
    return Threshold.FIRST if left <= first else Threshold.CALM


def left_in_all(session: Session, now: Moment) -> float:
    """What is planned from now until the end: the rest of this phase and all that come after it."""
    if not session.agenda:
        return session.planned_seconds
    later = sum(max(0.0, run.seconds - run.spent) for run in session.agenda[session.position + 1 :])
    return max(0.0, remaining(session, now)) + later


def break_left(session: Session, now: Moment) -> float | None:
    """What is left of the break, below zero when it lasts too long; None when there is none."""
    pause = session.interval
    return None if pause is None else pause.seconds - span(pause.began, now)


def expected_end(session: Session, now: Moment) -> Moment:
    """When the session ends if all goes as planned from now on; once finished, when it did."""
    if session.finished_at is not None:
        return session.finished_at
    return now.later(left_in_all(session, now) + max(0.0, break_left(session, now) or 0.0))


def planned_end(session: Session, now: Moment) -> Moment:
    """When the session was to end: counted from its start, before that from now.

    Told from now, so that a wall clock that was set is right for what is still to come.
    """
    if session.finished_at is not None:
        return (session.started_at or session.finished_at).later(session.planned_seconds)
    return now.later(session.planned_seconds - _since_start(session, now))


def _since_start(session: Session, now: Moment) -> float:
    return span(session.started_at, now) if session.started_at is not None else 0.0


def offset(session: Session, now: Moment) -> float:
    """How many seconds later than planned the session ends; earlier when below zero."""
    if session.finished_at is not None:
        return _since_start(session, session.finished_at) - session.planned_seconds
    after = left_in_all(session, now) + max(0.0, break_left(session, now) or 0.0)
    return _since_start(session, now) + after - session.planned_seconds


def forgotten(session: Session, now: Moment) -> bool:
    """Whether nobody has let the clock run for a minute while a session is on, without a break."""
    if session.interval is not None or session.clock is not Clock.PAUSED or session.still_since is None:
        return False
    return span(session.still_since, now) >= FORGOTTEN_AFTER


def due_cues(session: Session, now: Moment) -> tuple[Cue, ...]:
    """The private cues of the phase of now whose time has come."""
    run = session.current
    if run is None or not (run.begun or session.clock is Clock.RUNNING):
        return ()
    left = remaining(session, now)
    return tuple(cue for cue in run.plan.cues if left <= cue.minutes_left * MINUTE)


def replan(session: Session, now: Moment) -> Replanning:
    """Spread the deviation from the planned end pro rata over what is left.

    Nothing goes under a phase's least, nothing is taken from a protected phase or from what has been spent, and time
    that was won is given back in the same way, never above what a phase was planned to have. Whole seconds move.
    """
    runs = session.agenda[session.position :]
    late = offset(session, now)
    floors = {run.id: _floor(run, session, now) for run in runs}
    ceilings = {run.id: _ceiling(run, session, now) for run in runs}
    now_has = {run.id: run.seconds for run in runs}
    room = {key: now_has[key] - floors[key] if late > 0 else ceilings[key] - now_has[key] for key in now_has}
    moves = _shares(abs(late), room)
    sign = -1 if late > 0 else 1
    rows = tuple(
        Row(
            run.id,
            run.plan.name,
            run.seconds,
            run.seconds + sign * moves[run.id],
            run.plan.least,
            run.plan.protected,
        )
        for run in runs
    )
    return Replanning(rows, max(0.0, late - sum(moves.values())))


def _shares(wanted: float, room: dict[str, float]) -> dict[str, float]:
    """What each gives of the wanted seconds, pro rata of its room and in whole seconds, so that clocks stay even."""
    total = sum(room.values())
    wanted = min(wanted, total)
    exact = {key: wanted * room[key] / total if total > 0 else 0.0 for key in room}
    shares = {key: float(math.floor(exact[key])) for key in exact}
    rest = math.floor(wanted) - sum(shares.values())
    for key in sorted(exact, key=lambda key: shares[key] - exact[key]):
        if rest >= 1 and shares[key] + 1 <= room[key]:
            shares[key] += 1
            rest -= 1
    return shares


def _ceiling(run: PhaseRun, session: Session, now: Moment) -> float:
    """Above what a re-plan may not bring a phase; one that is over time is not helped by more."""
    over = phase_seconds(run, session, now) >= run.seconds
    return run.seconds if over else max(run.seconds, run.plan.seconds)


def _floor(run: PhaseRun, session: Session, now: Moment) -> float:
    """Below what a re-plan may not bring a phase."""
    if run.plan.protected or run.done:
        return run.seconds
    return min(run.seconds, max(run.plan.least, phase_seconds(run, session, now)))
