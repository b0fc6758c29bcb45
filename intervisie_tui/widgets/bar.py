"""A thin line that shows how far a phase is."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.still import Still


class ProgressLine(Still, Widget):
    """One line: the part that has gone by, and the rest; it repaints only when a cell changes."""

    DEFAULT_CSS = """
    ProgressLine {
        height: 1;
        width: 1fr;
        color: $primary;
    }
    ProgressLine.-over { color: $error; }
    ProgressLine.-paused { color: $text-muted; }
    ProgressLine > .progress-line--rest { color: $panel; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"progress-line--rest"}

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 (Textual's own word)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._part = 0.0
        self._painted: tuple[int, int] | None = None

    def show(self, part: float, tone: str = "now") -> None:
        """Shows a part between 0 and 1 (what lies outside is cut off); `tone` is one of digits.TONES."""
        self._part = min(max(part, 0.0), 1.0)
        self.set_class(tone == "over", "-over")
        self.set_class(tone == "paused", "-paused")
        if self._cells() != self._painted:
            self.refresh()

    def _cells(self) -> tuple[int, int]:
        width = self.size.width
        return int(self._part * width), width

    def render_line(self, y: int) -> Strip:
        """The line itself; the lines below it, if any, are empty."""
        if y:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        self._painted = filled, width = self._cells()
        rest = self.get_component_rich_style("progress-line--rest")
        return Strip(
            [
                Segment(signs().line * filled, self.visual_style.rich_style),
                Segment(signs().line_rest * (width - filled), rest),
            ],
            width,
        )
