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
from intervisie_tui.screens.listening import listen
from intervisie_tui.troubles import UNSAVED, of_session, why

if TYPE_CHECKING:
    from intervisie_tui.screens.room import RoomScreen


def room_of(app: App[Any], rooms: Rooms, live: Live) -> "RoomScreen":
    """The room of this session."""
    from intervisie_tui.screens.room import RoomScreen

    # Who keeps time in a browser of its own sees what is for the timekeeper alone.
    room = RoomScreen(live, desk=only_room(app))
    room.settings = rooms.settings
    return room


def only_room(app: App[Any]) -> bool:
    """Whether this app has one session's screen and no other way: it is served."""
    return bool(getattr(app, "only_room", False))


def shown(app: App[Any], rooms: Rooms, live: Live) -> Screen[None]:
    """The screen of this seat at the session: the room, the stage, or that of a guest who takes part."""
    seat = _seat_shown(live)
    if seat is Seat.STAGE:
        from intervisie_tui.screens.stage import StageScreen

        stage = StageScreen(live)
        stage.settings = rooms.settings
        # Served, it always rings: each page decides whether that is heard.
        stage.sounds = rooms.settings.sound or only_room(app)
        return stage
    if seat is Seat.PARTICIPANT:
        from intervisie_tui.screens.participant import ParticipantScreen

        participant = ParticipantScreen(live)
        participant.settings = rooms.settings
        return participant
    return room_of(app, rooms, live)


def _seat_shown(live: Live) -> Seat:
    """Who was shown out is told so on the screen of a guest, whatever it could do before."""
    guest = live.session.guest(live.screen)
    return Seat.PARTICIPANT if guest is not None and guest.out else live.seat


def _seat_changed(app: App[Any], rooms: Rooms, live: Live, before: Seat) -> None:
    if _seat_shown(live) is not before:
        app.run_worker(_other_seat(app, rooms, live), group="seat", exclusive=True)


async def _other_seat(app: App[Any], rooms: Rooms, live: Live) -> None:
    """A guest has got another seat: its screen comes in the place of this one, with a hold of its own."""
    try:
        again = await rooms.open(live.session.id, live.seat, live.screen)
    except UNSAVED:
        # The screen that is there says that the session has gone.
        return
    while len(app.screen_stack) > 1:
        app.pop_screen()
    # The lowest screen cannot be switched, so the other one begins a stack of its own.
    first, name = app.current_mode, f"seat-{again.revision}"
    app.add_mode(name, lambda: shown(app, rooms, again))
    await app.switch_mode(name)
    await app.remove_mode(first)
    entered(app, rooms, again)


def entered(app: App[Any], rooms: Rooms, live: Live) -> None:
    """Say what is wrong with the journal of the session on screen, and follow where the session leads from there.

    That is the closing if the session is finished, and another screen if this one has got another seat.
    """
    for problem in of_session(rooms.store.problems, live.session.id):
        app.notify(problem, severity="warning", timeout=12, markup=False)
    seat = _seat_shown(live)
    listen(app.screen, live, lambda session: _close_when_finished(app, rooms, live, session))
    listen(app.screen, live, lambda _session: _seat_changed(app, rooms, live, seat))
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
    if only_room(app):
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
