"""What the rules about days, weeks and months that are seen from today mean.

Each function is named for its rule in grammar.lark. It gets today and what the parts of the rule mean.
"""

from datetime import date

from intervisie_tui.due import days
from intervisie_tui.due.asked import TWO_READINGS, WHICH_DAY, Unclear
from intervisie_tui.due.tokens import IsoWeek

FRIDAY, SUNDAY = 4, 6


def rel(today: date, later: int) -> date:
    """Today, tomorrow or the day after."""
    return days.later(today, days=later)


def weekday(_today: date, number: int) -> int:
    """A weekday, of which the rest of the words tells the week."""
    return number


def bare_weekday(today: date, number: int, *_morning: int) -> date:
    """A weekday alone is the first after today."""
    return days.weekday_after(number, today)


def this_weekday(today: date, _this: str, number: int) -> date:
    """A weekday of this week; on a Saturday "this saturday" can be today too."""
    found = days.weekday_after(number, today)
    if number == today.weekday():
        raise Unclear(TWO_READINGS, first=today, second=found)
    return found


def weekday_next(today: date, first: int | str, second: int | str, *_morning: int) -> date:
    """A weekday with "next" or "coming", before or behind it, is the first after today."""
    return days.weekday_after(first if isinstance(first, int) else int(second), today)


def which(_today: date, word: str, _unit: str) -> str:
    """The next, the coming or this week, month or year."""
    return word


def week_later(today: date, word: str) -> date:
    """The words "next week" alone mean a week from today."""
    _not_this(word)
    return days.later(today, days=7)


def month_later(today: date, word: str) -> date:
    """The words "next month" alone mean a month from today."""
    _not_this(word)
    return days.later(today, months=1)


def year_later(today: date, word: str) -> date:
    """The words "next year" alone mean a year from today."""
    _not_this(word)
    return days.later(today, months=12)


def _not_this(word: str) -> None:
    if word == "this":
        raise Unclear(WHICH_DAY)


def in_week(today: date, first: int | str, second: int | str, *_morning: int) -> date:
    """A weekday of this week or the next; "coming week" where both readings give the same day."""
    number, word = (first, second) if isinstance(first, int) else (int(second), first)
    found = days.later(days.monday_of(today, 0 if word == "this" else 1), days=number)
    return days.agreed(found, days.weekday_after(number, today)) if word == "coming" else found


def part_of_week(today: date, part: str, word: str) -> date:
    """The begin, middle or end of this week or the next."""
    found = days.in_week(part, days.monday_of(today, 1))
    if word == "next":
        return found
    this = _last_workday_or_sunday(days.in_week(part, days.monday_of(today)), part, today)
    if word == "this" or this < today:
        return found if word == "coming" else this
    return days.agreed(this, found)


def part_of_this_week(today: date, part: str, _week: str) -> date:
    """The begin, middle or end of the week; of the next where it has gone by."""
    found = _last_workday_or_sunday(days.in_week(part, days.monday_of(today)), part, today)
    return found if found >= today else days.later(found, days=7)


def _last_workday_or_sunday(found: date, part: str, today: date) -> date:
    # On Saturday and Sunday the end of the week can only be its Sunday.
    return days.later(found, days=SUNDAY - FRIDAY) if part == "end" and found < today else found


def week_number(today: date, _week: str, number: int, year: int | None = None) -> date:
    """The Monday of a numbered week."""
    return days.monday_of_number(number, year, today)


def numbered_week(today: date, monday: date) -> date:
    """A week number is its Friday, and at the weekend of that week its Sunday."""
    return _last_workday_or_sunday(days.later(monday, days=FRIDAY), "end", today)


def iso_week(today: date, week: IsoWeek) -> date:
    """A week as 2026-W50 or 2026-W50-5."""
    monday = days.monday_of_number(week.week, week.year, today)
    if week.weekday is None:
        return numbered_week(today, monday)
    return days.later(monday, days=week.weekday - 1)


def weekday_in_numbered(_today: date, number: int, monday: date) -> date:
    """A weekday of a numbered week."""
    return days.later(monday, days=number)


def numbered_then_weekday(_today: date, monday: date, number: int) -> date:
    """The same, with the week first."""
    return days.later(monday, days=number)


def part_of_numbered(today: date, part: str, monday: date) -> date:
    """The begin, middle or end of a numbered week."""
    return _last_workday_or_sunday(days.in_week(part, monday), part, today)


RULES = {
    rule.__name__: rule
    for rule in (
        *(rel, weekday, bare_weekday, this_weekday, weekday_next, week_later, month_later, year_later),
        *(in_week, part_of_week, part_of_this_week, week_number, numbered_week, iso_week),
        *(weekday_in_numbered, numbered_then_weekday, part_of_numbered),
    )
} | {"which_week": which, "which_month": which, "which_year": which}
