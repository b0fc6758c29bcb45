"""The language is switched while a dialog is open: it speaks the other one, and nothing that was typed goes."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.screen import ModalScreen
from textual.widgets import Input

from intervisie_tui import locale
from intervisie_tui.domain import timing
from intervisie_tui.domain.commands import AddAction
from intervisie_tui.domain.session import Action
from intervisie_tui.live import Live
from intervisie_tui.locale import N_, _
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.complete_action import CompleteAction
from intervisie_tui.screens.dialogs.choose_member import ChooseMember
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.dialogs.next_owner import NextOwner
from intervisie_tui.screens.dialogs.replan import ReplanDialog
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.export_file import ExportDialog
from intervisie_tui.screens.help import HelpScreen
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.look_back import LookBackDialog
from intervisie_tui.screens.own_question import OwnQuestion
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.questions import QuestionsPanel
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.typed_word import TypedWord
from tests.app.helpers_screens import a_start, app_of, text_on, until

Make = Callable[[Live, Rooms], ModalScreen[Any]]
DIALOGS: Mapping[str, tuple[Make, str, str]] = {
    "choose": (lambda live, rooms: ChooseDialog(live, rooms.library), "Brought by", "Inbrenger"),
    "complete": (lambda live, _rooms: CompleteAction(live, "a2"), "An action", "Een actie"),
    "export": (lambda _live, _rooms: ExportDialog(dict), "Export to a file", "Exporteren naar een bestand"),
    "word": (lambda _live, _rooms: TypedWord(str, N_("erase"), N_("Erase this session")), "erase", "wissen"),
    "look back": (lambda live, _rooms: LookBackDialog(live), "rest", "rest"),
    "help": (lambda _live, _rooms: HelpScreen(), "Esc goes back", "Esc gaat terug"),
    "confirm": (
        lambda _live, _rooms: Confirm(
            lambda: _("The session has finished. Go on after all?"), N_("Go on"), harmless=Answer.NO
        ),
        "The session has finished. Go on after all?",
        "De bijeenkomst is klaar. Toch verdergaan?",
    ),
    "own question": (
        lambda _live, _rooms: OwnQuestion("They"),
        "That sounds unpleasant",
        "Dat klinkt vervelend",
    ),
    "questions": (
        lambda live, _rooms: QuestionsPanel(live.session),
        "complete the picture",
        "het beeld compleet",
    ),
    "member": (
        lambda _live, _rooms: ChooseMember(N_("Who leaves?"), [("a", "Anna")], N_("Nobody; choose later")),
        "Who leaves?",
        "Wie gaat weg?",
    ),
    "next owner": (
        lambda _live, _rooms: NextOwner([("a", "Anna")]),
        "Who brings the next case?",
        "Wie brengt de volgende casus in?",
    ),
    "re-plan": (
        lambda live, _rooms: ReplanDialog(timing.replan(live.session, live.now())),
        "Leave it as it is",
        "Laat het zo",
    ),
}


async def a_live(rooms: Rooms) -> Live:
    live = await rooms.start(a_start(actions=(Action("a1", "rest", "anna", earlier=True),)))
    assert await live.do(AddAction("a2", "call", None)) is None
    return live


@pytest.mark.parametrize("name", DIALOGS)
async def test_a_dialog_speaks_the_language_that_is_switched_to_and_keeps_a_focus(name: str) -> None:
    make, english, dutch = DIALOGS[name]
    rooms = Rooms.at()
    live = await a_live(rooms)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = make(live, rooms)
        app.push_screen(dialog)
        await until(pilot, type(dialog))
        assert english in text_on(app)
        await app.action_switch_language()
        await pilot.pause()
        assert dutch in text_on(app)
        await pilot.press("tab")
        assert app.focused is not None
        await pilot.press("escape")
        await until(pilot, LobbyScreen)


@pytest.mark.parametrize("name", ["choose", "complete", "export", "word"])
async def test_what_was_typed_and_picked_in_a_dialog_stays_in_another_language(name: str) -> None:
    make, _english, _dutch = DIALOGS[name]
    rooms = Rooms.at()
    live = await a_live(rooms)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = make(live, rooms)
        app.push_screen(dialog)
        await until(pilot, type(dialog))
        for field in dialog.query(Input):
            field.value = "[/b] typed"
        for pick in dialog.query(Pick):
            pick.action_step(1)
        picked = [pick.value for pick in dialog.query(Pick)]
        await app.action_switch_language()
        await pilot.pause()
        assert {field.value for field in dialog.query(Input)} == {"[/b] typed"}
        assert [pick.value for pick in dialog.query(Pick)] == picked


async def test_the_word_to_type_is_that_of_the_language_of_now() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        answers: list[bool | None] = []
        app.push_screen(TypedWord(str, N_("erase"), N_("Erase this session")), answers.append)
        await until(pilot, TypedWord)
        await app.action_switch_language()
        await pilot.press(*"erase", "enter")
        assert isinstance(app.screen, TypedWord)
        app.screen.query_one(Input).value = "wissen"
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
        assert answers == [True]


async def test_the_palette_opens_over_a_dialog_and_comes_back_to_it() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(ExportDialog(dict))
        await until(pilot, ExportDialog)
        await pilot.press(*"abc", "ctrl+p")
        await pilot.pause(0.2)
        assert not isinstance(app.screen, ExportDialog)
        await pilot.press("escape")
        screen = await until(pilot, ExportDialog)
        assert screen.query_one("#path", Input).value == "abc"


async def test_the_palette_speaks_the_language_of_now_also_when_it_finds_nothing() -> None:
    locale.use("nl")
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("ctrl+p")
        palette = await until(pilot, CommandPalette)
        assert palette.query_one(Input).placeholder == "Wat wil je doen?"
        await pilot.press(*"xyzzy")
        for _look in range(100):
            await pilot.pause(0.02)
            if "Zo heet niets" in text_on(app):
                break
        assert "Zo heet niets" in text_on(app)
        await pilot.press("enter")
        await until(pilot, LobbyScreen)


async def test_a_question_of_the_room_is_asked_again_in_the_language_that_is_switched_to() -> None:
    rooms = Rooms.at()
    live = await a_live(rooms)
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        await until(pilot, RoomScreen)
        for key, dialog, english, dutch in (
            ("f", Confirm, "Finish the session?", "De bijeenkomst afronden?"),
            ("0", ChooseMember, "Who gets the floor?", "Wie krijgt de beurt?"),
        ):
            locale.use("en")
            await pilot.press(key)
            await until(pilot, dialog)
            assert english in text_on(app)
            await app.action_switch_language()
            await pilot.pause()
            assert dutch in text_on(app)
            assert english not in text_on(app)
            await pilot.press("escape")
            await until(pilot, RoomScreen)


async def test_who_was_marked_in_a_list_of_members_stays_marked_in_another_language() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        answers: list[str | None] = []
        app.push_screen(ChooseMember(N_("Who leaves?"), [("a", "Anna"), ("b", "Bram")]), answers.append)
        await until(pilot, ChooseMember)
        await pilot.press("down")
        await app.action_switch_language()
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
        assert answers == ["b"]
