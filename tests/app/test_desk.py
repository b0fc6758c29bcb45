"""The desk: what is for the timekeeper alone, and what the room sees; the room itself stays as it was."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.shown import Shown
from intervisie_tui.screens.dialogs.show_on_stage import ShowOnStage
from intervisie_tui.store.doors import Doors
from tests.app.helpers_screens import text_on, until
from tests.app.room_scene import Hands, RoomApp, Scene, go, to_phase

WIDE, SMALL, WALL = (120, 34), (80, 24), (200, 50)
SIZES = [WIDE, SMALL, WALL]
LABEL = "The room sees"


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def _facts(scene: Scene) -> RoomApp:
    live = await scene.live()
    await go(live, c.StartClock())
    await to_phase(live, "informatie")
    return RoomApp(live)


@pytest.mark.parametrize("size", SIZES)
async def test_the_desk_shows_cues_what_comes_next_what_to_read_and_what_the_room_sees(
    scene: Scene, size: tuple[int, int]
) -> None:
    app = await _facts(scene)
    async with app.run_test(size=size) as pilot:
        await pilot.press("d")
        await pilot.pause()
        shown = text_on(app)
        assert [
            each for each in ("at 8:00", "Diagnosis  8 min", "min early", LABEL) if each not in shown
        ] == []
        assert "Get a complete picture of the facts." in shown
        assert "One question per turn." in shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_room_is_painted_as_before_when_one_comes_back_from_the_desk(
    scene: Scene, size: tuple[int, int]
) -> None:
    app = await _facts(scene)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = text_on(app)
        await pilot.press("d")
        await pilot.pause()
        assert LABEL in text_on(app)
        await pilot.press("d")
        await pilot.pause()
        app.room.query_one("#hint").hush()  # type: ignore[attr-defined] # the quiet line
        await pilot.pause()
        assert text_on(app) == before


async def test_a_cue_that_waits_comes_first_and_one_to_come_tells_when(scene: Scene) -> None:
    app = await _facts(scene)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        scene.clock.seconds += 8 * 60
        app.room.tick()
        await pilot.pause()
        first, *others = [line for line in app.shown("#cues").splitlines() if line.strip()][1:]
        assert first.startswith("● Halfway")
        assert any(line.startswith("at 4:00") for line in others)


async def test_the_small_picture_shows_what_the_stage_shows_and_the_veil(scene: Scene) -> None:
    app = await _facts(scene)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert "15:00" in app.shown("#stage-picture")
        assert "nothing written down" in app.shown("#stage-picture")
        await go(app.live, c.ShowOnStage(Shown.ACTIONS))
        scene.clock.seconds += 1
        app.room.tick()
        await pilot.pause()
        assert "14:59" in app.shown("#stage-picture")
        assert "also: actions" in app.shown("#stage-picture")
        await pilot.press("v")
        await pilot.pause()
        shown = app.shown("#stage-picture")
        assert "The room is veiled." in shown
        assert "14:59" not in shown


async def test_what_the_stage_shows_is_switched_in_one_place_and_taken_back_as_all_else(scene: Scene) -> None:
    app = await _facts(scene)
    async with app.run_test(size=WIDE) as pilot:
        await app.room.run_action("show_on_stage")
        dialog = await until(pilot, ShowOnStage)
        await pilot.press("enter", "down", "down", "space")
        await pilot.pause(0.1)
        assert app.live.session.shown == (Shown.NOTES, Shown.ACTIONS)
        rows = dialog.query_one(OptionList)
        assert [str(rows.get_option_at_index(at).prompt) for at in range(3)] == [
            "■ Notes  shown",
            "□ Parking lot  not shown",
            "■ Actions  shown",
        ]
        await pilot.press("escape", "u")
        await pilot.pause(0.1)
        assert list(app.live.session.shown) == [Shown.NOTES]
        assert "what the stage shows" in app.shown("#hint")


async def test_the_desk_has_a_tab_of_its_own_in_a_small_window(scene: Scene) -> None:
    app = await _facts(scene)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert "[Desk]" in text_on(app)
        await pilot.press("]")
        await pilot.pause()
        assert LABEL not in text_on(app)
        assert "[Agenda]" in text_on(app)
        await pilot.press("d")
        await pilot.pause()
        assert "Desk" not in text_on(app)


@pytest.mark.parametrize("size", [WIDE, (135, 33), (120, 30)])
async def test_with_guests_in_every_pane_of_the_desk_still_has_its_words(
    scene: Scene, size: tuple[int, int]
) -> None:
    scene.names = ("Anna", "Bram", "Chantal", "Dirk", "Esra", "Fatima", "Gijs", "Hanna")
    app = await _facts(scene)
    guests = tuple(f"g{place}" for place in range(4))
    doors = Doors("http://127.0.0.1", present=guests, watching=7)
    app.live._look_at_doors = lambda: doors
    await app.live._look()
    async with app.run_test(size=size) as pilot:
        for desk in (False, True):
            if desk:
                await pilot.press("d")
            await pilot.pause(0.05)
            shown = " ".join(text_on(app).split())
            assert [each for each in ("press p.", "press a.", "press c.", "watch") if each not in shown] == []


async def test_at_the_desk_an_enlarged_pane_has_the_whole_window(scene: Scene) -> None:
    app = await _facts(scene)
    await go(app.live, *(c.AddNote(f"n{each}", "informatie", f"Note {each}") for each in range(20)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        app.room.query_one("#notes .entries").focus()
        await pilot.press("z")
        await pilot.pause(0.05)
        assert [each for each in range(20) if f"Note {each}" not in text_on(app)] == []


async def test_the_small_picture_says_whole_who_has_the_floor(scene: Scene) -> None:
    scene.names = ("Anna-Maria van den Heuvel", *scene.names[1:])
    live = await scene.live()
    await go(live, c.StartClock())
    app = RoomApp(live)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        await pilot.pause()
        picture = app.shown("#stage-picture")
        assert "Anna-Maria van den Heuvel has the floor." in " ".join(picture.split())
