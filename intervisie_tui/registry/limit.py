"""A limit on how long a plug-in may work while it is loaded."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class TookTooLong(BaseException):
    """Raised within the plug-in; no Exception, so that it is seldom caught there."""


@dataclass(frozen=True, slots=True)
class _Work:
    thread: int
    until: float


@dataclass(slots=True)
class _Watch:
    """One thread looks after all work in turn, for a thread for each would take longer than most modules do."""

    changed: threading.Condition = field(default_factory=threading.Condition)
    work: _Work | None = None
    wakes: float | None = None

    def begin(self, work: _Work) -> _Work | None:
        """Look after this; gives what was looked after, to be given back at the end."""
        with self.changed:
            before, self.work = self.work, work
            if self.wakes is None:
                self.wakes = work.until
                threading.Thread(target=self._look, daemon=True).start()
            elif work.until < self.wakes:
                self.changed.notify()
            return before

    def end(self, before: _Work | None) -> None:
        """Look after what was before."""
        with self.changed:
            self.work = before

    def _look(self) -> None:
        with self.changed:
            while self.work is not None:
                left = self.work.until - time.monotonic()
                if left <= 0:
                    _raise_in(self.work.thread)
                    self.work = None
                    break
                self.wakes = self.work.until
                self.changed.wait(left)
            self.wakes = None


_WATCH = _Watch()


def _raise_in(thread: int) -> None:
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TookTooLong))


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End what this thread does inside after so many seconds, by TookTooLong; in one thread at a time.

    A loop ends; a call that waits outside of Python, such as a sleep, ends only when it comes back.
    """
    before = _WATCH.begin(_Work(threading.get_ident(), time.monotonic() + seconds))
    try:
        yield
    finally:
        _WATCH.end(before)
