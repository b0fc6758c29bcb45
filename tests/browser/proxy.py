"""A small web server in front of ours, on this machine only, that treats sockets as some proxies do."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import aiohttp
from aiohttp import web

SOCKET = "/ws"
_PASSED_ON = ("Host", "Cookie", "Origin")


class Proxy:
    """Passes requests on; what it does with sockets can be changed at any time."""

    def __init__(self, upstream: str) -> None:
        self.sockets = "pass"
        """pass, abort, silent (nothing after the upgrade), or the status that is answered."""
        self.asked = 0
        """How many sockets were asked for."""
        self._upstream = upstream
        self._loop: asyncio.AbstractEventLoop | None = None
        self._open: set[asyncio.Transport] = set()

    def cut(self) -> None:
        """Cut off all sockets that are open now; from any thread."""
        assert self._loop is not None
        for transport in tuple(self._open):
            self._loop.call_soon_threadsafe(transport.abort)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a request as the server behind does, unless it is for a socket."""
        headers = {name: request.headers[name] for name in _PASSED_ON if name in request.headers}
        async with aiohttp.ClientSession() as behind:
            if request.path == SOCKET:
                self.asked += 1
                return await self._socket(request, behind, headers)
            url = f"{self._upstream}{request.path_qs}"
            async with behind.request(request.method, url, headers=headers, allow_redirects=False) as answer:
                kept = answer.headers.copy()
                for name in _HOPS:
                    kept.popall(name, None)
                return web.Response(status=answer.status, body=await answer.read(), headers=kept)

    async def _socket(
        self, request: web.Request, behind: aiohttp.ClientSession, headers: dict[str, str]
    ) -> web.StreamResponse:
        if self.sockets.isdecimal():
            return web.Response(status=int(self.sockets))
        if self.sockets == "abort":
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        near = web.WebSocketResponse()
        await near.prepare(request)
        assert request.transport is not None
        self._loop = asyncio.get_running_loop()
        self._open.add(request.transport)
        if self.sockets == "silent":
            async for _ in near:
                pass
            return near
        async with behind.ws_connect(f"{self._upstream}{request.path_qs}", headers=headers) as far:
            await asyncio.wait(
                [asyncio.create_task(_pump(near, far)), asyncio.create_task(_pump(far, near))],
                return_when=asyncio.FIRST_COMPLETED,
            )
        return near


_Socket = web.WebSocketResponse | aiohttp.ClientWebSocketResponse
_HOPS = ("Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection")


async def _pump(source: _Socket, target: _Socket) -> None:
    async for message in source:
        if message.type is aiohttp.WSMsgType.TEXT:
            await target.send_str(message.data)
        elif message.type is aiohttp.WSMsgType.BINARY:
            await target.send_bytes(message.data)
    await target.close()


@contextmanager
def listening() -> Iterator[socket.socket]:
    """A socket on a free port of this machine."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        found.listen()
        yield found


@contextmanager
def proxied(at: socket.socket, upstream: str) -> Iterator[Proxy]:
    """A proxy that takes connections there and passes them on, in a thread of its own."""
    proxy, loop = Proxy(upstream), asyncio.new_event_loop()

    async def start() -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", proxy.handle)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.SockSite(runner, at).start()
        return runner

    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        yield proxy
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
