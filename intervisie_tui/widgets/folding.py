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
    set_in = Content(" " * (HANG if width > 2 * HANG else 0))
    narrower = max(width - len(set_in), 1)
    lines = [words]
    if words.cell_length > width:
        lines = [words.wrap(max(width, 1))[0].rstrip()]
        rest = _unindented(words[len(lines[0].plain) :])
        lines += [_unindented(line).rstrip() for line in rest.wrap(narrower)] if rest.plain else []
    if most and (len(lines) > most or (more and len(lines) == most)):
        # The last line goes on as far as there is room, also within a word.
        goes_on = Content(" ").join(lines[most - 1 :]) if most > 1 else words
        room = (narrower if most > 1 else width) - 1
        lines = [*lines[: most - 1], goes_on.truncate(room).rstrip() + Content(signs().ellipsis)]
    return [lines[0], *(set_in + line for line in lines[1:])]


def _unindented(words: Content) -> Content:
    return words[len(words.plain) - len(words.plain.lstrip(" ")) :]


def rows_of(words: Content) -> int:
    """How many rows folded words take."""
    return words.plain.count("\n") + 1 if words.plain else 0


def airy(parts: Iterable[Content], rows: int) -> Content:
    """The parts below each other, with a blank line between them where that fits in so many rows."""
    there = [part for part in parts if part.plain]
    close = Content("\n").join(there)
    return Content("\n\n").join(there) if rows_of(close) + len(there) - 1 <= rows else close
