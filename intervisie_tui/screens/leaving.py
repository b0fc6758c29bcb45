"""Leaving a live session: to the lobby or out of the program, with the clock running or paused."""

from typing import TYPE_CHECKING, Any

from textual.app import App

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Clock, Seat
from intervisie_tui.live import Live
from intervisie_tui.locale import tell
from intervisie_tui.rooms import Rooms

if TYPE_CHECKING:
    from intervisie_tui.screens.dialogs.leave import Way


def asks_first(app: App[Any], rooms: Rooms) -> bool:
    """Ask how the live session is left, if there is one here; returns False if the program is to end at once.

    That is so where no session is under way, on the screens of guests, in a browser, where no lobby is and loading the
    page again brings the room back, and when ctrl+q comes a second time.
    """
    from intervisie_tui.screens.dialogs.leave import LeaveDialog
    from intervisie_tui.screens.doors import only_room

    live = None if only_room(app) else _session_here(app)
    if live is None or isinstance(app.screen, LeaveDialog):
        return False

    async def answered(way: "Way | None") -> None:
        await _leave(app, rooms, live, way)

    runs = live.session.clock is Clock.RUNNING
    app.push_screen(LeaveDialog(runs=runs), answered)
    return True


def _session_here(app: App[Any]) -> Live | None:
    """The session that this app keeps time in and that has not finished; None if there is none."""
    for screen in reversed(app.screen_stack):
        live = getattr(screen, "live", None)
        if isinstance(live, Live) and live.seat is Seat.TIMEKEEPER and not live.gone:
            session = live.session
            return live if session.clock is not Clock.FINISHED and session.closed is None else None
    return None


async def _leave(app: App[Any], rooms: Rooms, live: Live, way: "Way | None") -> None:
    from intervisie_tui.screens.dialogs.leave import Way

    if way is None or way is Way.STAY:
        return
    if way is Way.PAUSE and live.session.clock is Clock.RUNNING:
        refused = await live.do(c.PauseClock())
        if refused is not None:
            app.notify(tell(refused.message, refused.values), severity="warning", markup=False)
            return
    if way is Way.STOP:
        app.exit()
        return
    from intervisie_tui.screens.doors import leave_room

    leave_room(app, rooms)
