"""Which screen leads to which: into the room, and from the finished room to the closing."""

from typing import Any

from textual.app import App

from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms


async def enter_room(app: App[Any], rooms: Rooms, live: Live) -> None:
    """Open the room of this session; when it is finished, from here or elsewhere, the closing comes over it."""
    from intervisie_tui.screens.closing import ClosingScreen
    from intervisie_tui.screens.room import RoomScreen

    def on_change(session: Session) -> None:
        closing = isinstance(app.screen, ClosingScreen) and app.screen.live is live
        if session.clock is Clock.FINISHED and session.closed is None and not closing:
            app.push_screen(ClosingScreen(live, rooms))

    live.on_change(on_change)
    await app.push_screen(RoomScreen(live))
    on_change(live.session)


async def leave_room(app: App[Any]) -> None:
    """Back to the lobby: every screen above it goes."""
    while len(app.screen_stack) > 2:
        await app.pop_screen()
