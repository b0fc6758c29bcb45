"""What the rules about spans mean: from today, from another day, or beside a weekday.

Each function is named for its rule in grammar.lark. It gets today and what the parts of the rule mean.
"""

from datetime import date
from typing import NamedTuple

from intervisie_tui.due import days
from intervisie_tui.due.asked import DIFFER, NO_SUCH_DAY, TWO_READINGS, WHICH_DAY, Unclear


class Span(NamedTuple):
    """A number of months and a number of days."""

    months: int
    days: int

    def times_half(self, halves: int) -> "Span":
        """So many halves of it. Raises Unclear if that is not a whole number of days and months."""
        if halves < 1:
            raise Unclear(NO_SUCH_DAY)
        return Span(days.whole(self.months * halves), days.whole(self.days * halves))

    def after(self, day: date) -> date:
        """The day that is this span after another."""
        return days.later(day, days=self.days, months=self.months)

    @property
    def weeks_only(self) -> bool:
        """Whether it leads from a weekday to the same weekday."""
        return self.months == 0 and self.days % 7 == 0


_SIZES = {
    "days": Span(0, 1),
    "weeks": Span(0, 7),
    "fortnights": Span(0, 14),
    "months": Span(1, 0),
    "quarters": Span(3, 0),
    "half years": Span(6, 0),
    "years": Span(12, 0),
}


def unit(_today: date, name: str) -> Span:
    """One day, week, month or year."""
    return _SIZES[name]


def whole_span(_today: date, number: int, size: Span) -> Span:
    """A number of days, weeks, months or years."""
    return size.times_half(2 * number)


def half_span(_today: date, *parts: int | str | Span) -> Span:
    """Half of a unit, as "een half jaar" or "half a year": the unit is the last part."""
    size = parts[-1]
    assert isinstance(size, Span)
    return size.times_half(1)


def one_and_half_span(_today: date, halves: int, size: Span) -> Span:
    """One and a half of a unit, as "anderhalf jaar"."""
    return size.times_half(halves)


def in_span(today: date, span: Span) -> date:
    """That long from today."""
    return span.after(today)


def span_after(today: date, anchor: int | date, span: Span) -> date:
    """The words "vrijdag over een week" mean the first Friday, and a week."""
    if isinstance(anchor, date) or span.weeks_only:
        return _from(anchor, span, today)
    found = span.after(today)
    if found.weekday() != anchor:
        raise Unclear(DIFFER, day=found)
    return found


def weeks_after(today: date, anchor: int | date, name: str) -> date:
    """A week or two after a day, as "friday week" or "tomorrow fortnight"."""
    return _from(anchor, _SIZES[name], today)


def span_beside(today: date, anchor: int | date, span: Span) -> date:
    """The words "friday in two weeks" mean two Fridays, unless they are one: counted from the first, or from today."""
    found = span_after(today, anchor, span)
    if isinstance(anchor, date):
        return found
    return days.agreed(found, days.later(days.monday_of(span.after(today)), days=anchor))


def beside_span(today: date, span: Span, weekday: int) -> date:
    """The words "over twee weken op vrijdag" have the same two readings."""
    return span_beside(today, weekday, span)


def span_then_day(today: date, span: Span, anchor: int | date) -> date:
    """A span after a day, as "a week from friday" or "twee dagen na 3 december"."""
    return _from(anchor, span, today)


def span_then_named(today: date, span: Span, later: int) -> date:
    """A span before "today" or "tomorrow", as "a week tomorrow"; "two days tomorrow" is no date."""
    if span.days % 7:
        raise Unclear(WHICH_DAY)
    return span.after(days.later(today, days=later))


def span_before_day(today: date, span: Span, anchor: int | date) -> date:
    """A span before a day, as "twee weken voor 1 januari"."""
    return _from(anchor, Span(-span.months, -span.days), today)


def _from(anchor: int | date, span: Span, today: date) -> date:
    """A span from a day. A weekday is the first after today, but it is doubtful on that weekday itself."""
    if isinstance(anchor, date):
        return span.after(anchor)
    found = span.after(days.weekday_after(anchor, today))
    if anchor == today.weekday():
        raise Unclear(TWO_READINGS, first=span.after(today), second=found)
    return found


RULES = {
    rule.__name__: rule
    for rule in (
        *(unit, whole_span, half_span, one_and_half_span, in_span, span_after, weeks_after),
        *(span_beside, beside_span, span_then_day, span_then_named, span_before_day),
    )
}
