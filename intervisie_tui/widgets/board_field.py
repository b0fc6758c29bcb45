"""One field of a board as lines of one width: its name, and what stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from textual.content import Content, Span

from intervisie_tui.widgets.folding import folded
from intervisie_tui.widgets.plain import harmless, one_line
from intervisie_tui.widgets.signs import Signs, signs

DOT_SIGNS = 5
"""More dots than these are a number."""
WIDE = 30
"""Columns in which an entry needs a row less."""
_SLAB = "on $background"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that stands on a board."""

    id: str
    words: Content
    dots: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A place of a board with what stands in it; one without an id is what stands beside the board."""

    id: str
    name: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a board is shown now."""

    width: int
    rows: int = 0
    """How many rows there are room for."""
    each: int = 0
    """On how many rows an entry is, but for the one at the cursor; 0: on all it takes."""
    chosen: str = ""
    target: str = ""
    """The place to which an entry is being dragged."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one width; each entry with the lines it takes."""

    lines: tuple[Content, ...]
    entries: tuple[tuple[str, range], ...] = ()

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def filled(self, height: int, width: int) -> "Block":
        """The same with blank lines below, up to a height."""
        blank = slab(Content(""), width)
        return Block((*self.lines, *(blank for _row in range(height - self.height))), self.entries)


def slab(words: Content, width: int, style: str = _SLAB) -> Content:
    """A line on the ground of a field, as wide as the field."""
    line = Content.assemble(" ", words)
    padded = line + Content(" " * max(width - line.cell_length, 0))
    return padded.stylize_before(style) if style else padded


def named(field: Field, width: int, look: Look) -> list[Content]:
    """The name of a field; of the one that is dragged to with a sign before it."""
    here = field.id == look.target and bool(field.id)
    style = "bold $primary" if here else "bold $accent"
    words = one_line(f"{signs().now} {field.name}" if here else field.name, style)
    return _closed(folded(words, width - 2, 2))


def entries(field: Field, width: int, look: Look) -> Block:
    """What stands in a field, each entry from a line of its own on."""
    lines: list[Content] = []
    found = []
    ground = _SLAB if field.id else ""
    for entry in field.entries:
        here = entry.id == look.chosen
        most = max(look.each - (width >= WIDE), 1) if look.each else 0
        words = _slabs(
            (entry.words.plain, tuple(entry.words.spans), entry.dots),
            (width, 0 if here else most),
            "bold on $panel" if here else ground,
            signs(),
        )
        found.append((entry.id, range(len(lines), len(lines) + len(words))))
        lines += words
        if here:
            first = lines[-len(words)]
            lines[-len(words)] = Content.styled(signs().now, "bold $primary on $panel") + first[1:]
    return Block(tuple(lines), tuple(found))


def block(field: Field, width: int, look: Look) -> Block:
    """A whole field: its name above what stands in it."""
    names = [slab(line, width) for line in named(field, width, look)]
    below = entries(field, width, look)
    moved = tuple((entry, range(at.start + len(names), at.stop + len(names))) for entry, at in below.entries)
    return Block((*names, *(below.lines or (slab(Content(""), width),))), moved)


@lru_cache(maxsize=1024)
def _slabs(
    said: tuple[str, tuple[Span, ...], int],
    room: tuple[int, int],
    style: str,
    _signs: Signs,
) -> tuple[Content, ...]:
    """The lines of an entry. To fold words takes a millisecond, and each key at the cursor draws the board."""
    (text, spans, dots), (width, most) = said, room
    lines = _with_dots(_closed(folded(Content(text, spans=list(spans)), width - 2, most)), dots, width - 2)
    return tuple(slab(line, width, style) for line in lines)


def _with_dots(lines: list[Content], number: int, width: int) -> list[Content]:
    if not number:
        return lines
    dots = dots_words(number)
    if lines[-1].cell_length + dots.cell_length + 1 > width:
        return [*lines, Content("  ") + dots]
    return [*lines[:-1], Content.assemble(lines[-1], " ", dots)]


def dots_words(dots: int) -> Content:
    """So many dots, as signs or as a number."""
    sign = signs().cue
    return Content.styled(sign * dots if dots <= DOT_SIGNS else f"{dots} {sign}", "bold $primary")


def _closed(words: Content) -> list[Content]:
    """The lines, each with what turns its direction closed: what stands beside it stays as it is."""
    return list(map(_shut, words.split("\n", allow_blank=True)))


def _shut(line: Content) -> Content:
    shut = harmless(line.plain)
    return line + Content(shut[len(line.plain) :]) if len(shut) > len(line.plain) else line


def widest(fields: Iterable[Field]) -> int:
    """The columns that the longest name takes."""
    return max((one_line(field.name).cell_length for field in fields), default=0)
