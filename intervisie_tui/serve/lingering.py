"""A connection that stays for a moment after it was closed, so that its last words arrive."""

import asyncio
import contextlib
import socket


class Lingering:
    """Holds a connection open beside its transport.

    A connection that is closed while the other side still sends is reset: the other side may then lose what it has
    not read yet, and does not learn why it was closed. What it still sends is not read here, so it has to stop.
    """

    def __init__(self, transport: asyncio.BaseTransport | None) -> None:
        held = transport.get_extra_info("socket") if transport is not None else None
        self._socket: socket.socket | None = held.dup() if held is not None and held.fileno() >= 0 else None

    def close(self) -> None:
        """Hold the connection no longer, unless it was to be held for a while."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def close_after(self, seconds: float) -> None:
        """Hold the connection for this many seconds, whether `close` is called or not; nothing more is sent."""
        if self._socket is not None:
            loop = asyncio.get_running_loop()
            # Once the transport, which has just been closed, has written what it still had to write.
            loop.call_soon(_send_no_more, self._socket)
            loop.call_later(seconds, self._socket.close)
            self._socket = None


def _send_no_more(held: socket.socket) -> None:
    # The other side may have gone meanwhile.
    with contextlib.suppress(OSError):
        held.shutdown(socket.SHUT_WR)
