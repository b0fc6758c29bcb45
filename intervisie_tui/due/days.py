"""Days of the calendar as people count them; each function is pure, and raises Unclear if there is no such day."""

import calendar
from datetime import date, timedelta

from intervisie_tui.due.asked import (
    NO_SUCH_DAY,
    NO_SUCH_WEEK,
    NOT_WHOLE,
    TWO_READINGS,
    WEEK_GONE,
    WHICH_WEEK,
    Unclear,
)

FRIDAY = 4
LEAP_YEARS = 9
"""Years to look ahead for a 29 February: eight years lie between 1896 and 1904, or 2096 and 2104."""
WEEK_AHEAD = timedelta(weeks=26)
"""How far away a week number of next year may be before the year is asked for."""
WEEK_OF_YEAR = timedelta(weeks=48)
"""From here on a week number without a year may well mean the week that has just gone by."""


def day_of(year: int, month: int, day: int) -> date:
    """A day of the calendar."""
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear(NO_SUCH_DAY) from None


def later(start: date, *, days: int = 0, months: int = 0) -> date:
    """Some months and days later; the last day of a month where that month is shorter."""
    try:
        years, month = divmod(start.month - 1 + months, 12)
        year = start.year + years
        return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1])) + timedelta(
            days=days
        )
    except (ValueError, OverflowError):
        raise Unclear(NO_SUCH_DAY) from None


def coming(day: int, month: int, today: date) -> date:
    """The first such day of a year from today on."""
    for year in range(today.year, today.year + LEAP_YEARS):
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found = day_of(year, month, day)
            if found >= today:
                return found
    raise Unclear(NO_SUCH_DAY)


def coming_of_month(day: int, today: date) -> date:
    """The first such day of a month from today on."""
    first = today.replace(day=1)
    for months in range(3):
        start = later(first, months=months)
        if 1 <= day <= calendar.monthrange(start.year, start.month)[1] and start.replace(day=day) >= today:
            return start.replace(day=day)
    raise Unclear(NO_SUCH_DAY)


def weekday_after(weekday: int, today: date) -> date:
    """The first such weekday after today."""
    return later(today, days=(weekday - today.weekday() - 1) % 7 + 1)


def monday_of(day: date, weeks: int = 0) -> date:
    """The Monday of the week of a day, or of some weeks after that."""
    return later(day, days=7 * weeks - day.weekday())


def nth_of_month(number: int, weekday: int, start: date) -> date:
    """A weekday of the month that begins at `start`: the first is 1, the last is -1."""
    length = calendar.monthrange(start.year, start.month)[1]
    days = [day for day in range(1, length + 1) if start.replace(day=day).weekday() == weekday]
    if number == 0 or number > len(days):
        raise Unclear(NO_SUCH_DAY)
    return start.replace(day=days[number - 1 if number > 0 else number])


def in_month(part: str, start: date) -> date:
    """The begin, middle or end of the month that begins at `start`."""
    length = calendar.monthrange(start.year, start.month)[1]
    return start.replace(day={"begin": 1, "middle": 15, "end": length}[part])


def in_year(part: str, year: int) -> date:
    """The begin, middle or end of a year."""
    return day_of(year, *{"begin": (1, 1), "middle": (7, 1), "end": (12, 31)}[part])


def in_week(part: str, monday: date) -> date:
    """The begin, middle or end of a week of work."""
    return later(monday, days={"begin": 0, "middle": 2, "end": FRIDAY}[part])


def monday_of_number(number: int, year: int | None, today: date) -> date:
    """The Monday of a numbered week: of that year, else of this year or, if that is near, of the next."""
    own = today.isocalendar().year
    if year is not None:
        return _monday(number, year)
    monday = _monday(number, own)
    if later(monday, days=6) >= today:
        if monday - today > WEEK_OF_YEAR:
            raise Unclear(WHICH_WEEK, number=number)
        return monday
    monday = _monday(number, own + 1)
    if monday - today > WEEK_AHEAD:
        raise Unclear(WEEK_GONE, number=number)
    return monday


def _monday(number: int, year: int) -> date:
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        raise Unclear(NO_SUCH_WEEK, number=number) from None


def agreed(first: date, second: date) -> date:
    """The one day that two readings of the same words give."""
    if first != second:
        raise Unclear(TWO_READINGS, first=min(first, second), second=max(first, second))
    return first


def whole(halves: int) -> int:
    """A number that was counted in halves."""
    if halves % 2:
        raise Unclear(NOT_WHOLE)
    return halves // 2
