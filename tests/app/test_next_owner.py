"""A block that is another owner's: the room asks who brings the next case, and Enter goes on."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from intervisie_tui.domain.commands import ChooseOwner, NextPhase
from intervisie_tui.domain.frame import Frame
from intervisie_tui.live import Live
from intervisie_tui.methods import wise_crowds
from intervisie_tui.screens.dialogs.next_owner import NextOwner
from tests.app.helpers_screens import text_on, until
from tests.app.room_scene import Hands, RoomApp, Scene, go, to_phase

SIZES = ((80, 24), (120, 34))


async def at_the_end_of_a_block(tmp_path: Path) -> Live:
    scene = Scene(tmp_path, Hands(), method=wise_crowds.METHOD)
    live = await scene.live()
    await to_phase(live, "terugkoppeling")
    return live


async def asked(pilot: Pilot[None]) -> NextOwner:
    await pilot.press("n")
    dialog = await until(pilot, NextOwner)
    assert isinstance(dialog, NextOwner)
    return dialog


def now(app: RoomApp) -> tuple[str, str | None, str]:
    session = app.room.session
    return (session.current.id if session.current else "", session.owner, session.case.question)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["enter", "n", "pagedown", "space"])
async def test_one_key_goes_on_with_the_place_after_the_last_owner(
    key: str, size: tuple[int, int], tmp_path: Path
) -> None:
    app = RoomApp(await at_the_end_of_a_block(tmp_path))
    async with app.run_test(size=size) as pilot:
        await asked(pilot)
        assert "Who brings the next case?" in text_on(app)
        await pilot.press(key)
        await pilot.pause()
        assert now(app) == ("vraag-2", "m2", "")
        assert app.room.session.turns.speaker == "m2"
        assert "Bram has the floor" in app.shown("#floor")


async def test_another_member_and_a_question_are_chosen(tmp_path: Path) -> None:
    app = RoomApp(await at_the_end_of_a_block(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        await pilot.press("down", "tab", *"[/b] nu", "enter")
        await pilot.pause()
        assert now(app) == ("vraag-2", "m3", "[/b] nu")
        assert "[/b] nu" in app.shown("#prompts")


async def test_a_click_on_a_name_goes_on_with_that_member(tmp_path: Path) -> None:
    app = RoomApp(await at_the_end_of_a_block(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        await pilot.click("#who", offset=(4, 2))
        await pilot.pause()
        assert now(app)[:2] == ("vraag-2", "m4")


async def test_esc_leaves_everything_as_it_was(tmp_path: Path) -> None:
    app = RoomApp(await at_the_end_of_a_block(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.room.session
        await asked(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.room.session == before


async def test_who_has_brought_a_case_is_not_offered_again(tmp_path: Path) -> None:
    app = RoomApp(await at_the_end_of_a_block(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await asked(pilot)
        names = dialog.query_one(OptionList)
        shown = [str(names.get_option_at_index(place).prompt) for place in range(names.option_count)]
        assert shown == ["Bram", "Chantal", "Dirk", "Esra", "Fatima", "Nobody else: finish the session"]


async def test_an_owner_who_is_known_already_is_not_asked_for(tmp_path: Path) -> None:
    live = await at_the_end_of_a_block(tmp_path)
    await go(live, ChooseOwner("m5", 1))
    app = RoomApp(live)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert now(app)[:2] == ("vraag-2", "m5")


async def test_an_answer_that_lost_a_race_changes_the_phase_only_once(tmp_path: Path) -> None:
    live = await at_the_end_of_a_block(tmp_path)
    app = RoomApp(live)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        await go(live, ChooseOwner("m3", 1), NextPhase("terugkoppeling"))
        await pilot.press("enter")
        await pilot.pause()
        assert now(app)[:2] == ("vraag-2", "m3")
        assert "Somebody else was first" in app.shown("#hint")


async def test_when_nobody_else_brings_a_case_the_blocks_that_are_left_are_left_out(tmp_path: Path) -> None:
    scene = Scene(tmp_path, Hands(), method=wise_crowds.METHOD, frame=Frame.SHORT)
    live = await scene.live()
    await to_phase(live, "terugkoppeling")
    app = RoomApp(live)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        assert "Nobody else: on to Harvest" in text_on(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert now(app)[0] == "frame-harvest-owner"
        assert now(app)[1] == "m1"
        await pilot.press("u")
        await pilot.pause()
        assert now(app)[0] == "terugkoppeling"


async def test_when_nothing_comes_after_the_blocks_it_is_asked_whether_to_finish(tmp_path: Path) -> None:
    app = RoomApp(await at_the_end_of_a_block(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert "Finish the session?" in text_on(app)
