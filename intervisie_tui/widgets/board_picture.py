"""A board to look at: drawn as in the room, without a cursor, what was written last in sight."""

from textual.app import ComposeResult

from intervisie_tui.widgets.board_drawing import Shown, draw
from intervisie_tui.widgets.board_face import Face
from intervisie_tui.widgets.board_field import Look
from intervisie_tui.widgets.board_sheet import Drawing
from intervisie_tui.widgets.still import Down

EACH = 3
"""Rows of an entry where there is not room for all."""


class BoardPicture(Down):
    """The board of a phase."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None

    def compose(self) -> ComposeResult:
        """The names of columns, and the lines."""
        yield Face(classes="head")
        yield Face()

    def show(self, shown: Shown) -> None:
        """Shows this board."""
        self._shown = shown
        self._draw()

    def on_resize(self) -> None:
        """Another size: lines are folded elsewhere."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.size
        if self._shown is None or not width or not height:
            return
        drawing = draw(self._shown, Look(width=width, rows=height, each=EACH))
        head, body = self.query(Face)
        head.display = bool(drawing.head)
        head.tell(drawing.head)
        rows = max(height - len(drawing.head), 1)
        first = _first(drawing, self._shown, rows)
        body.tell(drawing.lines[first : first + rows])


def _first(drawing: Drawing, shown: Shown, rows: int) -> int:
    """The first line in sight: the top of a field, so that what was written last is in sight."""
    spot = drawing.of(shown.newest) or drawing.field(shown.begins)
    if spot is None or len(drawing.lines) <= rows:
        return 0
    tops = sorted({one.region.y for one in drawing.spots if not one.entry})
    return next((top for top in tops if spot.region.bottom - top <= rows), spot.region.y)
