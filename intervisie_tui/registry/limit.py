"""A limit on how long a plug-in may work while it is loaded; for the main thread of the child process."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class TookTooLong(BaseException):
    """Raised within the plug-in; no Exception, so that it is seldom caught there."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End what is done inside after this many seconds, by TookTooLong.

    A loop and a sleep both end. What does not come back from C, or catches everything, is ended by the program
    from outside, which then cannot tell the line.
    """
    before = signal.signal(signal.SIGALRM, _end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TookTooLong
