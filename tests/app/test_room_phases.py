"""Phases that are not like the others: a board, a silence, looking back, pairs."""

from datetime import date
from pathlib import Path

import pytest

from intervisie_tui.actions import by_id
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.session import Action, Status
from intervisie_tui.methods import opstelling
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.commands import commands_of
from intervisie_tui.screens.look_back import LookBackDialog
from tests.app.helpers_screens import text_on, until
from tests.app.room_methods import hats_method
from tests.app.room_scene import Hands, RoomApp, Scene, board, go, rows, to_phase

SIZE = (120, 34)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def test_tab_in_the_note_line_chooses_the_place_on_the_board(scene: Scene) -> None:
    scene.method = hats_method()
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        for place, word in (("White: facts", "w"), ("Red: feelings", "r"), ("Black: risks", "b")):
            assert place in app.shown("#entry")
            await pilot.press(word, "enter", "tab")
        assert "White: facts" in app.shown("#entry")
        await pilot.press("shift+tab", "x", "enter", "escape")
        await pilot.pause()
        assert [note.cell for note in app.room.session.notes] == ["white", "red", "black", "black"]
        assert [" ".join(line.split()) for line in board(app)] == [
            "White: facts Red: feelings", "w r", "", "Black: risks", "b", "x",
        ]  # fmt: skip


async def test_what_others_write_in_silence_is_a_count_until_the_silence_ends(scene: Scene) -> None:
    scene.method = hats_method()
    live = await scene.live()
    await to_phase(live, "silence")
    for at in range(4):
        await go(live, c.AddNote(f"s{at}", "silence", f"secret {at}", by=f"m{at + 1}"))
    await go(live, c.AddNote("open", "silence", "for all eyes"))
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert rows(app, "#notes") == ["for all eyes", "4 written in silence"]
        assert "secret" not in text_on(app)
        await pilot.press("n")
        await pilot.pause()
        assert "secret 3" in text_on(app)
        assert "written in silence" not in text_on(app)


@pytest.mark.parametrize(
    ("phase", "words"), [("silence", "In silence"), ("pairs", "Anna talks with one other")]
)
async def test_in_silence_and_where_two_talk_nobody_has_the_floor(
    scene: Scene, phase: str, words: str
) -> None:
    scene.method = hats_method()
    live = await scene.live()
    await to_phase(live, phase)
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "enter", "3")
        await pilot.pause()
        assert words in app.shown("#floor")
        assert app.room.session.turns.speaker is None
        assert [talk for talk in app.room.session.talk if talk.turns] == []


async def test_a_silence_to_look_or_to_place_asks_nobody_to_write(scene: Scene) -> None:
    scene.method = opstelling.METHOD
    live = await scene.live()
    await to_phase(live, "plaatsen")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.shown("#floor").split("\n")[0] == "In silence: nobody speaks."
        assert "Anna: Chooses objects" in app.shown("#prompts")


async def test_looking_back_tells_of_open_actions_and_marks_them(scene: Scene) -> None:
    scene.frame = Frame.FULL
    earlier = Action("e1", "ask for an hour a week", "m2", date(2026, 11, 1), earlier=True)
    live = await scene.live(actions=(earlier,))
    await go(live, c.StartClock())
    before = next(at for at, run in enumerate(live.session.agenda) if run.id == "frame-look-back") - 1
    await to_phase(live, live.session.agenda[before].id)
    app = IntervisieApp(Rooms.at(scene.folder / "data", scene.clock), live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert "From last time 1 action is open" in text_on(app)
        look_back = by_id("look-back")
        assert look_back is not None
        assert look_back.name in [command.title for command in commands_of(app.screen)]
        await app.screen.run_action(look_back.action)
        await until(pilot, LookBackDialog)
        await pilot.press("1")
        await pilot.pause()
        assert live.session.actions[0].status is Status.DONE
