"""Methods as JSON, for the way from the child process that runs a user's own modules to the program.

What comes out of that process is data and never code, so that it cannot be run by being read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from intervisie_tui.method import Circle, Level, Method, Per, Phase, Repeat, Size, Text
from intervisie_tui.method.answered import Answered, Played, run_elsewhere
from intervisie_tui.registry.library import Loaded, Problem, Reading, Source
from intervisie_tui.store.codec import from_json, to_json


@dataclass(frozen=True, slots=True)
class Block:
    """A Repeat as data; `times` is None where a function of the plug-in gives it."""

    times: int | Per | None
    phases: tuple[Phase, ...]
    new_owner: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """What a method plays in each circle that was asked for: (people, minutes, place in `plays`).

    A play is a tuple of (place in `parts`, how often); parts and plays that are equal stand here once.
    """

    parts: tuple[Phase | Block, ...]
    plays: tuple[tuple[tuple[int, int], ...], ...]
    circles: tuple[tuple[int, float, int], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A Method as data. It has `phases`, or `answers` where they depend on the circle."""

    id: str
    name: Text
    summary: Text
    suits: Text
    avoid: Text
    size: Size
    level: Level
    facilitator_joins: bool
    has_owner: bool
    roles: tuple[Text, ...]
    sources: tuple[str, ...]
    aka: tuple[str | Text, ...]
    note: Text | None
    credit: Text | None
    caution: Text | None
    wishes: tuple[Text, ...]
    phases: tuple[Phase | Block, ...]
    answers: Answers | None


_PLAIN: Final = tuple(field.name for field in fields(Card) if field.name not in ("phases", "answers"))


def encoded(reading: Reading) -> dict[str, Any]:
    """A reading as what `json` can write."""
    return {
        "methods": [to_json(_card(loaded.method)) for loaded in reading.loaded],
        "problems": [asdict(problem) for problem in reading.problems],
        "seconds": max((loaded.seconds for loaded in reading.loaded), default=0.0),
    }


def decoded(source: Source, data: Mapping[str, Any]) -> Reading:
    """The reading of this module; raises StoreError, ValueError, TypeError, LookupError for what is none."""
    seconds = float(data["seconds"])
    methods = [_method(from_json(Card, each)) for each in data["methods"]]
    return Reading(
        tuple(Loaded(method, source.path, source.door, seconds, source.entry) for method in methods),
        tuple(from_json(Problem, each) for each in data["problems"]),
    )


def encoded_answers(method: Method, circles: Iterable[Circle]) -> dict[str, Any]:
    """What the method plays in these circles, as what `json` can write; asks its functions."""
    return {"answers": to_json(_answers({circle: method.parts(circle) for circle in circles}))}


def decoded_answers(data: Mapping[str, Any]) -> dict[Circle, Played]:
    """What a method plays by circle; raises as `decoded` does."""
    return _table(from_json(Answers, data["answers"]))


def _card(method: Method) -> Card:
    plain = {name: getattr(method, name) for name in _PLAIN}
    if method.has_functions():
        return Card(**plain, phases=(), answers=_answers(method.known_answers))
    phases = method.phases if isinstance(method.phases, tuple) else ()
    return Card(**plain, phases=tuple(map(_part, phases)), answers=None)


def _method(card: Card) -> Method:
    plain = {name: getattr(card, name) for name in _PLAIN}
    if card.answers is not None:
        return Method(**plain, phases=Answered(_table(card.answers)))
    return Method(**plain, phases=tuple(map(_from_part, card.phases)))


def _answers(table: Mapping[Circle, Played]) -> Answers:
    parts: dict[Phase | Block, int] = {}
    plays: dict[tuple[tuple[int, int], ...], int] = {}
    circles = []
    for circle, played in table.items():
        places = tuple((parts.setdefault(_part(part), len(parts)), times) for part, times in played)
        circles.append((circle.people, float(circle.minutes), plays.setdefault(places, len(plays))))
    return Answers(tuple(parts), tuple(plays), tuple(circles))


def _table(answers: Answers) -> dict[Circle, Played]:
    parts = tuple(map(_from_part, answers.parts))
    plays = tuple(tuple((parts[at], times) for at, times in play) for play in answers.plays)
    return {Circle(people, minutes): plays[at] for people, minutes, at in answers.circles}


def _part(part: Phase | Repeat) -> Phase | Block:
    if isinstance(part, Phase):
        return part
    times = part.times
    return Block(times if isinstance(times, int | Per) else None, part.phases, part.new_owner)


def _from_part(part: Phase | Block) -> Phase | Repeat:
    if isinstance(part, Phase):
        return part
    return Repeat(run_elsewhere if part.times is None else part.times, part.phases, part.new_owner)
