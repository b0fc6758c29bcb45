"""Who may come in by a link, and who is in."""

from dataclasses import dataclass
from enum import StrEnum


class Seat(StrEnum):
    """What one connected screen may do."""

    TIMEKEEPER = "timekeeper"
    PARTICIPANT = "participant"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Guest:
    """A screen that came in by a link; its id is the `screen` of its commits."""

    id: str
    seat: Seat
    """What it may do now."""
    member: str | None = None
    out: bool = False
    """Whether it was shown out: then it may do nothing, for good."""
    link: Seat = Seat.PARTICIPANT
    """By which link it came."""


@dataclass(frozen=True, slots=True)
class Link:
    """The way in to a seat; `turn` goes up when the link is renewed, so that the one before is no use."""

    seat: Seat
    turn: int = 0
    open: bool = True
    least: int = 0
    """Who came in at an earlier turn than this one was shown out when the link was closed."""


LINKS = tuple(map(Link, Seat))
