"""Words at the left and a figure at the right of one line."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs


def two_sides(left: str, right: str, width: int, style: str = "", right_style: str = "") -> Content:
    """A line of so many columns; what does not fit at the left ends in an ellipsis, the right is never cut."""
    words = one_line(left).plain
    room = max(width - cell_len(right) - 1, 1)
    if cell_len(words) > room:
        words = set_cell_size(words, room - 1).rstrip() + signs().ellipsis
    gap = " " * max(width - cell_len(words) - cell_len(right), 1)
    return Content.assemble(
        Content.styled(words, style) if style else words,
        gap,
        Content.styled(right, right_style or style) if (right_style or style) else right,
    )
