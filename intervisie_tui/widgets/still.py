"""What was painted is kept until it is to be painted anew."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    _Base = Widget
else:
    # Textual looks for a widget's default style in its first base that is a widget: that is never this one.
    _Base = object


class Still(_Base):
    """Keeps its lines from one picture to the next.

    Textual asks each widget between the changed ones for its lines, also those that have not changed; each time it
    works out backgrounds and opacity from all parents. In a room of a hundred widgets that is most of a repaint.
    """

    _kept: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of this part of the widget."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = (crop, super().render_lines(crop))
        return self._kept[1]

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # Textual would lay out and paint all once more. What scrolls needs that: what is in sight of it follows from
        # its size. For the others what depends on their size asks for it by itself.
        scrolls = (
            "hidden" not in (self.styles.overflow_x, self.styles.overflow_y) or self.allow_vertical_scroll
        )
        return super()._size_updated(size, virtual_size, container_size, layout and scrolls)

    def _set_dirty(self, *regions: Region) -> None:
        # The one place through which Textual empties its own cache of lines: on a refresh, another size, another style.
        self._kept = None
        super()._set_dirty(*regions)


class Across(Still, Horizontal):
    """A row of widgets."""


class Down(Still, Vertical):
    """A column of widgets."""
