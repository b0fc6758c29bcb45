"""Choosing on the way, and looking back: what is chosen and marked stands in the session."""

import pytest
from textual.widgets import Button, Input

from intervisie_tui.domain.commands import NextPhase, StartClock
from intervisie_tui.domain.session import Action, Status
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.look_back import LookBackDialog
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.picker import PickerScreen
from tests.app.helpers_screens import a_start, app_of, until

HOSTILE = "[/b]\u202e" + "x" * 5000


def standing(live: Live) -> Status:
    """How the first action stands."""
    return live.session.actions[0].status


async def choose(rooms: Rooms, live: Live, another: bool, question: str) -> None:
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(ChooseDialog(live, rooms.library, another_case=another))
        screen = await until(pilot, ChooseDialog)
        screen.query_one("#owner", Pick).value = "bram"
        screen.query_one("#question", Input).value = question
        screen.query_one("#method").focus()
        await pilot.press("enter")
        await until(pilot, PickerScreen)
        await pilot.press(*"incident", "enter")
        await until(pilot, ChooseDialog)
        screen.query_one("#choose", Button).press()
        await until(pilot, LobbyScreen)


@pytest.mark.long
async def test_the_owner_the_question_and_the_method_are_chosen_on_the_way() -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    await choose(rooms, live, False, HOSTILE)
    case = live.session.case
    assert (case.owner, case.question, case.method) == ("bram", HOSTILE, "incident")
    assert not any(run.plan.placeholder for run in live.session.agenda)


@pytest.mark.long
async def test_another_case_comes_after_the_first() -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    await choose(rooms, live, False, "How can I ask?")
    assert await live.do(StartClock()) is None
    while live.session.current is not None and live.session.current.plan.method != "incident":
        assert await live.do(NextPhase(live.session.current.id)) is None
    await choose(rooms, live, True, "How can I rest?")
    assert [case.question for case in live.session.cases] == ["How can I ask?", "How can I rest?"]


async def test_after_the_picker_enter_is_all_that_is_left_to_press() -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start())
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = ChooseDialog(live, rooms.library)
        app.push_screen(dialog)
        await until(pilot, ChooseDialog)
        dialog.query_one("#owner", Pick).value = "bram"
        dialog.query_one("#method").focus()
        await pilot.press("space")
        await until(pilot, PickerScreen)
        await pilot.press("down", "enter")
        await until(pilot, ChooseDialog)
        assert dialog.method_id in rooms.library.methods
        assert app.focused is dialog.query_one("#choose")
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
        assert live.session.case.method == dialog.method_id


async def test_looking_back_marks_an_action_by_its_digit_and_by_enter() -> None:
    rooms = Rooms.at()
    live = await rooms.start(a_start(actions=(Action("a1", HOSTILE, "anna", earlier=True),)))
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(LookBackDialog(live))
        await until(pilot, LookBackDialog)
        await pilot.press("1")
        await pilot.pause(0.2)
        assert standing(live) is Status.DONE
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert standing(live) is Status.DOING
        await pilot.press("escape")
        await until(pilot, LobbyScreen)
