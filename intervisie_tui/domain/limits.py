"""The limits of a session: how long, how many and how fast. docs/settings.md lists each of them."""

from dataclasses import dataclass

from intervisie_tui.domain.guests import Seat


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: its figure, the unit of the figure, why it is this figure, and the setting that changes it."""

    name: str
    figure: int
    unit: str
    reason: str
    setting: str = ""


TEXT = Limit(
    "the longest text",
    10_000,
    "signs",
    "Three pages: nobody reads more of one entry from a screen, and each screen of the session holds every entry.",
)
LINE = Limit(
    "the longest line while it is typed",
    65_536,
    "signs",
    "The largest paste that is taken fits, so that a text that is too long can be shortened instead of typed again.",
)
ENTRIES = Limit(
    "entries in a session",
    5_000,
    "entries",
    "Twelve people who each write one entry a minute for a whole day stay below it, and it opens within a second.",
    "most_entries",
)
NEARLY_FULL = Limit(
    "entries left when it is said beforehand",
    50,
    "entries",
    "A round of the group still fits, and there is time to delete or to finish.",
)
OF_A_GUEST = Limit(
    "changes by one participant in a session",
    2_000,
    "changes",
    "A note, a hand or a dot every five seconds for almost three hours; one participant alone cannot fill a session.",
)


@dataclass(frozen=True, slots=True)
class Rate:
    """The most changes that one screen may make within a number of seconds."""

    changes: int
    seconds: float


RATES: dict[Seat, tuple[Rate, ...]] = {
    Seat.TIMEKEEPER: (Rate(200, 10.0), Rate(2_000, 600.0)),
    Seat.PARTICIPANT: (Rate(100, 10.0), Rate(600, 600.0)),
    Seat.STAGE: (),
}
"""The short rate lets a paste of a hundred names pass at once, and a key that may be held to repeat for six seconds.

The long rate is one change a second of a participant and three of a timekeeper, for ten minutes without a rest.
"""
