"""The lobby: what is unfinished first and one key away."""

import pytest
from textual.widgets import OptionList

from intervisie_tui import locale
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.widgets.signs import signs
from tests.app.helpers_screens import a_start, app_of, text_on, until


async def test_enter_on_an_empty_lobby_sets_up_a_first_session() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        assert "Three to eight colleagues" in text_on(app)
        await pilot.press("enter")
        await until(pilot, SetupScreen)


async def test_enter_goes_on_with_the_unfinished_session() -> None:
    rooms = Rooms.at()
    await (await rooms.start(a_start("one"))).stop()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("enter")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert room.session.id == "one"


async def test_two_unfinished_sessions_are_both_listed() -> None:
    rooms = Rooms.at()
    for name in ("one", "two"):
        await (await rooms.start(a_start(name))).stop()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        start = app.screen.query_one("#start", OptionList)
        assert {option.id for option in start.options} >= {"live:one", "live:two", "new"}


async def test_only_the_session_that_enter_goes_on_with_has_the_sign_of_now() -> None:
    rooms = Rooms.at()
    for name in ("one", "two", "three"):
        await (await rooms.start(a_start(name))).stop()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.pause(0.1)
        (line,) = [line for line in text_on(app).splitlines() if signs().now in line]
        assert "Anna, Bram" in line
        assert text_on(app).count("Anna, Bram, Chantal, Dirk") == 3


async def test_a_group_of_hostile_names_is_shown_as_typed() -> None:
    rooms = Rooms.at()
    await rooms.save_group(Group("g", "[@click=app.quit]x[/]", (GroupMember("m", "[/b]\x1b[2J"),)))
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.pause(0.1)
        assert "[@click=app.quit]x[/]" in text_on(app)


async def test_the_language_is_switched_while_running() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("l")
        await pilot.pause(0.1)
        assert locale.language() == "nl"
        assert "English" in text_on(app)


@pytest.mark.long
@pytest.mark.parametrize("size", [(20, 5), (80, 24), (120, 34), (200, 50)])
async def test_the_lobby_and_the_set_up_open_at_every_size(size: tuple[int, int]) -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        await until(pilot, SetupScreen)
        await pilot.resize_terminal(60, 20)
        await pilot.press("escape")
        await until(pilot, LobbyScreen)
