"""A scale from 0 to 10: a line with a mark at each number that was noted."""

import re

from textual.content import Content

from intervisie_tui.widgets.board_field import Block, Field, Look, entries, named, slab
from intervisie_tui.widgets.signs import signs

TOP = 10
_WIDEST = 6
_NUMBER = re.compile(r"\s*(\d{1,2}(?:[.,]\d)?)(?![\d])")


def number_in(text: str) -> float | None:
    """The number from 0 to 10 that a note begins with."""
    found = _NUMBER.match(text)
    number = float(found[1].replace(",", ".")) if found else None
    return number if number is not None and number <= TOP else None


def scale(field: Field, look: Look) -> Block:
    """The name, the line with its marks, and what was noted."""
    numbers = [number_in(entry.words.plain) for entry in field.entries]
    marked = [number for number in numbers if number is not None]
    step = min((look.width - 4) // TOP, _WIDEST)
    if step < 2:
        marks = [Content(f"{marked[-1]:g} / {TOP}" if marked else f"0 {signs().dash} {TOP}")]
    else:
        marks = [_line(step, marked), *([_marks(step, marked)] if marked else [])]
    names = named(field, look.width, look)
    above = [slab(line, look.width) for line in (*names, *marks)]
    below = entries(field, look.width, look)
    moved = tuple((entry, range(at.start + len(above), at.stop + len(above))) for entry, at in below.entries)
    return Block((*above, *below.lines), moved)


def _line(step: int, marked: list[float]) -> Content:
    whole = {round(number) for number in marked if number == round(number)}
    parts: list[Content] = []
    for number in range(TOP + 1):
        here = number in whole
        parts.append(Content.styled(str(number), "bold $primary" if here else "$text-muted"))
        if number < TOP:
            parts.append(Content.styled(signs().line_rest * (step - len(str(number))), "$text-muted"))
    return Content.assemble(*parts)


def _marks(step: int, marked: list[float]) -> Content:
    """A sign below each number; the newest of them stands out by another one."""
    row = [" "] * (step * TOP + 2)
    for number in marked[:-1]:
        row[round(number * step)] = signs().dot
    if marked:
        row[round(marked[-1] * step)] = signs().up
    return Content.styled("".join(row).rstrip(), "bold $primary")
