"""A link as a QR code: the whole of it, dark on light, in the room that there is."""

import pytest
import segno
from textual.content import Content

from intervisie_tui.widgets.qr_code import LEAST_QUIET, QUIET, drawing

LINK = "https://192.168.178.123:8000/join/0123456789_-abcdefghij"
LONGEST_HOST = "https://intervisie.een-heel-lange-naam-van-een-school.example.org/join/0123456789_-abcdefghij"

# What is dark in the upper and the lower half of a cell, by its sign and its style.
HALVES = {
    (" ", "#000000 on #ffffff"): (False, False),
    (" ", "#ffffff on #000000"): (True, True),
    ("▀", "#000000 on #ffffff"): (True, False),
    ("▄", "#000000 on #ffffff"): (False, True),
}


def modules(drawn: Content) -> list[list[bool]]:
    """What a camera sees of a drawing."""
    rows: list[list[bool]] = []
    for line in drawn.split("\n"):
        styles = [""] * len(line.plain)
        for span in line.spans:
            styles[span.start : span.end] = [str(span.style)] * (span.end - span.start)
        cells = [HALVES[cell] for cell in zip(line.plain, styles, strict=True)]
        rows += [[upper for upper, _ in cells], [lower for _, lower in cells]]
    return rows


def expected(link: str, quiet: int, scale: int) -> list[list[bool]]:
    made = segno.make_qr(link, error="l").matrix_iter(scale=scale, border=quiet)
    rows = [[bool(module) for module in row] for row in made]
    return [*rows, [False] * len(rows[0])] if len(rows) % 2 else rows


@pytest.mark.parametrize(("size", "scale"), [((41, 21), 1), ((90, 45), 2), ((130, 70), 3)])
def test_the_code_is_whole_and_as_large_as_it_can_be(size: tuple[int, int], scale: int) -> None:
    drawn = drawing(LINK, *size)
    assert drawn is not None
    assert modules(drawn) == expected(LINK, QUIET, scale)


def test_in_a_window_of_80_by_24_a_long_address_fits_with_less_light_around_it() -> None:
    drawn = drawing(LONGEST_HOST, 41, 21)
    assert drawn is not None
    assert modules(drawn) == expected(LONGEST_HOST, LEAST_QUIET, 1)


def test_where_there_is_no_room_there_is_no_code() -> None:
    assert drawing(LINK, 36, 40) is None
    assert drawing(LINK, 80, 17) is None


def test_without_half_blocks_a_module_is_two_blanks() -> None:
    drawn = drawing(LINK, 90, 45, ascii_only=True)
    assert drawn is not None
    assert set(drawn.plain) == {" ", "\n"}
    assert {len(line) for line in drawn.plain.split("\n")} == {2 * len(drawn.plain.split("\n"))}
