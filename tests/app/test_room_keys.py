"""Every key of the room does its own thing, in every pane."""

from pathlib import Path

import pytest

from intervisie_tui.actions import ACTIONS, DEFAULT_KEYS, in_footer
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.session import Clock, Status
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.entry_list import EntryList
from tests.app.room_scene import Hands, RoomApp, Scene, go, rows, to_phase

SIZE = (120, 34)
SCREEN_OWN = {"shrink", "app.focus_next", "app.focus_previous", "screen.copy_text"}
"""What every screen has: Esc, Tab, and copying what the mouse marked."""


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def scene(tmp_path: Path, clock: Hands) -> Scene:
    return Scene(tmp_path, clock)


def test_no_two_actions_share_a_key_and_the_footer_has_nine() -> None:
    keys = [key for own in DEFAULT_KEYS.values() for key in own]
    assert len(keys) == len(set(keys))
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert len(in_footer()) == 9


@pytest.mark.long
async def test_notes_stay_open_and_go_to_the_kind_that_tab_chose(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", *"one", "enter", "tab", *"two", "enter")
        notes = app.room.session.notes
        assert [note.text for note in notes] == ["one", "two"]
        assert notes[0].kind is not notes[1].kind
        assert app.room.query_one(EntryLine).is_open
        await pilot.press("escape")
        assert not app.room.query_one(EntryLine).is_open
        assert "two" in rows(app, "#notes")[-1]


async def test_joiners_and_direction_marks_are_kept_as_typed(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        for sign in "a\u200cb\u200dc\u200e\u200f[/x]":
            await pilot.press(sign)
        await pilot.press("enter")
        assert app.room.session.parking[0].text == "a\u200cb\u200dc\u200e\u200f[/x]"


@pytest.mark.long
async def test_an_action_is_understood_while_typing_and_the_line_stays_open(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"Anna: call the parents @ tomorrow")
        await pilot.pause()
        assert "call the parents" in app.shown("#entry")
        await pilot.press("enter")
        action = app.room.session.actions[0]
        assert (action.owner, action.text, action.due is not None) == ("m1", "call the parents", True)
        assert (app.room.line.is_open, app.room.line.value) == (True, "")
        await pilot.press("enter")
        assert not app.room.line.is_open


async def test_an_action_without_owner_and_date_is_asked_for_both(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"call", "enter")
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        action = app.room.session.actions[0]
        assert (action.owner, action.text, action.due) == ("m2", "call", None)


async def test_in_a_list_e_edits_delete_deletes_and_enter_is_still_the_next_speaker(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    await go(live, c.Park("p1", "one"), c.Park("p2", "two"))
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.room.query_one("#parking-lot .entries").focus()
        await pilot.press("up", "e", "!", "enter")
        assert [item.text for item in app.room.session.parking] == ["one!", "two"]
        app.room.query_one("#parking-lot .entries").focus()
        await pilot.press("delete")
        assert [item.text for item in app.room.session.parking] == ["two"]
        before = app.room.session.turns.speaker
        await pilot.press("enter", "pagedown")
        assert app.room.session.current is not None
        assert app.room.session.current.id == "diagnose"
        assert [talk.member for talk in app.room.session.talk if talk.turns][-1] == before


async def test_a_veiled_room_obeys_only_veil_and_space(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("b", "n", "c", "x", "space")
        session = app.room.session
        assert (session.veiled, session.position, session.clock) == (True, 0, Clock.RUNNING)
        assert not app.room.query_one(EntryLine).is_open
        await pilot.press(".")
        assert not app.room.session.veiled


async def test_undo_says_what_and_asks_when_it_is_old(scene: Scene, clock: Hands) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("+", "u")
        assert "the change of minutes" in app.shown("#hint")
        await pilot.press("+")
        clock.seconds += 121
        await pilot.press("u")
        assert app.room.session.agenda[0].seconds == 360
        await pilot.press("left", "enter")
        await pilot.pause()
        assert app.room.session.agenda[0].seconds == 300


@pytest.mark.long
async def test_every_key_can_be_pressed_in_every_size(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    keys = [key for action in ACTIONS for key in action.keys if action.id not in {"quit", "help", "palette"}]
    async with app.run_test(size=SIZE) as pilot:
        for size in ((80, 24), (20, 5)):
            await pilot.resize_terminal(*size)
            for key in keys:
                await pilot.press(key)
                await pilot.press("escape")
            assert app.room.query_one("#clock").display


async def test_every_action_has_a_working_key_and_nothing_else_is_bound(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        known = {action.id for action in ACTIONS}
        for bound in app.room._bindings.key_to_bindings.values():
            for binding in bound:
                assert binding.id in known or binding.action in SCREEN_OWN, binding
        for action in ACTIONS:
            owner = EntryList if action.in_lists else type(app.room)
            method = f"action_{action.action.partition('(')[0]}"
            assert hasattr(owner, method), action.id


async def test_n_on_the_choosing_phase_asks_who_brings_what(scene: Scene) -> None:
    scene.frame, scene.owner = Frame.FULL, None
    live = await scene.live()
    await to_phase(live, "frame-choose")
    app = IntervisieApp(Rooms.at(scene.folder / "data", scene.clock), live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, ChooseDialog)
        assert live.session.current is not None
        assert live.session.current.id == "frame-choose"


async def test_x_ticks_off_what_was_parked_and_moves_an_action_on(scene: Scene) -> None:
    live = await scene.live()
    await go(live, c.Park("p1", "one"), c.AddAction("a1", "call", "m1"))
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.room.query_one("#parking-lot .entries").focus()
        await pilot.press("x")
        assert app.room.session.parking[0].taken
        app.room.query_one("#actions .entries").focus()
        await pilot.press("x")
        assert app.room.session.actions[0].status is Status.DOING
