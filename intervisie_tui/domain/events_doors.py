"""What happened at the doors: who is in, and by which links one comes in."""

from dataclasses import dataclass

from intervisie_tui.domain.guests import Seat
from intervisie_tui.domain.happened import Happened


@dataclass(frozen=True, slots=True)
class OfGuest(Happened):
    """Something of one guest."""

    guest: str


@dataclass(frozen=True, slots=True)
class OfLink(Happened):
    """Something of the link to one seat."""

    link: Seat


@dataclass(frozen=True, slots=True)
class SeatTaken(OfGuest):
    """A guest, who came by the link to a seat, is that member; another guest of that name loses it."""

    member: str
    link: Seat = Seat.PARTICIPANT


class GuestShownOut(OfGuest):
    """A guest may do nothing any more."""

    __slots__ = ()


class HandedOver(OfGuest):
    """A guest keeps time from now on."""

    __slots__ = ()


class ControlTaken(OfGuest):
    """A guest no longer keeps time, and takes part."""

    __slots__ = ()


class LinkRenewed(OfLink):
    """The link before is no use any more."""

    __slots__ = ()


class LinkClosed(OfLink):
    """There is no link; who came by it was shown out."""

    __slots__ = ()


class LinkOpened(OfLink):
    """There is a link again, another one than before."""

    __slots__ = ()
