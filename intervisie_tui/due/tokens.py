"""The words, numbers and figures of a date, as tokens of the grammar."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from intervisie_tui.due.words import LONGEST, Meaning, words_of

UNKNOWN = "UNKNOWN"
"""The terminal of what no table knows. It stands in no rule, so such words are always asked about."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Day, month and year as they were written in figures; the year is None if there was none."""

    day: int
    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class IsoWeek:
    """A week as 2026-W50 or 2026-W50-5; the weekday (1 to 7) is None if there was none."""

    year: int
    week: int
    weekday: int | None


@dataclass(frozen=True, slots=True)
class Token:
    """A terminal of the grammar with its value, and the words that it was made from."""

    terminal: str
    value: "int | str | Figures | IsoWeek"
    text: str


HOURS = 24
"""The last hour of a day."""
_LOOKALIKES = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"), **dict.fromkeys("\u2018\u2019", "'")}
)
_BLANKS = re.compile(r"[ \t\u00a0\u2009\u202f]+")
_BETWEEN = re.compile(r"[ ,]+")
# A hyphen beside a letter only joins words: "mid-november", "3-dec", "vrijdag-middag".
_JOINED = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])|(?<=[^\W\d_])-(?=[^\W_])")
_FIGURES = re.compile(
    r"""
    (?P<ISO>(?P<y>[0-9]{4})(?P<sep>[-/.])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})(?!\w))
    | (?P<ISO_WEEK>(?P<wy>[0-9]{4})[ ]?w(?P<ww>[0-9]{2})(?:-?(?P<wd>[1-7]))?(?!\w))
    | (?P<NUMERIC>
        (?P<nd>[0-9]{1,2})(?:[ ]?(?P<by>[-/])[ ]?|(?P<dot>\.)[ ]?)(?P<nm>[0-9]{1,2})
        (?:[ ]?(?:(?P=by)|(?P=dot))[ ]?(?P<ny>[0-9]{4})|(?:(?P=by)|(?P=dot))(?P<short_ny>[0-9]{2}))?\.?(?!\w)
      )
    | (?P<TIME>(?P<hour>[0-9]{1,2})(?:
        :(?P<min>[0-9]{2})(?![0-9])|[uh](?P<umin>[0-9]{2})?(?!\w)|\.(?P<dotmin>[0-9]{2})(?:[uh]|[ap]\.?m)(?!\w)
      ))
    | (?P<ORD>(?P<ord>[0-9]{1,2})(?:e|de|ste|st|nd|rd|th)(?!\w))
    | (?P<YEAR>(?P<year>[0-9]{4})(?!\w)|'(?P<short>[0-9]{2})(?!\w))
    | (?P<NUM>(?P<num>[0-9]{1,3})(?![0-9])(?:\.(?=[ ]))?)
    """,
    re.VERBOSE,
)
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?")
_WORD = re.compile(r"'?[^\W\d_]+(?:[./'][^\W\d_]+)*(?:'(?!\w))?\.?")


def normal(words: str) -> str:
    """The words in lower case, with plain blanks, hyphens and apostrophes, without what only ends a sentence."""
    text = unicodedata.normalize("NFC", words.casefold()).translate(_LOOKALIKES)
    return _JOINED.sub(" ", _BLANKS.sub(" ", text)).strip(" ,").rstrip(" .!?;,")


def tokens_of(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of a normal text, read with the words of one language (nl or en)."""
    return tuple(_with_hours(_tokens(text, words_of(language))))


def _with_hours(tokens: Iterable[Token]) -> Iterator[Token]:
    """Makes "12 uur", "12.30 uur" and "3 pm" one token, so that the grammar need not look two tokens ahead."""
    before: Token | None = None
    for token in tokens:
        if before is not None and token.terminal == "HOUR":
            before = _hour(before, token)
            continue
        if before is not None:
            yield before
        before = token
    if before is not None:
        yield before


def _hour(figure: Token, hour: Token) -> Token:
    clock = _CLOCK.fullmatch(figure.text)
    good = clock is not None and int(clock["hour"]) <= HOURS and int(clock["minute"] or 0) < 60
    return Token("_TIME" if good else UNKNOWN, 0, f"{figure.text} {hour.text}")


def _tokens(text: str, words: Mapping[str, Meaning]) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if between := _BETWEEN.match(text, at):
            at = between.end()
        elif figure := _FIGURES.match(text, at):
            yield _figure(figure)
            at = figure.end()
        else:
            token = _entry(text, at, words)
            yield token
            at += len(token.text)


def _entry(text: str, at: int, words: Mapping[str, Meaning]) -> Token:
    """The longest entry of the table that the text has at this place, or an unknown word."""
    ends: list[int] = []
    keys: list[str] = []
    place = at
    while len(ends) < LONGEST and (word := _WORD.match(text, place)):
        keys.append(word[0].rstrip("."))
        ends.append(word.end())
        place = word.end() + 1 if text.startswith(" ", word.end()) else len(text)
    for count in range(len(ends), 0, -1):
        if meaning := words.get(" ".join(keys[:count])):
            return Token(meaning.terminal, meaning.value, text[at : ends[count - 1]])
    return Token(UNKNOWN, "", text[at : text.find(" ", at)] if " " in text[at:] else text[at:])


def _figure(found: re.Match[str]) -> Token:
    text = found[0]
    if found["ISO"]:
        return Token("ISO", Figures(int(found["d"]), int(found["m"]), int(found["y"])), text)
    if found["ISO_WEEK"]:
        weekday = int(found["wd"]) if found["wd"] else None
        return Token("ISO_WEEK", IsoWeek(int(found["wy"]), int(found["ww"]), weekday), text)
    if found["NUMERIC"]:
        return _numeric(found)
    if found["TIME"]:
        good = int(found["hour"]) <= HOURS and int(found["min"] or found["umin"] or found["dotmin"] or 0) < 60
        return Token("_TIME" if good else UNKNOWN, 0, text)
    if found["ORD"]:
        return Token("ORD", int(found["ord"]), text)
    if found["YEAR"]:
        return Token("YEAR", int(found["year"] or f"20{found['short']}"), text)
    return Token("NUM", int(found["num"]), text)


def _numeric(found: re.Match[str]) -> Token:
    day, month, year = found["nd"], found["nm"], found["ny"] or found["short_ny"]
    dotted = "." in found[0] and not year
    # 12.30 is a time: no month has that number, and a time is always written with two figures behind the dot.
    if dotted and len(month) == 2 and not 1 <= int(month) <= 12:
        return Token("_TIME" if int(day) <= HOURS and int(month) < 60 else UNKNOWN, 0, found[0])
    full = None if not year else int(year) if len(year) == 4 else 2000 + int(year)
    return Token("DOTTED" if dotted else "NUMERIC", Figures(int(day), int(month), full), found[0])
