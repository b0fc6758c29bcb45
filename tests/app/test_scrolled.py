"""Words that may be longer than their place: the bar takes a column, and nothing else on the screen moves."""

from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.widgets.folding import folded
from intervisie_tui.widgets.scrolled import Scrolled
from tests.app.helpers_screens import text_on

ROWS, WIDTH = 6, 20


class Counting(Screen[None]):
    """A screen that counts its layouts."""

    layouts = 0

    def compose(self) -> ComposeResult:
        yield Scrolled()

    def _refresh_layout(self, *args: object, **keywords: object) -> None:
        self.layouts += 1
        super()._refresh_layout(*args, **keywords)  # type: ignore[arg-type] # passed on as they came


class Words(App[None]):
    """One place for words, and nothing beside it."""

    def get_default_screen(self) -> Counting:
        return Counting()

    async def shows(self, pilot: Pilot[None], words: str, of: str = "") -> Scrolled:
        body = self.screen.query_one(Scrolled)
        body.tell(lambda width: folded(Content(words), width), of)
        await pilot.pause()
        return body


def numbered(rows: int) -> str:
    return "\n".join(f"row {row}" for row in range(rows))


async def test_other_words_lay_nothing_out_while_the_bar_stays_or_stays_away() -> None:
    app = Words()
    async with app.run_test(size=(WIDTH, ROWS)) as pilot:
        for few, many in ((2, 5), (20, 9)):
            await app.shows(pilot, numbered(few))
            assert isinstance(app.screen, Counting)
            before = app.screen.layouts
            body = await app.shows(pilot, numbered(many))
            assert app.screen.layouts == before
            assert "row 4" in text_on(app)
            assert body.max_scroll_y == max(many - ROWS, 0)
            assert body.show_vertical_scrollbar == (many > ROWS)


async def test_the_bar_takes_a_column_of_the_words() -> None:
    app = Words()
    async with app.run_test(size=(WIDTH, ROWS)) as pilot:
        line = "x" * (WIDTH - 1)
        assert (await app.shows(pilot, line)).words == line
        body = await app.shows(pilot, "\n".join([line] * ROWS))
        assert not body.show_vertical_scrollbar
        body = await app.shows(pilot, "\n".join([line] * (ROWS + 1)))
        assert body.show_vertical_scrollbar
        assert max(map(len, body.words.split("\n"))) == WIDTH - 2
        assert text_on(app).splitlines()[0].rstrip("▁▂▃▄▅▆▇█ ") == "x" * (WIDTH - 2)


async def test_words_of_something_else_begin_at_their_top_and_others_stay() -> None:
    app = Words()
    async with app.run_test(size=(WIDTH, ROWS)) as pilot:
        body = await app.shows(pilot, numbered(20), "one")
        body.focus()
        await pilot.press("down", "down", "down")
        await pilot.pause(0.3)
        assert text_on(app).startswith("row 3")
        await app.shows(pilot, numbered(21), "one")
        assert text_on(app).startswith("row 3")
        await app.shows(pilot, numbered(22), "two")
        assert text_on(app).startswith("row 0")


async def test_fewer_words_leave_nothing_of_the_old_ones() -> None:
    app = Words()
    async with app.run_test(size=(WIDTH, ROWS)) as pilot:
        body = await app.shows(pilot, numbered(20), "one")
        body.focus()
        await pilot.press(*["down"] * 14)
        await pilot.pause(0.3)
        await app.shows(pilot, "only this", "one")
        assert text_on(app).split() == ["only", "this"]
