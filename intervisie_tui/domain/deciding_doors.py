"""The moves at the doors: who is in, who keeps time, and the links; and what a guest may do only as itself."""

from dataclasses import replace
from typing import Any

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import events as e
from intervisie_tui.domain.guests import Guest, Seat
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Role, Session

Decision = tuple[e.Event, ...] | Refusal

LONGEST_ID = 64

_OUT = Refusal("You have been shown out of this session.")
_NO_NAME = Refusal("Choose your name first.")
_AS_ANOTHER = Refusal("You can do that only in your own name.")
_NOBODY = Refusal("Nobody sits at that place.")
_NO_GUEST = Refusal("That guest is not here.")
_DONE = Refusal("Somebody else was first; that has been done already.", quiet=True)

_WHO: dict[type, str] = {
    c.AddNote: "by",
    c.Park: "by",
    c.AddAction: "owner",
    c.GiveDots: "member",
    c.RaiseHand: "member",
    c.LowerHand: "member",
}
"""Which field of what a participant asks names who does it."""


def known(session: Session, screen: str, seat: Seat) -> Guest:
    """The guest of that screen; one that the session does not know has the seat that it came to."""
    return session.guest(screen) or Guest(screen, seat, link=seat)


def let_in(session: Session, guest: Guest) -> Session:
    """The session as it would be when it knew that guest."""
    return session if session.guest(guest.id) else replace(session, guests=(*session.guests, guest))


def shown_out(guest: Guest) -> Refusal | None:
    """Why a guest may do nothing any more."""
    return _OUT if guest.out else None


def not_as_itself(session: Session, command: Any, guest: Guest) -> Refusal | None:
    """Why a participant may not ask this: it has no name yet, or speaks for another."""
    if guest.seat is not Seat.PARTICIPANT or isinstance(command, c.TakeSeat):
        return None
    if session.member(guest.member) is None:
        return _NO_NAME
    return None if getattr(command, _WHO[type(command)]) == guest.member else _AS_ANOTHER


def take_seat(session: Session, command: c.TakeSeat, now: Moment, screen: str) -> Decision:
    """A guest is a member from now on; a name that another guest has is given up only when it is claimed."""
    member, guest = session.member(command.member), session.guest(screen)
    if member is None or not member.present:
        return _NOBODY
    if guest is None or not 0 < len(guest.id) <= LONGEST_ID:
        return _NO_GUEST
    if not session.link(guest.link).open:
        return Refusal("The doors are closed; ask the timekeeper.")
    if guest.member == member.id:
        return Refusal("You are {name} already.", {"name": member.name}, quiet=True)
    if holder(session, member.id) is not None and not command.claim:
        return Refusal("{name} has been taken on another screen.", {"name": member.name})
    return (e.SeatTaken(now, guest.id, member.id, guest.link),)


def holder(session: Session, member: str) -> Guest | None:
    """The guest who has that name now."""
    return next((guest for guest in session.guests if guest.member == member and not guest.out), None)


def show_out(session: Session, command: c.ShowOut, now: Moment, screen: str) -> Decision:
    """A guest may do nothing any more, also one who has no name yet."""
    if not 0 < len(command.guest) <= LONGEST_ID:
        return _NO_GUEST
    if command.guest == screen:
        return Refusal("You cannot show yourself out; just leave.")
    guest = session.guest(command.guest)
    if guest is not None and guest.out:
        return _DONE
    return (e.GuestShownOut(now, command.guest),)


def hand_over(session: Session, command: c.HandOver, now: Moment, _: str) -> Decision:
    """A guest keeps time from now on, and its member is the timekeeper."""
    guest = session.guest(command.guest)
    if guest is None or guest.out:
        return _NO_GUEST
    member = session.member(guest.member)
    if member is None:
        return Refusal("This guest has no name yet.")
    if guest.seat is Seat.TIMEKEEPER and session.holder(Role.TIMEKEEPER) == member.id:
        return Refusal("{name} keeps time already.", {"name": member.name}, quiet=True)
    role = () if not member.present else (e.RoleGiven(now, Role.TIMEKEEPER, member.id),)
    return (e.HandedOver(now, guest.id), *role)


def take_control(session: Session, command: c.TakeControl, now: Moment, screen: str) -> Decision:
    """A guest no longer keeps time; who takes that over has the role, where it has a name."""
    guest, taker = session.guest(command.guest), session.guest(screen)
    if not 0 < len(command.guest) <= LONGEST_ID or (guest is not None and guest.out):
        return _NO_GUEST
    if guest is not None and guest.seat is not Seat.TIMEKEEPER:
        return _DONE
    if guest is None or session.holder(Role.TIMEKEEPER) != guest.member:
        return (e.ControlTaken(now, command.guest),)
    heir = session.member(taker.member) if taker is not None and taker.id != guest.id else None
    given = e.RoleGiven(now, Role.TIMEKEEPER, heir.id if heir and heir.present else None)
    return (e.ControlTaken(now, command.guest), given)


def renew_link(session: Session, command: c.RenewLink, now: Moment, _: str) -> Decision:
    """Another link; who is in stays in."""
    if not session.link(command.seat).open:
        return Refusal("This link is closed; open it first.")
    return (e.LinkRenewed(now, command.seat),)


def close_link(session: Session, command: c.CloseLink, now: Moment, screen: str) -> Decision:
    """No link any more; who came by it is shown out."""
    guest = session.guest(screen)
    if guest is not None and guest.link is command.seat:
        return Refusal("You came in by this link yourself; closing it would show you out.")
    return (e.LinkClosed(now, command.seat),) if session.link(command.seat).open else _DONE


def open_link(session: Session, command: c.OpenLink, now: Moment, _: str) -> Decision:
    """A link again."""
    return _DONE if session.link(command.seat).open else (e.LinkOpened(now, command.seat),)
