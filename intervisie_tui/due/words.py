"""The words of dates: for each language a table from words to the terminals of the grammar.

Names of months and of weekdays come from Babel's CLDR. All other words stand here. One entry may hold more
words ("tot en met"). Nothing that is missing here is ever guessed: an unknown word is asked about.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from intervisie_tui.due import words_en, words_nl


class Meaning(NamedTuple):
    """A terminal of the grammar, and what the word stands for: a number, a part or nothing."""

    terminal: str
    value: int | str = 0


LONGEST = 4
"""The greatest number of words in one entry."""


@cache
def words_of(language: str) -> Mapping[str, Meaning]:
    """All words of a language (nl or en), in lower case and without a dot at the end."""
    own = words_nl if language == "nl" else words_en
    table = dict(_names(language))
    table |= {
        f"{word}{part}": meaning
        for word, meaning in table.items()
        for part in own.WEEKDAY_PARTS
        if meaning.terminal == "WEEKDAY"
    }
    table |= {word: Meaning("MONTH", number) for word, number in own.MONTHS.items()}
    table |= {word: Meaning("WEEKDAY", number) for word, number in own.WEEKDAYS.items()}
    table |= {word: Meaning("NUM", number) for word, number in own.NUMBERS.items()}
    table |= {word: Meaning("ORD", number) for word, number in own.ORDINALS.items()}
    for (terminal, value), words in own.OTHERS.items():
        table |= {word: Meaning(terminal, value) for word in words}
    return table


def _names(language: str) -> Iterator[tuple[str, Meaning]]:
    from babel import Locale

    locale = Locale(language)
    for width in ("wide", "abbreviated"):
        for number, name in locale.months["format"][width].items():
            yield name.casefold().rstrip("."), Meaning("MONTH", number)
        for number, name in locale.days["format"][width].items():
            yield name.casefold().rstrip("."), Meaning("WEEKDAY", number)
