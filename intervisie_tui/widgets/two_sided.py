"""Lines with words at the left and a figure at the right, in one widget: each costs time at every picture."""

from collections.abc import Sequence

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual, visualize
from textual.widget import Widget

from intervisie_tui.widgets.columns import two_sides
from intervisie_tui.widgets.still import Still

Sides = tuple[str, str, str]
"""Left, right and style of a line."""


class TwoSided(Still, Widget):
    """So many lines, each as wide as the widget; only those that differ are painted again."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Sides, ...] = ()
        self.display = False

    @property
    def words(self) -> str:
        """What is shown now, as plain text."""
        return "\n".join(two_sides(left, right, self.size.width).plain for left, right, _style in self._lines)

    def tell(self, lines: Sequence[Sides]) -> None:
        """Shows these lines."""
        before, self._lines = self._lines, tuple(lines)
        self.display = bool(lines)
        if len(before) != len(lines):
            self.refresh(layout=True)
        elif changed := [y for y, sides in enumerate(lines) if sides != before[y]]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """A row for each line."""
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """One line; those below the last are empty."""
        width = self.size.width
        if not 0 <= y < len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        left, right, style = self._lines[y]
        visual = visualize(self, two_sides(left, right, width, style), markup=False)
        [strip] = Visual.to_strips(self, visual, width, 1, self.visual_style)
        return strip
