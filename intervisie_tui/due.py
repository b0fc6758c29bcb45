"""When something is due, from the words that people use for it."""

import calendar
import re
from datetime import date, datetime, time, timedelta

from intervisie_tui.due_words import (
    DAY_AFTER,
    DAY_PARTS,
    FILL,
    LEAD,
    MONTHS,
    NEXT,
    NUMBERS,
    PARTS,
    THIS,
    TODAY,
    TOMORROW,
    UNITS,
    WEEKDAYS,
)

_LONGEST = 60
# Nobody means a step that far away, so a mistyped number is asked again.
_FURTHEST = 20
_FRIDAY = 4
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{4}|\d{2}))?\.?")
_ORDINAL = re.compile(r"(\d{1,2})(?:e|de|ste|st|nd|rd|th)?")
_CLOCK = re.compile(r"\s(?:om |at )?\d{1,2}(?:[:.]\d{2}|\s?(?:uur|u|am|pm))(?: uur)?$")


def due(words: str, today: date, language: str) -> date | None:
    """The day that words as "next friday", "over drie weken" or "3/12" mean, never before today.

    Dutch and English are both understood; `language` (nl or en) decides only where the library doubts. The
    day always stands before the month. None: not a date, in the past, too far away, or too long to be one.
    """
    if len(words) > _LONGEST or not words.replace("\t", " ").isprintable():
        return None
    phrase = _put_right(words)
    if not phrase:
        return None
    try:
        found = _read(phrase, today) or _by_the_library(phrase, today, language)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and today <= found and found.year <= today.year + _FURTHEST else None


def _put_right(words: str) -> str:
    phrase = " ".join(words.casefold().replace(",", " ").replace("a.s.", "aanstaande").split()).rstrip(" .!")
    phrase = _CLOCK.sub("", phrase)
    for part in DAY_PARTS:
        stem = phrase.removesuffix(part).rstrip()
        if stem != phrase and stem.split(" ")[-1] in WEEKDAYS.keys() | TOMORROW | DAY_AFTER:
            phrase = stem
    parts = phrase.split(" ")
    while len(parts) > 1 and parts[0] in LEAD:
        del parts[0]
    return " ".join(parts)


def _read(phrase: str, today: date) -> date | None:
    """What is certain without the library, most of it what the library lacks."""
    if phrase in TODAY:
        return today
    if phrase in TOMORROW:
        return today + timedelta(days=1)
    if phrase in DAY_AFTER:
        return today + timedelta(days=2)
    words = [word for word in phrase.split(" ") if word not in FILL] or [phrase]
    return (
        _numeric(phrase, today)
        or _weekday(words, today)
        or _span(phrase, today)
        or _part(words, today)
        or _day_of_month(words, today)
    )


def _numeric(phrase: str, today: date) -> date | None:
    if iso := _ISO.fullmatch(phrase):
        year, month, day = map(int, iso.groups())
        return date(year, month, day)
    if found := _NUMERIC.fullmatch(phrase):
        day, month, year_word = int(found[1]), int(found[2]), found[3]
        return _coming(day, month, today, _year(year_word))
    return None


def _year(word: str | None) -> int | None:
    return None if word is None else int(word) + (2000 if len(word) == 2 else 0)


def _coming(day: int, month: int, today: date, year: int | None) -> date | None:
    """The first such day from today on; with a year, only that one. ValueError: there is no such day."""
    if year is not None:
        return date(year, month, day)
    # A leap day may be eight years away.
    for candidate in range(today.year, today.year + 9):
        if month <= 12 and 1 <= day <= calendar.monthrange(candidate, month)[1]:
            found = date(candidate, month, day)
            if found >= today:
                return found
    raise ValueError


def _weekday(words: list[str], today: date) -> date | None:
    """A weekday, alone or with "next", "this" or "next week" before or behind it."""
    days = [WEEKDAYS[word] for word in words if word in WEEKDAYS]
    rest = tuple(word for word in words if word not in WEEKDAYS)
    if len(days) != 1:
        return None
    if rest == () or (len(rest) == 1 and rest[0] in NEXT | THIS):
        return today + timedelta(days=(days[0] - today.weekday() - 1) % 7 + 1)
    if len(rest) == 2 and rest[1] == "week":
        monday = today - timedelta(days=today.weekday())
        if rest[0] in NEXT:
            return monday + timedelta(days=7 + days[0])
        if rest[0] in THIS:
            return monday + timedelta(days=days[0])
    if words[0] in WEEKDAYS and words[1][0].isdigit():
        return _numeric(" ".join(words[1:]), today) or _day_of_month(words[1:], today)
    return None


