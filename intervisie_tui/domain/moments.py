"""Moments: when something happened, by the calendar and by the machine's own steady clock."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant, told twice.

    `utc` is in seconds since 1970 and may jump when a clock is set; `boot` is in seconds since the machine started
    and also counts sleep, but means something only within the boot named by `boot_id`.
    """

    utc: float
    boot: float = 0.0
    boot_id: str = ""

    def later(self, seconds: float) -> "Moment":
        """The moment so many seconds after this one (before it, when negative)."""
        return replace(self, utc=self.utc + seconds, boot=self.boot + seconds)


def span(start: Moment, end: Moment) -> float:
    """Seconds from start to end, never below zero: by the boot clock within one boot, else by UTC."""
    if start.boot_id and start.boot_id == end.boot_id:
        return max(0.0, end.boot - start.boot)
    return max(0.0, end.utc - start.utc)


def not_before(moment: Moment, earlier: Moment | None) -> Moment:
    """The moment itself, or `earlier` where a clock that was set back would put it before that."""
    if earlier is None:
        return moment
    if moment.boot_id and moment.boot_id == earlier.boot_id:
        return moment if moment.boot >= earlier.boot else replace(moment, boot=earlier.boot)
    return moment if moment.utc >= earlier.utc else replace(moment, utc=earlier.utc)
