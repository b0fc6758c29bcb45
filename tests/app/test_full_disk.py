"""A disk that is full: each screen beside the room says so, keeps what is in it, and goes on when there is room."""

import errno
import os
from pathlib import Path

from textual.app import App
from textual.widgets import Input, TextArea

from intervisie_tui import clock
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Keep
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.archive import ArchiveScreen
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.groups import GroupsScreen
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.store import Store
from tests.app.helpers_screens import app_of, text_on, until
from tests.app.test_mouse import finished

FULL = "No space left on device"


class Disk(LocalDisk):
    """Takes nothing more while it is full."""

    full = False

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().write(descriptor, data, offset)


def rooms_on(folder: Path) -> tuple[Rooms, Disk]:
    rooms, disk = Rooms.at(folder), Disk()
    rooms.store = Store.open(folder, now=clock.now, disk=disk)
    return rooms, disk


def told(app: App[None]) -> bool:
    """Whether the screen says what is wrong."""
    return FULL in " ".join(text_on(app).replace("▌", "").split())


async def test_the_set_up_waits_with_all_that_was_typed(tmp_path: Path) -> None:
    rooms, disk = rooms_on(tmp_path / "data")
    app = app_of(rooms)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        app.push_screen(SetupScreen(rooms))
        screen = await until(pilot, SetupScreen)
        screen.query_one("#names", TextArea).text = "Anna, Bram"
        for group in ("Kring", ""):
            screen.query_one("#group", Input).value = group
            disk.full = True
            await pilot.press("ctrl+s")
            await pilot.pause(0.3)
            assert app.screen is screen
            assert told(app)
            app.clear_notifications()
        assert screen.query_one("#names", TextArea).text == "Anna, Bram"
        disk.full = False
        await pilot.press("ctrl+s")
        await until(pilot, RoomScreen)


async def test_the_groups_keep_what_was_typed(tmp_path: Path) -> None:
    rooms, disk = rooms_on(tmp_path / "data")
    await rooms.save_group(Group("g", "Kring", (GroupMember("a", "Anna"),)))
    app = app_of(rooms)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        app.push_screen(GroupsScreen(rooms))
        screen = await until(pilot, GroupsScreen)
        await pilot.pause(0.1)
        screen.query_one("#name", Input).value = "Ring"
        disk.full = True
        await pilot.press("ctrl+s")
        await pilot.pause(0.3)
        assert told(app)
        assert screen.query_one("#name", Input).value == "Ring"
    assert [group.name for group in await rooms.groups()] == ["Kring"]


async def test_hiding_and_erasing_in_the_archive_are_refused(tmp_path: Path) -> None:
    rooms, disk = rooms_on(tmp_path / "data")
    live = await finished(rooms)
    assert await rooms.close(live, Keep.ALL) is None
    app = app_of(rooms)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("o")
        await until(pilot, ArchiveScreen)
        await pilot.pause(0.1)
        disk.full = True
        await pilot.press("delete")
        await pilot.pause(0.3)
        assert told(app)
        assert isinstance(app.screen, ArchiveScreen)
    assert [row.id for row in await rooms.archive()] == ["one"]


async def test_a_session_that_cannot_be_closed_stays_to_be_closed(tmp_path: Path) -> None:
    rooms, disk = rooms_on(tmp_path / "data")
    app = app_of(rooms)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await finished(rooms))
        await until(pilot, ClosingScreen)
        await pilot.pause(0.2)
        disk.full = True
        await pilot.click("#keep-all")
        await pilot.pause(0.5)
        assert app.return_code is None
        disk.full = False
        if isinstance(app.screen, ClosingScreen):
            await pilot.click("#keep-all")
        await until(pilot, LobbyScreen)
    again = Rooms.at(tmp_path / "data")
    await again.unfinished()
    assert [row.id for row in await again.archive()] == ["one"]
