"""Bad input, typed by keys or pasted in every field beside the room: one clear sentence, and nothing is lost."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from intervisie_tui.domain.commands import AddAction, Finish, StartClock
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.export.record import record
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.complete_action import CompleteAction
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.export_file import ExportDialog
from intervisie_tui.screens.groups import GroupsScreen
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.picker import PickerScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.screens.typed_word import TypedWord
from tests.app.helpers_screens import a_start, app_of, text_on, until

HARMLESS = {
    "markup": "[/b]",
    "link": "[@click=app.quit]x[/]",
    "right to left": "שלום עולם",
    "override": "\u202eabc",
    "emoji": "👩‍👩‍👧🇳🇱",
    "joiner": "می\u200cخواهم",
    "long": "x" * 5000,
}
STEERING = {
    "escape": "a\x1b[2Jb",
    "title": "a\x1b]0 x\x07b",
    "bell": "a\x07b",
    "c1": "a\x9b2Jb",
    "null": "a\x00b",
}
HOSTILE = {**HARMLESS, **STEERING}


async def pasted(pilot: Pilot[None], selector: str, text: str) -> None:
    """Paste in a field as a terminal does; what was there is replaced."""
    field = pilot.app.screen.query_one(selector)
    assert isinstance(field, Input | TextArea)
    field.focus()
    await pilot.pause()
    assert pilot.app.focused is field
    field.clear()
    await pilot.pause()
    pilot.app.post_message(events.Paste(text))
    await pilot.pause(0.05)


def said(app: App[None], selector: str) -> str:
    """The words of one widget on the screen."""
    return str(app.screen.query_one(selector, Static).render())


def kept(text: str) -> str:
    """What must stay of a text: all but what steers."""
    return "".join(sign for sign in text if ord(sign) >= 0x20 and not 0x7F <= ord(sign) < 0xA0)


def calm(app: App[None]) -> None:
    """The app runs, and what it draws holds nothing that steers."""
    assert app.return_code is None
    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in text_on(app) if sign != "\n")


async def a_finished(rooms: Rooms) -> Live:
    live = await rooms.start(a_start("one"))
    for command in (StartClock(), AddAction("a1", "call", None), Finish()):
        assert await live.do(command) is None
    return live


def as_a_name(text: str) -> str:
    """What is kept of a pasted name: signs that turn the reading order are no part of one at its ends."""
    return kept(text).strip("\u202a\u202b\u202c\u202d\u202e")


async def filled(pilot: Pilot[None], selector: str) -> str:
    """Paste everything hostile, one after the other; it shows calmly and stays but for what steers."""
    field: Any = pilot.app.screen.query_one(selector)
    for text in HOSTILE.values():
        await pasted(pilot, selector, text)
        assert (field.value if isinstance(field, Input) else field.text) == kept(text)
        calm(pilot.app)
    return kept(text)


@pytest.mark.long
async def test_what_is_pasted_in_the_set_up_is_in_the_session_as_it_was() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        await until(pilot, SetupScreen)
        last = [await filled(pilot, f"#{field}") for field in ("group", "question", "rules")]
        await pasted(pilot, "#names", "\n".join(["Anna", *HOSTILE.values()]))
        calm(app)
        await pilot.press("ctrl+s")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        session = room.session
        assert [member.name for member in session.members] == ["Anna", *map(as_a_name, HOSTILE.values())]
        assert [session.group_name, session.case.question, session.ground_rules[0].en] == last
        await pilot.pause(0.1)
        calm(app)


@pytest.mark.long
async def test_minutes_that_cannot_be_are_told_with_the_mend_and_stay_in_the_field() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        screen = await until(pilot, SetupScreen)
        await pilot.press(*"Anna, Bram")
        for minutes in ("", "0", "-5", "1e9", "9" * 40, "7.3", "90 apples", "[/b]", "x" * 5000):
            await pasted(pilot, "#minutes", minutes)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert app.screen is screen
            assert "type" in str(screen.query_one("#warnings", Static).visual).casefold()
            assert screen.query_one("#minutes", Input).value == minutes
        assert screen.query_one("#names", TextArea).text == "Anna, Bram"
        assert await rooms.unfinished() == ()


async def test_minutes_that_can_be_meant_are_taken() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        for typed, meant in (("7.5", 7.5), ("7,5", 7.5), ("90 min", 90), (" 90 ", 90)):
            await pasted(pilot, "#minutes", typed)
            assert screen.draft().minutes_meant == meant


async def test_nobody_or_one_alone_is_told_what_can_be_done() -> None:
    nobody, alone = "Who takes part? Type the names", "at least two people; alone you can rehearse"
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        screen = await until(pilot, SetupScreen)
        for names, sentence in (("", nobody), (" , ,, ", nobody), ("Anna", alone)):
            await pasted(pilot, "#names", names)
            await pilot.press("ctrl+s")
            await pilot.pause(0.1)
            assert sentence in " ".join(text_on(app).replace("▌", "").split())
            # Separators without a name are no names, and go when the field is left.
            assert screen.query_one("#names", TextArea).text == names.strip(" ,")


@pytest.mark.long
async def test_thirty_people_and_two_of_one_name_are_told_and_can_begin() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        screen = await until(pilot, SetupScreen)
        thirty = ["Anna", *(f"Person {number}" for number in range(28)), "Anna"]
        await pasted(pilot, "#names", "\n".join(thirty))
        screen.query_one("#method").focus()
        await pilot.press("enter")
        await until(pilot, PickerScreen)
        await pilot.press(*"incident", "enter")
        await until(pilot, SetupScreen)
        await pilot.pause(0.1)
        told = " ".join(str(screen.query_one("#warnings", Static).visual).split())
        assert "Too many people for this method: you are 30" in told
        assert "Two people are called Anna" in told
        await pilot.press("ctrl+s")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert len({member.id for member in room.session.members}) == 30
        calm(app)


@pytest.mark.long
async def test_what_is_pasted_in_a_group_is_kept_as_it_was() -> None:
    rooms = Rooms.at()
    await rooms.save_group(Group("g", "Kring", (GroupMember("a", "Anna"),)))
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(GroupsScreen(rooms))
        screen = await until(pilot, GroupsScreen)
        await pilot.pause(0.1)
        last = await filled(pilot, "#name")
        await pasted(pilot, "#members", "\n".join(HOSTILE.values()))
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
        calm(app)
        for meetings in ("0", "-1", "7.5", "9" * 50, "[/b]"):
            await pasted(pilot, "#meetings", meetings)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert screen.query_one("#meetings", Input).value == meetings
    (group,) = await rooms.groups()
    assert (group.name, group.meetings) == (last, None)
    assert [member.name for member in group.members] == list(map(as_a_name, HOSTILE.values()))


@pytest.mark.long
async def test_what_is_pasted_in_the_choice_of_a_case_is_its_question() -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = ChooseDialog(live, rooms.library)
        app.push_screen(dialog)
        await until(pilot, ChooseDialog)
        dialog.query_one("#owner", Pick).value = "bram"
        last = await filled(pilot, "#question")
        dialog.query_one("#method").focus()
        await pilot.press("space")
        await until(pilot, PickerScreen)
        await pilot.press("enter")
        await until(pilot, ChooseDialog)
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
    assert live.session.case.question == last


@pytest.mark.long
async def test_what_is_pasted_in_an_action_is_its_text_and_a_day_that_is_none_is_told() -> None:
    rooms = Rooms.at()
    live = await a_finished(rooms)
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(CompleteAction(live, "a1"))
        dialog = await until(pilot, CompleteAction)
        last = await filled(pilot, "#what")
        await filled(pilot, "#when")
        assert said(app, "#understood")
        await pasted(pilot, "#when", "friday or monday")
        assert '"friday" is understood, but "or monday" is not' in said(app, "#understood")
        await pilot.click("#save")
        await pilot.pause(0.1)
        assert app.screen is dialog
        assert app.focused is dialog.query_one("#when")
        await pasted(pilot, "#when", "tomorrow")
        await pilot.click("#save")
        await until(pilot, LobbyScreen)
    (action,) = live.session.actions
    assert (action.text, action.due is not None) == (last, True)


@pytest.mark.long
async def test_a_file_that_cannot_be_is_told_and_its_name_stays(tmp_path: Path) -> None:
    rooms = Rooms.at()
    live = await a_finished(rooms)
    app = app_of(rooms)
    folder = f"{tmp_path}/no such folder/"
    names = ["", " ", "/", "~nobody-here/x", "/proc/none/x.md", *(folder + text for text in HOSTILE.values())]
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = ExportDialog(lambda: record(live.session, live.now()))
        app.push_screen(dialog)
        await until(pilot, ExportDialog)
        for name in names:
            await pasted(pilot, "#path", name)
            await pilot.click("#write")
            await pilot.pause(0.05)
            assert app.screen is dialog
            refused = str(dialog.query_one("#refused", Static).visual)
            assert 10 < len(refused) < 300
            assert dialog.query_one("#path", Input).value == kept(name)
            calm(app)


@pytest.mark.long
async def test_another_word_than_the_one_asked_for_does_nothing() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await a_finished(rooms))
        closing = await until(pilot, ClosingScreen)
        closing.query_one("#keep-actions").focus()
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, TypedWord)
        for text in ("", *HOSTILE.values()):
            await pasted(pilot, "#word", text)
            await pilot.press("enter")
            assert isinstance(app.screen, TypedWord)
            calm(app)
        await pilot.press("escape")
        await until(pilot, ClosingScreen)
    assert len(await rooms.unfinished()) == 1
