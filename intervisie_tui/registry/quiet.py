"""Keeps a plug-in from the screen, the keyboard and the end while it is loaded, and remembers that it tried."""

import builtins
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Final, NoReturn, TextIO

_ONE = threading.RLock()
_TERMINAL: Final = (0, 1, 2, "/dev/tty", "/dev/stdin")
_OPENS: Final = ((builtins, "open"), (io, "open"), (os, "open"), (os, "read"))


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
    tried, own = Tried(), _Own()
    keys = _NoKeys(tried, str(path))
    with (
        _ONE,
        _put(sys, "stdin", keys),
        _put(sys, "__stdin__", keys),
        _put(sys, "stdout", _NoPaper(tried, str(path), own, sys.stdout)),
        _put(sys, "stderr", _NoPaper(tried, str(path), own, sys.stderr)),
        _put(os, "_exit", _staying(own, os._exit)),
        ExitStack() as opens,
    ):
        for owner, name in _OPENS:
            opens.enter_context(_put(owner, name, _guarded(keys, own, getattr(owner, name))))
        yield tried


@contextmanager
def _put(owner: ModuleType, name: str, value: object) -> Iterator[None]:
    """Let a module have something else by this name."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


class _Own:
    """The thread of the plug-in: what goes on beside it, or in a process that it started, is not held back."""

    def __init__(self) -> None:
        self._here = self._now()

    def __bool__(self) -> bool:
        return self._now() == self._here

    @staticmethod
    def _now() -> tuple[int, int]:
        return os.getpid(), threading.get_ident()


class _NoPaper(io.StringIO):
    def __init__(self, tried: Tried, file: str, own: _Own, real: TextIO) -> None:
        super().__init__()
        self._tried, self._file, self._own, self._real = tried, file, own, real

    def write(self, text: str) -> int:
        if not self._own:
            return self._real.write(text)
        if text:
            self._note()
        return len(text)

    @property
    def buffer(self) -> BinaryIO:
        if not self._own:
            return self._real.buffer
        self._note()
        return io.BytesIO()

    def _note(self) -> None:
        self._tried.printed = self._tried.printed or _line_in(self._file)


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

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override] # text, as all text streams; the base of all has bytes
        self._refuse()

    def __next__(self) -> NoReturn:
        self._refuse()

    @property
    def buffer(self) -> NoReturn:
        self._refuse()

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


def _guarded(keys: TextIO, own: _Own, real: Callable[..., Any]) -> Callable[..., Any]:
    """`open` and its like, but for the terminal: whoever closes that closes it for the whole program."""

    def opened(file: object, *rest: Any, **named: Any) -> Any:
        if own and file in _TERMINAL:
            keys.read()
        return real(file, *rest, **named)

    return opened


def _staying(own: _Own, real: Callable[[int], NoReturn]) -> Callable[[int], NoReturn]:
    """`os._exit`, which ends the program without giving back the terminal, as a SystemExit."""

    def ended(status: int) -> NoReturn:
        if own:
            raise SystemExit(status)
        real(status)

    return ended


def _line_in(file: str) -> int:
    """The line of this file that is being run, 1 where another file does it."""
    frame = sys._getframe(2)
    while frame.f_back is not None:
        if frame.f_code.co_filename == file:
            return frame.f_lineno
        frame = frame.f_back
    return 1
