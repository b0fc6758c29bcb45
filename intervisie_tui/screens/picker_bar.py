"""A method's time plan as a bar: a stretch for each phase, as long as its minutes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.plan import Measured
from intervisie_tui.method import Phase
from intervisie_tui.widgets.signs import signs


@dataclass(frozen=True, slots=True)
class Played:
    """A phase, its planned seconds and those it gets; a repeated one has `times`, and is `again` after the first."""

    phase: Phase
    planned: float
    seconds: float
    times: int = 1
    again: bool = False


def played(made: Measured) -> list[Played]:
    """Every phase as it would be played, in order."""
    names = [(step.phase.name, step.phase.minutes, step.phase.floor) for step in made.steps]
    counted, seen = Counter(names), set[object]()
    parts = []
    for step, name, length, seconds in zip(made.steps, names, made.lengths, made.seconds, strict=True):
        parts.append(Played(step.phase, length.planned, seconds, counted[name], name in seen))
        seen.add(name)
    return parts


def bar(parts: Sequence[Played], width: int) -> tuple[Content, Content]:
    """Two lines of so many columns: the minutes of each phase above its stretch; where there is room for them."""
    total = sum(part.seconds for part in parts) or 1.0
    minutes, line = [], []
    passed, at, turn = 0.0, 0, 0
    for part in parts:
        passed += part.seconds
        end = round(passed / total * width)
        long = end - at
        if long <= 0:
            continue
        label = spoken.minutes(part.seconds).split()[0]
        fits = cell_len(label) < long or (cell_len(label) == long and end == width)
        minutes.append((label if fits else "").ljust(long))
        # Told apart without a colour, too.
        sign, tone = ((signs().line, "$primary"), (signs().line_rest, "$text-muted"))[turn % 2]
        line.append((sign * long, tone))
        at, turn = end, turn + 1
    return Content.styled("".join(minutes), "$text-muted"), Content.assemble(*line)
