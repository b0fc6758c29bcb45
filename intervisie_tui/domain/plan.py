"""From a wish to the whole agenda: frame, method, frame, each phase with its seconds."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from intervisie_tui.domain.drawings import drawings
from intervisie_tui.domain.fit import Fit, FitKind, Length, fit, in_halves
from intervisie_tui.domain.frame import (
    Frame,
    frame_after,
    frame_before,
    frame_seconds,
    placeholder,
    replaced_by,
)
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.plan_warnings import people_warning, short_warning, slot_warning
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.method import Circle, Cue, Method, Per, Step, Together, turns

USUAL_MINUTES: Final = 90.0


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What a group wants; `minutes` is the whole session, None the usual; `number` counts meetings from 1."""

    people: int
    method: Method | None = None
    minutes: float | None = None
    frame: Frame = Frame.FULL
    number: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """The agenda; `slot` is the seconds for the method, `fit` how it fits (None while none is chosen)."""

    phases: tuple[PlannedPhase, ...]
    slot: float
    fit: FitKind | None
    warnings: tuple[Refusal, ...] = ()

    @property
    def seconds(self) -> float:
        """Seconds of the whole agenda."""
        return sum(phase.seconds for phase in self.phases)

    @property
    def least(self) -> float:
        """The fewest seconds that re-planning can bring the agenda down to."""
        return sum(phase.least for phase in self.phases)


@dataclass(frozen=True, slots=True)
class Measured:
    """A method's steps for so many people, their lengths, and how these fit in a slot of so many seconds."""

    steps: tuple[Step, ...]
    lengths: tuple[Length, ...]
    slot: float
    fit: Fit

    @property
    def planned(self) -> float:
        """Seconds of the method as it is."""
        return sum(length.planned for length in self.lengths)

    @property
    def seconds(self) -> tuple[float, ...]:
        """Seconds of each step as it would be played, in half minutes."""
        return in_halves(self.lengths, self.fit)

    @property
    def parting(self) -> tuple[Together, ...]:
        """How its phases part the circle into small groups, each way once."""
        return tuple(dict.fromkeys(step.phase.together for step in self.steps if step.phase.together))

    @property
    def warning(self) -> Refusal | None:
        """What a group should know of how it fits."""
        return slot_warning(self.lengths, self.fit, self.slot)


def circle_in(people: int, slot_seconds: float) -> Circle:
    """The circle that a method's functions are asked for, in a slot of so many seconds."""
    return Circle(max(1, people), max(1.0, slot_seconds / 60))


def circle_for(wish: PlanWish) -> Circle:
    """The circle that a method's functions are asked for, for an agenda of this wish."""
    minutes = USUAL_MINUTES if wish.minutes is None else wish.minutes
    return circle_in(wish.people, minutes * 60 - frame_seconds(wish.frame, minutes))


def measured(method: Method, people: int, slot_seconds: float) -> Measured:
    """The method in a slot of so many seconds; what it plays is asked of it for `circle_in`."""
    return _fitted(method, method.unrolled(circle_in(people, slot_seconds)), people, slot_seconds)


def measured_in(wish: PlanWish, method: Method) -> Measured:
    """The method in the slot that it has in the agenda of this wish; what it plays is asked of it for `circle_for`."""
    minutes = USUAL_MINUTES if wish.minutes is None else wish.minutes
    steps = method.unrolled(circle_for(wish))
    replaced = replaced_by(step.phase.id for step in steps)
    own_length = wish.frame is Frame.NONE and wish.minutes is None
    slot = float("inf") if own_length else minutes * 60 - frame_seconds(wish.frame, minutes, replaced)
    return _fitted(method, steps, wish.people, slot)


def _fitted(method: Method, steps: tuple[Step, ...], people: int, slot: float) -> Measured:
    lengths = tuple(_length(method, step, people) for step in steps)
    return Measured(steps, lengths, slot, fit(lengths, slot))


