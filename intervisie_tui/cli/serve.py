"""`intervisie serve`: a session for browsers."""

import asyncio
import gc
import json
import os
import signal
import socket
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from intervisie_tui import paths
from intervisie_tui.cli.rooms_open import wanted
from intervisie_tui.cli.talk import MISUSED, Stop, say, short
from intervisie_tui.domain.session import Seat
from intervisie_tui.locale import _
from intervisie_tui.rooms import Rooms
from intervisie_tui.serve.address import Address, address
from intervisie_tui.store.doors import Doorway
from intervisie_tui.store.problems import Busy

if TYPE_CHECKING:
    from intervisie_tui.serve.server import SessionServer

PORT = 8000
_PORTS = 20
_KEPT = ("HOME", "LANG", "LANGUAGE", "PATH", "TERM", "TMPDIR", "TZ", "USER", "PYTHONPATH", "PYTHONUTF8")
_KEPT_BEGINNINGS = ("INTERVISIE_", "LC_", "XDG_", "COVERAGE_")


def serve(asked: Namespace) -> int:
    """`intervisie serve`."""
    rooms = Rooms.at(asked.data_dir)
    session = wanted(rooms, asked.session)
    doorway = rooms.doorway(session)
    port = _port(asked.port)
    try:
        with doorway.serving():
            listening = listen(asked.host or "127.0.0.1", port)
            where = _where(asked, listening.getsockname()[1])
            return _serve(asked, rooms, session, doorway, listening, where)
    except Busy:
        there = doorway.said()
        hint = _("It is at {url}; end that one first", url=there.url) if there else _("End that one first")
        raise Stop(_("This session is served already"), hint) from None


def _serve(
    asked: Namespace, rooms: Rooms, session: str, doorway: Doorway, listening: socket.socket, where: Address
) -> int:
    _small_environment()
    from intervisie_tui.serve.hub import Place
    from intervisie_tui.serve.server import Serving, SessionServer

    place = Place(session, str(paths.data_dir(asked.data_dir)), str(paths.config_dir()))
    serving = Serving(place, where, (listening,), None)
    server = SessionServer(serving, rooms.store.journal(session), doorway)
    server.initialize_logging()

    def ready() -> None:
        links = {seat: f"{where.url}/join/{token}" for seat, token in server.tickets.links().items()}
        _tell(links, as_json=asked.json)

    gc.enable()
    over = asyncio.run(_until_asked(server, ready))
    if over and not asked.json:
        say(_("The session has ended, and so has its server."))
    # What still runs in threads is waited for by nobody.
    sys.stdout.flush()
    return 0


async def _until_asked(server: "SessionServer", ready: Callable[[], None]) -> bool:
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    return await server.run(asked, ready)


def _tell(links: dict[Seat, str], *, as_json: bool) -> None:
    names = {"watch": Seat.STAGE, "participant": Seat.PARTICIPANT, "timekeeper": Seat.TIMEKEEPER}
    if as_json:
        print(json.dumps({name: links.get(seat) for name, seat in names.items()}), flush=True)
        return
    say(
        _("Watch:      {link}", link=links.get(Seat.STAGE, "-")),
        _("Take part:  {link}", link=links.get(Seat.PARTICIPANT, "-")),
        _("Keep time:  {link}", link=links.get(Seat.TIMEKEEPER, "-")),
        _("Ctrl-C ends it; the session stays as it is."),
    )
    sys.stdout.flush()


def _where(asked: Namespace, port: int) -> Address:
    return address("http", asked.host or "127.0.0.1", port)


def _port(typed: str | None) -> int:
    if typed is None:
        return PORT
    if not (typed.isascii() and typed.isdecimal() and int(typed) < 65536):
        raise Stop(_("{port} is no port", port=short(typed)), _("Give a number from 1024 to 65535"), MISUSED)
    return int(typed)


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections there; Stop, with a port that is free, where that one is not."""
    try:
        return _bound(host, port)
    except OSError as error:
        free = next(
            (other for other in range(port + 1, min(port + _PORTS, 65536)) if _is_free(host, other)), 0
        )
        if port and free:
            said = _("Port {port} cannot be used: {why}", port=port, why=error.strerror or "")
            raise Stop(said, _("This one is free: intervisie serve --port {free}", free=free)) from None
        raise


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(256)
    except OSError:
        made.close()
        raise
    return made


def _is_free(host: str, port: int) -> bool:
    try:
        _bound(host, port).close()
    except OSError:
        return False
    return True


def _small_environment() -> None:
    """What the server and its seats need of the environment, and no more: it may hold anything."""
    for name in list(os.environ):
        if name not in _KEPT and not name.startswith(_KEPT_BEGINNINGS):
            del os.environ[name]
    os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
