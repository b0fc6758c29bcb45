"""Help: every key as it now is, and first those of the screen where it was asked."""

from typing import Any

import pytest
from textual.binding import Binding

from intervisie_tui import locale
from intervisie_tui.actions import DEFAULT_KEYS, GROUPS, listed
from intervisie_tui.keymap import check_keys
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.archive import ArchiveScreen, ReadScreen
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.commands import commands_of
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.groups import GroupsScreen
from intervisie_tui.screens.help import ROOM, HelpScreen, piles
from intervisie_tui.screens.key_line import KeyHint, KeyLine
from intervisie_tui.screens.key_rows import rows_words
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.screen_keys import KEYS, PARTICIPANT, STAGE, TITLES
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.screens.stage import StageScreen
from intervisie_tui.settings import Config, Settings
from tests.app.helpers_screens import a_start, app_of, text_on, until

USUAL = check_keys({}, DEFAULT_KEYS)
SCREENS = (
    LobbyScreen, SetupScreen, ClosingScreen, ArchiveScreen, ReadScreen, GroupsScreen, StageScreen,
)  # fmt: skip
BY_HAND = {"enter": "a focused list", "tab": "Textual", "ctrl+q": "the app"}


def test_every_listed_action_stands_in_help_with_its_key() -> None:
    told = dict(piles(ROOM, USUAL))
    for group in GROUPS:
        rows = told[group]
        for action in listed(group):
            assert (action.shown_key, action.name) in rows


@pytest.mark.parametrize("place", [STAGE, PARTICIPANT])
def test_help_where_nothing_else_is_to_be_done_has_the_keys_of_that_screen_and_no_others(place: str) -> None:
    assert [title for title, _rows in piles(place, USUAL)] == [TITLES[place]]


@pytest.mark.parametrize("place", [place for place in KEYS if place not in {STAGE, PARTICIPANT}])
def test_the_keys_of_the_screen_where_help_was_asked_come_first(place: str) -> None:
    titles = [title for title, _rows in piles(place, USUAL)]
    assert titles[0] == TITLES[place]
    assert len(titles) == len(set(titles)) == len(KEYS) + len(GROUPS) + 1


@pytest.mark.parametrize("kind", SCREENS)
def test_every_key_that_a_screen_names_is_bound_to_what_it_does_there(kind: Any) -> None:
    named = {"?": "question_mark", "esc": "escape", "del": "delete"}
    bound = {
        key.key: key.action
        for each in kind.BINDINGS
        if isinstance(each, Binding)
        for key in Binding.make_bindings([each])
    }
    for key in KEYS[kind.KEYS_OF]:
        if key.key not in BY_HAND:
            assert bound[named.get(key.key, key.key.lower())] == key.action


async def test_help_and_the_palette_show_the_keys_of_the_user() -> None:
    rooms = Rooms.at()
    rooms.config = Config(Settings(keys={"next-phase": ("w", "pagedown"), "note": ("full_stop",)}))
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await rooms.start(a_start("one")))
        room = await until(pilot, RoomScreen)
        assert "Next phase  (w)" in [command.title for command in commands_of(room)]
        await pilot.press("question_mark")
        await until(pilot, HelpScreen)
        lines = [line.strip() for line in text_on(app).splitlines()]
        assert any(line.startswith("w ") and "Next phase" in line for line in lines)
        assert not any(line.startswith("n ") for line in lines)


@pytest.mark.long
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


def test_words_that_need_a_second_line_go_on_under_the_first() -> None:
    assert rows_words([("n", "one two three"), ("esc", "back")], 18).plain.split("\n") == [
        "n       one two",
        "        three",
        "esc     back",
    ]


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("kind", [LobbyScreen, SetupScreen, ArchiveScreen, GroupsScreen])
async def test_no_key_falls_off_the_line_of_keys(kind: Any, language: str) -> None:
    locale.use(language)
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(kind(app.rooms))
        screen = await until(pilot, kind)
        line = screen.query_one(KeyLine)
        ends = [hint.region.right for hint in line.query(KeyHint)]
        assert len(ends) == len([key for key in KEYS[kind.KEYS_OF] if key.in_line])
        assert max(ends) <= line.content_region.right <= 77
