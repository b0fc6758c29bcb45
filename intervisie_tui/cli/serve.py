"""`intervisie serve`: a session for browsers."""

import asyncio
import gc
import json
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from intervisie_tui import paths, system
from intervisie_tui.cli.rooms_open import wanted
from intervisie_tui.cli.serve_where import Where, where
from intervisie_tui.cli.talk import Stop, say, warn
from intervisie_tui.domain.session import Seat
from intervisie_tui.locale import _
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.doors import Doorway
from intervisie_tui.store.problems import Busy

if TYPE_CHECKING:
    from intervisie_tui.serve.server import SessionServer

_NAMES = {"watch": Seat.STAGE, "participant": Seat.PARTICIPANT, "timekeeper": Seat.TIMEKEEPER}
_KEPT = ("HOME", "LANG", "LANGUAGE", "PATH", "TERM", "TMPDIR", "TZ", "USER", "PYTHONPATH", "PYTHONUTF8")
_KEPT_BEGINNINGS = ("INTERVISIE_", "LC_", "XDG_")

_LONGEST_FOLDER = 60
"""Bytes of the name of a folder for what does not last: the name of a socket in it may have about a hundred."""


def serve(asked: Namespace) -> int:
    """`intervisie serve`."""
    rooms = Rooms.at(asked.data_dir)
    session = wanted(rooms, asked.session)
    doorway = rooms.doorway(session)
    try:
        with doorway.serving():
            return _serve(asked, rooms, session, doorway, where(asked))
    except Busy:
        there = doorway.said()
        hint = _("It is at {url}; end that one first", url=there.url) if there else _("End that one first")
        raise Stop(_("This session is served already"), hint) from None


def _serve(asked: Namespace, rooms: Rooms, session: str, doorway: Doorway, there: Where) -> int:
    _small_environment()
    # Where few files may be open unless one asks for more, silent strangers would keep all others out.
    system.open_many()
    from intervisie_tui.serve.hub import Place
    from intervisie_tui.serve.server import Serving, SessionServer

    place = Place(session, str(paths.data_dir(asked.data_dir)), str(paths.config_dir()))
    serving = Serving(
        place,
        there.address,
        there.listening,
        there.tls,
        there.lan,
        there.fingerprint,
        others=there.others,
        behind_proxy=asked.behind_proxy,
    )
    server = SessionServer(serving, rooms.store.journal(session), doorway)
    server.initialize_logging()
    gc.enable()
    over = asyncio.run(_until_asked(server, lambda: _tell(server, there, as_json=asked.json), asked.attended))
    if over and not asked.json:
        say(_("The session has ended, and so has its server."))
    return 0


async def _until_asked(server: "SessionServer", ready: Callable[[], None], attended: bool) -> bool:
    asked = asyncio.Event()
    if attended:
        _end_with_reader(asked)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # Who started it may have wished that it outlives the terminal.
        if number is not signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(number, asked.set)
    return await server.run(asked, ready)


def _end_with_reader(asked: asyncio.Event) -> None:
    """Whoever started this and writes to it has gone, however that went, when there is nothing to read any more."""
    loop, number = asyncio.get_running_loop(), sys.stdin.fileno()

    def look() -> None:
        try:
            more = os.read(number, 1024)
        except OSError:
            more = b""
        if not more:
            loop.remove_reader(number)
            asked.set()

    loop.add_reader(number, look)


def _tell(server: "SessionServer", there: Where, *, as_json: bool) -> None:
    tokens = server.tickets.links()
    links = {
        name: f"{there.address.url}/join/{tokens[seat]}" if seat in tokens else None
        for name, seat in _NAMES.items()
    }
    if there.lan:
        _warn_of_lan(there)
    if as_json:
        print(json.dumps(links), flush=True)
        return
    closed = _("(closed)")
    say(
        _("Watch:      {link}", link=links["watch"] or closed),
        _("Take part:  {link}", link=links["participant"] or closed),
        _("Keep time:  {link}", link=links["timekeeper"] or closed),
        _(
            "Who has the last one may do all that you may. Ctrl-C ends the server; the session stays as it is."
        ),
    )
    sys.stdout.flush()


def _warn_of_lan(there: Where) -> None:
    """What --lan means, in words."""
    warn(_("Everybody in this network who has a link can come in."))
    if there.others:
        others = " ".join(other.url for other in there.others)
        warn(_("Who cannot reach the address in a link can try:") + f" {others}")
    if there.fingerprint:
        warn(
            _(
                "The certificate is this machine's own, so browsers warn of it once."
                " Only go on where they show this fingerprint (SHA-256):"
            )
        )
        warn(there.fingerprint)
    elif there.tls is None:
        warn(_("The way to the web server before it is not encrypted."))


def _small_environment() -> None:
    """What the server and its seats need of the environment, and no more: it may hold anything."""
    for name in list(os.environ):
        if name not in _KEPT and not name.startswith(_KEPT_BEGINNINGS):
            del os.environ[name]
    if len(os.fsencode(os.environ.get("TMPDIR", ""))) > _LONGEST_FOLDER:
        del os.environ["TMPDIR"]
    os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
