"""A paste that is too long is dropped and said, and what comes after it is understood (issue 12, row 6)."""

import tracemalloc

import pytest

from intervisie_tui.keys.pieces import LONGEST_PASTE, PASTE_BEGINS, PASTE_ENDS, SILENT_PASTE
from intervisie_tui.keys.typed import Keyboard
from intervisie_tui.keys.waits import NEAR
from tests.unit.keyboard import keys

SIGNS = ("x", "é", "\N{EURO SIGN}", "\N{GRINNING FACE}", "\x1b[201", "\n", "\x1b[200~")


def size(text: str) -> int:
    return len(text.encode())


@pytest.mark.parametrize("sign", SIGNS)
def test_a_paste_up_to_the_limit_is_untouched(sign: str) -> None:
    text = sign * (LONGEST_PASTE // size(sign))
    text += "." * (LONGEST_PASTE - size(text))
    assert keys([PASTE_BEGINS + text + PASTE_ENDS, "a"]) == [repr(text), "a"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("over", [*range(1, 15), 100, 5_500_000])
@pytest.mark.parametrize("piece", [7, 4096, 65536])
def test_a_longer_one_is_dropped_and_said_once_and_what_follows_is_understood(
    sign: str, over: int, piece: int
) -> None:
    if over > 1000 and piece < 1000:
        return
    text = sign * (LONGEST_PASTE // size(sign))
    text += "." * (LONGEST_PASTE - size(text) + over)
    sent = f"{PASTE_BEGINS}{text}{PASTE_ENDS}n\x1b[A"
    parts = [sent[start : start + piece] for start in range(0, len(sent), piece)]
    assert keys(parts) == ["PasteDropped", "n", "up"]


@pytest.mark.parametrize("cut", range(1, len(PASTE_ENDS)))
def test_the_end_of_a_dropped_paste_may_come_in_two_pieces(cut: int) -> None:
    begun = PASTE_BEGINS + "x" * 2 * LONGEST_PASTE
    assert keys([begun + PASTE_ENDS[:cut], 3.0, PASTE_ENDS[cut:] + "q"]) == ["PasteDropped", "q"]


def test_a_dropped_paste_without_an_end_ends_in_silence() -> None:
    assert keys([PASTE_BEGINS + "x" * 2 * LONGEST_PASTE, SILENT_PASTE + 1, "q"]) == ["PasteDropped", "q"]


def test_two_in_a_row_are_each_dropped_and_a_short_one_behind_them_comes() -> None:
    long = PASTE_BEGINS + "x" * 2 * LONGEST_PASTE + PASTE_ENDS
    assert keys([long + long + PASTE_BEGINS + "short" + PASTE_ENDS]) == ["PasteDropped"] * 2 + ["'short'"]


def test_a_paste_without_end_takes_no_more_memory_the_longer_it_is() -> None:
    keyboard = Keyboard(lambda: 0.0, NEAR)
    piece = "x" * 65_536
    list(keyboard.feed(PASTE_BEGINS + piece + piece))
    tracemalloc.start()
    try:
        for _piece in range(200):
            assert not list(keyboard.feed(piece))
        assert tracemalloc.get_traced_memory()[0] < 1_000_000
    finally:
        tracemalloc.stop()
