"""A pseudo-terminal with a program in it: what it writes, when, and what that looks like."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

from bench import processes

SIZE = (120, 34)
_QUIET = 0.02
_CHUNK = 1 << 16


class TooLate(Exception):
    """The screen never came to show what was waited for; says what it shows instead."""


class Terminal:
    """A program in a terminal of `size` columns and rows; ended, at the latest, when its `with` block is left."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = SIZE
    ) -> None:
        self.began = time.perf_counter()
        self.written = 0
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._end = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child becomes the program
            # The size stands before the program looks at it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), dict(environment))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGTERM)
        # It may wait for its last words to be read.
        end = time.perf_counter() + 5
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            self._chunks(0.05)
            if time.perf_counter() > end:
                os.kill(self.pid, signal.SIGKILL)
                end += 60
        os.close(self._end)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self._screen.display)

    def fileno(self) -> int:
        """This end of it, to wait for."""
        return self._end

    def take(self) -> bytes:
        """What has come; whoever takes it draws it."""
        data = os.read(self._end, _CHUNK)
        self.written += len(data)
        return data

    def send(self, keys: str) -> float:
        """Type keys; when that was, on the performance counter."""
        now = time.perf_counter()
        os.write(self._end, keys.encode())
        return now

    def until(self, shows: Callable[[str], bool], seconds: float = 20.0) -> float:
        """The moment at which the bytes had come that made the screen show this; TooLate after `seconds`.

        Bytes are stamped as they come and drawn afterwards, so that the drawing counts for nobody.
        """
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            chunks = self._chunks(0.5)
            for place, (moment, chunk) in enumerate(chunks):
                self._stream.feed(chunk)
                if shows(self.text):
                    self._feed(rest for _, rest in chunks[place + 1 :])
                    return moment
        raise TooLate(self.text)

    def rest(self, seconds: float) -> int:
        """Let it run; how many bytes it wrote meanwhile."""
        before, end = self.written, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._feed(chunk for _, chunk in self._chunks(left))
        return self.written - before

    def seconds_of_cpu(self) -> float | None:
        """How much of a core all its threads have had; None where the system does not tell that finely."""
        return processes.seconds_of_cpu(self.pid)

    def _feed(self, chunks: Iterable[bytes]) -> None:
        for chunk in chunks:
            self._stream.feed(chunk)

    def _chunks(self, wait: float) -> list[tuple[float, bytes]]:
        """What comes within `wait` seconds, up to the first quiet, with its moments."""
        found: list[tuple[float, bytes]] = []
        while select.select([self._end], [], [], _QUIET if found else wait)[0]:
            try:
                chunk = os.read(self._end, _CHUNK)
            except OSError:
                break
            if not chunk:
                break
            self.written += len(chunk)
            found.append((time.perf_counter(), chunk))
        return found
