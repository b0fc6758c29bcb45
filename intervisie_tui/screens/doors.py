"""Which screen leads to which: into the room, and from the finished room to the closing."""

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Clock, Seat, Session
from intervisie_tui.live import Live
from intervisie_tui.locale import tell
from intervisie_tui.rooms import Rooms
from intervisie_tui.troubles import told, why

if TYPE_CHECKING:
    from intervisie_tui.screens.room import RoomScreen


def room_of(app: App[Any], rooms: Rooms, live: Live) -> "RoomScreen":
    """The room of this session; when that is finished, here or elsewhere, the closing comes over it."""
    from intervisie_tui.screens.room import RoomScreen

    live.on_change(lambda session: _close_when_finished(app, rooms, live, session))
    room = RoomScreen(live)
    room.settings = rooms.settings
    return room


def shown(app: App[Any], rooms: Rooms, live: Live) -> Screen[None]:
    """The screen of this seat at the session: the room, or the stage."""
    if live.seat is Seat.STAGE:
        from intervisie_tui.screens.stage import StageScreen

        stage = StageScreen(live)
        stage.settings = rooms.settings
        return stage
    return room_of(app, rooms, live)


def entered(app: App[Any], rooms: Rooms, live: Live) -> None:
    """The room stands there: say what is wrong with its journal, and go on to the closing where it is finished."""
    for problem in map(told, rooms.store.problems):
        if live.session.id in problem:
            app.notify(problem, severity="warning", timeout=12, markup=False)
    _close_when_finished(app, rooms, live, live.session)


async def enter_room(app: App[Any], rooms: Rooms, live: Live) -> None:
    """Open the room of this session over what is open now."""
    await app.push_screen(room_of(app, rooms, live))
    entered(app, rooms, live)


def _close_when_finished(app: App[Any], rooms: Rooms, live: Live, session: Session) -> None:
    if live.seat is not Seat.TIMEKEEPER or session.clock is not Clock.FINISHED or session.closed is not None:
        return
    from intervisie_tui.screens.closing import ClosingScreen

    if not any(isinstance(screen, ClosingScreen) and screen.live is live for screen in app.screen_stack):
        app.push_screen(ClosingScreen(live, rooms))


async def begin_room(screen: Screen[Any], rooms: Rooms, command: "c.Start") -> None:
    """Set up the session and open its room in the place of this screen; says why when it cannot be."""
    app = screen.app
    try:
        live = await rooms.start(command)
    except Exception as error:  # noqa: BLE001 - whatever stands in the way is told, and the form stays
        refusal = error.args[0] if error.args and isinstance(error.args[0], Refusal) else None
        words = tell(refusal.message, refusal.values) if refusal else why(error)
        app.notify(words, severity="error", markup=False)
        return
    if app.screen is screen:
        app.pop_screen()
    await enter_room(app, rooms, live)


async def reopen_room(app: App[Any], rooms: Rooms, session_id: str) -> None:
    """Open the room of an unfinished session; says why when it cannot be."""
    try:
        live = await rooms.open(session_id)
    except Exception as error:  # noqa: BLE001 - a damaged or vanished journal is told
        app.notify(why(error), severity="error", markup=False)
        return
    await enter_room(app, rooms, live)


def leave_room(app: App[Any], rooms: Rooms) -> None:
    """Back to the lobby, which is made where there is none yet: every screen above it goes."""
    if getattr(app, "only_room", False):
        app.exit()
        return
    from intervisie_tui.screens.lobby import LobbyScreen

    while len(app.screen_stack) > 1:
        # Not awaited: a screen that waits for its own end would wait for ever.
        app.pop_screen()
    if not isinstance(app.screen, LobbyScreen):
        # The lowest screen cannot be switched, so the lobby begins a stack of its own.
        first = app.current_mode
        app.add_mode("lobby", lambda: LobbyScreen(rooms))
        app.switch_mode("lobby")
        app.remove_mode(first)
