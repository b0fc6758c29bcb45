"""The commands that open a screen on what is there: the lobby, `open`, `stage` and `demo`."""

import asyncio
import os
import sys
from argparse import Namespace
from pathlib import Path

from intervisie_tui.cli.stored import problems, strange
from intervisie_tui.cli.talk import Stop, short, warn
from intervisie_tui.domain.session import Clock, Seat
from intervisie_tui.live import Live
from intervisie_tui.locale import _
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.problems import Gone


def need_terminal(*, typed: bool = True) -> None:
    """Stop where there is no terminal to draw on, or (`typed`) none to type at."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return
    streams = (sys.stdin, sys.stdout, sys.stderr) if typed else (sys.stdout, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise Stop(
            _("This opens a screen, and there is no terminal to open it in"),
            _("Run it in a terminal window, without pipes"),
        )


def screen(rooms: Rooms, live: Live | None, theme: str | None, warnings: tuple[str, ...] = ()) -> int:
    """Run the app until it is left: in the lobby, or in the room or on the stage of `live`; its exit code.

    `warnings` are said on the first screen, which covers what stands in the terminal.
    """
    from intervisie_tui.app import IntervisieApp

    # A size that somebody set would hold for ever, whatever becomes of the window.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    app = IntervisieApp(rooms, live, theme, warnings)
    app.run()
    return app.return_code or 0


def lobby(asked: Namespace) -> int:
    """`intervisie`."""
    need_terminal()
    return screen(Rooms.at(asked.data_dir), None, asked.theme)


def reopen(asked: Namespace) -> int:
    """`intervisie open`."""
    rooms = Rooms.at(asked.data_dir)
    session = wanted(rooms, asked.session)
    need_terminal()
    live = asyncio.run(rooms.open(session))
    return screen(rooms, live, asked.theme)


def stage(asked: Namespace) -> int:
    """`intervisie stage`."""
    rooms = Rooms.at(asked.data_dir)
    session = wanted(rooms, asked.session)
    need_terminal()
    return screen(rooms, asyncio.run(rooms.open(session, Seat.STAGE)), asked.theme)


def wanted(rooms: Rooms, session: str | None) -> str:
    """The id of a session that can be opened: the named one, else the last unfinished."""
    found = rooms.store.live()
    for problem in strange(rooms):
        warn(problem.message)
    if session is None and len(found) == 1:
        # Which one is the latest need not be worked out.
        return found[0][0]
    rows = rooms.unfinished_now()
    if session is None:
        running = [row for row in rows if row.clock is not Clock.FINISHED] or list(rows)
        if not running:
            nothing = Stop(_("There is no unfinished session"), _("`intervisie start` begins one"))
            raise next(problems(rooms), nothing)
        return running[0].id
    if session in {row.id for row in rows}:
        return session
    if session in rooms.store.contents().closed:
        raise Stop(
            _("The session {session} is closed", session=session),
            _("Read it with: intervisie export {session} --to md", session=session),
        )
    wrong = next(problems(rooms, session), None)
    if wrong is None and any(session == found for found, _header in rooms.store.live()):
        return session
    gone = Gone("There is no session {session}.", session=short(session))
    raise wrong or next(strange(rooms, session), gone)


def demo(asked: Namespace) -> int:
    """`intervisie demo`: a store of its own that is erased when the screen is left."""
    import tempfile

    from intervisie_tui.demo import demo_rooms

    need_terminal()
    with tempfile.TemporaryDirectory(prefix="intervisie-demo-", ignore_cleanup_errors=True) as folder:
        rooms, live = asyncio.run(demo_rooms(Path(folder)))
        return screen(rooms, live, asked.theme)
