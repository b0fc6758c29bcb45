"""Spans, moments, dates and lists of names as people say them, in the language of the moment.

humanize does what it does well; what its Dutch lacks is mended here and nowhere else.
"""

import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from intervisie_tui import system
from intervisie_tui.domain.moments import Moment
from intervisie_tui.locale import _, language, n_

# Names of days and months are not taken from the C library: its Dutch is seldom installed.
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
}
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
}

_ONES = (3600, 86400)
_MONTH = 30.5
"""Days of a month, as humanize counts them."""


def ago(seconds: float) -> str:
    """How long ago that is: "3 minutes ago"; "just now" below ten seconds."""
    if seconds < 10:
        return _("just now")
    return _("{span} ago", span=lasting(seconds))


def lasting(seconds: float) -> str:
    """A span to the minute: "1 hour and 30 minutes", "3 minutes"; below a minute to the second.

    Every span in words is said here, so that none is rounded to its largest unit.
    """
    exact = max(0.0, seconds)
    whole = math.floor(exact + 0.5)
    if whole >= 60:
        whole = 60 * math.floor(exact / 60 + 0.5)
    if whole <= 60 or whole in _ONES:
        # Humanize says these exactly, and as people do: "an hour".
        said: str = _humanize().naturaldelta(timedelta(seconds=whole))
    else:
        # Days at most: months differ.
        said = _humanize().precisedelta(
            timedelta(seconds=whole), minimum_unit="minutes", suppress=("months", "years"), format="%d"
        )
    return said


def in_days(due: date, today: date) -> str:
    """When a date is, seen from today: "today", "tomorrow", "in 6 days", "2 weeks ago"."""
    days = (due - today).days
    near = {-2: _("the day before yesterday"), -1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    near[2] = _("the day after tomorrow")
    if days in near:
        return near[days]
    # Weeks are how a group counts towards its next time; humanize knows none.
    if 14 <= abs(days) < 63 and days % 7 == 0:
        weeks = abs(days) // 7
        return (
            n_("in {n} week", "in {n} weeks", weeks)
            if days > 0
            else n_("{n} week ago", "{n} weeks ago", weeks)
        )
    if abs(days) < 31:
        return n_("in {n} day", "in {n} days", days) if days > 0 else n_("{n} day ago", "{n} days ago", -days)
    said: str = _humanize().naturaltime(timedelta(days=-_nearest(days)))
    return said


def _nearest(days: int) -> int:
    """Days that humanize, which cuts what is left of a unit, says as the nearest month or year of these."""
    sign, months = (1 if days > 0 else -1), round(abs(days) / _MONTH)
    if months >= 24:
        return sign * (round(months / 12) * 365 + 1)
    years, rest = divmod(months, 12)
    # Between one year and two it says months too; a whole year is said without days.
    return sign * (years * 365 + (math.ceil(rest * _MONTH) + 1 if rest else 0))


def clock(seconds: float) -> str:
    """A clock's face: "7:42", "1:07:42"; "-0:30" when it is thirty seconds over time.

    What is left is rounded up and what is over is rounded down, so that 0:00 stands for one whole second.
    """
    whole = math.ceil(round(seconds, 6))
    sign = "-" if whole < 0 else ""
    minutes, rest = divmod(abs(whole), 60)
    if minutes < 60:
        return f"{sign}{minutes}:{rest:02}"
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{rest:02}"


def minutes(seconds: float) -> str:
    """A number of minutes, to the half: "10 min", "7.5 min" (Dutch "7,5 min")."""
    halves = math.floor(seconds / 30 + 0.5)
    figure = f"{halves // 2}" if halves % 2 == 0 else f"{halves / 2:.1f}"
    return f"{_decimal(figure)} min"


def offset(seconds: float) -> str:
    """How far from the planned end, in whole minutes with a sign: "+4", "-2", "0"."""
    whole = math.floor(abs(seconds) / 60 + 0.5)
    return f"{'+' if seconds > 0 else '-'}{whole}" if whole else "0"


def number(value: float) -> str:
    """A number with at most one decimal, as the language writes it."""
    return _decimal(f"{value:.1f}".removesuffix(".0"))


def local(moment: Moment) -> datetime:
    """The moment as this machine's local time, with its offset."""
    system.look_at_zone()
    return datetime.fromtimestamp(moment.utc).astimezone()


def hour(moment: Moment) -> str:
    """The local time of day: "15:42"."""
    return f"{local(moment):%H:%M}"


def day_of(moment: Moment) -> date:
    """The local date of a moment."""
    return local(moment).date()


def iso(moment: Moment) -> str:
    """The moment in ISO 8601 with its local offset, in whole seconds."""
    return local(moment).isoformat(timespec="seconds")


def day(when: date, *, year: bool = False, tongue: str = "") -> str:
    """A date in full: "Friday 27 November", with the year where asked; `tongue` (nl, en) for another language."""
    said = tongue or language()
    name = f"{_DAYS[said][when.weekday()]} {when.day} {_MONTHS[said][when.month - 1]}"
    return f"{name} {when.year}" if year else name


def weekday(when: date) -> str:
    """The day of the week of a date: "Friday"."""
    return _DAYS[language()][when.weekday()]


def names(of: Sequence[str]) -> str:
    """A list as it is said: "Anna, Bram and Chantal"."""
    if len(of) < 2:
        return "".join(of)
    return _("{first} and {last}", first=", ".join(of[:-1]), last=of[-1])


def _decimal(figure: str) -> str:
    return figure.replace(".", ",") if language() == "nl" else figure


def _humanize() -> Any:
    """Humanize, loaded when first needed and speaking our language: its setting is per thread."""
    import humanize

    if language() == "nl":
        humanize.activate("nl_NL")
    else:
        humanize.deactivate()
    return humanize
