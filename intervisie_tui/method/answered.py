"""What a method's functions answered, kept as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from intervisie_tui.method.parts import Circle
from intervisie_tui.method.phases import Phase, Repeat

Played = tuple[tuple[Phase | Repeat, int], ...]
"""The parts of a method, each with how often it is played."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of a method's functions, for each circle that they were asked for; at least one.

    Stands in `Method.phases` for functions that must not be called in this process, because they come from a
    user's own file.
    """

    table: Mapping[Circle, Played]

    def nearest(self, circle: Circle) -> Played:
        """The answer for this circle, or for the one that is nearest to it."""
        return self.table.get(circle) or self.table[nearest(circle, self.table)]


def nearest(circle: Circle, answers: Mapping[Circle, object]) -> Circle:
    """The circle with an answer whose number of people, and then whose minutes, are nearest."""
    return min(
        answers, key=lambda each: (abs(each.people - circle.people), abs(each.minutes - circle.minutes))
    )


def run_elsewhere(circle: Circle) -> int:
    """Stands in `Repeat.times` for a function that must not be called in this process; raises LookupError."""
    message = f"the function that answers for {circle} runs in another process"
    raise LookupError(message)
