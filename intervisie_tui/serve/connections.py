"""Connections below the application: what is no request gets the same bare answer, and nobody holds one for nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from aiohttp import hdrs, web
from aiohttp.web_protocol import RequestHandler
from aiohttp.web_server import Server

from intervisie_tui.serve import quiet_log

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

FIRST_REQUEST = 15.0
"""Seconds in which a new connection has to ask for something."""
KEPT = 30.0
"""Seconds that a connection may be kept for the next request."""
CROWD = 400
"""Connections from which on a new one takes the place of the first that has asked nothing yet."""
_FAREWELL = 2.0


class Bare(web.Response):
    """An answer that does not tell which server gives it."""

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall(hdrs.SERVER, None)


class Connection(RequestHandler):
    """One connection of a browser, or of whatever else."""

    fixed: Mapping[str, str] = MappingProxyType({})
    """Headers of every answer."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It has a while to ask for something."""
        super().connection_made(transport)
        self._loop.call_later(FIRST_REQUEST, self._end_if_silent)
        others = self._manager.connections if self._manager is not None else []
        if len(others) > CROWD:
            # Silent ones are not to use up what a system gives to those who ask for something.
            silent = (one for one in others if isinstance(one, Connection) and one.silent)
            next(silent, self).force_close()

    @property
    def silent(self) -> bool:
        """Whether it has asked nothing yet, and still may."""
        return self._request_count == 0 and not self._force_close

    def _end_if_silent(self) -> None:
        if self.silent:
            self.force_close()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - it repeats what was sent
    ) -> web.StreamResponse:
        """What was sent is no request, or was too slow: nothing of it is repeated or written down."""
        # Who goes in the middle of something is no fault of anybody's.
        if status >= 500 and not isinstance(exc, ConnectionError):
            quiet_log.fault(exc)
        if request.writer.output_size > 0:
            raise ConnectionError
        answer = Bare(status=status, text=str(status), headers=self.fixed)
        answer.force_close()
        return answer


class Connections(Server):
    """All connections of one application."""

    fixed: Mapping[str, str] = MappingProxyType({})

    def __call__(self) -> Connection:
        """A new one."""
        made = Connection(self, loop=self._loop, **self._kwargs)
        made.fixed = self.fixed
        return made


class Runner(web.AppRunner):
    """Runs the application with such connections; every answer has these headers."""

    def __init__(self, app: web.Application, fixed: Mapping[str, str], wait: float) -> None:
        super().__init__(
            app, access_log=None, shutdown_timeout=wait, keepalive_timeout=KEPT, lingering_time=1.0
        )
        self._fixed = fixed

    async def _make_server(self) -> Connections:
        made = await super()._make_server()
        # The application makes it, always of the one kind.
        made.__class__ = Connections
        assert isinstance(made, Connections)
        made.fixed = self._fixed
        made.request_handler = self._unless_expecting(made.request_handler)
        return made

    def _unless_expecting(self, handler: Handler) -> Handler:
        """No browser asks a server whether it may send on; aiohttp would answer that before anybody is judged."""

        async def answered(request: web.BaseRequest) -> web.StreamResponse:
            if hdrs.EXPECT not in request.headers:
                return await handler(request)
            answer = Bare(status=403, text="403", headers=self._fixed)
            answer.force_close()
            return answer

        return answered


class Site(web.SockSite):
    """Where a runner listens; who begins to encrypt, and does not go on, has no longer than who asks nothing."""

    async def start(self) -> None:
        """Take connections from now on."""
        if self._ssl_context is None:
            await super().start()
            return
        await web.BaseSite.start(self)
        server = self._runner.server
        assert server is not None
        self._server = await asyncio.get_running_loop().create_server(
            server,
            sock=self._sock,
            ssl=self._ssl_context,
            backlog=self._backlog,
            ssl_handshake_timeout=FIRST_REQUEST,
            ssl_shutdown_timeout=_FAREWELL,
        )
