"""What the rules about dates of the calendar, and about parts of months and years, mean.

Each function is named for its rule in grammar.lark. It gets today and what the parts of the rule mean.
"""

from datetime import date

from intervisie_tui.due import days
from intervisie_tui.due.asked import DIFFER, Unclear
from intervisie_tui.due.tokens import Figures

_LAST = -1


def exact(_today: date, day: date, *_coming: str) -> date:
    """A date, which "a.s." behind it does not change."""
    return day


def numeric(today: date, figures: Figures) -> date:
    """A date in figures."""
    return _dated(figures.day, figures.month, figures.year, today)


def day_month(today: date, day: int, month: int, year: int | None = None) -> date:
    """A day and then its month."""
    return _dated(day, month, year, today)


def month_and_day(today: date, month: int, day: int, year: int | None = None) -> date:
    """A month and then its day."""
    return _dated(day, month, year, today)


def _dated(day: int, month: int, year: int | None, today: date) -> date:
    return days.coming(day, month, today) if year is None else days.day_of(year, month, day)


def year(today: date, named: int | str, _unit: str = "") -> int:
    """A year by its number, or this year or the next."""
    return named if isinstance(named, int) else today.year + (named == "next")


def coming_ordinal(today: date, day: int, *_unit: str) -> date:
    """A day of a month without the month ("the 12th") is the first from today on."""
    return days.coming_of_month(day, today)


def day_of_month(today: date, day: int, word: str) -> date:
    """A day of this month or the next."""
    start = _month(word, today)
    return days.day_of(start.year, start.month, day)


def month_then_day(today: date, word: str, day: int) -> date:
    """The same, with the month first."""
    return day_of_month(today, day, word)


def _month(word: str, today: date) -> date:
    return days.later(today.replace(day=1), months=0 if word == "this" else 1)


def named_month(today: date, month: int, year: int | None = None) -> tuple[date, ...]:
    """The months that a name can mean, the nearest first."""
    years = (today.year, today.year + 1) if year is None else (year,)
    return tuple(days.day_of(each, month, 1) for each in years)


def the_month(today: date, _unit: str) -> tuple[date, ...]:
    """The words "the month" mean this one, or the next where the day has gone by."""
    return (_month("this", today), _month("next", today))


def month(today: date, word: str) -> tuple[date, ...]:
    """This month or the next, and no other."""
    return (_month(word, today),)


def nth_weekday(today: date, number: int, weekday: int, months: tuple[date, ...]) -> date:
    """The first, second or last of a weekday in a month."""
    return _first_to_come([days.nth_of_month(number, weekday, start) for start in months], today)


def nth_day(today: date, number: int, _day: str, months: tuple[date, ...]) -> date:
    """The first, second or last day of a month."""

    def day_in(start: date) -> date:
        return (
            days.in_month("end", start) if number == _LAST else days.day_of(start.year, start.month, number)
        )

    return _first_to_come([day_in(start) for start in months], today)


def _first_to_come(found: list[date], today: date) -> date:
    """The first that has not gone by; the last of them where all have, which is told then."""
    return next((day for day in found if day >= today), found[-1])


def part_of_named(today: date, part: str, month: int, year: int | None = None) -> date:
    """The begin, middle or end of a month by its name, as "eind november"."""
    return _first_to_come([days.in_month(part, start) for start in named_month(today, month, year)], today)


def part_of_month(today: date, part: str, word: str) -> date:
    """The begin, middle or end of this month or the next."""
    return days.in_month(part, _month(word, today))


def part_of_this_month(today: date, part: str, _unit: str) -> date:
    """The begin, middle or end of the month; of the next where it has gone by."""
    return _first_to_come([days.in_month(part, start) for start in the_month(today, "")], today)


def part_of_year(today: date, part: str, word: str) -> date:
    """The begin, middle or end of this year or the next."""
    return days.in_year(part, today.year + (word != "this"))


def part_of_this_year(today: date, part: str, _unit: str) -> date:
    """The begin, middle or end of the year; of the next where it has gone by."""
    return _first_to_come([days.in_year(part, today.year + later) for later in (0, 1)], today)


def part_of_numbered_year(_today: date, part: str, year: int) -> date:
    """The begin, middle or end of a year by its number."""
    return days.in_year(part, year)


def same_day(_today: date, first: date, second: date) -> date:
    """A day said twice, as "morgen 22 november"."""
    if first != second:
        raise Unclear(DIFFER, day=second)
    return second


def day_then_weekday(_today: date, day: date, weekday: int) -> date:
    """A date with its day of the week behind it."""
    if day.weekday() != weekday:
        raise Unclear(DIFFER, day=day)
    return day


def weekday_then_day(today: date, weekday: int, day: date) -> date:
    """A date with its day of the week before it."""
    return day_then_weekday(today, day, weekday)


def weekday_then_ordinal(today: date, weekday: int, day: int) -> date:
    """A weekday and a day of a month, as "friday the 4th"."""
    return day_then_weekday(today, days.coming_of_month(day, today), weekday)


RULES = {
    rule.__name__: rule
    for rule in (
        *(exact, numeric, day_month, month_and_day, year, coming_ordinal, day_of_month, month_then_day),
        *(named_month, the_month, month, nth_weekday, nth_day, part_of_named, part_of_month),
        *(part_of_this_month, part_of_year, part_of_this_year, part_of_numbered_year, same_day),
        *(day_then_weekday, weekday_then_day, weekday_then_ordinal),
    )
}
