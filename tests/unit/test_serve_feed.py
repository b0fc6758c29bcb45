"""What one app draws, from the start of its process on; a socket pair stands where that process speaks."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from intervisie_tui.domain.session import Seat
from intervisie_tui.serve.assignment import Assignment
from intervisie_tui.serve.children import Child
from intervisie_tui.serve.feed import DEAD, STEP, Feed
from intervisie_tui.serve.tickets import Ticket
from intervisie_tui.serve.viewer import Viewer
from intervisie_tui.serve.wire import DATA, META, Unpacker, meta, packet, read_meta

SIZE = (120, 34)


class Running:
    """A feed whose app the test is itself."""

    def __init__(self, feed: Feed, app: socket.socket, window: Viewer) -> None:
        self.feed = feed
        self.window = window
        self._app = app
        self._unpacker = Unpacker()

    async def draws(self, data: bytes) -> None:
        """The app says this, and the feed has read it."""
        await asyncio.get_running_loop().sock_sendall(self._app, data)
        await _turns()

    async def told(self) -> list[dict[str, object]]:
        """All that the app has been told until now."""
        await _turns()
        try:
            read = self._app.recv(65536)
        except BlockingIOError:
            return []
        return [read_meta(content) for kind, content in self._unpacker.feed(read) if kind == META]

    async def size(self) -> tuple[object, object] | None:
        """The size that the app was told last, if it was told one just now."""
        # Of sizes that come quickly one after another only the last is told, a tenth of a second later.
        told = [await self.told()]
        for _ in range(20):
            await asyncio.sleep(0.01)
            told.append(await self.told())
        sizes = [
            (said["width"], said["height"]) for each in told for said in each if said["type"] == "resize"
        ]
        return sizes[-1] if sizes else None


def a_window() -> Viewer:
    """A socket of the one guest."""
    ticket = Ticket(Seat.PARTICIPANT, "g", 0, 0)
    return Viewer(web.WebSocketResponse(), make_mocked_request("GET", "/ws"), ticket)


async def _turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@asynccontextmanager
async def running() -> AsyncIterator[Running]:
    """A feed that somebody looks at, and a process that stands for its app and says nothing by itself."""
    near, app = socket.socketpair()
    app.setblocking(False)
    reader, writer = await asyncio.open_unix_connection(sock=near)
    process = await asyncio.create_subprocess_exec("sleep", "60")

    async def start(assignment: Assignment) -> Child:
        del assignment
        return Child(process.pid, reader, writer)

    feed = Feed(Assignment("s", "", "", Seat.PARTICIPANT, "g", "en", "dark", *SIZE), start, "")
    window = a_window()
    feed.attach(window)
    task = asyncio.create_task(feed.run())
    await _turns()
    try:
        yield Running(feed, app, window)
    finally:
        feed.end(1001)
        await process.wait()
        app.close()
        await task


async def test_a_slow_start_is_not_held_against_an_app_once_it_has_painted() -> None:
    async with running() as seat:
        for _ in range(round(DEAD / STEP) - 1):
            seat.feed.look()
        await seat.draws(packet(DATA, b"the first picture"))
        for _ in range(round(DEAD / STEP) - 1):
            seat.feed.look()
        assert not seat.feed.over
        seat.feed.look()
        assert seat.feed.over


async def test_an_app_is_told_a_size_only_where_it_has_another() -> None:
    async with running() as seat:
        seat.feed.resize(seat.window, *SIZE)
        assert await seat.told() == []
        seat.feed.resize(seat.window, 80, 24)
        assert await seat.told() == [{"type": "resize", "width": 80, "height": 24}]


async def test_an_app_that_answers_lives_on() -> None:
    async with running() as seat:
        await seat.draws(packet(DATA, b"the first picture"))
        for _ in range(20):
            seat.feed.look()
            await seat.draws(meta("alive"))
        assert not seat.feed.over


@pytest.mark.parametrize("second", [(45, 20), (200, 50), (20, 5), SIZE])
async def test_when_a_second_window_closes_the_first_has_its_own_size_again(second: tuple[int, int]) -> None:
    """Field-cases 25: the first stayed as small as the second for good."""
    async with running() as seat:
        seat.feed.resize(seat.window, *SIZE)
        other = a_window()
        seat.feed.resize(other, *second)
        seat.feed.attach(other)
        assert await seat.size() == (None if second == SIZE else second)
        seat.feed.detach(other)
        assert await seat.size() == (None if second == SIZE else SIZE)


async def test_the_size_is_that_of_the_window_that_was_used_last_of_those_that_are_open() -> None:
    async with running() as seat:
        sizes = {(90, 30): a_window(), (45, 20): a_window(), (150, 40): a_window()}
        for size, window in sizes.items():
            seat.feed.resize(window, *size)
        assert await seat.size() == (150, 40)
        seat.feed.used_by(sizes[45, 20])
        assert await seat.size() == (45, 20)
        seat.feed.detach(sizes[90, 30])
        assert await seat.size() is None
        seat.feed.detach(sizes[45, 20])
        assert await seat.size() == (150, 40)
        seat.feed.detach(sizes[150, 40])
        assert await seat.size() is None
