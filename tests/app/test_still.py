"""What is kept from picture to picture is painted anew when it has to be."""

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.still import Across, Down


class Sheet(App[None]):
    """Words in a row beside others."""

    CSS = "Across { background: black; } Words { width: 20; height: 1; color: white; } .other { color: red; }"

    def compose(self) -> ComposeResult:
        """Two of them."""
        with Across():
            yield Words(id="one")
            yield Words(id="two")

    def lines(self) -> list[Strip]:
        """What the first one has painted."""
        return self.query_one("#one", Words).render_lines(Region(0, 0, 20, 1))


def words(app: Sheet) -> None:
    app.query_one("#one", Words).show(Content("B"))


def colour(app: Sheet) -> None:
    app.query_one("#one").add_class("other")


def background(app: Sheet) -> None:
    app.query_one(Across).styles.background = "blue"


def width(app: Sheet) -> None:
    app.query_one("#one").styles.width = 10


@pytest.mark.parametrize("change", [words, colour, background, width])
async def test_what_changes_is_painted_anew(change: Callable[[Sheet], None]) -> None:
    app = Sheet()
    async with app.run_test() as pilot:
        app.query_one("#one", Words).show(Content("A"))
        await pilot.pause()
        before = app.lines()
        change(app)
        await pilot.pause()
        assert app.lines() != before


async def test_what_stays_is_not_painted_again_when_its_neighbour_changes() -> None:
    app = Sheet()
    async with app.run_test() as pilot:
        app.query_one("#one", Words).show(Content("A"))
        await pilot.pause()
        before = app.lines()
        app.query_one("#two", Words).show(Content("B"))
        await pilot.pause()
        assert app.lines() is before


class Growing(Sheet):
    """Words below each other that take the rows that they need."""

    CSS = "Down { height: auto; } Words { width: 20; height: auto; }"

    def compose(self) -> ComposeResult:
        """Two of them."""
        with Down():
            yield Words(id="one")
            yield Words(id="two")


async def test_words_that_take_more_rows_are_one_layout() -> None:
    app = Growing()
    async with app.run_test() as pilot:
        await pilot.pause()
        laid_out: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, laid_out.append, immediate=True)
        app.query_one("#one", Words).show(Content("A\nB\nC"))
        while not laid_out:
            await pilot.pause()
        await pilot.pause()
        assert len(laid_out) == 1
        assert app.query_one("#one").size.height == 3
        assert app.query_one("#two").region.y == app.query_one("#one").region.bottom
