"""Words folded into lines of a width, so that it is known before painting how many rows they take."""

from collections.abc import Iterable

from textual.content import Content

from intervisie_tui.widgets.signs import signs

HANG = 2
"""Columns by which the lines after the first are set in, so that one can see where the next words begin."""


def folded(words: Content, width: int, most: int = 0) -> Content:
    """The words in lines of at most so many columns; what is more than `most` lines ends in an ellipsis."""
    lines: list[Content] = []
    parts = words.split("\n", allow_blank=True)
    for at, part in enumerate(parts):
        last = bool(most) and at + 1 < len(parts)
        lines += _hanging(part, width, most - len(lines) if most else 0, last)
        if most and len(lines) >= most:
            break
    return Content("\n").join(lines)


def _hanging(words: Content, width: int, most: int, more: bool) -> list[Content]:
    """One line folded; where it does not fit, or `more` is to come behind the last of them, an ellipsis tells so."""
    lines: list[Content] = []
    while True:
        hang = HANG if lines and width > 2 * HANG else 0
        set_in, room = Content(" " * hang), max(width - hang, 1)
        ends = bool(most) and len(lines) + 1 == most
        if words.cell_length <= room and not (ends and more):
            return [*lines, set_in + words]
        if ends:
            return [*lines, set_in + words.truncate(room - 1).rstrip() + Content(signs().ellipsis)]
        # A sign that is wider than the room takes a line of its own.
        first = words[: max(len(words.wrap(room)[0].rstrip().plain), 1)]
        lines.append(set_in + first.rstrip())
        rest = words.plain[len(first.plain) :]
        words = words[len(words.plain) - len(rest.lstrip(" ")) :]
        if not words.plain:
            return lines


def rows_of(words: Content) -> int:
    """How many rows folded words take."""
    return words.plain.count("\n") + 1 if words.plain else 0


def airy(parts: Iterable[Content], rows: int) -> Content:
    """The parts below each other, with a blank line between them where that fits in so many rows."""
    there = [part for part in parts if part.plain]
    close = Content("\n").join(there)
    return Content("\n\n").join(there) if rows_of(close) + len(there) - 1 <= rows else close
