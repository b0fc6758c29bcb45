"""Who is let in: the right host and origin first, then a cookie of this session, else 403 and nothing else."""

import errno
from collections.abc import Awaitable, Callable, Mapping, Sequence

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware

from intervisie_tui.serve import quiet_log
from intervisie_tui.serve.address import Address
from intervisie_tui.serve.tickets import Ticket, Tickets

TICKET = web.RequestKey("ticket", Ticket)
ADDRESS = web.RequestKey("address", Address)
"""Under which of the server's addresses a request came."""
PAGE, JOIN, SOCKET = "/", "/join/", "/ws"


def guard(addresses: Sequence[Address], tickets: Tickets, wrong_host: Callable[[str], None]) -> Middleware:
    """The middleware through which every request goes, also one that leads nowhere.

    A request is for one of these addresses; of another host `wrong_host` is told.
    """

    @web.middleware
    async def judged(request: web.Request, handler: Handler) -> web.StreamResponse:
        address = _address(request, addresses)
        if address is None:
            for host in request.headers.getall(hdrs.HOST, [])[:1]:
                wrong_host(host)
            return refused()
        request[ADDRESS] = address
        if not _right_origin(request, address):
            return refused()
        wished = request.query.get("seat")
        if request.path == PAGE and not wished:
            # Who has just come by a link means that seat, also in a browser that holds another.
            wished = tickets.newest(request.cookies)
        ticket = tickets.of(request.cookies, wished)
        if ticket is None and not request.path.startswith(JOIN):
            return refused()
        return await _answered(request, handler, ticket)

    return judged


async def _answered(request: web.Request, handler: Handler, ticket: Ticket | None) -> web.StreamResponse:
    """What the handler answers; a stranger (no ticket) learns nothing from what goes wrong."""
    if ticket is not None:
        request[TICKET] = ticket
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


def _address(request: web.Request, addresses: Sequence[Address]) -> Address | None:
    """The address that the request names, once and rightly; None where it is none of them."""
    match request.headers.getall(hdrs.HOST, []):
        case [host]:
            return next((address for address in addresses if address.is_named_by(host)), None)
    return None


def _right_origin(request: web.Request, address: Address) -> bool:
    match request.headers.getall(hdrs.ORIGIN, []):
        case [origin]:
            return origin in address.origins
        case []:
            return request.path != SOCKET
    return False


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


def put(addresses: Sequence[Address]) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Puts the headers of the address that was asked on an answer, and takes off which server gives it."""
    fixed = {address: headers(address) for address in addresses}

    async def on_answer(request: web.Request, response: web.StreamResponse) -> None:
        # A stranger who names no address of ours is told of the first one, which stands in the links.
        response.headers.update(fixed[request.get(ADDRESS, addresses[0])])
        response.headers.popall(hdrs.SERVER, None)

    return on_answer
