"""What may be asked of who is in, and of the links by which one comes in."""

from dataclasses import dataclass

from intervisie_tui.domain.guests import Seat


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """This screen is that member's; with `claim` also where another screen has the name, which then loses it."""

    member: str
    claim: bool = False


@dataclass(frozen=True, slots=True)
class ShowOut:
    """That guest may do nothing any more."""

    guest: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """That guest keeps time from now on."""

    guest: str


@dataclass(frozen=True, slots=True)
class TakeControl:
    """That guest no longer keeps time, and takes part."""

    guest: str


@dataclass(frozen=True, slots=True)
class RenewLink:
    """Another link to that seat; the one before is no use, who is in stays in."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class CloseLink:
    """No link to that seat; who came by it is shown out."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link to that seat again."""

    seat: Seat
