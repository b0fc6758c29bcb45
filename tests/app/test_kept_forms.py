"""A form keeps what was typed while its phase lasts, and its order of focus ends on the deed (field-cases N4)."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Button, Input

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.complete_action import CompleteAction
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.dialogs.next_owner import NextOwner
from intervisie_tui.screens.export_file import ExportDialog
from intervisie_tui.screens.form import NamesField
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.own_question import OwnQuestion
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.picker import PickerScreen
from intervisie_tui.screens.setup import SetupScreen
from tests.app.helpers_screens import a_start, app_of, until

TYPED = "How can I [b]ask[/b]?"
Make = Callable[[IntervisieApp, Live], Screen[Any]]
FORMS: dict[str, tuple[Make, str]] = {
    "choose": (lambda app, live: ChooseDialog(live, app.rooms.library), "question"),
    "another case": (lambda app, live: ChooseDialog(live, app.rooms.library, another_case=True), "question"),
    "action": (lambda _app, live: CompleteAction(live, "a1"), "what"),
    "export": (lambda _app, _live: ExportDialog(lambda: {"id": "one"}), "path"),
    "next owner": (lambda _app, _live: NextOwner([("anna", "Anna")]), "question"),
    "own question": (lambda _app, _live: OwnQuestion("Why does nobody listen?"), "own"),
    "set-up": (lambda app, _live: SetupScreen(app.rooms), "question"),
}


async def reopened(name: str, between: Callable[[Live], Any] | None = None) -> str:
    """What stands in the form when it is opened again after Esc."""
    make, field = FORMS[name]
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    assert await live.do(c.AddAction("a1", "call", "anna")) is None
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        first = make(app, live)
        app.push_screen(first)
        await until(pilot, type(first))
        await pilot.pause()
        first.query_one(f"#{field}", Input).value = TYPED
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        if isinstance(app.screen, Confirm):
            await pilot.click("#no")
        await until(pilot, LobbyScreen)
        if between is not None:
            await between(live)
        again = make(app, live)
        app.push_screen(again)
        await until(pilot, type(again))
        await pilot.pause()
        return again.query_one(f"#{field}", Input).value


@pytest.mark.long
@pytest.mark.parametrize("name", FORMS)
async def test_what_was_typed_stands_there_again_after_esc(name: str) -> None:
    assert await reopened(name) == TYPED


async def test_in_another_phase_the_form_begins_anew() -> None:
    async def on(live: Live) -> None:
        assert live.session.current is not None
        assert await live.do(c.NextPhase(live.session.current.id)) is None

    assert await reopened("choose", on) == ""


@pytest.mark.parametrize("keys", [(), ("tab",), ("tab", "tab", "tab")], ids=["enter", "tab", "three tabs"])
async def test_after_the_picker_enter_chooses_however_often_tab_was_pressed(keys: tuple[str, ...]) -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = ChooseDialog(live, rooms.library)
        app.push_screen(dialog)
        await until(pilot, ChooseDialog)
        dialog.query_one("#owner", Pick).value = "bram"
        dialog.query_one("#question", Input).value = TYPED
        dialog.query_one("#method").focus()
        await pilot.press("enter")
        await until(pilot, PickerScreen)
        await pilot.press(*"incident", "enter")
        await until(pilot, ChooseDialog)
        await pilot.press(*keys, "enter")
        await until(pilot, LobbyScreen)
    case = live.session.case
    assert (case.owner, case.question, case.method) == ("bram", TYPED, "incident")


@pytest.mark.parametrize("name", ["choose", "action", "export"])
async def test_the_order_of_focus_ends_on_the_deed_and_never_comes_by_cancel(name: str) -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    assert await live.do(c.AddAction("a1", "call", "anna")) is None
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        screen = FORMS[name][0](app, live)
        app.push_screen(screen)
        await until(pilot, type(screen))
        for _ in range(12):
            await pilot.press("tab")
            assert getattr(app.focused, "id", "") != "cancel"
        assert isinstance(app.focused, Button)


@pytest.mark.long
async def test_the_set_up_comes_back_whole_with_people_method_and_who_does_what() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        await pilot.press(*"Anna, Bram", "enter", *"Kring")
        screen.query_one("#owner", Pick).focus()
        await pilot.press("right", "right")
        screen._method_chosen("incident")
        await pilot.pause()
        before = screen.draft()
        assert (before.group_name, before.owner) == ("Kring", before.members[1].id)
        await pilot.press("escape")
        await until(pilot, Confirm)
        await pilot.click("#no")
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        again = await until(pilot, SetupScreen)
        assert isinstance(again, SetupScreen)
        await pilot.pause(0.2)
        assert again.draft() == before
        assert again.query_one("#names", NamesField).names == ("Anna", "Bram")
