"""Who is let in: the right host and origin first, then a cookie of this session, else 403 and nothing else."""

import errno
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware

from intervisie_tui.serve import quiet_log
from intervisie_tui.serve.address import Address
from intervisie_tui.serve.tickets import Ticket, Tickets

TICKET = web.RequestKey("ticket", Ticket)
PAGE, JOIN, SOCKET = "/", "/join/", "/ws"


def guard(address: Address, tickets: Tickets) -> Middleware:
    """The middleware through which every request goes, also one that leads nowhere."""

    @web.middleware
    async def judged(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not _right_place(request, address):
            return refused()
        wished = request.query.get("seat")
        if request.path == PAGE and not wished:
            # Who has just come by a link means that seat, also in a browser that holds another.
            wished = tickets.newest(request.cookies)
        ticket = tickets.of(request.cookies, wished)
        if ticket is not None:
            request[TICKET] = ticket
        elif not request.path.startswith(JOIN):
            return refused()
        try:
            return await handler(request)
        except web.HTTPException as answer:
            if ticket is None:
                return refused()
            return web.Response(status=answer.status, text=answer.reason)
        except ConnectionError:
            raise
        except Exception as error:  # noqa: BLE001 - nothing of it is shown to a stranger or written down
            return _failed(error)

    return judged


def _failed(error: Exception) -> web.Response:
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return web.Response(status=404, text="Not Found")
    quiet_log.fault(error)
    return web.Response(status=500)


def refused() -> web.Response:
    """403, the same for every reason; a stranger keeps no connection."""
    answer = web.Response(status=403, text="403")
    answer.force_close()
    return answer


def _right_place(request: web.Request, address: Address) -> bool:
    if request.headers.getall(hdrs.HOST, []) != [address.host]:
        return False
    origins = request.headers.getall(hdrs.ORIGIN, [])
    if request.path == SOCKET:
        return origins == [address.url]
    return origins in ([], [address.url])


def headers(address: Address) -> Mapping[str, str]:
    """What stands above every answer: no other host is asked, nothing is kept, shown in a frame or passed on."""
    socket = address.url.replace("http", "ws", 1)
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data:; connect-src 'self' {socket}; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def put(fixed: Mapping[str, str]) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Puts these on an answer, and takes off what tells which server gives it."""

    async def on_answer(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001 - aiohttp's shape
        response.headers.update(fixed)
        response.headers.popall(hdrs.SERVER, None)

    return on_answer
