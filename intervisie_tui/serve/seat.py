"""The process of one seat: it builds the app and runs it."""

import asyncio
import gc
import os
import socket
from functools import partial
from typing import cast

from textual.driver import Driver

from intervisie_tui import locale
from intervisie_tui.domain.session import Seat
from intervisie_tui.rooms import Rooms
from intervisie_tui.serve.assignment import Assignment
from intervisie_tui.serve.driver import SeatDriver
from intervisie_tui.serve.seat_app import SeatApp
from intervisie_tui.serve.wire import meta
from intervisie_tui.troubles import place_of


def main(assignment: Assignment, server: socket.socket) -> int:
    """Run the seat until its app ends; the exit code."""
    # What was made before the fork stays shared with the other seats as long as nobody looks through it.
    gc.disable()
    return asyncio.run(run(assignment, server))


async def run(assignment: Assignment, server: socket.socket) -> int:
    """Open the session for this guest, and run its app; the exit code."""
    os.environ["INTERVISIE_CONFIG_DIR"] = assignment.config_dir
    locale.use(assignment.language)
    rooms = Rooms.at(assignment.data_dir)
    live = await rooms.open(assignment.session, assignment.seat, assignment.guest or None)
    app = SeatApp(rooms, live, assignment.theme)
    typed = assignment.seat is not Seat.STAGE
    app.driver_class = cast(type[Driver], partial(SeatDriver, server, typed))
    await app.run_async(size=(assignment.width, assignment.height))
    _tell_fault(app, server)
    return app.return_code or 0


def _tell_fault(app: SeatApp, server: socket.socket) -> None:
    error = app._exception
    if error is not None:
        server.sendall(meta("fault", error=type(error).__name__, place=place_of(error)))
