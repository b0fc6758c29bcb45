"""No file in the user's own methods folder freezes a screen: the loop is never silent for a second.

A watchdog beside the loop tells how long it was silent. The files loop, sleep, prompt, fork, allocate or end what is
around them, at once or only when they are asked for another circle.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.methods_new import skeleton
from intervisie_tui.registry.known import Methods
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.archive import ArchiveScreen
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.dialogs.show_on_stage import ShowOnStage
from intervisie_tui.screens.groups import GroupsScreen
from intervisie_tui.screens.help import HelpScreen
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.look_back import LookBackDialog
from intervisie_tui.screens.open_doors import OpenDoors
from intervisie_tui.screens.picker import PickerScreen
from intervisie_tui.screens.picker_list import PickerList
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from tests.app.helpers_screens import a_start, text_on, until
from tests.app.hostile_methods import AT_ONCE, LATER, fill
from tests.app.watchdog import watched

pytestmark = pytest.mark.processes

SILENT = 1.0
"""Seconds of silence at which the loop counts as blocked."""
LONGEST, ASKING = 2.0, 0.6
"""As `registry.limits`, in less time."""


async def holds(pilot: Pilot[None], what: Callable[[], bool]) -> None:
    """Wait until this holds."""
    for _ in range(400):
        if what():
            return
        await pilot.pause(0.02)
    raise AssertionError(text_on(pilot.app))


@asynccontextmanager
async def opened(
    folder: Path, live: Callable[[Rooms], Any] | None = None
) -> AsyncIterator[tuple[IntervisieApp, Pilot[None], Rooms]]:
    """The app with these methods in its folder, and a watchdog that fails when the loop was silent."""
    rooms = Rooms.at()
    rooms.methods = Methods(folder, LONGEST, ASKING)
    app = IntervisieApp(rooms, await live(rooms) if live else None, theme="dark")
    async with watched() as dog, app.run_test(size=(120, 34), notifications=True) as pilot:
        yield app, pilot, rooms
    assert dog.longest < SILENT


def own(rooms: Rooms) -> set[str]:
    return {name for name, loaded in rooms.library.methods.items() if name in {*AT_ONCE, *LATER, "mine"}}


async def pick(pilot: Pilot[None], name: str) -> None:
    """Choose a method in the picker, once it has come there."""
    picker = await until(pilot, PickerScreen)
    picker.query_one("#search", Input).value = name.replace("-", " ")
    await holds(pilot, lambda: picker.query_one(PickerList).key == name)
    await pilot.press("enter")


async def test_a_watchdog_barks_at_a_loop_that_is_blocked() -> None:
    async with watched() as dog:
        await asyncio.sleep(0.1)
        assert dog.longest < SILENT
        threading.Event().wait(SILENT + 0.2)
        await asyncio.sleep(0)
    assert dog.longest > SILENT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "config" / "methods", {**AT_ONCE, "mine": skeleton("mine")})


async def a_live(rooms: Rooms, seat: Seat = Seat.TIMEKEEPER) -> Live:
    live = await rooms.start(a_start())
    if seat is Seat.TIMEKEEPER:
        return live
    await live.stop()
    return await rooms.open(live.session.id, seat)


SCREENS: Mapping[str, Callable[[IntervisieApp, Rooms, Live], Screen[Any]]] = {
    "set-up": lambda _app, rooms, _live: SetupScreen(rooms),
    "archive": lambda _app, rooms, _live: ArchiveScreen(rooms),
    "groups": lambda _app, rooms, _live: GroupsScreen(rooms),
    "help": lambda _app, _rooms, _live: HelpScreen(),
    "choose": lambda _app, _rooms, live: ChooseDialog(live),
    "look back": lambda _app, _rooms, live: LookBackDialog(live),
    "what the stage shows": lambda _app, _rooms, live: ShowOnStage(live),
    "closing": lambda _app, rooms, live: ClosingScreen(live, rooms),
    "doors": lambda app, rooms, live: OpenDoors(live, rooms, app.doorkeeper, desk=True),
}


async def test_each_screen_goes_on_while_the_files_of_the_folder_are_judged(folder: Path) -> None:
    async with opened(folder) as (app, pilot, rooms):
        await until(pilot, LobbyScreen)
        live = await a_live(rooms)
        for make in SCREENS.values():
            # Changed, so that it is run again.
            (folder / "loops.py").write_text(f"# {make}\n{AT_ONCE['loops']}", encoding="utf-8")
            looking = asyncio.create_task(rooms.methods.look())
            screen = make(app, rooms, live)
            app.push_screen(screen)
            await until(pilot, type(screen))
            await pilot.press("tab", "down", "up")
            if screen in app.screen_stack:
                app.pop_screen()
            looking.cancel()
            await asyncio.wait([looking])
        await rooms.methods.look()
        # One that ends the process around it may or may not have answered before that comes to pass.
        right = own(rooms) - {"ends-its-parent"}
        assert right == {"mine", "forks", "forks-badly", "moves", "writes-everywhere"}
        told = {Path(problem.file).stem for problem in rooms.library.problems}
        assert {name.replace("-", "_") for name in AT_ONCE.keys() - own(rooms)} <= told


@pytest.mark.parametrize("seat", [Seat.TIMEKEEPER, Seat.STAGE, Seat.PARTICIPANT])
async def test_each_seat_goes_on_while_the_files_of_the_folder_are_judged(folder: Path, seat: Seat) -> None:
    async with opened(folder, lambda rooms: a_live(rooms, seat)) as (_app, pilot, rooms):
        looking = asyncio.create_task(rooms.methods.look())
        while not looking.done():
            await pilot.press("space", "h", "down")
            await pilot.pause(0.1)
        assert "mine" in own(rooms)


async def test_in_the_set_up_a_method_that_hangs_when_it_is_asked_is_waited_for_in_words_and_told(
    tmp_path: Path,
) -> None:
    folder = fill(tmp_path / "config" / "methods", {**LATER, "mine": skeleton("mine")})
    async with opened(folder) as (app, pilot, rooms):
        await until(pilot, LobbyScreen)
        app.push_screen(SetupScreen(rooms))
        setup = await until(pilot, SetupScreen)
        setup.query_one("#names", TextArea).text = "Anna, Bram, Chantal, Dirk, Esra, Fatima"
        says = setup.query_one("#method-says", Static)
        for nth, name in enumerate(LATER):
            setup.query_one("#method").focus()
            await pilot.press("enter")
            await pick(pilot, name)
            await until(pilot, SetupScreen)
            # It was not tried with these minutes.
            setup.query_one("#minutes", Input).value = f"{77 + nth}"
            await holds(pilot, lambda: "is being asked" in str(says.visual))
            await holds(pilot, lambda: "is being asked" not in str(says.visual))
            await holds(pilot, partial(_told, app, name))
        setup.query_one("#minutes", Input).value = "99"
        await pilot.press("ctrl+s")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert room.live.session.case.method == name
        app.clear_notifications()
        await pilot.press("question_mark")
        await until(pilot, HelpScreen)
        assert rooms.library.methods[name].method.summary.en in text_on(app)


async def test_in_the_room_a_method_that_hangs_when_it_is_asked_is_chosen_all_the_same(
    tmp_path: Path,
) -> None:
    folder = fill(tmp_path / "config" / "methods", {**LATER, "mine": skeleton("mine")})
    async with opened(folder, lambda rooms: rooms.start(a_start(owner="anna"))) as (app, pilot, _rooms):
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        app.push_screen(ChooseDialog(room.live))
        choose = await until(pilot, ChooseDialog)
        choose.query_one("#method").focus()
        await pilot.press("enter")
        await pick(pilot, "sleeps-again")
        await until(pilot, ChooseDialog)
        await pilot.press("ctrl+s")
        await holds(pilot, lambda: room.live.session.case.method == "sleeps-again")
        for name in LATER:
            if name != room.live.session.case.method:
                await holds(pilot, lambda: app.screen is room)
                await room.run_action("change_method")
                await pick(pilot, name)
                await holds(pilot, partial(_played, room, name))


def _told(app: IntervisieApp, name: str) -> bool:
    return f"{name.replace('-', '_')}.py:" in text_on(app)


def _played(room: RoomScreen, name: str) -> bool:
    return room.live.session.case.method == name


async def test_a_file_that_sleeps_does_not_keep_the_others_from_the_picker(tmp_path: Path) -> None:
    folder = fill(tmp_path / "config" / "methods", {"sleeps": AT_ONCE["sleeps"], "mine": skeleton("mine")})
    rooms = Rooms.at()
    # As long as it may take: nobody waits for that here.
    rooms.methods = Methods(folder)
    app = IntervisieApp(rooms, await rooms.start(a_start(owner="anna")), theme="dark")
    async with watched() as dog, app.run_test(size=(120, 34)) as pilot:
        room = await until(pilot, RoomScreen)
        await room.run_action("change_method")
        await until(pilot, ChooseDialog)
        app.screen.query_one("#method").focus()
        await pilot.press("enter")
        await pick(pilot, "mine")
        await until(pilot, ChooseDialog)
        assert not rooms.library.problems
    assert dog.longest < SILENT
