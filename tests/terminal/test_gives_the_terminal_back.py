"""However the program ends, the terminal is as it was: read byte for byte from a pseudo-terminal."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.tmux import PATIENCE, ROOT, command

ALTERNATE, CURSOR, MOUSE = (
    b"\x1b[?1049",
    b"\x1b[?25",
    (b"\x1b[?1000", b"\x1b[?1003", b"\x1b[?1006", b"\x1b[?1015"),
)
PASTE = b"\x1b[?2004"


class Pty:
    """The program in a pseudo-terminal; `told` is every byte that it has written."""

    def __init__(self, *words: str, program: list[str] | None = None) -> None:
        self._near, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(far)
        self._far = far
        self.told = b""
        self.process = subprocess.Popen(
            program or command(*words),
            stdin=far,
            stdout=far,
            stderr=far,
            cwd=ROOT,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color"},
        )

    def press(self, keys: bytes) -> None:
        os.write(self._near, keys)

    def read_until(self, text: bytes) -> None:
        deadline = time.monotonic() + PATIENCE
        while text not in self.told:
            assert time.monotonic() < deadline, self.told[-2000:]
            assert self._read(0.05) or self.process.poll() is None, self.told[-2000:]

    def _read(self, seconds: float) -> bool:
        if not select.select([self._near], [], [], seconds)[0]:
            return False
        self.told += os.read(self._near, 65536)
        return True

    def ended(self) -> int:
        """Read on until it has ended and all is read; its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still runs: {self.told[-2000:]!r}"
            self._read(0.05)
        while self._read(0.0):
            pass
        return self.process.returncode

    def modes(self) -> list[int]:
        """What the terminal's line is set to: echo, canonical input and so on, without the waiting times."""
        return [word for word in termios.tcgetattr(self._far)[:4] if isinstance(word, int)]

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._near)
        os.close(self._far)


@pytest.fixture
def lobby() -> Iterator[Pty]:
    opened = Pty()
    yield opened
    opened.close()


def assert_restored(terminal: Pty) -> None:
    """Each mode that was set has been reset after it was set last."""
    told = terminal.told
    for mode in (ALTERNATE, *MOUSE, PASTE):
        assert told.rfind(mode + b"l") > told.rfind(mode + b"h"), mode
    assert ALTERNATE + b"h" in told
    assert told.rfind(CURSOR + b"h") > told.rfind(CURSOR + b"l")
    assert terminal.modes() == [word for word in terminal.before[:4] if isinstance(word, int)]
    assert b"Traceback" not in told


def test_ctrl_q_gives_the_terminal_back_and_exits_0(lobby: Pty) -> None:
    lobby.read_until(b"A new session")
    lobby.press(b"\x11")
    assert lobby.ended() == 0
    assert_restored(lobby)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_terminal_back_and_is_told_by_the_exit_code(
    number: signal.Signals, lobby: Pty
) -> None:
    lobby.read_until(b"A new session")
    lobby.process.send_signal(number)
    assert lobby.ended() == 128 + number
    assert_restored(lobby)


def test_mouse_bytes_of_an_old_terminal_do_not_end_the_program(lobby: Pty) -> None:
    lobby.read_until(b"A new session")
    lobby.press(b"\x1b[M \xff\xa5")
    lobby.press(b"\x1b[M#\xff\xa5")
    lobby.told = lobby.told.replace(b"ctrl+s", b"")
    lobby.press(b"n")
    lobby.read_until(b"ctrl+s")
    lobby.press(b"\x11")
    assert lobby.ended() == 0
    assert_restored(lobby)


FAILS = """
import sys
from intervisie_tui.screens.lobby import LobbyScreen

def fail(self):
    word = "canary-in-a-local"
    raise RuntimeError(word)

LobbyScreen.action_archive = fail
from intervisie_tui.cli import main
sys.exit(main([]))
"""


def test_an_error_of_its_own_gives_the_terminal_back_exits_1_and_shows_nothing_typed(tmp_path: Path) -> None:
    terminal = Pty(program=[sys.executable, "-c", FAILS])
    try:
        terminal.read_until(b"A new session")
        terminal.press(b"o")
        assert terminal.ended() == 1
        assert_restored(terminal)
        assert b"RuntimeError" in terminal.told
        assert b"canary-in-a-local" not in terminal.told
    finally:
        terminal.close()


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
