"""Dates, times and spans in words; no locale of the machine is asked."""

from datetime import datetime

from intervisie_tui import spoken


def iso_day(iso: str, language: str) -> str:
    """An ISO date or moment as "Friday 20 November 2026", in nl or en; the text itself where it is none."""
    try:
        return spoken.day(datetime.fromisoformat(iso).date(), year=True, tongue=language)
    except ValueError:
        return iso


def clock(iso: str) -> str:
    """The time of an ISO moment, as 14:05, in the offset that it holds."""
    return datetime.fromisoformat(iso).strftime("%H:%M")


def minutes(seconds: int) -> str:
    """Seconds as 9:42, minutes going on past the hour as on the screen."""
    return f"{seconds // 60}:{seconds % 60:02}"


def hours(seconds: int) -> str:
    """Seconds as 1:42, in hours and rounded minutes."""
    whole = round(seconds / 60)
    return f"{whole // 60}:{whole % 60:02}"
