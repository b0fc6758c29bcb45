"""By mouse alone: from the lobby through the set-up to the closing, and each of its choices."""

from pathlib import Path

import pytest
from textual.widgets import Button, Input

from intervisie_tui.domain.commands import AddAction, Finish, StartClock
from intervisie_tui.domain.session import Clock
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.archive import ArchiveScreen
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.complete_action import CompleteAction
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.export_file import ExportDialog
from intervisie_tui.screens.help import HelpScreen
from intervisie_tui.screens.key_line import KeyHint
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.picker import PickerScreen
from intervisie_tui.screens.picker_list import PickerList
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.screens.typed_word import TypedWord
from tests.app.helpers_screens import a_start, app_of, until

SIZES = [(80, 24), (120, 34)]


async def finished(rooms: Rooms) -> Live:
    live = await rooms.start(a_start("one"))
    for command in (StartClock(), AddAction("a1", "call", None), Finish()):
        assert await live.do(command) is None
    return live


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
async def test_a_session_is_set_up_by_clicks_and_a_list_of_names(size: tuple[int, int]) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=size) as pilot:
        lobby = await until(pilot, LobbyScreen)
        await pilot.pause(0.1)
        await pilot.click("#start", offset=(3, 0))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        assert lobby is not screen
        await pilot.click("#names")
        await pilot.press(*"Anna, Bram, Chantal")
        await pilot.click("#owner", offset=(5, 0))
        assert screen.query_one("#owner", Pick).value is not None
        await pilot.click("#owner", offset=(0, 0))
        assert screen.query_one("#owner", Pick).value is None
        screen.query_one("#method").scroll_visible(animate=False)
        await pilot.pause()
        await pilot.click("#method")
        picker = await until(pilot, PickerScreen)
        await pilot.click("#list", offset=(6, 3))
        await pilot.pause()
        key = picker.query_one(PickerList).key
        assert key in rooms.library.methods
        await pilot.click("#list", offset=(6, 3))
        await until(pilot, SetupScreen)
        assert screen.method_id == key
        await pilot.click("#begin")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert len(room.session.members) == 3


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
async def test_every_choice_of_the_closing_is_a_click_away(size: tuple[int, int], tmp_path: Path) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        live = await finished(rooms)
        await enter_room(app, rooms, live)
        closing = await until(pilot, ClosingScreen)
        await pilot.pause(0.1)
        for button in closing.query(Button):
            assert closing.region.contains_region(button.region)
        await pilot.click("#closing-actions", offset=(3, 0))
        await until(pilot, CompleteAction)
        await pilot.click("#cancel")
        await until(pilot, ClosingScreen)
        await pilot.click("#export")
        dialog = await until(pilot, ExportDialog)
        dialog.query_one("#path", Input).value = str(tmp_path / "minutes.md")
        await pilot.click("#write")
        await until(pilot, ClosingScreen)
        assert (tmp_path / "minutes.md").exists()
        await pilot.click("#keep-actions")
        await until(pilot, TypedWord)
        await pilot.click("#cancel")
        await until(pilot, ClosingScreen)
        await pilot.click("#go-on")
        await until(pilot, RoomScreen)
        assert live.session.clock is Clock.PAUSED
        assert await live.do(Finish()) is None
        await until(pilot, ClosingScreen)
        await pilot.click("#later")
        await until(pilot, LobbyScreen)
        assert len(await rooms.unfinished()) == 1
        await enter_room(app, rooms, await rooms.open("one"))
        await until(pilot, ClosingScreen)
        await pilot.click("#keep-all")
        await until(pilot, LobbyScreen)
    assert [row.id for row in await rooms.archive()] == ["one"]


async def test_the_line_of_keys_does_by_a_click_what_its_keys_do() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        lobby = await until(pilot, LobbyScreen)
        hints = {hint.told[0]: hint for hint in lobby.query(KeyHint)}
        await pilot.click(hints["o"])
        await until(pilot, ArchiveScreen)
        back = next(hint for hint in app.screen.query(KeyHint) if hint.told[0] == "esc")
        await pilot.click(back)
        await until(pilot, LobbyScreen)
        await pilot.click(hints["?"])
        await until(pilot, HelpScreen)
