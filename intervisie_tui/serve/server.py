"""The server: textual-serve's, with a door that shuts and seats that are shared."""

import asyncio
import contextlib
import json
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from socket import socket

import aiohttp_jinja2
import jinja2
import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.server import Server

from intervisie_tui.domain.session import Seat
from intervisie_tui.locale import N_, tell
from intervisie_tui.serve import page, quiet_log
from intervisie_tui.serve.address import Address
from intervisie_tui.serve.assignment import STAGE_SIZE
from intervisie_tui.serve.children import Children
from intervisie_tui.serve.connections import Runner, Site
from intervisie_tui.serve.feed import Feed
from intervisie_tui.serve.followed import Followed
from intervisie_tui.serve.guard import JOIN, PAGE, SOCKET, TICKET, guard, headers, put, refused
from intervisie_tui.serve.hub import Hub, Place
from intervisie_tui.serve.incoming import Focused, Garbage, Ping, Resized, Tapped, Typed, understood
from intervisie_tui.serve.limits import LARGEST, Limits, Messages, Openings
from intervisie_tui.serve.tickets import NEWEST, Tickets
from intervisie_tui.serve.viewer import BUSY, GOING, NOT_UNDERSTOOD, OVER, Viewer
from intervisie_tui.serve.wrong_host import WrongHost
from intervisie_tui.store.doors import Doors, Doorway
from intervisie_tui.store.journal import Journal
from intervisie_tui.store.problems import StoreError

ENDED = N_("The session has ended.")
HEARTBEAT = {Seat.STAGE: 15.0}
PERSONAL_HEARTBEAT = 6.0
"""Seconds between two questions whether the browser is there; who keeps a process is asked more often."""
_GOODBYE = 0.6
_WORDS = 0.25


NO_OTHERS = Limits()


@dataclass(frozen=True, slots=True)
class Serving:
    """All that is served with."""

    place: Place
    address: Address
    listening: tuple[socket, ...]
    tls: ssl.SSLContext | None
    lan: bool = False
    fingerprint: str = ""
    limits: Limits = NO_OTHERS
    others: tuple[Address, ...] = ()
    """Under which other addresses the pages may be asked for."""
    behind_proxy: bool = False

    @property
    def addresses(self) -> tuple[Address, ...]:
        """All addresses that are let in, that of the links first."""
        return self.address, *self.others


