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
    }
    ProgressLine > .progress-line--gone { color: $primary; }
    ProgressLine > .progress-line--over { color: $error; }
    ProgressLine > .progress-line--paused { color: $text-muted; }
    ProgressLine > .progress-line--rest { color: $panel; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"progress-line--{part}" for part in ("gone", "over", "paused", "rest")
    }

    def __init__(
        self,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._part = 0.0
        self._tone = "gone"
        self._painted: tuple[int, int, str] | None = None

    def show(self, part: float, tone: str = "now") -> None:
        """Shows a part between 0 and 1 (what lies outside is cut off); `tone` is one of digits.TONES."""
        self._part = min(max(part, 0.0), 1.0)
        self._tone = tone if tone in ("over", "paused") else "gone"
        if self._shown() != self._painted:
            self.refresh()

    def _shown(self) -> tuple[int, int, str]:
        width = self.size.width
        return int(self._part * width), width, self._tone

    def render_line(self, y: int) -> Strip:
        """The line itself; the lines below it, if any, are empty."""
        if y:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        self._painted = filled, width, tone = self._shown()
        gone = self.get_component_rich_style(f"progress-line--{tone}")
        rest = self.get_component_rich_style("progress-line--rest")
        return Strip(
            [
                Segment(signs().line * filled, gone),
                Segment(signs().line_rest * (width - filled), rest),
            ],
            width,
        )
