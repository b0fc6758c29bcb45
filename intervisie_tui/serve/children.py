"""The processes of seats: forked from a clean process without threads that has all of Textual loaded."""

import asyncio
import contextlib
import gc
import multiprocessing
import os
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from intervisie_tui import system
from intervisie_tui.serve.assignment import Assignment
from intervisie_tui.serve.wire import meta
from intervisie_tui.troubles import place_of

ROOM = 1 << 20
"""Bytes that a seat may draw ahead of what the server has read."""


def run_seat(assignment: Assignment, server: socket.socket) -> None:
    """In the new process, in which all that is needed is loaded; what goes wrong is told as its kind and place."""
    system.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _say_nothing()
    code = 1
    try:
        from intervisie_tui.serve.seat import main

        code = main(assignment, server)
    except Exception as error:  # noqa: BLE001 - the last door: a traceback could show what people typed
        server.sendall(meta("fault", error=type(error).__name__, place=place_of(error)))
    finally:
        os._exit(code)


def _say_nothing() -> None:
    """What a process of a seat would print goes nowhere: it could hold what people typed."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)


def _track_nothing() -> None:
    """No process that looks after shared memory, of which there is none here: stopped, it would outlive us all."""
    from multiprocessing import resource_tracker

    tracker: Any = resource_tracker._resource_tracker
    if tracker._fd is None:
        tracker._fd = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)


class Child:
    """One process of a seat, and the way to speak with it."""

    def __init__(self, pid: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.pid = pid
        self.reader = reader
        self.writer = writer

    def kill(self) -> None:
        """End it at once, also when it has been stopped; what it has written stays whole."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.writer.close()


class Children:
    """Starts processes of seats, one after the other, from one thread that lasts: they die when it does."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["intervisie_tui.serve.preloaded"])
        self._thread = ThreadPoolExecutor(1, "seats")

    async def prepare(self) -> None:
        """Load what seats need; it is there when this returns. Raises OSError."""
        _track_nothing()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._fork_nothing)

    def _fork_nothing(self) -> None:
        first = self._context.Process(target=gc.collect, daemon=True)
        first.start()
        first.join()

    async def start(self, assignment: Assignment) -> Child:
        """A new process for this seat; raises OSError."""
        near, far = socket.socketpair()
        try:
            far.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ROOM)
            pid = await asyncio.get_running_loop().run_in_executor(self._thread, self._fork, assignment, far)
        except BaseException:
            near.close()
            raise
        finally:
            far.close()
        reader, writer = await asyncio.open_unix_connection(sock=near, limit=ROOM)
        return Child(pid, reader, writer)

    def _fork(self, assignment: Assignment, far: socket.socket) -> int:
        process = self._context.Process(target=run_seat, args=(assignment, far), daemon=True)
        process.start()
        assert process.pid is not None
        return process.pid

    def close(self) -> None:
        """Start no more: what seats are forked from dies, and they with it."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        forks = _forks()
        if forks is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(forks, signal.SIGKILL)


def _forks() -> int | None:
    """The process that seats are forked from."""
    from multiprocessing import forkserver

    server: Any = forkserver._forkserver
    pid: int | None = server._forkserver_pid
    return pid
