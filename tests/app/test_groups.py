"""The groups' screen: people come and go, names change, and a group is erased with its word."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from intervisie_tui.domain.commands import Refusal
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Action
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.group_words import changed_group, renamed
from intervisie_tui.screens.groups import GroupsScreen
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.typed_word import TypedWord
from tests.app.helpers_screens import app_of, text_on, until

ANNA, BRAM = GroupMember("a", "Anna"), GroupMember("b", "Bram")
GROUP = Group("g", "Kring", (ANNA, BRAM), actions=(Action("1", "[/b] call", "b", earlier=True),))


async def test_a_group_gets_another_name_a_member_and_a_count_of_meetings() -> None:
    rooms = Rooms.at()
    await rooms.save_group(GROUP)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("g")
        screen = await until(pilot, GroupsScreen)
        await pilot.pause(0.1)
        assert "[/b] call" in text_on(app)
        screen.query_one("#name", Input).value = "Ring"
        screen.query_one("#members", TextArea).text = "Anna, Bram, Esra"
        screen.query_one("#meetings", Input).value = "10"
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
    (group,) = await rooms.groups()
    assert (group.name, group.meetings, group.actions) == ("Ring", 10, GROUP.actions)
    assert [member.name for member in group.members] == ["Anna", "Bram", "Esra"]
    assert group.members[:2] == (ANNA, BRAM)


async def test_erasing_a_group_asks_for_its_word() -> None:
    rooms = Rooms.at()
    await rooms.save_group(GROUP)
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(GroupsScreen(rooms))
        screen = await until(pilot, GroupsScreen)
        await pilot.pause(0.1)
        screen.query_one("#erase").focus()
        await pilot.press("enter")
        await until(pilot, TypedWord)
        await pilot.press("escape")
        await until(pilot, GroupsScreen)
        assert await rooms.groups() == (GROUP,)
        await pilot.press("enter")
        await until(pilot, TypedWord)
        await pilot.press(*"erase", "enter")
        await until(pilot, GroupsScreen)
        await pilot.pause(0.2)
        assert await rooms.groups() == ()


async def test_without_groups_it_says_where_one_begins() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(GroupsScreen(app.rooms))
        await until(pilot, GroupsScreen)
        await pilot.pause(0.1)
        assert "begins in set-up" in " ".join(text_on(app).split())


async def opened(rooms: Rooms, pilot: Pilot[None]) -> GroupsScreen:
    pilot.app.push_screen(GroupsScreen(rooms))
    screen = await until(pilot, GroupsScreen)
    await pilot.pause(0.1)
    assert isinstance(screen, GroupsScreen)
    return screen


@pytest.mark.parametrize(("answer", "kept"), [("#yes", "Ring"), ("#no", "Kring")], ids=["saved", "given up"])
async def test_leaving_a_changed_group_asks_whether_it_is_saved(answer: str, kept: str) -> None:
    rooms = Rooms.at()
    await rooms.save_group(GROUP)
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(rooms, pilot)
        screen.query_one("#name", Input).value = "Ring"
        await pilot.press("escape")
        await until(pilot, Confirm)
        await pilot.press("escape")
        await until(pilot, GroupsScreen)
        assert screen.query_one("#name", Input).value == "Ring"
        await pilot.press("escape")
        await until(pilot, Confirm)
        await pilot.click(answer)
        await until(pilot, LobbyScreen)
    assert [group.name for group in await rooms.groups()] == [kept]


async def test_going_to_another_group_asks_too_and_esc_stays_with_what_was_typed() -> None:
    rooms = Rooms.at()
    other = Group("h", "Zwolle", (BRAM,))
    for group in (GROUP, other):
        await rooms.save_group(group)
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(rooms, pilot)
        screen.query_one("#members", TextArea).text = "Anna, Bram, Esra"
        screen.query_one("#groups").focus()
        await pilot.press("down")
        await until(pilot, Confirm)
        await pilot.press("escape")
        await until(pilot, GroupsScreen)
        assert screen.group is not None
        assert screen.group.id == "g"
        assert screen.query_one("#members", TextArea).text == "Anna, Bram, Esra"
        screen.query_one("#groups").focus()
        await pilot.press("down")
        await until(pilot, Confirm)
        await pilot.press("enter")
        await until(pilot, GroupsScreen)
        await pilot.pause(0.1)
        assert screen.query_one("#name", Input).value == "Zwolle"
    assert [len(group.members) for group in await rooms.groups()] == [3, 1]


async def test_a_change_that_cannot_be_saved_stays_on_the_screen() -> None:
    rooms = Rooms.at()
    await rooms.save_group(GROUP)
    app = app_of(rooms)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await opened(rooms, pilot)
        screen.query_one("#meetings", Input).value = "0"
        await pilot.press("escape")
        await until(pilot, Confirm)
        await pilot.press("enter")
        await until(pilot, GroupsScreen)
        await pilot.pause(0.1)
        assert screen.query_one("#meetings", Input).value == "0"
        assert "1 to 99" in " ".join(text_on(app).split())


async def test_a_group_that_was_not_changed_is_left_at_once() -> None:
    rooms = Rooms.at()
    await rooms.save_group(Group("g", "Kring", (GroupMember("a", "Anna and Bram"), BRAM), meetings=3))
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(rooms, pilot)
        await pilot.press("escape")
        await until(pilot, LobbyScreen)


def test_another_name_at_the_same_place_is_the_same_member() -> None:
    assert renamed((ANNA, BRAM), ("Anna", "Abraham")) == (ANNA, GroupMember("b", "Abraham"))
    assert renamed((ANNA, BRAM), ("Bram",)) == (BRAM,)
    assert renamed((ANNA, BRAM), ("Bram", "Anna")) == (BRAM, ANNA)


@pytest.mark.parametrize("meetings", ["0", "-1", "1e9", "7.5", "abc", "100", "9" * 5000])
def test_meetings_that_are_no_count_are_refused(meetings: str) -> None:
    assert isinstance(changed_group(GROUP, "Kring", "Anna", meetings), Refusal)


def test_a_group_without_a_name_or_people_is_refused() -> None:
    assert isinstance(changed_group(GROUP, " ", "Anna", ""), Refusal)
    assert isinstance(changed_group(GROUP, "Kring", " , ", ""), Refusal)
