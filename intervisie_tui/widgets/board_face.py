"""The lines of a board, or of the names above it, as one widget."""

from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual, visualize
from textual.widget import Widget

from intervisie_tui.widgets.still import Still


class Face(Still, Widget):
    """The lines of a board; only those that differ are painted again."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Face { height: auto; width: 1fr; } Face.head { dock: top; }"

    def __init__(self, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.lines: tuple[Content, ...] = ()

    def tell(self, lines: tuple[Content, ...]) -> None:
        """Shows these lines."""
        before, self.lines = self.lines, lines
        after = lines
        if len(before) != len(after):
            self.refresh(layout=True)
        elif changed := [y for y, line in enumerate(after) if not line.is_same(before[y])]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """A row for each line."""
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """One line; those below the last are empty."""
        width, lines = self.size.width, self.lines
        if not 0 <= y < len(lines):
            return Strip.blank(width, self.visual_style.rich_style)
        visual = visualize(self, lines[y], markup=False)
        strips = Visual.to_strips(self, visual, width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width, self.visual_style.rich_style)
