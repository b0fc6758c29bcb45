"""Names in a form: Enter goes on, a paste becomes names, and what is in doubt is asked (field-cases N5, row 4)."""

import pytest
from textual import events
from textual.pilot import Pilot

from intervisie_tui.app import IntervisieApp
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.form import NamesField
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from tests.app.helpers_screens import app_of, text_on, until

OUTLOOK = "Bakker, Anna <anna@example.org>; Wit, Bram de <bram@example.org>"


async def set_up(app: IntervisieApp, pilot: Pilot[None]) -> SetupScreen:
    await until(pilot, LobbyScreen)
    await pilot.press("n")
    screen = await until(pilot, SetupScreen)
    assert isinstance(screen, SetupScreen)
    return screen


async def paste(app: IntervisieApp, pilot: Pilot[None], text: str) -> None:
    assert app.focused is not None
    app.focused.post_message(events.Paste(text))
    await pilot.pause()


@pytest.mark.long
async def test_enter_behind_the_names_goes_on_so_that_the_group_is_no_person() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        screen = await set_up(app, pilot)
        await pilot.press(*"Anna, Bram", "enter", *"Kring Zwolle")
        draft = screen.draft()
        assert [member.name for member in draft.members] == ["Anna", "Bram"]
        assert draft.group_name == "Kring Zwolle"
        assert "2 people" in text_on(app)


@pytest.mark.long
@pytest.mark.parametrize("between", [",", ", ", ";", "\n", "\r\n", "\t"])
async def test_whatever_stands_between_pasted_names_they_are_people(between: str) -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await set_up(app, pilot)
        await paste(app, pilot, between.join(("Anna", "Bram", "Chantal")))
        await paste(app, pilot, "Dirk")
        assert [member.name for member in screen.draft().members] == ["Anna", "Bram", "Chantal", "Dirk"]
        assert "4 people" in text_on(app)


@pytest.mark.parametrize("typed", [False, True], ids=["pasted", "typed"])
async def test_no_address_stays_on_the_screen(typed: bool) -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        screen = await set_up(app, pilot)
        if typed:
            screen.query_one("#names", NamesField).text = OUTLOOK
            await pilot.press("enter")
        else:
            await paste(app, pilot, OUTLOOK)
        await pilot.pause()
        assert screen.query_one("#names", NamesField).text == "Anna Bakker, Bram de Wit"
        assert "example.org" not in text_on(app)


@pytest.mark.long
async def test_names_in_doubt_are_asked_before_the_session_begins() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        screen = await set_up(app, pilot)
        await paste(app, pilot, "anna.bakker@example.org, Bram")
        assert "check: Anna Bakker" in text_on(app)
        await pilot.press("ctrl+s")
        await until(pilot, Confirm)
        await pilot.press("enter")
        await until(pilot, SetupScreen)
        assert app.focused is screen.query_one("#names")
        await pilot.press("ctrl+s")
        await until(pilot, Confirm)
        await pilot.press("left", "enter")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert [member.name for member in room.session.members] == ["Anna Bakker", "Bram"]


@pytest.mark.long
@pytest.mark.parametrize("field", ["owner", "facilitator", "timekeeper", "frame", "rehearsal"])
async def test_a_letter_on_a_field_of_choice_moves_nothing(field: str) -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await set_up(app, pilot)
        await pilot.press(*"Anna, Bram, Chantal")
        pick = screen.query_one(f"#{field}", Pick)
        pick.focus()
        before = pick.value
        await pilot.press(*"abcnsfr")
        assert pick.value == before
