"""No listener outlives its screen: each screen that hears of its session lets go of it when it is removed."""

import ast
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

import intervisie_tui
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.dialogs.show_on_stage import ShowOnStage
from intervisie_tui.screens.doors import entered, shown
from intervisie_tui.screens.help import HelpScreen
from intervisie_tui.screens.in_step import InStep
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.look_back import LookBackDialog
from intervisie_tui.screens.open_doors import OpenDoors
from intervisie_tui.screens.participant import ParticipantScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.stage import StageScreen
from tests.app.helpers_screens import a_start, app_of, until

Make = Callable[[IntervisieApp, Rooms, Live], Screen[Any]]
LISTENING: Mapping[str, Make] = {
    "room": lambda _app, _rooms, live: RoomScreen(live),
    "stage": lambda _app, _rooms, live: StageScreen(live),
    "participant": lambda _app, _rooms, live: ParticipantScreen(live),
    "closing": lambda _app, rooms, live: ClosingScreen(live, rooms),
    "look back": lambda _app, _rooms, live: LookBackDialog(live),
    "what the stage shows": lambda _app, _rooms, live: ShowOnStage(live),
    "doors": lambda app, rooms, live: OpenDoors(live, rooms, app.doorkeeper, desk=True),
}
OTHERS: Mapping[str, Make] = {
    "choose": lambda _app, _rooms, live: ChooseDialog(live),
    "help": lambda _app, _rooms, _live: HelpScreen(),
}


async def settled(pilot: Pilot[None], live: Live, number: int) -> None:
    """Wait until this many listen."""
    for _ in range(300):
        if len(live.listeners) == number:
            return
        await pilot.pause(0.01)
    raise AssertionError(live.listeners)


@pytest.mark.parametrize("name", [*LISTENING, *OTHERS])
async def test_as_many_listen_after_a_screen_as_before_it(name: str) -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        for _ in range(2):
            screen = {**LISTENING, **OTHERS}[name](app, rooms, live)
            app.push_screen(screen)
            await until(pilot, type(screen))
            await settled(pilot, live, name in LISTENING)
            assert await live.do(c.ShowTalk(not live.session.talk_shown)) is None
            app.pop_screen()
            await settled(pilot, live, 0)
            # What nobody shows any more can change without harm.
            assert await live.do(c.ShowTalk(not live.session.talk_shown)) is None


@pytest.mark.parametrize("seat", [Seat.TIMEKEEPER, Seat.STAGE, Seat.PARTICIPANT])
async def test_what_leads_on_from_the_screen_of_a_seat_ends_with_that_screen(seat: Seat) -> None:
    rooms = Rooms.at()
    await (await rooms.start(a_start())).stop()
    live = await rooms.open("one", seat)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        for _ in range(2):
            await app.push_screen(shown(app, rooms, live))
            entered(app, rooms, live)
            # The screen itself, where it leads when it is finished, and where when its seat is another.
            await settled(pilot, live, 3)
            app.pop_screen()
            await settled(pilot, live, 0)


def test_every_screen_that_listens_stands_in_the_table() -> None:
    folder = Path(intervisie_tui.__file__).parent / "screens"
    listening = {path for path in folder.rglob("*.py") if _calls_listen(path)}
    made = {
        Path(inspect.getfile(each))
        for each in (ClosingScreen, LookBackDialog, ShowOnStage, OpenDoors, InStep)
    }
    leading = {folder / "doors.py"}
    assert listening == made | leading
    assert all(issubclass(each, InStep) for each in (RoomScreen, StageScreen, ParticipantScreen))


def test_no_screen_listens_in_another_way() -> None:
    folder = Path(intervisie_tui.__file__).parent
    users = {path.name for path in folder.rglob("*.py") if "live.listen(" in path.read_text(encoding="utf-8")}
    assert users == {"listening.py"}


def _calls_listen(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return any(isinstance(called, ast.Name) and called.id == "listen" for called in calls)
