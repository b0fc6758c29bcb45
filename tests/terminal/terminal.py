"""The whole program in a pseudo-terminal: every byte that it writes, with its moment, and the picture that makes."""

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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from intervisie_tui import system
from tests.terminal.tmux import APART, AT_ONCE, PATIENCE, ROOT, command

# A session leader of its own terminal, so that the system tells it when the window is closed.
_LEADER = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """One program in one terminal, which ends, at the latest, with the `with` block."""

    def __init__(
        self,
        *words: str,
        program: Sequence[str] | None = None,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
    ) -> None:
        width, height = size
        self._near, self._far = pty.openpty()
        fcntl.ioctl(self._far, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.before = self.modes()
        self.pieces: list[tuple[float, bytes]] = []
        """What it has written, piece by piece, each with the boot clock's moment at which it came."""
        self._fed = 0
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self._closed = False
        self._last: tuple[str | bytes, float] = "", 0.0
        self.process = subprocess.Popen(
            [sys.executable, "-c", _LEADER, *(program or command(*words))],
            stdin=self._far,
            stdout=self._far,
            stderr=self._far,
            cwd=ROOT,
            start_new_session=True,
            env={**_here(), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **(environ or {})},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self.shut()

    def press(self, keys: str | bytes) -> None:
        """Send these keys as a terminal does; returns when the kernel has them.

        The same key again comes after a while, so that it is no held key.
        """
        last, pressed = self._last
        if keys == last and keys not in AT_ONCE:
            self.pass_by(pressed + APART - time.monotonic())
        self.send(keys)
        self._last = keys, time.monotonic()

    def send(self, *parts: str | bytes | float) -> None:
        """Send these bytes, with pauses between them in seconds, in which all that comes is taken in."""
        for part in parts:
            if isinstance(part, float):
                self.pass_by(part)
            else:
                os.write(self._near, part.encode() if isinstance(part, str) else part)

    def pass_by(self, seconds: float) -> None:
        """Take in all that comes within this many seconds."""
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0:
            self.read(rest)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """End it at once, and wait for that."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)

    def shut(self) -> None:
        """Close the window."""
        if not self._closed:
            self._closed = True
            os.close(self._near)
            os.close(self._far)

    def read(self, seconds: float) -> bool:
        """Take in what comes within this many seconds, at most one piece; whether anything came."""
        return read_any([self], seconds)

    def take(self) -> None:
        """Take in what is there now."""
        self.pieces.append((system.boot_seconds(), os.read(self._near, 65536)))

    def fileno(self) -> int:
        """For select."""
        return self._near

    @property
    def told(self) -> bytes:
        """Every byte that it has written."""
        return b"".join(piece for _, piece in self.pieces)

    @property
    def drawn(self) -> int:
        """How many pieces the picture has in it."""
        return self._fed

    def draw(self, upto: int | None = None) -> list[str]:
        """The picture, a line for each row, after this many pieces (after all of them)."""
        for _, piece in self.pieces[self._fed : upto]:
            self._stream.feed(piece)
        self._fed = len(self.pieces) if upto is None else max(upto, self._fed)
        return list(self._screen.display)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.draw())

    def shows(self, *texts: str, seconds: float = PATIENCE) -> str:
        """Wait until all of these stand on the screen; the screen."""
        return self.until(lambda text: all(each in text for each in texts), str(texts), seconds)

    def hides(self, *texts: str, seconds: float = PATIENCE) -> str:
        """Wait until none of these stand on the screen any more; the screen."""
        return self.until(lambda text: not any(each in text for each in texts), f"not {texts}", seconds)

    def hidden_at(self, text: str) -> float:
        """The moment, by the boot clock, of the first piece not drawn yet after which this stands nowhere any more."""
        for upto in range(self._fed + 1, len(self.pieces) + 1):
            if all(text not in line for line in self.draw(upto)):
                return self.pieces[upto - 1][0]
        raise AssertionError(f"{text!r} stays\n{self.text}")

    def until(self, holds: Callable[[str], bool], told: str, seconds: float = PATIENCE) -> str:
        """Wait until this holds of what stands on the screen; `told` says what was waited for."""
        deadline = time.monotonic() + seconds
        while not holds(text := self.text):
            assert time.monotonic() < deadline, f"{told}\n{text}"
            assert self.read(0.05) or self.process.poll() is None, f"has ended; {told}\n{text}"
        return text

    def ended(self, seconds: float = PATIENCE) -> int:
        """Read on until it has ended and all is read; its exit code."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still runs\n{self.text}"
            self.read(0.05)
        while self.read(0.0):
            pass
        return self.process.returncode

    def modes(self) -> list[int]:
        """What the terminal's line is set to: echo, canonical input and so on, without the waiting times."""
        return [word for word in termios.tcgetattr(self._far)[:4] if isinstance(word, int)]


def slowly(text: str, pause: float = 0.15) -> list[str | float]:
    """What a slow line makes of it: each Esc comes by itself, and the rest this many seconds later, for `send`."""
    first, *others = text.split("\x1b")
    parts: list[str | float] = [first]
    for other in others:
        parts += ["\x1b", pause, other]
    return parts


def _here() -> dict[str, str]:
    """The environment of the tests, but for whether they run over SSH."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SSH_")}


def read_any(terminals: Sequence[Terminal], seconds: float) -> bool:
    """Take in what comes to any of them within this many seconds, a piece of each at most; whether anything came."""
    ready = select.select(terminals, [], [], seconds)[0]
    for terminal in ready:
        terminal.take()
    return bool(ready)


def script(folder: Path, before: str, *words: str) -> list[str]:
    """A program that is `intervisie` with these words, in a process in which `before` has been done."""
    path = folder / "program.py"
    path.write_text(
        f"{before}\nimport sys\nfrom intervisie_tui.cli import main\nsys.exit(main({list(words)!r}))\n"
    )
    return [sys.executable, str(path)]
