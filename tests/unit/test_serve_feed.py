"""What one app draws, from the start of its process on; a socket pair stands where that process speaks."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

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

    def __init__(self, feed: Feed, app: socket.socket) -> None:
        self.feed = feed
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
    feed.attach(
        Viewer(
            web.WebSocketResponse(),
            make_mocked_request("GET", "/ws"),
            Ticket(Seat.PARTICIPANT, "g", 0, 0),
        )
    )
    task = asyncio.create_task(feed.run())
    await _turns()
    try:
        yield Running(feed, app)
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
        seat.feed.resize(*SIZE)
        assert await seat.told() == []
        seat.feed.resize(80, 24)
        assert await seat.told() == [{"type": "resize", "width": 80, "height": 24}]


async def test_an_app_that_answers_lives_on() -> None:
    async with running() as seat:
        await seat.draws(packet(DATA, b"the first picture"))
        for _ in range(20):
            seat.feed.look()
            await seat.draws(meta("alive"))
        assert not seat.feed.over
