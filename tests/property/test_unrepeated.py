"""What is left out of a picture is seen by nobody: a terminal shows the same with and without it."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.widgets.unrepeated import unrepeated

WIDTH, HEIGHT = 24, 10
RESET = "\x1b[0m"
PENS = ("\x1b[1m", "\x1b[31m", "\x1b[38;2;1;2;3;48;2;4;5;6m", "\x1b[7;38;5;9m")
EMPTY = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H"


class Terminal:
    """A terminal that is drawn on."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self._screen)

    def draw(self, drawn: str) -> None:
        self._stream.feed(drawn)

    @property
    def picture(self) -> tuple[object, ...]:
        """All that can be seen, and the pen that is in hand."""
        screen = self._screen
        cells = [screen.buffer[y][x] for y in range(HEIGHT) for x in range(WIDTH)]
        return (cells, screen.cursor.x, screen.cursor.y, screen.cursor.attrs)


moves = st.builds("\x1b[{};{}H".format, st.integers(1, 4), st.integers(1, 16))
texts = st.sampled_from(("", " ", "ab", "█ █", "好", "\u0301", "\x1b[K", "\x1b[?25l"))
pieces = st.builds(
    lambda pens, text: f"{''.join(pens)}{text}{RESET if pens else ''}",
    st.lists(st.sampled_from(PENS), max_size=2),
    texts,
)


def _few_ends(parts: list[str]) -> str:
    """With no more ends of lines than there are rows."""
    kept = [part for at, part in enumerate(parts) if part != "\n" or "\n" not in parts[max(at - 4, 0) : at]]
    return "".join(kept)


frames = st.lists(st.one_of(moves, pieces, pieces, st.just("\n")), max_size=12).map(_few_ends)


@given(st.lists(frames, max_size=6), st.integers(0, 6))
def test_every_picture_looks_the_same_also_to_one_who_comes_late(drawn: list[str], late: int) -> None:
    one, other = Terminal(), Terminal()
    for each in [*drawn[:late], EMPTY, *drawn[late:]]:
        one.draw(each)
        other.draw(unrepeated(each))
        assert one.picture == other.picture
    whole, spared = Terminal(), Terminal()
    for each in drawn[late:]:
        whole.draw(each)
        spared.draw(unrepeated(each))
    assert whole.picture == spared.picture


@given(st.lists(frames, max_size=6))
def test_it_is_never_more(drawn: list[str]) -> None:
    assert all(len(unrepeated(each)) <= len(each) for each in drawn)


def test_a_pen_that_is_in_hand_is_not_taken_again() -> None:
    pen = PENS[2]
    rows = [f"\x1b[{row};3H{pen}██{RESET}\n" for row in (2, 3, 4)]
    assert unrepeated("".join(rows)) == f"\x1b[2;3H{pen}██\x1b[3;3H██\x1b[4;3H██{RESET}\n"
