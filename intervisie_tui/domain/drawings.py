"""Which phases of a method share their small groups, and who in them brings the case."""

from collections.abc import Sequence

from intervisie_tui.method import Step, Together

Drawing = tuple[int, int | None]
"""The number of the drawing, from 1, or 0 where the circle stays whole; and who brings the case, from 0."""


def drawings(steps: Sequence[Step]) -> list[Drawing]:
    """The drawing of each step.

    A block that is played with another owner each time keeps its groups, also those of phases just before it, and the
    next in each brings the case; any other block is drawn anew at each playing. Outside of blocks phases that follow
    each other share their groups.
    """
    found: list[Drawing] = []
    number, last = 0, None
    for step in steps:
        together = step.phase.together
        if together is None:
            last = last if step.block else None
            found.append((0, None))
            continue
        same = (together, step.block - (step.turn or 0))
        goes_on = step.turn == 0 and last == (together, 0)
        if same != last:
            number, last = number + (not goes_on), same
        found.append((number, 0 if together is Together.CAROUSEL else step.turn))
    return found
