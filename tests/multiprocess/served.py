"""A session that is served by the real server as a process, and browsers without a window."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Self

import aiohttp
import psutil
import pyte

from intervisie_tui import clock
from intervisie_tui.demo import demo_rooms
from intervisie_tui.rooms import Rooms

PATIENCE = 20.0
"""Seconds after which what is waited for does not come any more."""
_KEPT = 30_000
PROGRAM = (sys.executable, "-m", "intervisie_tui")


class Served:
    """A running server, and what belongs to it."""

    def __init__(
        self, process: "subprocess.Popen[str]", links: dict[str, str], data: Path, session: str
    ) -> None:
        self.process = process
        self.links = links
        self.data = data
        self.session = session
        self.base = links["watch"].partition("/join/")[0]

    @property
    def children(self) -> list[psutil.Process]:
        """All processes below the server."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return psutil.Process(self.process.pid).children(recursive=True)
        return []

    @property
    def seats(self) -> list[psutil.Process]:
        """The processes that draw seats: they are forked from one that holds what seats need."""
        return [child for child in self.children if _is_seat(child)]

    def rooms(self) -> Rooms:
        """The same store, for a screen of the test."""
        return Rooms.at(self.data, clock.now)

    def ended(self, seconds: float = PATIENCE) -> int:
        """Wait until the server has ended; its exit code."""
        return self.process.wait(seconds)


def _is_seat(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        parent = process.parent()
        return parent is not None and "forkserver" in " ".join(parent.cmdline()) and _there(process)
    return False


async def a_session(data: Path) -> str:
    """A session of a made-up group, in the middle of a method; its id."""
    rooms, live = await demo_rooms(data)
    await live.stop()
    assert rooms is not None
    return live.session.id


@contextmanager
def serving(data: Path, session: str, *words: str, **environ: str) -> Iterator[Served]:
    """`intervisie serve` as a process, ready; killed, where it still runs, with the block."""
    command = [*PROGRAM, "serve", session, "--json", *(words or ("--port", "0"))]
    environ = {**os.environ, "INTERVISIE_DATA_DIR": str(data), **environ}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        line = process.stdout.readline()
        assert line, process.stderr.read()
        yield Served(process, json.loads(line), data, session)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)
        process.stdout.close()
        process.stderr.close()


class Seen:
    """One page: what it was sent, and the picture which that makes."""

    def __init__(
        self, socket: aiohttp.ClientWebSocketResponse, size: tuple[int, int], *, draws: bool = True
    ) -> None:
        self.socket = socket
        self.draws = draws
        """Whether what comes is made a picture, which costs time that a test may not have."""
        self._reads: asyncio.Task[None] | None = None
        self.said: list[Any] = []
        """The texts that came, decoded."""
        self.drawn = 0
        """How many bytes of a terminal came."""
        self.latest = b""
        """The last of them."""
        self.code: int | None = None
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    async def next(self, seconds: float = PATIENCE) -> bool:
        """Take in one message; False when there comes none any more."""
        message = await self.socket.receive(timeout=seconds)
        if message.type is aiohttp.WSMsgType.BINARY:
            self.drawn += len(message.data)
            self.latest = (self.latest + message.data)[-_KEPT:]
            if self.draws:
                self._stream.feed(message.data)
        elif message.type is aiohttp.WSMsgType.TEXT:
            self.said.append(json.loads(message.data))
        else:
            # Not the socket's own code: that tells how its answer to the closing went.
            self.code = message.data if message.type is aiohttp.WSMsgType.CLOSE else self.socket.close_code
            return False
        return True

    async def until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Take in what comes until this holds."""
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, self.text
            if self._reads is not None:
                await asyncio.sleep(0.002)
                continue
            assert await self.next(deadline - time.monotonic()), f"closed with {self.code}\n{self.text}"

    @asynccontextmanager
    async def read_on(self) -> AsyncIterator[Self]:
        """Take in what comes all the time, as a browser does."""

        async def read() -> None:
            while await self.next(3600):
                pass

        self._reads = asyncio.create_task(read())
        try:
            yield self
        finally:
            self._reads.cancel()
            await asyncio.wait([self._reads])
            self._reads = None

    async def shows(self, *texts: str, seconds: float = PATIENCE) -> None:
        """Take in what comes until all of these stand on the screen."""
        await self.until(lambda: all(text in self.text for text in texts), seconds)

    async def closed(self, seconds: float = PATIENCE) -> int | None:
        """Take in what comes until it is closed; the code."""
        deadline = time.monotonic() + seconds
        while await self.next(deadline - time.monotonic()):
            pass
        return self.code

    async def type(self, text: str) -> None:
        """Type at it."""
        await self.socket.send_str(json.dumps(["stdin", text]))


def browser() -> aiohttp.ClientSession:
    """A browser that keeps cookies, also those of a number instead of a name."""
    return aiohttp.ClientSession(
        cookie_jar=aiohttp.CookieJar(unsafe=True), connector=aiohttp.TCPConnector(limit=0, ssl=False)
    )


@asynccontextmanager
async def joined(served: Served, *seats: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser that came by these links."""
    async with browser() as made:
        for seat in seats:
            async with made.get(served.links[seat], allow_redirects=False) as answer:
                assert answer.status == 303
        yield made


@asynccontextmanager
async def page(
    made: aiohttp.ClientSession,
    served: Served,
    size: tuple[int, int] = (120, 34),
    *,
    draws: bool = True,
    **query: str,
) -> AsyncIterator[Seen]:
    """The socket that the page of this browser opens; drawing what comes costs time that a test may not have."""
    asked = {"width": str(size[0]), "height": str(size[1]), **query}
    async with made.ws_connect(f"{served.base}/ws", headers={"Origin": served.base}, params=asked) as socket:
        yield Seen(socket, size, draws=draws)


async def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> float:
    """Wait until this holds; how many seconds that took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds
        await asyncio.sleep(0.01)
    return time.monotonic() - began


def gone(processes: list[psutil.Process]) -> bool:
    """Whether none of these is there any more, a dead one that nobody has waited for apart."""
    return not any(map(_there, processes))


def _there(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def stop(process: psutil.Process) -> None:
    """Let it stand still, as a machine under load or a debugger does."""
    process.send_signal(signal.SIGSTOP)
