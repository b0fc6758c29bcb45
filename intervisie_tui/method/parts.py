"""The small parts of a method: minutes, sizes, cues and boards."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from intervisie_tui.method.words import Form, Per, Text
from intervisie_tui.method.wrong import (
    IS,
    N_,
    check_all,
    check_id,
    check_type,
    is_number,
    is_whole,
    refuse,
    shown,
)

MOST_MINUTES: Final = 480
MOST_PEOPLE: Final = 100
MOST_CELLS: Final = 24
_DERIVED: Final = float("nan")


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes of a phase, in halves; `least` is the floor for re-planning, both count for each `per`.

    Without `least` it is the smaller of the minutes and the larger of 2 and 60 %.
    """

    minutes: float
    least: float = _DERIVED
    per: Per = Per.GROUP
    protected: bool = False

    def __post_init__(self) -> None:
        check_type("Minutes.per", self.per, Per)
        check_type("Minutes.protected", self.protected, bool)
        if not is_number(self.minutes) or not 0 < self.minutes <= MOST_MINUTES or self.minutes * 2 % 1:
            mend = N_("give whole or half minutes, more than 0 and at most {most}")
            refuse("Minutes.minutes", IS, mend, value=shown(self.minutes), most=str(MOST_MINUTES))
            return
        if _is_derived(self.least):
            object.__setattr__(self, "least", min(self.minutes, max(2, self.minutes * 6 / 10)))
        elif not is_number(self.least) or self.least <= 0:
            refuse("Minutes.least", IS, N_("give minutes, more than 0"), value=shown(self.least))
        elif self.least > self.minutes:
            least, most = f"{self.least:g}", f"{self.minutes:g}"
            refuse(
                "Minutes.least", N_("is {least} of {most}"), N_("give at most {most}"), least=least, most=most
            )


@dataclass(frozen=True, slots=True)
class Size:
    """People in the room, owner and facilitator included; `except_` are sizes that do not come out."""

    least: int
    ideal: int
    most: int
    except_: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        numbers = (self.least, self.ideal, self.most)
        if not all(is_whole(number) for number in numbers):
            refuse("Size", IS, N_("give three whole numbers"), value=shown(numbers))
        elif not self.is_right():
            mend = N_("least, ideal and most rise, from 1 to {most}")
            refuse("Size", IS, mend, value=shown(numbers), most=str(MOST_PEOPLE))
        elif check_all("Size.except_", self.except_, int) and not self._excepts_rightly():
            mend = N_("name sizes between least and most, and not the ideal one")
            refuse("Size.except_", IS, mend, value=shown(self.except_))

    def _excepts_rightly(self) -> bool:
        between = all(self.least < size < self.most for size in self.except_)
        return between and self.ideal not in self.except_

    def is_right(self) -> bool:
        """Tell whether its numbers can be a group's; a wrong one is refused, and yet there while collecting."""
        numbers = (self.least, self.ideal, self.most)
        return all(map(is_whole, numbers)) and 1 <= self.least <= self.ideal <= self.most <= MOST_PEOPLE

    def all(self) -> tuple[int, ...]:
        """Every size from least to most that comes out."""
        return tuple(size for size in range(self.least, self.most + 1) if size not in self.except_)


@dataclass(frozen=True, slots=True)
class Cue:
    """A private hint for the timekeeper, when so many minutes are left."""

    minutes_left: float
    say: Text

    def __post_init__(self) -> None:
        check_type("Cue.say", self.say, Text)
        if not is_number(self.minutes_left) or self.minutes_left < 0:
            refuse("Cue.minutes_left", IS, N_("give minutes, 0 or more"), value=shown(self.minutes_left))


@dataclass(frozen=True, slots=True)
class Cell:
    """A named place on a board."""

    id: str
    name: Text

    def __post_init__(self) -> None:
        check_id("Cell.id", self.id)
        check_type("Cell.name", self.name, Text)


@dataclass(frozen=True, slots=True, init=False)
class Board:
    """Named places to note in; `dots` is how many votes each person has, 0 for none.

    `arrows` lead round a grid of four as a clock goes.
    """

    cells: tuple[Cell, ...]
    form: Form
    dots: int
    arrows: bool = False

    def __init__(self, *cells: Cell, form: Form = Form.GRID, dots: int = 0, arrows: bool = False) -> None:
        object.__setattr__(self, "cells", cells)
        object.__setattr__(self, "form", form)
        object.__setattr__(self, "dots", dots)
        object.__setattr__(self, "arrows", arrows)
        check_type("Board.form", form, Form)
        check_type("Board.arrows", arrows, bool)
        if not cells:
            refuse("Board.cells", N_("is empty"), N_("give at least one Cell"))
        elif len(cells) > MOST_CELLS:
            message, mend = N_("has {n} cells"), N_("give at most {most}, so that all can be read")
            refuse("Board", message, mend, n=str(len(cells)), most=str(MOST_CELLS))
        elif check_all("Board.cells", cells, Cell):
            check_once("Board.cells", tuple(cell.id for cell in cells))
        if not is_whole(dots) or dots < 0:
            refuse("Board.dots", IS, N_("give a whole number, 0 or more"), value=shown(dots))


@dataclass(frozen=True, slots=True)
class Circle:
    """What a method's functions get: the people in the room, and the minutes there are for the method."""

    people: int
    minutes: float

    def __post_init__(self) -> None:
        if not is_whole(self.people) or self.people < 1:
            refuse("Circle.people", IS, N_("give a whole number, 1 or more"), value=shown(self.people))
        if not is_number(self.minutes) or self.minutes <= 0:
            refuse("Circle.minutes", IS, N_("give minutes, more than 0"), value=shown(self.minutes))


def _is_derived(least: object) -> bool:
    return isinstance(least, float) and least != least


def check_once(field: str, ids: tuple[str, ...]) -> None:
    """Refuse an id that stands twice."""
    for name, count in Counter(ids).items():
        if count > 1:
            message, mend = N_("has the id {id} {n} times"), N_("give each one an id of its own")
            refuse(field, message, mend, id=shown(name), n=str(count))
