"""Lines with words at the left and a figure at the right, in one widget: each costs time at every picture."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.widgets.columns import two_sides
from intervisie_tui.widgets.pane import Words

Sides = tuple[str, str, str]
"""Left, right and style of a line."""


class TwoSided(Words):
    """So many lines, each as wide as the widget."""

    def __init__(self) -> None:
        super().__init__(hides=True)
        self._lines: tuple[Sides, ...] = ()

    def tell(self, lines: Sequence[Sides]) -> None:
        """Shows these lines."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._lay()

    def on_resize(self) -> None:
        """The figures keep to the right."""
        self._lay()

    def _lay(self) -> None:
        width = self.size.width
        # Its height is known before its width.
        rows = [two_sides(*sides[:2], width, sides[2]) if width else Content(" ") for sides in self._lines]
        self.show(Content("\n").join(rows))
