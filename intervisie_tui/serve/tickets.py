"""Who holds a link or a cookie of this session, and what that gives."""

import hmac
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.store.doors import token

LASTS = 24 * 3600.0
"""Seconds that a cookie is good for; a day of training fits in."""
RANK = (Seat.STAGE, Seat.PARTICIPANT, Seat.TIMEKEEPER)
"""The lowest right first."""
NEWEST = "newest"
_NAMED = {seat: {str(seat)} for seat in RANK} | {Seat.STAGE: {str(Seat.STAGE), "watch"}}
"""What a request may call a seat: the link to the stage is called `watch`."""
_GUEST = 8


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a cookie holds: who, by which link, at which turn of that, and until when (UTC)."""

    seat: Seat
    guest: str
    turn: int
    until: int


class Tickets:
    """Links and cookies of one session; what is good depends on what the session says now."""

    def __init__(self, secret: bytes, session: Callable[[], Session], now: Callable[[], float]) -> None:
        self._secret = secret
        self._session = session
        self._now = now

    def links(self) -> dict[Seat, str]:
        """The tokens of the links that are open."""
        session = self._session()
        return {
            link.seat: token(self._secret, session.id, link.seat, link.turn)
            for link in session.links
            if link.open
        }

    def seat_of(self, typed: str) -> Seat | None:
        """The seat that a link leads to; None when it is no link, or no longer."""
        found = None
        for seat, good in self.links().items():
            # All are compared, so that the time it takes tells nothing.
            if hmac.compare_digest(good.encode(), typed.encode("utf-8", "replace")):
                found = seat
        return found

    def issue(self, seat: Seat, guest: str | None = None) -> Ticket:
        """A ticket for who comes by the link of a seat; a new guest, unless that one is known."""
        turn = self._session().link(seat).turn
        name = guest or f"guest-{os.urandom(_GUEST).hex()}"
        return Ticket(seat, name, turn, int(self._now() + LASTS))

    def name(self, seat: str) -> str:
        """What the cookie of a seat (or of the newest of them) is called: each session has its own."""
        return f"intervisie-{sha256(self._session().id.encode()).hexdigest()[:10]}-{seat}"

    def sealed(self, ticket: Ticket) -> str:
        """The value of the cookie for a ticket."""
        content = f"{ticket.guest}.{ticket.turn}.{ticket.until}"
        return f"{content}.{self._seal(ticket.seat, content)}"

    def _seal(self, seat: Seat, content: str) -> str:
        said = f"cookie:{self._session().id}:{seat}:{content}"
        return hmac.digest(self._secret, said.encode("utf-8", "replace"), "sha256").hex()

    def opened(self, seat: Seat, value: str) -> Ticket | None:
        """The ticket in a cookie; None where it was not made here, is too old, or its guest has been shown out."""
        content, _, seal = value.rpartition(".")
        if not hmac.compare_digest(self._seal(seat, content).encode(), seal.encode("utf-8", "replace")):
            return None
        guest, turn, until = content.split(".")
        ticket = Ticket(seat, guest, int(turn), int(until))
        return ticket if self.holds(ticket) else None

    def holds(self, ticket: Ticket) -> bool:
        """Whether a ticket is good at this moment."""
        session = self._session()
        guest = session.guest(ticket.guest)
        shown_out = guest is not None and guest.out
        return ticket.until > self._now() and not shown_out and ticket.turn >= session.link(ticket.seat).least

    def of(self, cookies: Mapping[str, str], wished: str | None = None) -> Ticket | None:
        """The ticket that a request counts as: of the wished seat, else that of the lowest right; or none."""
        held = self.held(cookies)
        if wished:
            return next((ticket for ticket in held if wished in _NAMED[ticket.seat]), None)
        return held[0] if held else None

    def newest(self, cookies: Mapping[str, str]) -> str | None:
        """Which of the seats that a browser holds it came for last; None where that is not known, or not held."""
        seat = cookies.get(self.name(NEWEST))
        return seat if seat and self.of(cookies, seat) else None

    def held(self, cookies: Mapping[str, str]) -> list[Ticket]:
        """All good tickets of a request, the lowest right first."""
        return list(self._held(cookies, RANK))

    def _held(self, cookies: Mapping[str, str], seats: Iterable[Seat]) -> Iterable[Ticket]:
        for seat in seats:
            value = cookies.get(self.name(seat))
            ticket = self.opened(seat, value) if value else None
            if ticket is not None:
                yield ticket
