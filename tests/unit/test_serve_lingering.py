"""Who still sends when its connection is closed can read the last words (P23)."""

import asyncio
import socket
from contextlib import closing

import pytest

from intervisie_tui.serve.lingering import Lingering

LAST = b"the last words"


@pytest.mark.parametrize("unread", [0, 1, 5000, 100_000])
async def test_the_last_words_arrive_at_who_was_still_sending(unread: int) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        theirs = socket.create_connection(listening.getsockname())
        ours, _address = listening.accept()
    with theirs:
        _reader, writer = await asyncio.open_connection(sock=ours)
        writer.transport.pause_reading()  # type: ignore[attr-defined]  # a socket's transport can be paused
        theirs.sendall(b"x" * unread)
        writer.write(LAST)
        with closing(Lingering(writer.transport)) as lingering:
            writer.close()
            lingering.close_after(0.3)
        await writer.wait_closed()
        # A connection that was reset refuses what is sent.
        for _ in range(3):
            theirs.sendall(b"y")
        assert theirs.recv(100) == LAST
        assert theirs.recv(100) == b""
        # It is not held for ever.
        theirs.setblocking(False)
        with pytest.raises(ConnectionError):
            await asyncio.get_running_loop().sock_sendall(theirs, b"y" * 50_000_000)


async def test_a_connection_that_has_gone_is_not_held() -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        _reader, writer = await asyncio.open_connection(sock=ours)
        lingering = Lingering(writer.transport)
        writer.close()
        await writer.wait_closed()
        lingering.close()
        assert theirs.recv(1) == b""
        Lingering(writer.transport).close_after(0.0)
        Lingering(None).close()
