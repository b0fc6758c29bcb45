"""What the tests of the screens beside the room share."""

from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain.commands import Start
from intervisie_tui.domain.session import Member
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.setup_plan import Draft, start_command

PEOPLE = tuple(Member(name.lower(), name) for name in ("Anna", "Bram", "Chantal", "Dirk"))


def app_of(rooms: Rooms) -> IntervisieApp:
    """The app on these rooms, dark."""
    return IntervisieApp(rooms, theme="dark")


def a_start(session_id: str = "one", **draft: Any) -> Start:
    """The Start command of four people with a full frame."""
    command = start_command(Draft(**{"members": PEOPLE, **draft}), session_id, "en")
    assert isinstance(command, Start)
    return command


async def until(pilot: Pilot[None], kind: type[Screen[Any]]) -> Screen[Any]:
    """Wait until a screen of that kind is on top; fails after a while."""
    app: App[None] = pilot.app
    for _ in range(500):
        await pilot.pause(0.02)
        if isinstance(app.screen, kind):
            await pilot.pause()
            return app.screen
    raise AssertionError(f"{app.screen} is on top, and no {kind.__name__}")


def text_on(app: App[None]) -> str:
    """All that the screen shows, as text."""
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in lines)
