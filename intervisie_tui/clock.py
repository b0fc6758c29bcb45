"""The one place that looks at a clock; all else is told the moment."""

import time
from dataclasses import dataclass

from intervisie_tui import system
from intervisie_tui.domain.moments import Moment


def now() -> Moment:
    """This moment, by the calendar and by the boot clock, in seconds."""
    return Moment(time.time(), system.boot_seconds(), system.boot_id())


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the session's time runs: `speed` session seconds in a real one, stretched from `anchor`.

    Without an anchor, or at speed 1, session time is real time. Speed is above zero, else ValueError.
    """

    speed: float = 1.0
    anchor: Moment | None = None

    def __post_init__(self) -> None:
        if not self.speed > 0:
            raise ValueError(f"speed must be above zero, not {self.speed}")

    def session(self, moment: Moment) -> Moment:
        """The session's moment at a real one."""
        if self.anchor is None or self.speed == 1.0:
            return moment
        utc = self.anchor.utc + (moment.utc - self.anchor.utc) * self.speed
        # Another boot has another zero: only the differences within it matter, so it is stretched from there.
        zero = self.anchor.boot if moment.boot_id == self.anchor.boot_id else 0.0
        return Moment(utc, zero + (moment.boot - zero) * self.speed, moment.boot_id)

    def real_seconds(self, session_seconds: float) -> float:
        """How long so many session seconds last in the world, in seconds."""
        return session_seconds / self.speed if self.anchor is not None else session_seconds
