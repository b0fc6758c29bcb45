"""A drawn board, and the sheet on which it is drawn: lines that grow downwards, and what stands where."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Offset, Region

from intervisie_tui.widgets.board_field import Block, Field, Look, block, entries, named, slab

GAP = 2
"""Columns between two fields."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry stands, or (without one) a whole field."""

    region: Region
    cell: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines of one width, and what stands where; an entry comes before its field."""

    lines: tuple[Content, ...] = ()
    spots: tuple[Spot, ...] = ()
    head: tuple[Content, ...] = ()
    """The names of columns, which stay in sight above the lines."""
    head_spots: tuple[Spot, ...] = ()

    def at(self, point: Offset) -> Spot | None:
        """What stands there."""
        return next((spot for spot in self.spots if spot.region.contains_point(point)), None)

    def above(self, point: Offset) -> Spot | None:
        """What stands there in the head."""
        return next((spot for spot in self.head_spots if spot.region.contains_point(point)), None)

    def of(self, entry: str) -> Spot | None:
        """Where an entry stands."""
        return next((spot for spot in self.spots if entry and spot.entry == entry), None)

    def field(self, cell: str) -> Spot | None:
        """Where a whole field stands."""
        return next((spot for spot in self.spots if not spot.entry and spot.cell == cell), None)


class Sheet:
    """Lines that grow downwards."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Content] = []
        self.spots: list[Spot] = []
        self.head: list[Content] = []
        self.head_spots: list[Spot] = []

    def side_by_side(self, fields: Sequence[Field], look: Look, width: int, between: Content) -> None:
        """Fields of one height beside each other; `between` stands between their names."""
        self.row(fields, [block(field, width, look) for field in fields], width, between)

    def columns(self, fields: Sequence[Field], look: Look, width: int) -> None:
        """Fields beside each other whose names stay in sight."""
        between = Content(" " * GAP)
        names = [Block(tuple(slab(line, width) for line in named(field, width, look))) for field in fields]
        self.row(fields, names, width, between)
        self.head, self.lines = self.lines, []
        self.head_spots, self.spots = self.spots, []
        self.row(fields, [entries(field, width, look) for field in fields], width, between)

    def row(self, fields: Sequence[Field], blocks: Sequence[Block], width: int, between: Content) -> None:
        """Blocks of one height beside each other."""
        height = max(1, *(one.height for one in blocks))
        top, gap = len(self.lines), between.cell_length
        for place, (field, one) in enumerate(zip(fields, blocks, strict=True)):
            self.mark(field, one, Region(place * (width + gap), top, width, height))
        filled = [one.filled(height, width).lines for one in blocks]
        for row, parts in enumerate(zip(*filled, strict=True)):
            self.lines.append((Content(" " * gap) if row else between).join(parts))

    def mark(self, field: Field, one: Block, region: Region) -> None:
        """Remember where a field and its entries stand."""
        self.spots += [
            Spot(Region(region.x, region.y + rows.start, region.width, len(rows)), field.id, entry)
            for entry, rows in one.entries
        ]
        if field.id:
            self.spots.append(Spot(region, field.id))

    def below(self, field: Field, one: Block) -> None:
        """Lines as wide as the sheet."""
        self.mark(field, one, Region(0, len(self.lines), self.width, one.height))
        self.lines += one.lines

    def gap(self, words: Content | None = None) -> None:
        """An empty line."""
        self.lines.append(words or Content(""))
