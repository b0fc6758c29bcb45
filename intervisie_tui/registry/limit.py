"""A limit on how long a plug-in may work while it is loaded."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TookTooLong(BaseException):
    """Raised within the plug-in; no Exception, so that it is seldom caught there."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End what this thread does inside after so many seconds, by TookTooLong.

    A loop ends; a call that waits outside of Python, such as a sleep, ends only when it comes back.
    """
    thread, lock, inside = threading.get_ident(), threading.Lock(), [True]

    def end() -> None:
        import ctypes

        with lock:
            if inside:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(thread), ctypes.py_object(TookTooLong)
                )

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            inside.clear()
        timer.cancel()