def _span(phrase: str, today: date) -> date | None:
    """A number of days, weeks, months or years: "over drie weken", "next month", "a year from now"."""
    phrase = re.sub(r"^(?:een |a )?(?:half|halve) (?:a |een )?(?:jaar|year)", "6 maanden", phrase)
    phrase = re.sub(
        r"^(over|in|within|binnen) (?:een |a )?half (?:a |an )?(?:jaar|year)", r"\1 6 maanden", phrase
    )
    words = phrase.split(" ")
    if words[0] in {"over", "in", "binnen", "within"}:
        del words[0]
    elif words[-2:] in (["from", "now"], ["vanaf", "nu"]):
        del words[-2:]
    elif words[0] not in NEXT:
        return None
    if len(words) != 2 or words[1] not in UNITS:
        return None
    first, (days, months) = words[0], UNITS[words[1]]
    count = 1 if first in NEXT else NUMBERS.get(first) or (int(first) if first.isdecimal() else None)
    if count is None or count > 1000:
        return None
    return _months_later(today, months * count) + timedelta(days=days * count)


def _months_later(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _part(words: list[str], today: date) -> date | None:
    """The begin, middle or end of a month, of a week or of the year; "week 48" is its Friday."""
    if len(words) == 2 and words[0] in {"week", "wk"} and words[1].isdecimal():
        friday = date.fromisocalendar(today.year, int(words[1]), _FRIDAY + 1)
        return friday if friday >= today else date.fromisocalendar(today.year + 1, int(words[1]), _FRIDAY + 1)
    if words[0] not in PARTS or not 2 <= len(words) <= 3:
        return None
    part, which = PARTS[words[0]], words[1:]
    if which[0] in MONTHS:
        year = _year(which[1]) if len(which) == 2 and which[1].isdecimal() else None
        return _part_of_month(part, MONTHS[which[0]], today, year) if year or len(which) == 1 else None
    later = which[0] in NEXT
    if len(which) == 2 and not later and which[0] not in THIS:
        return None
    return _part_of_span(part, which[-1], later, today)


def _part_of_span(part: str, span: str, later: bool, today: date) -> date | None:
    if span == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 if later else 0)
        day = monday + timedelta(days={"begin": 0, "middle": 2, "end": _FRIDAY}[part])
        # At the weekend the end of this week is its Sunday; a begin that has gone by is next week's.
        if day < today:
            day = monday + timedelta(days=6) if part == "end" else day + timedelta(days=7)
        return day
    if span in {"maand", "month"}:
        start = _months_later(today.replace(day=1), 1 if later else 0)
        found = _part_of_month(part, start.month, start, start.year)
        if found < today:
            start = _months_later(start, 1)
            found = _part_of_month(part, start.month, start, start.year)
        return found
    if span in {"jaar", "year"}:
        month = {"begin": 1, "middle": 7, "end": 12}[part]
        return _part_of_month(
            "end" if part == "end" else "begin", month, today, today.year + 1 if later else None
        )
    return None


def _part_of_month(part: str, month: int, today: date, year: int | None) -> date:
    def day_in(year: int) -> date:
        return date(year, month, {"begin": 1, "middle": 15, "end": calendar.monthrange(year, month)[1]}[part])

    if year is not None:
        return day_in(year)
    found = day_in(today.year)
    return found if found >= today else day_in(today.year + 1)


def _day_of_month(words: list[str], today: date) -> date | None:
    """A day of a month: "12 december", "december 12th 2027", "the 12th"."""
    numbers = [found for word in words if (found := _ORDINAL.fullmatch(word))]
    months = [MONTHS[word.rstrip(".")] for word in words if word.rstrip(".") in MONTHS]
    years = [int(word) for word in words if re.fullmatch(r"\d{4}", word)]
    if len(numbers) != 1 or len(words) != len(numbers) + len(months) + len(years) or len(years) > 1:
        return None
    day = int(numbers[0][1])
    if len(months) == 1:
        return _coming(day, months[0], today, years[0] if years else None)
    if months or years or numbers[0][0].isdecimal():
        return None
    first = today.replace(day=1)
    for later in range(3):
        start = _months_later(first, later)
        if 1 <= day <= calendar.monthrange(start.year, start.month)[1] and start.replace(day=day) >= today:
            return start.replace(day=day)
    return None


def _by_the_library(phrase: str, today: date, language: str) -> date | None:
    # The library takes "a", "10" and "10:00" for dates: it is asked only where a day or a span is named.
    named = {word.strip(".") for word in re.split(r"[\s/-]", phrase)} & (
        WEEKDAYS.keys()
        | UNITS.keys()
        | TOMORROW
        | DAY_AFTER
        | (MONTHS.keys() if phrase[-1].isdigit() else set())
    )
    if not named or len(phrase.split(" ")) < 2:
        return None
    import dateparser

    languages = ["en", "nl"] if language == "en" else ["nl", "en"]
    found = dateparser.parse(
        phrase,
        languages=languages,
        settings={
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime.combine(today, time()),
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
    return None if found is None else found.date()
