"""The English words of dates, but for the names of months and weekdays, which CLDR has."""

MONTHS = {"sept": 9}
WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
WEEKDAY_PARTS: tuple[str, ...] = ()
"""English writes no part of the day on to the name of a weekday."""
_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth"
_TENTHS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *_ONES.split(),
            *_TEENS.split(),
            *(f"twenty {one}" for one in _ONES.split()),
            "thirty",
            "thirty one",
        ),
        start=1,
    )
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            *(*_FIRSTS.split(), *_TENTHS.split(), *(f"twenty {first}" for first in _FIRSTS.split())),
            *("thirtieth", "thirty first"),
        ),
        start=1,
    )
}
OTHERS: dict[tuple[str, int | str], tuple[str, ...]] = {
    ("A", 1): ("a", "an"),
    ("_THE", 0): ("the",),
    ("_OF", 0): ("of",),
    ("_ON", 0): ("on",),
    ("_IN", 0): ("in", "within"),
    ("_AT", 0): ("at",),
    ("_BEFORE", 0): ("before",),
    ("_AFTER", 0): ("after",),
    ("_FROM", 0): ("from",),
    ("_LEAD", 0): (
        *("by", "until", "till", "til", "due", "due by", "due on", "deadline", "no later than"),
        *("not later than", "on or before"),
    ),
    ("_LATEST", 0): ("at the latest", "latest"),
    ("NAMED_DAY", 0): ("now", "tonight", "this morning", "this afternoon", "this evening"),
    ("TODAY_OR_TOMORROW", 0): ("today",),
    ("_NOW", 0): ("from now",),
    ("TODAY_OR_TOMORROW", 1): ("tomorrow",),
    ("TODAY_OR_TOMORROW", 2): ("day after tomorrow",),
    ("NEXT", "next"): ("next",),
    ("COMING", "coming"): ("coming", "upcoming", "this coming"),
    ("THIS", "this"): ("this",),
    ("LAST", -1): ("last",),
    ("DAY", "days"): ("day",),
    ("WEEK", "weeks"): ("week", "wk", "w", "week no", "week nr", "week number", "week's time"),
    ("MONTHLY", "months"): ("month", "month's time", "mth"),
    ("PERIOD", "quarters"): ("quarter",),
    ("YEARLY", "years"): ("year", "year's time", "yr"),
    ("FORTNIGHT", "fortnights"): ("fortnight", "fortnight's time"),
    ("UNITS", "days"): ("days", "days' time", "days time"),
    ("UNITS", "weeks"): ("weeks", "wks", "weeks' time", "weeks time"),
    ("UNITS", "fortnights"): ("fortnights",),
    ("UNITS", "months"): ("months", "mths", "months' time", "months time"),
    ("UNITS", "quarters"): ("quarters",),
    ("UNITS", "years"): ("years", "yrs", "years' time", "years time"),
    ("HALF", "middle"): ("half",),
    ("PART", "begin"): ("begin", "beginning", "start", "early"),
    ("PART", "middle"): ("mid", "middle", "halfway"),
    ("PART", "end"): ("end", "late"),
    ("HOUR", 0): ("am", "pm", "a.m", "p.m", "o'clock", "h"),
    ("_DAYPART", 0): (
        *("morning", "afternoon", "evening", "night", "noon", "at noon", "midday", "at night", "eod", "cob"),
        *("in the morning", "in the afternoon", "in the evening", "end of day", "end of the day"),
        *("close of business", "end of business"),
    ),
}
