"""The clock paints what changes and nothing else."""

from collections import Counter

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from intervisie_tui.widgets.bar import ProgressLine
from intervisie_tui.widgets.digits import BigClock, Digit, clock_width
from intervisie_tui.widgets.glyphs import glyph
from intervisie_tui.widgets.signs import ASCII, UNICODE, use_signs
from intervisie_tui.widgets.theme import THEMES


class Clock(App[None]):
    """A clock and its line."""

    def __init__(self, rows: int = 7) -> None:
        super().__init__()
        self.rows = rows
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield BigClock(rows=self.rows)
        yield ProgressLine()

    @property
    def clock(self) -> BigClock:
        return self.query_one(BigClock)

    def lines(self) -> list[str]:
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).strip() for strip in strips]


@pytest.fixture(autouse=True)
def unicode_signs() -> None:
    use_signs(UNICODE)


def drawn(text: str, rows: int, block: str = "█") -> list[str]:
    shapes = [glyph(sign, rows, block) for sign in text]
    return [" ".join(shape[y] for shape in shapes).strip() for y in range(rows)]


@pytest.mark.parametrize("rows", [3, 7, 9, 11])
@pytest.mark.parametrize("text", ["07:42", "-02:31", "+2:31", "102:05"])
async def test_the_clock_shows_its_text_at_each_height(text: str, rows: int) -> None:
    app = Clock(rows)
    async with app.run_test(size=(120, 34)) as pilot:
        app.clock.show(text)
        await pilot.pause()
        assert app.lines()[:rows] == drawn(text, rows)
        width = sum(digit.region.width for digit in app.query(Digit)) + len(text) - 1
        assert width == clock_width(text, rows)


async def test_a_tick_paints_only_the_changed_rows_of_the_changed_digit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Clock()
    async with app.run_test(size=(120, 34)) as pilot:
        app.clock.show("07:48")
        await pilot.pause()
        painted: Counter[str] = Counter()
        asked: list[Region] = []
        render, refresh = Digit.render_line, Digit.refresh

        def counted(digit: Digit, y: int) -> Strip:
            painted[digit._sign] += 1
            return render(digit, y)

        def noted(digit: Digit, *regions: Region, **options: bool) -> Digit:
            asked.extend(regions)
            return refresh(digit, *regions, **options)

        monkeypatch.setattr(Digit, "render_line", counted)
        monkeypatch.setattr(Digit, "refresh", noted)
        app.clock.show("07:49")
        await pilot.pause()
        assert [region.y for region in asked] == [4, 5]
        assert set(painted) == {"9"}
        assert painted["9"] == 2
        assert app.lines()[:7] == drawn("07:49", 7)


async def test_the_clock_grows_shrinks_and_changes_its_length_while_it_runs() -> None:
    app = Clock(7)
    async with app.run_test(size=(120, 34)) as pilot:
        for text, rows in [
            ("10:00", 7),
            ("9:59", 9),
            ("+0:01", 3),
            ("00:00", 11),
            ("-100:00", 7),
            ("", 7),
            ("5:00", 8),
        ]:
            app.clock.rows = rows
            app.clock.show(text)
            await pilot.pause()
            height = app.clock.rows
            assert height == (7 if rows == 8 else rows)
            assert app.lines()[:height] == drawn(text, height)


@pytest.mark.parametrize("theme", [theme.name for theme in reversed(THEMES)])
async def test_a_tone_gives_the_clock_its_colour(theme: str) -> None:
    app = Clock(7)
    async with app.run_test(size=(120, 34)) as pilot:
        app.theme = theme
        seen = {}
        for tone in ("now", "warn", "over", "paused"):
            app.clock.show("07:42", tone)
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            [color] = {s.style.color.name for s in strips[0] if "█" in s.text and s.style and s.style.color}
            seen[tone] = color
        variables = app.theme_variables
        assert seen == {
            "now": variables["primary"].lower(),
            "warn": variables["warning"].lower(),
            "over": variables["error"].lower(),
            "paused": variables["text"].lower(),
        }


async def test_another_tone_lays_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Clock(7)
    async with app.run_test(size=(120, 34)) as pilot:
        app.clock.show("07:42", "now")
        await pilot.pause()
        laid_out = []
        monkeypatch.setattr(app.screen, "_refresh_layout", lambda *_, **__: laid_out.append(1))
        app.clock.show("07:42", "over")
        app.query_one(ProgressLine).show(1, "over")
        await pilot.pause()
        assert not laid_out
        app.clock.show("107:42", "over")
        await pilot.pause()
        assert laid_out


async def test_without_unicode_the_clock_and_the_line_are_ascii() -> None:
    use_signs(ASCII)
    app = Clock(7)
    async with app.run_test(size=(40, 12)) as pilot:
        app.clock.show("07:42")
        app.query_one(ProgressLine).show(0.5)
        await pilot.pause()
        assert app.lines()[:7] == drawn("07:42", 7, "#")
        assert app.lines()[7] == "=" * 20 + "-" * 20


async def test_the_line_repaints_only_when_a_cell_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Clock(7)
    async with app.run_test(size=(100, 20)) as pilot:
        bar = app.query_one(ProgressLine)
        app.clock.show("07:42")
        bar.show(0.251)
        await pilot.pause()
        times = 0
        render = ProgressLine.render_line

        def counted(line: ProgressLine, y: int) -> Strip:
            nonlocal times
            times += 1
            return render(line, y)

        monkeypatch.setattr(ProgressLine, "render_line", counted)
        bar.show(0.255)
        await pilot.pause()
        assert times == 0
        bar.show(0.261)
        await pilot.pause()
        assert times == 1
        assert app.lines()[7] == "━" * 26 + "─" * 74
        for part in (-1.0, 7.0):
            bar.show(part)
            await pilot.pause()
        assert app.lines()[7] == "━" * 100
