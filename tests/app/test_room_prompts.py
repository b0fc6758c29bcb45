"""The prompts of a phase, the question, what the case owner does, and the rules: all there, whatever the room."""

from pathlib import Path

import pytest

from intervisie_tui import locale
from intervisie_tui.methods import vijfstappen
from intervisie_tui.widgets.scrolled import Scrolled
from tests.app.helpers_screens import text_on
from tests.app.room_scene import RoomApp, Scene, to_phase

QUESTION = "Hoe kan ik rustig blijven als de ouders boos worden?"


@pytest.fixture
async def app(tmp_path: Path) -> RoomApp:
    locale.use("nl")
    live = await Scene(tmp_path, method=vijfstappen.METHOD).live(question=QUESTION)
    await to_phase(live, "advies")
    return RoomApp(live)


async def test_what_has_no_room_stands_below_the_bar_and_is_not_half_in_sight(app: RoomApp) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        box = app.room.query_one("#prompts Scrolled", Scrolled)
        assert box.show_vertical_scrollbar
        assert "Anna: Luistert eerst" not in text_on(app)
        box.focus()
        await pilot.press(*["down"] * box.max_scroll_y)
        await pilot.pause(0.4)
        assert "Anna: Luistert eerst" in text_on(app)


async def test_another_phase_begins_at_the_top_of_its_prompts(app: RoomApp) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        app.room.query_one("#prompts Scrolled", Scrolled).focus()
        await pilot.press("down", "down", "n")
        await pilot.pause(0.4)
        assert "Wat ga je doen, en wanneer?" in text_on(app)


async def test_a_small_window_has_room_for_what_the_case_owner_does(app: RoomApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Anna: Luistert eerst naar alles" in text_on(app)
        assert QUESTION in text_on(app)


async def test_a_ground_rule_is_folded_where_its_line_ends(app: RoomApp) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        lines = [line[:33].strip() for line in text_on(app).splitlines()]
        at = lines.index("Wat je hier hoort, houd je")
        assert lines[at + 1] == "voor je."
