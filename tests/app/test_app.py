"""The app: it ends well, and gives nothing away."""

import pytest

from intervisie_tui.app import IntervisieApp
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.doors import enter_room, leave_room
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from tests.app.helpers_screens import a_start, app_of, until


async def test_an_error_ends_the_app_with_a_code_and_without_its_content() -> None:
    app = app_of(Rooms.at())
    said: list[str] = []

    async def fail() -> None:
        async with app.run_test() as pilot:
            await until(pilot, LobbyScreen)
            app._handle_exception(ValueError("canaryword"))
            said.extend(str(line) for line in app._exit_renderables)

    with pytest.raises(ValueError, match="canaryword"):
        await fail()
    assert app.return_code == 1
    assert said
    assert not any("canaryword" in line for line in said)


async def test_the_palette_writes_no_picture_anywhere() -> None:
    app = app_of(Rooms.at())
    async with app.run_test() as pilot:
        await until(pilot, LobbyScreen)
        titles = [command.title.lower() for command in app.get_system_commands(app.screen)]
        assert titles
        assert not any("screenshot" in title for title in titles)


async def test_ctrl_q_leaves_at_once_from_a_form_too() -> None:
    app = app_of(Rooms.at())
    async with app.run_test() as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n", "ctrl+q")
        await pilot.pause()
    assert app.return_code == 0


async def test_choosing_on_the_way_puts_owner_and_method_in_the_session() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        live = await rooms.start(a_start("one"))
        await enter_room(app, rooms, live)
        await until(pilot, RoomScreen)
        dialog = ChooseDialog(live)
        app.push_screen(dialog)
        await until(pilot, ChooseDialog)
        dialog.query_one("#owner", Pick).value = "bram"
        dialog.method_id = "incident"
        await pilot.press("ctrl+s")
        await until(pilot, RoomScreen)
        assert (live.session.case.method, live.session.case.owner) == ("incident", "bram")
        assert not any(run.plan.placeholder for run in live.session.agenda)


@pytest.mark.long
async def test_leaving_the_room_that_the_program_began_with_leads_to_the_lobby() -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start("one"))
    app = IntervisieApp(rooms, live)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, RoomScreen)
        leave_room(app, rooms)
        lobby = await until(pilot, LobbyScreen)
        await pilot.press("n")
        await until(pilot, SetupScreen)
        await pilot.press("escape")
        assert await until(pilot, LobbyScreen) is lobby
        assert app.screen_stack == [lobby]