class SessionServer(Server):
    """Serves one session until it is over or the server is asked to end."""

    def __init__(self, serving: Serving, journal: Journal, doorway: Doorway) -> None:
        super().__init__("", public_url=serving.address.url)
        here = Path(__file__).parent
        self.statics_path = here / "static"
        self.templates_path = here / "templates"
        self._serving = serving
        self._fixed = headers(serving.address)
        self._doorway = doorway
        self._followed = Followed(journal, journal.path.parent, self._obey)
        self.tickets = Tickets(doorway.secret(), lambda: self._followed.session, time.time)
        self._children = Children()
        self._hub = Hub(serving.place, self._children.start, serving.limits, self._changed)
        self._openings = Openings(time.monotonic)
        self._messages = Messages(time.monotonic)
        self._news = asyncio.Event()

    def initialize_logging(self) -> None:
        """Nothing of what people do or type is written down."""
        quiet_log.be_quiet()

    async def _make_app(self) -> web.Application:
        serving = self._serving
        wrong_host = WrongHost(serving.address, serving.behind_proxy, time.monotonic, quiet_log.tell)
        guarded = guard(serving.addresses, self.tickets, wrong_host.came)
        app = web.Application(middlewares=[guarded], client_max_size=1024)
        app.on_response_prepare.append(put(serving.addresses))
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(self.templates_path), autoescape=True)
        vendor = Path(textual_serve.__file__).parent / "static"
        app.add_routes(
            [
                web.get(PAGE, self.handle_index, name="index"),
                web.get(f"{JOIN}{{token}}", self.handle_join),
                web.get(SOCKET, self.handle_websocket, name="websocket"),
                web.static(page.TEXTUAL.rstrip("/"), vendor),
                web.static(page.STATIC.rstrip("/"), self.statics_path),
            ]
        )
        return app

    async def handle_join(self, request: web.Request) -> web.StreamResponse:
        """A link: trade it for a cookie, and lead on to the page, whose address holds nothing secret."""
        seat = self.tickets.seat_of(request.match_info["token"])
        if seat is None:
            return refused()
        held = self.tickets.held(request.cookies)
        known = next((ticket.guest for ticket in held if ticket.seat is seat), None)
        ticket = self.tickets.issue(seat, known)
        answer = web.Response(status=303, headers={"Location": PAGE})
        for name, value in ((seat, self.tickets.sealed(ticket)), (NEWEST, str(seat))):
            answer.set_cookie(
                self.tickets.name(name),
                value,
                max_age=round(ticket.until - time.time()),
                path="/",
                httponly=True,
                samesite="Lax",
                secure=self._serving.address.secure,
            )
        return answer

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page."""
        look = page.look_of(request.query, self._followed.session.language)
        held, own = self.tickets.held(request.cookies), bool(self._serving.fingerprint)
        values = page.context(request[TICKET], held, look, own_certificate=own)
        return aiohttp_jinja2.render_template("page.html", request, values)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One page that sees a seat, from its first whole picture to its end."""
        ticket = request[TICKET]
        heartbeat = HEARTBEAT.get(ticket.seat, PERSONAL_HEARTBEAT)
        # Questions whether the server is there are answered here: whoever asks without end is dropped as for the rest.
        own = web.WebSocketResponse(
            timeout=_WORDS, heartbeat=heartbeat, max_msg_size=LARGEST, compress=False, autoping=False
        )
        await own.prepare(request)
        viewer = Viewer(own, request, ticket)
        sending = asyncio.create_task(viewer.send())
        look = page.look_of(request.query, self._followed.session.language)
        feed = self._hub.feed(ticket, look) if self._openings.may(ticket.guest) else None
        if feed is None:
            viewer.close(BUSY)
            await sending
            return own
        if ticket.seat is Seat.STAGE:
            viewer.put(json.dumps(["size", *STAGE_SIZE]))
        else:
            feed.resize(viewer, *look.size)
        feed.attach(viewer)
        self._changed()
        try:
            await self._receive(own, viewer, feed)
        finally:
            feed.detach(viewer)
            self._changed()
            viewer.close(GOING)
            await sending
        return own

    async def _receive(self, own: web.WebSocketResponse, viewer: Viewer, feed: Feed) -> None:
        typed = viewer.ticket.seat is not Seat.STAGE
        async for message in own:
            if not self._messages.may(viewer.ticket.guest):
                viewer.close(BUSY)
                return
            if message.type in (WSMsgType.PING, WSMsgType.PONG):
                if message.type is WSMsgType.PING:
                    await own.pong(message.data)
                continue
            try:
                if message.type is not WSMsgType.TEXT:
                    raise Garbage
                said = understood(message.data)
            except Garbage:
                viewer.close(NOT_UNDERSTOOD)
                return
            if isinstance(said, Ping):
                viewer.put(json.dumps(["pong", said.content]))
            elif typed and not _pass_on(said, viewer, feed):
                viewer.close(NOT_UNDERSTOOD)
                return

    def _obey(self) -> None:
        """The session has changed: who has no right any more is shown out."""
        self._hub.show_out(self.tickets.holds)

    def _changed(self) -> None:
        self._news.set()

    async def _say_who(self) -> None:
        """Keep what the rooms show of who is in up to date, a few times a second at most."""
        serving = self._serving
        while True:
            # Before looking: who comes while this is being written is told next.
            self._news.clear()
            doors = Doors(
                serving.address.url,
                serving.lan,
                serving.fingerprint,
                self._hub.present,
                self._hub.watching,
                self._hub.keeping,
                others=tuple(other.url for other in serving.others),
            )
            with contextlib.suppress(StoreError):
                await asyncio.to_thread(self._doorway.say, doors)
            await self._news.wait()
            await asyncio.sleep(_WORDS)

    async def run(self, asked: asyncio.Event, ready: Callable[[], None]) -> bool:
        """Serve until the session is over (True) or `asked` is set; `ready` is called when it can be reached.

        Raises what stands in the way of starting seats.
        """
        asyncio.get_running_loop().set_exception_handler(quiet_log.on_loop)
        preparing = asyncio.create_task(self._children.prepare())
        runner = Runner(await self._make_app(), self._fixed, _GOODBYE)
        await runner.setup()
        for listening in self._serving.listening:
            await Site(runner, listening, ssl_context=self._serving.tls, backlog=256).start()
        tasks = [asyncio.create_task(each) for each in (self._followed.run(), self._hub.watch_over())]
        ends = [asyncio.create_task(asked.wait()), asyncio.create_task(self._followed.over.wait())]
        await asyncio.wait([preparing, *ends], return_when=asyncio.FIRST_COMPLETED)
        failed = preparing.exception() if preparing.done() else None
        if failed is None:
            if preparing.done():
                # The rooms hear of it no earlier than who started it.
                ready()
                tasks.append(asyncio.create_task(self._say_who()))
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        over = self._followed.over.is_set()
        if over:
            self._hub.end(OVER, lambda language: tell(ENDED, {}, language))
        else:
            self._hub.end(GOING)
        for task in (*tasks, *ends, preparing):
            task.cancel()
        self._children.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE):
                await runner.cleanup()
        self._doorway.shut()
        if failed is not None:
            raise failed
        return over


def _pass_on(said: Typed | Tapped | Resized | Focused, viewer: Viewer, feed: Feed) -> bool:
    """Give it to the app; False when that has too much waiting already."""
    match said:
        case Typed(data):
            feed.used_by(viewer)
            return feed.type(data)
        case Tapped(button):
            feed.used_by(viewer)
            return feed.tap(button)
        case Resized(width, height):
            feed.resize(viewer, width, height)
        case Focused(here):
            if here:
                feed.used_by(viewer)
            feed.focus(here)
    return True
