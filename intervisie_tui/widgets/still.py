"""What was painted is kept until it is to be painted anew."""

from typing import TYPE_CHECKING

from textual._compositor import Compositor, ReflowResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar
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
        # Textual would lay out and paint all once more. What the new size asks for is asked by what depends on it: bars
        # that come or go, places to scroll to, panes that are resized, and what looks at how much there is to scroll.
        del layout
        before = self.virtual_size
        changed = super()._size_updated(size, virtual_size, container_size, layout=False)
        if virtual_size != before:
            self.extent_changed()
        return changed

    def extent_changed(self) -> None:
        """There is more to scroll through, or less."""

    def _set_dirty(self, *regions: Region) -> None:
        # The one place through which Textual empties its own cache of lines: on a refresh, another size, another style.
        self._kept = None
        super()._set_dirty(*regions)


class Across(Still, Horizontal):
    """A row of widgets."""


class Down(Still, Vertical):
    """A column of widgets."""


class Bar(Still, ScrollBar):
    """The bar of what scrolls: as high as what it stands beside, so that nothing is laid out for its sake."""


class Barred(Still):
    """What scrolls, with such a bar."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """Its bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Bar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar


class Rolling(Barred, VerticalScroll, inherit_bindings=False):
    """A column of widgets that scrolls."""


class Arranged(Compositor):
    """Where everything is on a screen, worked out once for each layout.

    Textual holds what it knows for outdated as soon as something that is nowhere in sight asks to be painted, and then
    arranges the whole screen once more, also right after a layout and at every tick of a clock.
    """

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Where everything is now."""
        result = super().reflow(parent, size)
        self._full_map_invalidated = False
        return result

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Have these painted; what comes into sight asks for a layout."""
        super().update_widgets(widgets & self.visible_widgets.keys())
