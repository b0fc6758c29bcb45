"""Words are folded into lines that fit, and none of them is lost unless an ellipsis tells so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from intervisie_tui.widgets.folding import folded, rows_of
from intervisie_tui.widgets.signs import UNICODE, use_signs

WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs"), include_characters="\n 日本👍"), max_size=200)


@pytest.fixture(autouse=True)
def _unicode_signs() -> None:
    use_signs(UNICODE)


def letters(text: str) -> str:
    return "".join(text.split())


@given(words=WORDS, width=st.integers(6, 60))
def test_folded_words_fit_and_are_all_there(words: str, width: int) -> None:
    shown = folded(Content(words), width).plain
    assert all(cell_len(line) <= width for line in shown.split("\n"))
    assert letters(shown) == letters(words)


@given(words=WORDS, width=st.integers(6, 60), most=st.integers(1, 5))
def test_no_more_lines_than_asked_for_and_an_ellipsis_where_something_is_left_out(
    words: str, width: int, most: int
) -> None:
    shown = folded(Content(words), width, most)
    assert rows_of(shown) <= most
    assert all(cell_len(line) <= width for line in shown.plain.split("\n"))
    if letters(shown.plain) != letters(words):
        assert shown.plain.endswith("…")


def test_a_very_long_text_is_folded_in_one_go_even_into_single_columns() -> None:
    assert rows_of(folded(Content("x" * 5000), 1)) == 5000


def test_lines_behind_the_first_are_set_in() -> None:
    assert folded(Content("What exactly happened in that meeting?"), 20).plain == (
        "What exactly\n  happened in that\n  meeting?"
    )
