"""Browsers, as far as a server can tell: a socket on a seat each, that reads all that comes."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from types import TracebackType
from typing import Self

import aiohttp

from bench.screen import Screen
from bench.serving import Site
from bench.terminal import SIZE, TooLate

_STYLE = re.compile(rb"\x1b\[[0-9;:]*m")
_OTHER = re.compile(rb"\x1b\[[0-9;:?>=!]*[ -/]*[@-~]|\x1b[()].|\x1b.")
_SHORT, _MIDDLE = 126, 1 << 16
"""Bytes of a message from which on its frame has a longer head."""


def words_of(drawn: bytes) -> str:
    """What bytes for a terminal say, without its signs; a jump to another place is a space."""
    return _OTHER.sub(b" ", _STYLE.sub(b"", drawn)).decode("utf-8", "replace")


class Viewer:
    """One socket: what came, and when; `came` counts its bytes as they are on the wire, with the head of each frame."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.came = 0
        self.socket = socket
        self._pieces: list[tuple[float, bytes]] = []
        self._give: Callable[[float, bytes], None] | None = None
        self._shows: Callable[[str], bool] = bool
        self._shown: asyncio.Future[float] | None = None
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self.socket:
            moment = time.perf_counter()
            data = message.data if isinstance(message.data, bytes) else str(message.data).encode()
            self.came += len(data) + (2 if len(data) < _SHORT else 4 if len(data) < _MIDDLE else 10)
            if message.type is aiohttp.WSMsgType.BINARY:
                self._take(moment, data)
        if self._shown is not None and not self._shown.done():
            self._shown.set_exception(TooLate(f"{self.picture}\nclosed with {self.socket.close_code}"))

    def _take(self, moment: float, data: bytes) -> None:
        if self._give is not None:
            self._give(moment, data)
            return
        self._pieces.append((moment, data))
        if self._shown is not None and not self._shown.done() and self._shows(self.text):
            self._shown.set_result(moment)

    @property
    def text(self) -> str:
        """What the pieces say that have come."""
        return words_of(b"".join(data for _, data in self._pieces))

    @property
    def picture(self) -> str:
        """What the screen of this one shows."""
        screen = Screen()
        for moment, data in self._pieces:
            screen.came(moment, data)
        screen.draw()
        return screen.text

    async def until(self, shows: Callable[[str], bool]) -> float:
        """The moment at which the piece came that made what came say this; TooLate when the socket is closed."""
        self._shows, self._shown = shows, asyncio.get_running_loop().create_future()
        return await self._shown

    def give_to(self, take: Callable[[float, bytes], None]) -> None:
        """From now on all pieces go there, those that have come already too."""
        for moment, data in self._pieces:
            take(moment, data)
        self._give = take

    async def type(self, text: str) -> None:
        """What the guest types."""
        await self.socket.send_json(["stdin", text])

    def stop(self) -> None:
        """Read no more, answer nothing, and let what comes pile up."""
        self._reading.cancel()

    async def leave(self) -> None:
        """Close the socket."""
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading
        await self.socket.close()


class Browsers:
    """As many browsers as are asked for, on one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.viewers: list[Viewer] = []

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(limit=0)
        self._client = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(viewer.leave() for viewer in self.viewers), return_exceptions=True)
        await self._client.close()

    async def headers(self, seat: str) -> Mapping[str, str]:
        """What the browser of one who came by the link of this seat sends; the peer wants no cookie."""
        origin = {"Origin": self._site.url}
        link = self._site.links.get(seat)
        if link is None:
            return origin
        async with self._client.get(link, allow_redirects=False) as answer:
            held = "; ".join(f"{name}={cookie.value}" for name, cookie in answer.cookies.items())
            return {**origin, "Cookie": held}

    async def sit(self, headers: Mapping[str, str], size: tuple[int, int] = SIZE) -> Viewer:
        """Open one socket, as the page does: it says its size again once it is open."""
        width, height = size
        url = f"{self._site.url}/ws?width={width}&height={height}"
        viewer = Viewer(await self._client.ws_connect(url, headers=headers, max_msg_size=0))
        self.viewers.append(viewer)
        await viewer.socket.send_json(["resize", {"width": width, "height": height}])
        return viewer

    async def come(self, seats: Sequence[str], shows: Callable[[str], bool]) -> list[float]:
        """All at once, each with a cookie of its own that it holds already; seconds until each shows this."""
        held = [await self.headers(seat) for seat in seats]
        began = time.perf_counter()

        async def one(headers: Mapping[str, str]) -> float:
            return await (await self.sit(headers)).until(shows) - began

        return await asyncio.gather(*(one(headers) for headers in held))


@asynccontextmanager
async def seated(
    site: Site, seats: Sequence[str], shows: Callable[[str], bool], patience: float = 60.0
) -> AsyncIterator[tuple[list[Viewer], list[float]]]:
    """All of them with their pictures, and how long that took each; TooLate after `patience` seconds."""
    async with Browsers(site) as browsers:
        try:
            async with asyncio.timeout(patience):
                took = await browsers.come(seats, shows)
        except TimeoutError:
            last = browsers.viewers[-1].picture if browsers.viewers else ""
            raise TooLate(f"not all of {len(seats)} have their picture; the last:\n{last}") from None
        yield browsers.viewers, took
