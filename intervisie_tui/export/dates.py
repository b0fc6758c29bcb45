"""Dates, times and spans in words; no locale of the machine is asked."""

from datetime import date, datetime

_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


def day(when: date, language: str) -> str:
    """As "Friday 20 November 2026"; language is nl or en."""
    weekday = _DAYS[language].split()[when.weekday()]
    month = _MONTHS[language].split()[when.month - 1]
    return f"{weekday} {when.day} {month} {when.year}"


def iso_day(iso: str, language: str) -> str:
    """The same for an ISO date or moment; the text itself where it is none."""
    try:
        return day(datetime.fromisoformat(iso).date(), language)
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
