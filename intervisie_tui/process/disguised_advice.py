"""Whether a question is advice in disguise: one that already holds its answer."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final

from intervisie_tui.method import Text

FACILITATOR_ASKS: Final = Text(
    nl="Ik hoor een advies in je vraag. Wat wil je eigenlijk weten?",
    en="I hear advice in your question. What do you really want to know?",
)

_LANGUAGES = frozenset({"nl", "en"})
_READ, _SENTENCES = 400, 4
_NAME = re.compile(r"[\w'-]+(?: [\w'-]+)?[,:;] (?=\S)")
_APOSTROPHES = str.maketrans("\u2018\u2019\u00b4`", "''''")


@dataclass(frozen=True, slots=True)
class Advice:
    """Which opening gave it away, and what could be asked instead."""

    id: str
    better: str


@dataclass(frozen=True, slots=True)
class _Tongue:
    openings: tuple[tuple[str, re.Pattern[str]], ...] = ()
    better: Mapping[str, str] | None = None
    leading_in: re.Pattern[str] = re.compile("")


def disguised_advice(text: str, language: str) -> Advice | None:
    """The hint for a question that is disguised advice; None for every other, and in other languages.

    Only how its sentences open is looked at; where it is in doubt it stays silent.
    """
    tongue = _tongue(language)
    for sentence in re.split(r"(?<=[.?!]) ", _folded(text[:_READ]))[:_SENTENCES]:
        for opened in _opened(sentence, tongue.leading_in):
            for name, pattern in tongue.openings:
                if tongue.better and pattern.match(opened):
                    return Advice(name, tongue.better[name])
    return None


def _opened(sentence: str, leading_in: re.Pattern[str]) -> Iterator[str]:
    """How a sentence opens, as words with a blank behind each: as it is, and behind a name or a word that leads in."""
    words = _words(sentence)
    yield words
    if named := _NAME.match(sentence.lstrip(" -*\"'")):
        words = _words(sentence.lstrip(" -*\"'")[named.end() :])
        yield words
    yield leading_in.sub("", words, count=1)


def _words(sentence: str) -> str:
    return " ".join(re.findall(r"[\w'-]*\w[\w'-]*", sentence)) + " "


def _folded(text: str) -> str:
    """The text without capitals, accents, invisible signs and doubled blanks."""
    letters = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    seen = (
        sign for sign in letters if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf"
    )
    return " ".join("".join(seen).split())


@cache
def _tongue(language: str) -> _Tongue:
    if language not in _LANGUAGES:
        return _Tongue()
    # Imported here: of all languages one is needed.
    data = import_module(f"intervisie_tui.process.advice_{language}")
    openings = tuple((name, _pattern(lines, data.KINDS)) for name, lines in data.OPENINGS.items())
    return _Tongue(openings, data.BETTER, re.compile(f"^(?:(?:{data.LEADING_IN}) )+"))


def _pattern(lines: str, kinds: Mapping[str, str]) -> re.Pattern[str]:
    openings = [line.split() for line in lines.splitlines() if line.strip()]
    return re.compile("|".join("".join(_part(part, kinds) for part in opening) for opening in openings))


def _part(part: str, kinds: Mapping[str, str]) -> str:
    """One part of an opening as a pattern; each word has a blank behind it."""
    if part == "...":
        return r"(?:\S+ ){0,3}?"
    if part.startswith("<"):
        return f"(?:{kinds[part[1:-1]]}) "
    if part.startswith("["):
        return f"(?:(?:{kinds[part[1:-1]]}) )*"
    if part.startswith("!"):
        return f"(?!(?:{kinds[part[1:]]}) )"
    return f"(?:{part.replace('*', '[^ ]+')}) "
