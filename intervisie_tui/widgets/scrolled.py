"""What may be longer than its place, and scrolls there."""

from collections.abc import Callable
from itertools import zip_longest
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from intervisie_tui.widgets.folding import rows_of
from intervisie_tui.widgets.still import Barred, Rolling

_ARROWS: list[BindingType] = [
    Binding("up", "scroll_up", show=False),
    Binding("down", "scroll_down", show=False),
]
"""All other keys are the room's."""
_BLANK = 1
"""The last column before the bar, also where there is none."""


class Scroll(Rolling, inherit_bindings=False):
    """Widgets below each other; only arrows move in it."""

    BINDINGS: ClassVar[list[BindingType]] = _ARROWS

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes, can_focus=True)


class Scrolled(Barred, ScrollView, inherit_bindings=False):
    """Folded words with a bar where they need it; others in their place ask for no layout of the screen."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = _ARROWS
    DEFAULT_CSS = "Scrolled { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self) -> None:
        super().__init__(classes="body", can_focus=True)
        self._lines: list[Content] = []
        self._of: object = None

    @property
    def words(self) -> str:
        """What is shown now, as plain text."""
        return "\n".join(line.plain for line in self._lines)

    @property
    def columns(self) -> int:
        """The columns for words where no bar is needed; none before it has a place."""
        return max(self.container_size.width - _BLANK, 0)

    @property
    def rows(self) -> int:
        """The rows that words may take without a bar."""
        height, most = self.styles.height, self.styles.max_height
        if height is not None and height.is_cells:
            return int(height.value)
        return int(most.value) if self.styles.is_auto_height and most is not None else self.size.height

    def tell(self, fold: Callable[[int], Content], of: object = None) -> None:
        """Shows these words, folded for so many columns: fewer where they need a bar.

        What is of something else than what stood here begins at its top.
        """
        if not self.columns:
            return
        words = fold(self.columns)
        if rows_of(words) > self.rows:
            words = fold(self.columns - self.styles.scrollbar_size_vertical)
        self._show(words.split("\n", allow_blank=True) if words.plain else [])
        if of != self._of:
            self._of = of
            self.scroll_to(y=0, animate=False)

    def _show(self, lines: list[Content]) -> None:
        before, self._lines = self._lines, lines
        size = Size(0, len(lines))
        other = size != self.virtual_size
        if other:
            # Set without its watchers: they would lay out the whole screen, and only the bar may change.
            self.set_reactive(ScrollView.virtual_size, size)
            self._scroll_update(size)
        layout = other and self.styles.is_auto_height
        changed = (y for y, pair in enumerate(zip_longest(before, lines)) if not _same(*pair))
        rows = [y - self.scroll_offset.y for y in changed]
        regions = [Region(0, row, self.size.width, 1) for row in rows if 0 <= row < self.size.height]
        if regions or layout:
            self.refresh(*regions, layout=layout)

    def render_line(self, y: int) -> Strip:
        """One line; those below the last are empty."""
        line, style = self.scroll_offset.y + y, self.visual_style
        found = self._lines[line : line + 1]
        strips = Visual.to_strips(self, found[0], self.columns, 1, style) if found else [Strip([])]
        return strips[0].crop_extend(0, self.size.width, style.rich_style)


def _same(one: Content | None, other: Content | None) -> bool:
    # Equal words may differ in their style.
    return one is not None and other is not None and one.plain == other.plain and one.spans == other.spans
