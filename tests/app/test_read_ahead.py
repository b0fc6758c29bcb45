"""A served screen finds its style sheets read already."""

import pytest
from textual.theme import Theme

from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.style_sheet import ReadOnce, read_ahead
from intervisie_tui.serve.seat_app import SHEETS, SeatApp
from intervisie_tui.widgets.theme import THEMES
from tests.app.helpers_screens import a_start


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
async def test_what_was_read_ahead_is_what_a_served_desk_uses(theme: Theme) -> None:
    read_ahead(theme, SHEETS)
    ahead = ReadOnce(variables=theme.to_color_system().generate() | theme.variables)
    ahead.read_all(SHEETS)
    rooms = Rooms.at()
    app = SeatApp(rooms, await rooms.start(a_start("one")), theme.name)
    async with app.run_test(size=(120, 34)):
        used = {id(rule) for rule in app.stylesheet.rules}
    of_desk = {id(rule) for rule in ahead.rules if "RoomScreen" in rule.css}
    assert len(of_desk) > 50
    assert of_desk <= used
