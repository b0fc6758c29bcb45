"""What events make of the guests and of the links."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from intervisie_tui.domain import events_doors as e
from intervisie_tui.domain.guests import Guest, Link, Seat
from intervisie_tui.domain.session import Session


def _guest(session: Session, new: Guest, **changes: Any) -> Session:
    """The session with changes to the guest of that id, who is `new` where the session does not know it."""
    found = session.guests if session.guest(new.id) else (*session.guests, new)
    guests = tuple(replace(guest, **changes) if guest.id == new.id else guest for guest in found)
    return replace(session, guests=guests)


def _seat_taken(session: Session, event: e.SeatTaken) -> Session:
    others = tuple(
        replace(guest, member=None) if guest.member == event.member else guest for guest in session.guests
    )
    new = Guest(event.guest, event.link, link=event.link)
    return _guest(replace(session, guests=others), new, member=event.member)


def _link(session: Session, link: Link) -> Session:
    return replace(session, links=tuple(link if one.seat is link.seat else one for one in session.links))


def _renewed(session: Session, event: e.LinkRenewed) -> Session:
    link = session.link(event.link)
    return _link(session, replace(link, turn=link.turn + 1))


def _closed(session: Session, event: e.LinkClosed) -> Session:
    link = session.link(event.link)
    closed = replace(link, turn=link.turn + 1, open=False, least=link.turn + 1)
    guests = tuple(
        replace(guest, out=True) if guest.link is event.link else guest for guest in session.guests
    )
    return _link(replace(session, guests=guests), closed)


TABLE: dict[type, Callable[[Session, Any], Session]] = {
    e.SeatTaken: _seat_taken,
    e.GuestShownOut: lambda session, event: _guest(session, Guest(event.guest, Seat.PARTICIPANT), out=True),
    e.HandedOver: lambda session, event: _guest(
        session, Guest(event.guest, Seat.TIMEKEEPER), seat=Seat.TIMEKEEPER
    ),
    e.ControlTaken: lambda session, event: _guest(
        session, Guest(event.guest, Seat.PARTICIPANT, link=Seat.TIMEKEEPER), seat=Seat.PARTICIPANT
    ),
    e.LinkRenewed: _renewed,
    e.LinkClosed: _closed,
    e.LinkOpened: lambda session, event: _link(session, replace(session.link(event.link), open=True)),
}
