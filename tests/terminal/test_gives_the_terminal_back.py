"""However the program ends, the terminal is as it was: read byte for byte from a pseudo-terminal."""

import json
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal, script
from tests.terminal.tmux import PATIENCE, ROOT, command, run

# Alternate screen; mouse in four ways; focus; pasting. The cursor and the wrapping of lines are there when set.
OFF, ON = ("1049", "1000", "1003", "1006", "1015", "1004", "2004"), ("25", "7")
TYPED = "canary-in-a-line"
CIRCLE = ("--member", "Anna", "Bram", "Chantal", "--owner", "Anna")
START = ("start", *CIRCLE, "--method", "incident", "--frame", "none")


@pytest.fixture
def lobby() -> Iterator[Terminal]:
    with Terminal() as opened:
        opened.shows("A new session")
        yield opened


@pytest.fixture
def room() -> Iterator[Terminal]:
    """A room whose clock runs, with a line half typed."""
    with Terminal(*START) as opened:
        opened.shows("Ready to start")
        opened.press(" ")
        opened.hides("Ready to start")
        opened.press("c")
        opened.shows("Esc ")
        opened.press(TYPED)
        opened.shows(TYPED)
        yield opened


def assert_restored(terminal: Terminal) -> None:
    """Each mode that was set has been reset after it was set last, and every way of reading keys taken back."""
    told = terminal.told.decode(errors="replace")
    last = dict(re.findall(r"\x1b\[\?(\d+)([hl])", told))
    assert "\x1b[?1049h" in told
    # Also modes that nobody has thought of here.
    assert last == {**last, **dict.fromkeys(OFF, "l"), **dict.fromkeys(ON, "h")}
    assert {mode for mode, end in last.items() if end == "h"} == set(ON)
    assert len(re.findall(r"\x1b\[>\d+u", told)) == told.count("\x1b[<u") > 0
    assert terminal.modes() == terminal.before
    assert "Traceback" not in told
    # What comes after it goes to the user's own screen, on which what was typed does not stand.
    assert TYPED not in told.rpartition("\x1b[?1049l")[2]


def test_ctrl_q_gives_the_terminal_back_and_exits_0(lobby: Terminal) -> None:
    lobby.press(b"\x11")
    assert lobby.ended() == 0
    assert_restored(lobby)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_terminal_back_and_is_told_by_the_exit_code(
    number: signal.Signals, lobby: Terminal
) -> None:
    lobby.signal(number)
    assert lobby.ended() == 128 + number
    assert_restored(lobby)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_in_mid_sentence_gives_the_terminal_back_and_keeps_the_session(
    number: signal.Signals, room: Terminal
) -> None:
    room.signal(number)
    # A second one, as of somebody who has no patience, does no harm.
    room.signal(number)
    assert room.ended() == 128 + number
    assert_restored(room)
    assert [row["state"] for row in json.loads(run("sessions", "--json").stdout)] == ["live"]


def test_a_window_that_is_closed_ends_the_program(room: Terminal) -> None:
    room.shut()
    assert room.process.wait(PATIENCE) != 0
    assert [row["state"] for row in json.loads(run("sessions", "--json").stdout)] == ["live"]


def test_mouse_bytes_of_an_old_terminal_do_not_end_the_program(lobby: Terminal) -> None:
    lobby.press(b"\x1b[M \xff\xa5")
    lobby.press(b"\x1b[M#\xff\xa5")
    lobby.press(b"n")
    lobby.shows("Names")
    lobby.press(b"\x11")
    assert lobby.ended() == 0
    assert_restored(lobby)


def test_mouse_bytes_and_torn_signs_in_a_line_do_not_end_the_room(room: Terminal) -> None:
    for noise in (
        b"\x1b[M \xff\xa5",
        b"\x1b[M#\xa5\xff",
        b"\xf0\x9f",
        b"\xff\xfe\xc0",
        b"\x1b[<0;5;5M\x1b[<0;5;5m",
    ):
        room.press(noise)
    room.press("\x1b")
    room.hides("Esc ")
    room.press("\x11\x11")
    assert room.ended() == 0
    assert_restored(room)


FAIL = """
def fail(self, *given):
    word = "canary-in-a-local"
    raise RuntimeError(word)
"""
BREAKS = {
    "a key in the lobby": "from intervisie_tui.screens.lobby import LobbyScreen as Broken; name = 'action_archive'",
    "the first picture": "from intervisie_tui.screens.lobby import LobbyScreen as Broken; name = 'compose'",
    "a key in the room": "from intervisie_tui.screens.room import RoomScreen as Broken; name = 'action_sound'",
    "the clock": "from intervisie_tui.widgets.clock_pane import ClockPane as Broken; name = 'tick'",
    "what runs beside the room": "from intervisie_tui.live import Live as Broken; name = 'follow'",
}


@pytest.mark.parametrize("place", BREAKS)
def test_an_error_of_its_own_gives_the_terminal_back_exits_1_and_shows_nothing_typed(
    place: str, tmp_path: Path
) -> None:
    before = f"{FAIL}\n{BREAKS[place]}\nsetattr(Broken, name, fail)"
    words = START if "room" in place or "clock" in place else ()
    with Terminal(program=script(tmp_path, before, *words)) as terminal:
        if "key" in place:
            terminal.shows("Ready to start" if words else "A new session")
            terminal.press("m" if words else "o")
        assert terminal.ended() == 1
        assert_restored(terminal)
        assert b"RuntimeError" in terminal.told
        assert b"canary-in-a-local" not in terminal.told


def test_without_a_terminal_it_is_one_sentence_and_exit_1() -> None:
    ended = subprocess.run(
        command(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "no terminal" in ended.stderr
    assert len(ended.stderr) < 1000
    assert "Traceback" not in ended.stderr
