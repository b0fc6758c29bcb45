"""The clock in big digits, of which only what changes is painted again."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from intervisie_tui.widgets.glyphs import HEIGHTS, glyph
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.still import Across, Still

TONES = ("now", "warn", "last", "over", "paused")
_PLACES = 8


class Digit(Still, Widget):
    """One digit or sign of the clock, a widget of its own as a repaint begins at a widget's left edge."""

    DEFAULT_CSS = """
    Digit { width: 1; height: 3; margin: 0 1 0 0; }
    Digit.-last-place { margin: 0; }
    """

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self._slim = False
        self._sign = ""

    @property
    def _glyph(self) -> tuple[str, ...]:
        return glyph(self._sign, self._rows, signs().block, slim=self._slim)

    def show(self, sign: str, rows: int, *, slim: bool = False) -> None:
        """Shows a sign, rows high; paints only the rows that differ."""
        if (sign, rows, slim) == (self._sign, self._rows, self._slim):
            return
        before = self._glyph
        self._sign, self._rows, self._slim = sign, rows, slim
        after = self._glyph
        width = len(after[0])
        self.styles.width, self.styles.height = width, rows
        if len(before) != len(after) or len(before[0]) != width:
            self.refresh()
        elif changed := [Region(0, y, width, 1) for y in range(rows) if before[y] != after[y]]:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One row of the sign."""
        clock = self.parent
        shape = self._glyph
        style = clock.colour if isinstance(clock, BigClock) else self.visual_style.rich_style
        if not 0 <= y < len(shape):
            return Strip.blank(self.size.width, style)
        return Strip([Segment(shape[y], style)], len(shape[y]))


class BigClock(Across):
    """A clock of minutes and seconds, centred, with its sign; 3, 7, 9 or 11 rows high."""

    DEFAULT_CSS = """
    BigClock {
        width: 1fr;
        align-horizontal: center;
    }
    BigClock > .clock--now { color: $primary; }
    BigClock > .clock--warn, BigClock > .clock--last { color: $warning; }
    BigClock > .clock--over { color: $error; }
    BigClock > .clock--paused { color: $text; }
    """
    # No classes of the clock itself: those would style and lay out all its digits anew.
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"clock--{tone}" for tone in TONES}

    def __init__(
        self,
        rows: int = 7,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = _nearest(rows)
        self._slim = False
        # An empty clock keeps its place.
        self.styles.height = self._rows
        self._text = ""
        self._tone = "now"
        self._digits = tuple(Digit(self._rows) for _ in range(_PLACES))
        for digit in self._digits:
            digit.display = False
        self._digits[-1].add_class("-last-place")

    def compose(self) -> ComposeResult:
        """The places, from left to right; those that are not needed are not displayed."""
        yield from self._digits

    @property
    def text(self) -> str:
        """What is shown now, such as "07:42" or "+2:31"."""
        return self._text

    @property
    def colour(self) -> Style:
        """What its digits are painted with."""
        return self.get_component_rich_style(f"clock--{self._tone}")

    @property
    def rows(self) -> int:
        """How many rows high the digits are."""
        return self._rows

    @rows.setter
    def rows(self, rows: int) -> None:
        self.size_to(rows)

    def size_to(self, rows: int, *, slim: bool = False) -> None:
        """Digits of so many rows, and narrower ones where there are many."""
        if (_nearest(rows), slim) == (self._rows, self._slim):
            return
        self._rows, self._slim = _nearest(rows), slim
        self.styles.height = self._rows
        self._place()

    def show(self, text: str, tone: str = "now") -> None:
        """Shows digits, colon and sign in one of TONES; more than eight signs lose those at the left."""
        if tone != self._tone:
            self._tone = tone
            for digit in self._digits:
                digit.refresh()
        if text != self._text:
            self._text = text
            self._place()

    def _place(self) -> None:
        text = self._text[-_PLACES:].rjust(_PLACES)
        for digit, sign in zip(self._digits, text, strict=True):
            digit.display = sign != " "
            digit.show(sign, self._rows, slim=self._slim)


def clock_width(text: str, rows: int, *, slim: bool = False) -> int:
    """How many columns a text takes at that many rows."""
    return sum(len(glyph(sign, _nearest(rows), slim=slim)[0]) for sign in text) + max(len(text) - 1, 0)


def _nearest(rows: int, heights: Iterable[int] = HEIGHTS) -> int:
    fitting = [height for height in heights if height <= rows]
    return max(fitting, default=HEIGHTS[0])
