"""Changing the method in mid-session, in the room: what was done and written stays, and it can be taken back."""

import re
from dataclasses import replace

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.evaluation import about_us
from intervisie_tui.domain.frame import Frame
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.commands import commands_of
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.picker import PickerScreen
from intervisie_tui.screens.picker_list import PickerList
from intervisie_tui.screens.room import RoomScreen
from tests.app.helpers_screens import a_start, app_of, text_on, until


async def under_way(rooms: Rooms) -> Live:
    """The second phase of the incident method, with something written and parked, and somebody heard."""
    method = rooms.library.methods["incident"].method
    live = await rooms.start(a_start(method=method, owner="anna"))
    assert await live.do(c.StartClock()) is None
    while live.session.current is not None and live.session.current.plan.framed:
        assert await live.do(c.NextPhase(live.session.current.id)) is None
    assert live.session.current is not None
    assert await live.do(c.AddNote("n1", live.session.current.id, "[/b] what was it?")) is None
    assert await live.do(c.Park("p1", "for later")) is None
    assert await live.do(c.NextPhase(live.session.current.id)) is None
    return live


@pytest.mark.long
async def test_by_the_palette_another_method_comes_and_what_was_done_stays_until_it_is_taken_back() -> None:
    rooms = Rooms.at()
    live = await under_way(rooms)
    before = live.session
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        room = await until(pilot, RoomScreen)
        [command] = [each for each in commands_of(room) if each.title.startswith("Change the method")]
        await command.callback()
        picker = await until(pilot, PickerScreen)
        assert picker.query_one(PickerList).key == "incident"
        await pilot.press(*"troika", "enter")
        await until(pilot, RoomScreen)
        await pilot.pause(0.1)
        after = live.session
        assert (after.case.method, after.case.owner) == ("troika", "anna")
        assert (after.notes, after.parking) == (before.notes, before.parking)
        begun = [run.id for run in before.agenda if run.begun]
        assert [run.id for run in after.agenda if run.done] == begun
        assert after.current is not None
        assert after.current.plan.method == "troika"
        assert not any(run.plan.method == "incident" for run in after.agenda if not run.done)
        assert "From here on: Troika" in text_on(app)
        await pilot.press("u")
        await pilot.pause(0.2)
        assert [run.id for run in live.session.agenda] == [run.id for run in before.agenda]
        assert live.session.notes == before.notes


@pytest.mark.parametrize("asks", [True, False])
async def test_a_method_that_comes_without_a_frame_closes_with_its_question_too(asks: bool) -> None:
    rooms = Rooms.at()
    rooms.config = replace(rooms.config, settings=replace(rooms.settings, process_help=asks))
    method = rooms.library.methods["balint"].method
    live = await rooms.start(a_start(method=method, owner="anna", frame=Frame.NONE, number=3))
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        room = await until(pilot, RoomScreen)
        await room.run_action("change_method")
        await until(pilot, PickerScreen)
        await pilot.press(*"incident", "enter")
        await until(pilot, RoomScreen)
        await pilot.pause(0.1)
    last = live.session.agenda[-1].plan
    assert last.method == "incident"
    assert (about_us(3) in last.prompts) is asks


@pytest.mark.long
async def test_the_picker_in_mid_session_offers_what_fits_in_what_the_method_has_not_used() -> None:
    rooms = Rooms.at()
    live = await under_way(rooms)
    open_seconds = sum(run.seconds for run in live.session.agenda if not run.plan.framed and not run.done)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        room = await until(pilot, RoomScreen)
        await room.run_action("change_method")
        await until(pilot, PickerScreen)
        told = re.search(r"([\d.]+) min for the method", text_on(app))
        assert told is not None
        assert open_seconds / 60 - 1 <= float(told[1]) <= open_seconds / 60
        await pilot.press(*"cura", "enter")
        await until(pilot, RoomScreen)
        new = [run for run in live.session.agenda if run.plan.method == "cura"]
        assert sum(run.seconds for run in new) <= open_seconds


async def test_the_same_method_chosen_again_changes_nothing() -> None:
    rooms = Rooms.at()
    live = await under_way(rooms)
    before = live.session
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        room = await until(pilot, RoomScreen)
        await room.run_action("change_method")
        await until(pilot, PickerScreen)
        await pilot.press("enter")
        await until(pilot, RoomScreen)
        await pilot.pause(0.1)
    assert live.session.agenda == before.agenda


@pytest.mark.long
async def test_without_an_owner_a_method_that_has_one_asks_for_the_owner_too() -> None:
    rooms = Rooms.at()
    method = rooms.library.methods["speed"].method
    live = await rooms.start(a_start(method=method, owner=None))
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        room = await until(pilot, RoomScreen)
        await room.run_action("change_method")
        await until(pilot, PickerScreen)
        await pilot.press(*"incident", "enter")
        await until(pilot, ChooseDialog)
        await pilot.press("right", "ctrl+s")
        await until(pilot, RoomScreen)
    assert (live.session.case.method, live.session.case.owner) == ("incident", "anna")


async def test_where_no_method_was_chosen_yet_owner_and_question_are_asked_with_it() -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        room = await until(pilot, RoomScreen)
        await room.run_action("change_method")
        await until(pilot, ChooseDialog)
