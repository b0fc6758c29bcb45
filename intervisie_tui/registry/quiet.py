"""Notices that a plug-in prints or asks for something to be typed while it is loaded, in the child process.

There nothing comes out and nothing can be typed anyway; this tells on which line it was tried. What is replaced here
stays so: the child ends, and goes on to another module only where this one did nothing wrong.
"""

import builtins
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Final, NoReturn, TextIO

_TERMINAL: Final = (0, 1, 2, "/dev/tty", "/dev/stdin")
_OPENS: Final = ((builtins, "open"), (io, "open"), (os, "open"), (os, "read"))


@dataclass(slots=True)
class Tried:
    """The lines on which a plug-in printed first, and asked the keyboard first; 0 where it did not."""

    printed: int = 0
    asked: int = 0


@contextmanager
def quiet(path: Path) -> Iterator[Tried]:
    """Let nothing of the module in this file come out, and let it read nothing; gives what it tried."""
    tried = Tried()
    keys, paper = _NoKeys(tried, str(path)), _NoPaper(tried, str(path))
    with (
        _put(sys, "stdin", keys),
        _put(sys, "__stdin__", keys),
        _put(sys, "stdout", paper),
        _put(sys, "stderr", paper),
        _put(os, "_exit", _leave),
        ExitStack() as opens,
    ):
        for owner, name in _OPENS:
            opens.enter_context(_put(owner, name, _guarded(keys, getattr(owner, name))))
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


class _NoPaper(io.StringIO):
    def __init__(self, tried: Tried, file: str) -> None:
        super().__init__()
        self._tried, self._file = tried, file

    def write(self, text: str) -> int:
        if text:
            self._note()
        return len(text)

    @property
    def buffer(self) -> BinaryIO:
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


def _guarded(keys: TextIO, real: Callable[..., Any]) -> Callable[..., Any]:
    """`open` and its like, but for the terminal."""

    def opened(file: object, *rest: Any, **named: Any) -> Any:
        if file in _TERMINAL:
            keys.read()
        return real(file, *rest, **named)

    return opened


def _leave(status: int) -> NoReturn:
    """Stands in for `os._exit`, which would end the child without a word about the line."""
    raise SystemExit(status)


def _line_in(file: str) -> int:
    """The line of this file that is being run, 1 where another file does it."""
    frame = sys._getframe(2)
    while frame.f_back is not None:
        if frame.f_code.co_filename == file:
            return frame.f_lineno
        frame = frame.f_back
    return 1
