"""A board as lines, and where in them its fields and entries stand: a grid, columns, a table or a scale."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from textual.content import Content
from textual.geometry import Region

from intervisie_tui.method import Form
from intervisie_tui.widgets.board_field import Block, Field, Look, entries, named, slab, widest
from intervisie_tui.widgets.board_scale import scale
from intervisie_tui.widgets.board_sheet import GAP, Drawing, Sheet, Spot
from intervisie_tui.widgets.signs import signs

NARROWEST = 17
"""Columns that a field takes at least; where there are fewer, fields stand below each other."""
ROOMY = 24
"""Columns that a field of a grid has where that is possible."""


_BESIDE = Field("", "")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a board shows: its fields in order, and what stands beside it."""

    fields: tuple[Field, ...]
    form: Form
    arrows: bool = False
    beside: Field = _BESIDE
    last: str = ""
    """A quiet line below all."""
    newest: str = ""
    begins: str = ""
    """The place where the first note of this phase goes; nothing once there is one."""

    @property
    def count(self) -> int:
        """How much stands on it."""
        return sum(len(field.entries) for field in self.fields)


def draw(shown: Shown, look: Look) -> Drawing:
    """The board as it fits: with whole entries and air between its rows where there is room for that.

    How high the others are does not depend on the entry at the cursor: nothing jumps while that goes along them.
    """
    each, airy = _fitted(shown, replace(look, chosen="", target=""))
    return _drawn(shown, replace(look, each=each), airy=airy)


@lru_cache(maxsize=1)
def _fitted(shown: Shown, look: Look) -> tuple[int, bool]:
    """On how many rows an entry is, and whether there is air: whole, or as many rows as let all be in sight.

    It stays as it is while the cursor moves, so that is not worked out again at each key.
    """
    folds = [(0, True), (0, False)]
    if look.each:
        folds += [(look.each, True), *((each, False) for each in range(look.each, 0, -1))]
    for each, airy in folds:
        drawing = _drawn(shown, replace(look, each=each), airy=airy)
        if len(drawing.lines) + len(drawing.head) <= look.rows:
            return each, airy
    return folds[-1]


def _drawn(shown: Shown, look: Look, *, airy: bool) -> Drawing:
    sheet = Sheet(look.width)
    form = _fitting(shown, look.width)
    if form is Form.TABLE:
        _table(sheet, shown.fields, look, airy)
    elif form is Form.SCALE:
        for place, field in enumerate(shown.fields):
            if place and airy:
                sheet.gap()
            sheet.below(field, scale(field, look))
    else:
        _grid(sheet, shown, look, airy)
    if shown.beside.entries:
        sheet.gap()
        sheet.below(shown.beside, entries(shown.beside, look.width, look))
    if shown.last:
        sheet.gap(Content.styled(f" {shown.last}", "$text-muted"))
    spots = tuple(sorted(sheet.spots, key=lambda spot: not spot.entry))
    return Drawing(tuple(sheet.lines), spots, tuple(sheet.head), tuple(sheet.head_spots))


def _fitting(shown: Shown, width: int) -> Form:
    """The form, or what comes nearest to it in so many columns: what cannot stand side by side is a table."""
    beside = shown.form is Form.COLUMNS and across(Form.COLUMNS, len(shown.fields), width) < len(shown.fields)
    if beside or shown.form is Form.TABLE:
        return Form.TABLE if width >= 2 * NARROWEST else Form.GRID
    return shown.form


def _grid(sheet: Sheet, shown: Shown, look: Look, airy: bool) -> None:
    number = across(shown.form, len(shown.fields), look.width)
    arrows = shown.arrows and number == 2 and len(shown.fields) == 4
    gap = 3 if arrows else GAP
    width = (look.width - gap * (number - 1)) // number
    if shown.form is Form.COLUMNS and number == len(shown.fields):
        sheet.columns(shown.fields, look, width)
        return
    for at in range(0, len(shown.fields), number):
        row = shown.fields[at : at + number]
        if at and arrows:
            sheet.gap(_upright(width, gap))
        elif at and (airy or number == 1):
            sheet.gap()
        sheet.side_by_side(row, look, width, _between(gap, arrows, at))


def _between(gap: int, arrows: bool, at: int) -> Content:
    if not arrows:
        return Content(" " * gap)
    return Content.styled(f" {signs().back if at else signs().arrow} ", "bold $primary")


def _upright(width: int, gap: int) -> Content:
    """The arrows between the two rows of a quadrant: it goes round as a clock does."""
    up, down = signs().up.center(width), signs().down.center(width)
    return Content.styled(f"{up}{' ' * gap}{down}", "bold $primary")


def across(form: Form, fields: int, width: int) -> int:
    """How many fields stand beside each other: columns all of them, a grid so that its rows are full."""
    fit = max((width + GAP) // (NARROWEST + GAP), 1)
    if form is Form.COLUMNS and fields <= fit:
        return fields
    roomy = max((width + GAP) // (ROOMY + GAP), min(fit, 2))
    most = min(roomy, fields, 4)
    if fields == 4:
        return min(most, 2)
    return next((number for number in range(most, 1, -1) if fields % number == 0), most)


def _table(sheet: Sheet, fields: Iterable[Field], look: Look, airy: bool) -> None:
    rows = tuple(fields)
    left = min(widest(rows) + 2, max(look.width // 3, NARROWEST))
    right = look.width - left
    for place, field in enumerate(rows):
        if place and airy:
            sheet.gap()
        names = [slab(line, left) for line in named(field, left, look)]
        cell = entries(field, right, look)
        height = max(len(names), cell.height, 1)
        names += [slab(Content(""), left)] * (height - len(names))
        lines = Block(cell.lines, cell.entries).filled(height, right).lines
        top = len(sheet.lines)
        sheet.lines += [name + line for name, line in zip(names, lines, strict=True)]
        sheet.spots += [
            Spot(Region(left, top + at.start, right, len(at)), field.id, entry) for entry, at in cell.entries
        ]
        sheet.spots.append(Spot(Region(0, top, look.width, height), field.id))
