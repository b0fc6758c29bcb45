"""Leaving a live session by ctrl+q (field-cases N3): it is asked how, staying is marked, and twice is at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Clock, Seat
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.dialogs.leave import LeaveDialog
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.participant import ParticipantScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.serve.seat_app import SeatApp
from tests.app.helpers_screens import a_start, app_of, text_on, until


@asynccontextmanager
async def in_room(
    *, runs: bool = True, kind: type[IntervisieApp] = IntervisieApp
) -> AsyncIterator[tuple[IntervisieApp, Pilot[Any], Rooms]]:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    if runs:
        assert await live.do(c.StartClock()) is None
    app = kind(rooms, live, "dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, RoomScreen)
        yield app, pilot, rooms


async def asked(pilot: Pilot[Any]) -> list[str]:
    """The ways that the question offers."""
    await pilot.press("ctrl+q")
    dialog = await until(pilot, LeaveDialog)
    return [str(option.id) for option in dialog.query_one(OptionList).options]


async def shows(pilot: Pilot[Any], words: str) -> None:
    """Wait until the screen shows these words; fails after a while."""
    for _ in range(200):
        await pilot.pause(0.02)
        if words in text_on(pilot.app):
            return
    raise AssertionError(text_on(pilot.app))


async def clock_of(rooms: Rooms) -> Clock:
    """How the clock of the only unfinished session stands."""
    (row,) = await rooms.unfinished()
    return row.clock


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_enter_and_esc_stay_where_one_is(key: str) -> None:
    async with in_room() as (app, pilot, rooms):
        assert await asked(pilot) == ["stay", "lobby", "pause", "stop"]
        await pilot.press(key)
        await until(pilot, RoomScreen)
        assert app.is_running
        assert await clock_of(rooms) is Clock.RUNNING


@pytest.mark.parametrize(
    ("downs", "clock"), [(1, Clock.RUNNING), (2, Clock.PAUSED)], ids=["runs on", "paused"]
)
async def test_to_the_lobby_the_clock_runs_on_or_is_paused_and_enter_goes_back(
    downs: int, clock: Clock
) -> None:
    async with in_room() as (_app, pilot, rooms):
        await asked(pilot)
        await pilot.press(*["down"] * downs, "enter")
        await until(pilot, LobbyScreen)
        await shows(pilot, "Not finished")
        assert await clock_of(rooms) is clock
        await pilot.press("enter")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert room.session.clock is clock


@pytest.mark.long
async def test_a_session_that_was_begun_from_the_lobby_is_what_enter_goes_on_with() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        await until(pilot, SetupScreen)
        await pilot.press(*"Anna, Bram", "ctrl+s")
        await until(pilot, RoomScreen)
        assert await asked(pilot) == ["stay", "lobby", "stop"]
        await pilot.press("down", "enter")
        await until(pilot, LobbyScreen)
        await shows(pilot, "Not finished")
        await pilot.press("enter")
        await until(pilot, RoomScreen)


async def test_stopping_leaves_the_session_open_and_its_clock_running() -> None:
    async with in_room() as (app, pilot, rooms):
        await asked(pilot)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert not app.is_running
    assert await clock_of(rooms) is Clock.RUNNING


async def test_ctrl_q_twice_stops_at_once() -> None:
    async with in_room() as (app, pilot, rooms):
        await pilot.press("ctrl+q", "ctrl+q")
        await pilot.pause()
        assert not app.is_running
    assert await clock_of(rooms) is Clock.RUNNING


async def test_in_a_browser_there_is_no_lobby_to_go_to_and_the_room_is_left_at_once() -> None:
    async with in_room(kind=SeatApp) as (app, pilot, _rooms):
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app.is_running


async def test_a_guest_leaves_at_once() -> None:
    rooms = Rooms.at()
    await (await rooms.start(a_start())).stop()
    app = SeatApp(rooms, await rooms.open("one", Seat.PARTICIPANT, "phone"), "dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, ParticipantScreen)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app.is_running
