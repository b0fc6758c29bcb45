"""A moment as the lists of the screens show it."""

from datetime import datetime

from intervisie_tui import spoken
from intervisie_tui.domain.moments import Moment


def day_and_time(moment: Moment, now: Moment) -> str:
    """The time of day, with the day before it when that is not today."""
    if spoken.day_of(moment) == spoken.day_of(now):
        return spoken.hour(moment)
    return f"{spoken.day(spoken.day_of(moment))}, {spoken.hour(moment)}"


def short_day(iso: str | None) -> str:
    """The day of an ISO 8601 moment in ten columns, such as 21-11-2026; empty where there is none."""
    if not iso:
        return ""
    try:
        return f"{datetime.fromisoformat(iso):%d-%m-%Y}"
    except ValueError:
        return iso[:10]
