"""Keys as a terminal sends them, in the fields of a form (field-cases 17, N5)."""

import pytest

from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.picker import PickerScreen
from tests.app.helpers_screens import app_of, until
from tests.app.test_pressed_keys import SIZE, Keys, held


@pytest.fixture
def rooms() -> Rooms:
    return Rooms.at()


async def test_enter_goes_through_the_fields_of_a_form_as_fast_as_tab_and_stops_at_its_deed(
    rooms: Rooms,
) -> None:
    """Enter is the next field (N5); the button at the end is not pressed by the Enter that came there."""
    app = app_of(rooms)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        type_in = Keys(pilot)
        await type_in("n", 1.0, "Anna, Bram", *held("\r", [0.3, 0.3, 0.1]))
        assert app.focused is not None
        assert app.focused.id == "owner"
        app.screen.query_one("#method").focus()
        await type_in(*held("\r", [0.3, 0.1, 0.03]))
        assert isinstance(app.screen, PickerScreen)


@pytest.mark.parametrize("key", ["\r", "\x1b[B", "\x1b[57420u", "\t"])
async def test_enter_and_the_arrow_down_go_on_from_every_field_that_has_a_choice(
    rooms: Rooms, key: str
) -> None:
    """Of the set-up (N5); from the line of the method Enter asks for one."""
    app = app_of(rooms)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        type_in = Keys(pilot)
        await type_in("n")
        for field, following in (
            ("facilitator", "timekeeper"),
            ("timekeeper", "owner"),
            ("owner", "question"),
            ("frame", "rehearsal"),
            ("rehearsal", "rules"),
        ):
            app.screen.query_one(f"#{field}").focus()
            await type_in(key)
            assert app.focused is not None
            assert app.focused.id == following


async def test_the_arrow_up_goes_back_from_a_choice_and_from_the_line_of_the_method(rooms: Rooms) -> None:
    app = app_of(rooms)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        type_in = Keys(pilot)
        await type_in("n")
        for field, before in (
            ("timekeeper", "facilitator"),
            ("facilitator", "group"),
            ("method", "question"),
        ):
            app.screen.query_one(f"#{field}").focus()
            await type_in("\x1b[A")
            assert app.focused is not None
            assert app.focused.id == before
