"""One socket: what waits to be sent to it, in order, and never more than it can take."""

import asyncio
from collections import deque
from contextlib import closing

from aiohttp import WSCloseCode, web

from intervisie_tui.serve.lingering import Lingering
from intervisie_tui.serve.tickets import Ticket

REFUSED, OVER, NOT_UNDERSTOOD, BUSY, GOING, LEFT = 4403, 4404, 4413, 1013, 1001, 1000
"""Why a socket is closed: no right any more, session over, garbage, busy or too slow, server going, left by oneself."""
AHEAD = 1 << 20
"""Bytes that may wait for a socket; one that takes no more is dropped, and comes back."""
PATIENCE = 4.0
"""Seconds in which a socket takes a piece, or is dropped."""
GOODBYE = 0.5
"""Seconds for the last words and the closing."""
LINGER = 3.0
"""Seconds for which who is still sending can read why the socket was closed."""


class Viewer:
    """The sending side of one socket."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request, ticket: Ticket) -> None:
        self.ticket = ticket
        self._socket = socket
        self._transport = request.transport
        self._waiting: deque[bytes | str] = deque()
        self._size = 0
        self._more = asyncio.Event()
        self._code: int | None = None

    def put(self, piece: bytes | str) -> None:
        """Send this after what waits already."""
        if self._code is not None:
            return
        self._waiting.append(piece)
        self._size += len(piece)
        self._more.set()
        if self._size > AHEAD:
            self._waiting.clear()
            self.close(BUSY)

    def close(self, code: int, last: str = "") -> None:
        """Send what waits and the last words, then close; at once where it takes nothing."""
        if self._code is None:
            if last:
                self._waiting.append(last)
            self._code = code
            self._more.set()

    async def send(self) -> None:
        """Send what is put here, until it is closed."""
        try:
            await self._send()
            async with asyncio.timeout(GOODBYE):
                await self._send_waiting()
                with closing(Lingering(self._transport)) as lingering:
                    closes = await self._socket.close(code=self._code or GOING, drain=False)
                    if closes and self._socket.close_code == WSCloseCode.ABNORMAL_CLOSURE:
                        # It has not answered: it may be sending still, and not have read why it is closed.
                        lingering.close_after(LINGER)
        except (TimeoutError, ConnectionError, RuntimeError):
            self._abort()
        else:
            # What has been said may still be on its way; who does not take it, is not waited for.
            asyncio.get_running_loop().call_later(GOODBYE, self._abort)

    async def _send(self) -> None:
        while self._code is None:
            await self._more.wait()
            self._more.clear()
            if self._code is None:
                try:
                    async with asyncio.timeout(PATIENCE):
                        await self._send_waiting()
                except TimeoutError:
                    self._waiting.clear()
                    self._code = BUSY

    async def _send_waiting(self) -> None:
        while self._waiting:
            piece = self._waiting.popleft()
            self._size -= len(piece)
            if isinstance(piece, str):
                await self._socket.send_str(piece)
            else:
                await self._socket.send_bytes(piece)

    def _abort(self) -> None:
        """Nothing more goes to it or comes from it."""
        if self._transport is not None:
            self._transport.abort()
