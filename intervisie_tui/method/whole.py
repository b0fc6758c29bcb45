"""A whole method: what it is for, for whom, and its phases."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from intervisie_tui.method.answered import Answered, Played
from intervisie_tui.method.missing import forgiving
from intervisie_tui.method.parts import Circle, Minutes, Size, check_once
from intervisie_tui.method.phases import FRAME, Phase, Repeat, Step
from intervisie_tui.method.trying import USUAL_MINUTES, answer_for, try_all
from intervisie_tui.method.words import Level, Per, Text
from intervisie_tui.method.wrong import (
    N_,
    check_all,
    check_id,
    check_length,
    check_line,
    check_type,
    is_lacking,
    refuse,
    shown,
)

Phases = tuple[Phase | Repeat, ...]
MOST_PHASES: Final = 100


@forgiving
@dataclass(frozen=True, slots=True)
class Method:
    """A method; raises MethodError (a ValueError) at the first wrong value, unless they are collected."""

    id: str
    name: Text
    summary: Text
    suits: Text
    avoid: Text
    size: Size
    level: Level
    phases: Phases | Callable[[Circle], Phases] | Answered
    facilitator_joins: bool = True
    has_owner: bool = True
    roles: tuple[Text, ...] = ()
    sources: tuple[str, ...] = ()
    aka: tuple[str | Text, ...] = ()
    note: Text | None = None
    credit: Text | None = None
    caution: Text | None = None
    wishes: tuple[Text, ...] = ()
    _answers: dict[Circle, Played] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_id("Method.id", self.id)
        for name in ("name", "summary", "suits", "avoid"):
            check_type(f"Method.{name}", getattr(self, name), Text)
        for name in ("note", "credit", "caution"):
            if getattr(self, name) is not None:
                check_type(f"Method.{name}", getattr(self, name), Text)
        check_type("Method.level", self.level, Level)
        check_type("Method.facilitator_joins", self.facilitator_joins, bool)
        check_type("Method.has_owner", self.has_owner, bool)
        check_all("Method.roles", self.roles, Text)
        check_all("Method.wishes", self.wishes, Text)
        if check_all("Method.aka", self.aka, (str, Text)):
            for other in self.aka:
                check_line("Method.aka", other.en if isinstance(other, Text) else other)
                check_length("Method.aka", other)
        if check_all("Method.sources", self.sources, str):
            for source in self.sources:
                check_line("Method.sources", source)
                check_length("Method.sources", source)
        if check_type("Method.size", self.size, Size) and self.size.is_right():
            self._check_phases()

    def _check_phases(self) -> None:
        if is_lacking():
            # A part that lacks a field cannot be played: what is missing is told first.
            return
        parts: object = self.phases
        if isinstance(parts, Answered):
            for played in set(parts.table.values()):
                _check_steps(_unrolled(played))
        elif self.has_functions():
            try_all(self._ask, self._answers, self.size.all())
        else:
            # Without functions more people only play more blocks.
            most = Circle(self.size.most, USUAL_MINUTES)
            self._answers[most] = self._ask(most)

    def parts(self, circle: Circle) -> Played:
        """Its phases and blocks, and how often each is played; never raises.

        The plug-in's functions are asked once for a circle, and answer as for the nearest one where they fail.
        Where the answers are data, a circle that was not asked for gets the answer for the nearest one too.
        """
        known = self._answers.get(circle)
        if known is None:
            known = self._answers[circle] = answer_for(circle, self._ask, self._answers)
        return known

    @property
    def known_answers(self) -> Mapping[Circle, Played]:
        """What it plays in each circle that it was asked for until now."""
        return self.phases.table if isinstance(self.phases, Answered) else self._answers

    def answers_for(self, circle: Circle) -> bool:
        """Whether its phases for this circle are known here, without asking the process that runs its functions."""
        return not isinstance(self.phases, Answered) or circle in self.phases.table

    def with_answers(self, more: Mapping[Circle, Played]) -> "Method":
        """The same method with more answers of its functions; unchanged where it has none."""
        if not isinstance(self.phases, Answered) or not more:
            return self
        return replace(self, phases=Answered({**self.phases.table, **more}))

    def has_functions(self) -> bool:
        """Whether its phases depend on the circle by functions of the plug-in, here or in another process."""
        parts: object = self.phases
        return (
            isinstance(parts, Answered)
            or callable(parts)
            or (isinstance(parts, tuple) and any(map(_asks, parts)))
        )

    def unrolled(self, circle: Circle) -> tuple[Step, ...]:
        """All phases in order, repeated blocks played out, ids of later playings with -2, -3 behind them."""
        return _unrolled(self.parts(circle))

    def _ask(self, circle: Circle) -> Played:
        if isinstance(self.phases, Answered):
            return self.phases.nearest(circle)
        phases = self.phases(circle) if callable(self.phases) else self.phases
        if not check_all("Method.phases", phases, (Phase, Repeat)):
            return ()
        parts = tuple((part, part.times_for(circle) if isinstance(part, Repeat) else 1) for part in phases)
        _check_steps(_unrolled(parts))
        return parts

    def also(self, language: str) -> tuple[str, ...]:
        """Its other names in this language."""
        return tuple(name.of(language) if isinstance(name, Text) else name for name in self.aka)


def _unrolled(parts: Played) -> tuple[Step, ...]:
    steps: list[Step] = []
    block = 0
    for part, times in parts:
        if isinstance(part, Phase):
            steps.append(Step(part))
            continue
        for time in range(times):
            if len(steps) > MOST_PHASES:
                break
            block += 1
            steps.extend(_playing(part, time, block))
    return tuple(steps)


def _playing(part: Repeat, time: int, block: int) -> Iterable[Step]:
    for place, phase in enumerate(part.phases):
        played = phase if time == 0 else replace(phase, id=f"{phase.id}-{time + 1}")
        begins = part.new_owner and time > 0 and place == 0
        yield Step(played, block, begins, time if part.new_owner else None)


def _asks(part: object) -> bool:
    return isinstance(part, Repeat) and callable(part.times)


def _check_steps(steps: tuple[Step, ...]) -> None:
    if not steps:
        refuse("Method.phases", N_("is empty"), N_("give at least one Phase"))
    if len(steps) > MOST_PHASES:
        message = N_("are more than {most}, with each block played out")
        refuse("Method.phases", message, N_("give at most {most}"), most=str(MOST_PHASES))
        return
    check_once("Method.phases", tuple(step.phase.id for step in steps))
    for step in steps:
        if str(step.phase.id).startswith(FRAME):
            refuse(
                f"Phase {shown(step.phase.id)} id",
                N_("belongs to the frame"),
                N_("begin it without {start}"),
                start=FRAME,
            )


def turns(method: Method, minutes: Minutes, people: int) -> int:
    """How many times a phase's minutes count for this many people, at least once."""
    if minutes.per is Per.PERSON:
        return max(1, people)
    if minutes.per is Per.PEER:
        return max(1, people - method.has_owner - (not method.facilitator_joins))
    return 1


def steps_minutes(method: Method, steps: Iterable[Step], people: int) -> float:
    """Planned minutes of these steps for this many people."""
    return sum(step.phase.minutes.minutes * turns(method, step.phase.minutes, people) for step in steps)


def planned_minutes(method: Method, people: int, minutes: float = USUAL_MINUTES) -> float:
    """Planned minutes of the method for this many people; its functions get a circle of `minutes`."""
    return steps_minutes(method, method.unrolled(Circle(people, minutes)), people)


def least_minutes(method: Method, people: int, minutes: float = USUAL_MINUTES) -> float:
    """The fewest minutes re-planning can bring the method down to for this many people."""
    steps = method.unrolled(Circle(people, minutes))
    return sum(_floor(step.phase.minutes) * turns(method, step.phase.minutes, people) for step in steps)


def _floor(minutes: Minutes) -> float:
    return minutes.minutes if minutes.protected else minutes.least
