"""The big digits have the height that they say and can be told apart."""

import pytest

from intervisie_tui.widgets.glyphs import HEIGHTS, glyph


@pytest.mark.parametrize("rows", HEIGHTS)
@pytest.mark.parametrize("block", ["█", "#"])
def test_signs_are_as_high_as_asked_straight_at_the_sides_and_all_different(rows: int, block: str) -> None:
    shapes = {sign: glyph(sign, rows, block) for sign in "0123456789+-:"}
    assert {len(shape) for shape in shapes.values()} == {rows}
    assert all(len({len(row) for row in shape}) == 1 for shape in shapes.values())
    assert len(set(shapes.values())) == len(shapes)
    assert len({len(shapes[sign][0]) for sign in "0123456789"}) == 1
    if block == "#":
        assert all(row.isascii() for shape in shapes.values() for row in shape)


def test_a_seven_is_drawn_in_strokes_two_columns_thick() -> None:
    assert glyph("7", 7, "#") == ("#######", *["     ##"] * 6)


def test_a_strange_sign_leaves_a_gap() -> None:
    assert not "".join(glyph("[", 7)).strip()
