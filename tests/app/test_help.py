"""Help: every action of the registry stands in it."""

from intervisie_tui.actions import GROUPS, listed
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.help import HelpScreen, keys_words
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.room import RoomScreen
from tests.app.helpers_screens import a_start, app_of, text_on, until


def test_every_listed_action_stands_in_help_with_its_key() -> None:
    for group in GROUPS:
        words = keys_words(group).plain
        for action in listed(group):
            assert action.name in words
            assert action.shown_key in words


async def test_help_in_a_room_tells_the_method_of_now() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    method = rooms.library.methods["incident"].method
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await rooms.start(a_start("one", method=method)))
        await until(pilot, RoomScreen)
        await pilot.press("question_mark")
        await until(pilot, HelpScreen)
        assert method.name.en in text_on(app)
        await pilot.press("escape")
        await until(pilot, RoomScreen)
