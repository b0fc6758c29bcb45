"""Words at the left and a figure at the right of one line."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs


def cut(text: str, room: int) -> str:
    """A text on one line of at most so many columns; what does not fit ends in an ellipsis."""
    words = one_line(text).plain
    if cell_len(words) <= room:
        return words
    return set_cell_size(words, max(room - 1, 0)).rstrip() + signs().ellipsis


def two_sides(left: str, right: str, width: int, style: str = "", right_style: str = "") -> Content:
    """A line of so many columns; what does not fit at the left ends in an ellipsis, the right is never cut."""
    words = cut(left, max(width - cell_len(right) - 1, 1))
    gap = " " * max(width - cell_len(words) - cell_len(right), 1)
    if not right_style or right_style == style:
        # In one piece: a row that changes each second is to write little.
        return Content.styled(f"{words}{gap}{right}", style) if style else Content(f"{words}{gap}{right}")
    return Content.assemble(
        Content.styled(words, style) if style else words,
        gap,
        Content.styled(right, right_style),
    )