def plan(wish: PlanWish) -> Plan:
    """The agenda for this wish, with what a group should know of it; never raises for what a group may wish.

    What the method plays is asked of it for `circle_for`. A method is shrunk by the fit
    rule where it must, never stretched.
    """
    minutes = USUAL_MINUTES if wish.minutes is None else wish.minutes
    if wish.method is None:
        return _open_plan(wish, minutes)
    method = wish.method
    own_length = wish.frame is Frame.NONE and wish.minutes is None
    made = measured_in(wish, method)
    replaced = replaced_by(step.phase.id for step in made.steps)
    before = frame_before(wish.frame, minutes, replaced)
    after = frame_after(wish.frame, minutes, replaced, wish.number, method.has_owner)
    middle = _planned(method, made.steps, wish.people, made.seconds)
    whole = made.fit.total if own_length else minutes * 60
    warnings = (
        people_warning(method.size, made.parting, wish.people),
        # Nobody chose the minutes that a method takes by itself: they are not told to be few.
        None if own_length else short_warning(whole),
        made.warning,
    )
    return Plan(
        _each_collected((*before, *middle, *after), wish.people),
        made.fit.total if own_length else made.slot,
        made.fit.kind,
        tuple(warning for warning in warnings if warning),
    )


def _open_plan(wish: PlanWish, minutes: float) -> Plan:
    slot = minutes * 60 - frame_seconds(wish.frame, minutes)
    middle = placeholder(slot)
    before = frame_before(wish.frame, minutes)
    after = frame_after(wish.frame, minutes, number=wish.number)
    room = (Length(middle.seconds, middle.least),)
    warnings = (short_warning(minutes * 60), slot_warning(room, fit(room, slot), slot))
    phases = _each_collected((*before, middle, *after), wish.people)
    return Plan(phases, middle.seconds, None, tuple(warning for warning in warnings if warning))


def method_phases(
    method: Method, people: int, slot_seconds: float, case: int = 0, taken: Collection[str] = ()
) -> tuple[PlannedPhase, ...]:
    """The method's phases in a slot of so many seconds; also for a method that is chosen in mid-session.

    `case` is the number of its first case; ids that are `taken` already in the agenda get -2, -3 behind them.
    """
    made = measured(method, people, slot_seconds)
    phases = _planned(method, made.steps, people, made.seconds, case)
    return tuple(_untaken(phases, taken))


def _length(method: Method, step: Step, people: int) -> Length:
    minutes = step.phase.minutes
    times = turns(method, minutes, people) * 60.0
    # The fit rule takes from time of the whole group only: a person's own minutes are everybody's due.
    fixed = minutes.protected or minutes.per is not Per.GROUP
    return Length(minutes.minutes * times, minutes.least * times, fixed)


def _planned(
    method: Method, steps: Sequence[Step], people: int, seconds: Sequence[float], case: int = 0
) -> tuple[PlannedPhase, ...]:
    phases = []
    for step, length, drawing in zip(steps, seconds, drawings(steps), strict=True):
        case += step.new_owner
        phase = _phase(method, step, people, length, case)
        phases.append(replace(phase, draw=drawing[0], turn=drawing[1]) if drawing[0] else phase)
    return tuple(phases)


def _phase(method: Method, step: Step, people: int, seconds: float, case: int) -> PlannedPhase:
    phase = step.phase
    minutes = phase.minutes
    times = turns(method, minutes, people)
    return PlannedPhase(
        id=phase.id,
        name=phase.name,
        seconds=seconds,
        least=seconds if minutes.protected else min(seconds, minutes.least * 60 * times),
        floor=phase.floor,
        stance=phase.stance,
        purpose=phase.purpose,
        owner=phase.owner,
        rule=phase.rule,
        prompts=phase.prompts,
        captures=phase.captures,
        board=phase.board,
        cues=tuple(_within(cue, seconds) for cue in phase.cues),
        protected=minutes.protected,
        each=None if minutes.per is Per.GROUP else minutes.minutes * 60,
        method=method.id,
        case=case,
        new_owner=step.new_owner,
        block=step.block,
        together=phase.together,
    )


def _within(cue: Cue, seconds: float) -> Cue:
    # A phase that was shortened still gets its cue, not at its very beginning.
    return cue if cue.minutes_left * 60 < seconds else replace(cue, minutes_left=seconds / 120)


def _untaken(phases: Iterable[PlannedPhase], taken: Collection[str]) -> Iterable[PlannedPhase]:
    used = set(taken)
    for phase in phases:
        name, number = phase.id, 2
        while name in used:
            name, number = f"{phase.id}-{number}", number + 1
        used.add(name)
        yield replace(phase, id=name)


def _each_collected(phases: Iterable[PlannedPhase], people: int) -> tuple[PlannedPhase, ...]:
    # About a minute each, less where there are many.
    return tuple(
        replace(phase, each=min(60.0, phase.seconds / max(1, people)))
        if phase.id == "frame-collect"
        else phase
        for phase in phases
    )
