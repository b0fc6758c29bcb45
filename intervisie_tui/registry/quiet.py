"""Keeps a plug-in from the screen and the keyboard while it is loaded, and remembers that it tried."""

import builtins
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn, TextIO

_ONE = threading.RLock()
_OPEN = builtins.open
_TERMINAL: Final = (0, 1, 2, "/dev/tty", "/dev/stdin")


@dataclass(slots=True)
class Tried:
    """The lines on which a plug-in printed first, and asked the keyboard first; 0 where it did not."""

    printed: int = 0
    asked: int = 0


@contextmanager
def quiet(path: Path) -> Iterator[Tried]:
    """Let nothing of the module in this file come out, and let it read nothing; in one thread at a time.

    These are the streams of the whole process, so two threads that load at once would give back each other's.
    """
    tried = Tried()
    with _ONE:
        before = sys.stdin, sys.__stdin__, sys.stdout, sys.stderr
        sys.stdin = sys.__stdin__ = _NoKeys(tried, str(path))  # type: ignore[misc]
        sys.stdout = _NoPaper(tried, str(path), sys.stdout)
        sys.stderr = _NoPaper(tried, str(path), sys.stderr)
        builtins.open = _guarded(sys.stdin)
        try:
            yield tried
        finally:
            builtins.open = _OPEN
            sys.stdin, sys.__stdin__, sys.stdout, sys.stderr = before  # type: ignore[misc]


class _NoPaper(io.StringIO):
    def __init__(self, tried: Tried, file: str, real: TextIO) -> None:
        super().__init__()
        self._tried, self._file, self._real = tried, file, real
        self._thread = threading.get_ident()

    def write(self, text: str) -> int:
        if threading.get_ident() != self._thread:
            # Not the plug-in's: what goes on beside it may speak.
            return self._real.write(text)
        if text and not self._tried.printed:
            self._tried.printed = _line_in(self._file)
        return len(text)


class _NoKeys(io.TextIOWrapper):
    def __init__(self, tried: Tried, file: str) -> None:
        super().__init__(io.BytesIO())
        self._tried, self._file = tried, file

    def _refuse(self) -> NoReturn:
        self._tried.asked = self._tried.asked or _line_in(self._file)
        message = "nothing can be asked while a method is loaded"
        raise EOFError(message)

    def read(self, _size: int | None = -1, /) -> str:
        self._refuse()

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
        self._refuse()

    def __next__(self) -> NoReturn:
        self._refuse()

    @property
    def buffer(self) -> NoReturn:
        self._refuse()

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


def _guarded(keys: TextIO) -> Any:
    """`open`, but for the terminal: whoever closes that closes it for the whole program."""
    thread = threading.get_ident()

    def opened(file: Any, *rest: Any, **named: Any) -> Any:
        if threading.get_ident() == thread and file in _TERMINAL:
            keys.read()
        return _OPEN(file, *rest, **named)

    return opened


def _line_in(file: str) -> int:
    """The line of this file that is being run, 1 where another file does it."""
    frame = sys._getframe(2)
    while frame.f_back is not None:
        if frame.f_code.co_filename == file:
            return frame.f_lineno
        frame = frame.f_back
    return 1
