"""Finding methods by what somebody types: accents, capitals and the language do not matter."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from intervisie_tui.method import Method

_NAME_BEGINS, _WORD_BEGINS, _IN_NAME, _IN_WORDS = 4, 3, 2, 1
_ALIKE = 0.4
"""From which likeness on a name may have been meant."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a method can be found by, folded: names, all words; `pairs` of letters of each word that is in a name."""

    names: tuple[str, ...]
    words: str
    pairs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The places of what was found, in order, and the one that is meant most; `near` when nothing had those words."""

    places: tuple[int, ...]
    best: int | None
    near: bool = False


def folded(text: str) -> str:
    """The text without accents and capitals, its blanks and dashes single spaces."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(bare.casefold().replace("-", " ").split())


def entry(method: Method) -> Entry:
    """What this method can be found by, in both languages: id, name, other names, summary and wishes."""
    also = {*method.also("nl"), *method.also("en")}
    names = tuple(map(folded, (method.name.nl, method.name.en, method.id, *sorted(also))))
    said = [text for each in (method.summary, *method.wishes) for text in (each.nl, each.en)]
    each = sorted({word for name in names for word in name.split()})
    return Entry(names, "\n".join((*names, *map(folded, said))), tuple(map(_pairs, each)))


def find(entries: Sequence[Entry], typed: str) -> Found:
    """The entries in which every typed word stands, in their order; all of them where nothing is typed.

    Where none has those words: the ones that look most like it, or all of them. So there is always an answer.
    """
    asked = folded(typed)
    if not asked:
        return Found(tuple(range(len(entries))), None)
    words = asked.split()
    scores = {
        place: _score(each, asked, words)
        for place, each in enumerate(entries)
        if all(word in each.words for word in words)
    }
    if scores:
        return Found(tuple(scores), max(scores, key=lambda place: scores[place]))
    return _nearest(entries, asked)


def _score(each: Entry, asked: str, words: Sequence[str]) -> int:
    if any(name.startswith(asked) for name in each.names):
        return _NAME_BEGINS
    if any(f" {asked}" in name for name in each.names):
        return _WORD_BEGINS
    names = "\n".join(each.names)
    return _IN_NAME if all(word in names for word in words) else _IN_WORDS


def _nearest(entries: Sequence[Entry], asked: str) -> Found:
    pairs = [_pairs(word) for word in asked.split()]
    alike = [_likeness(each, pairs) for each in entries]
    most = max(alike, default=0.0)
    if most < _ALIKE:
        return Found(tuple(range(len(entries))), None, near=True)
    places = tuple(place for place, likeness in enumerate(alike) if likeness >= _ALIKE)
    return Found(places, max(places, key=lambda place: alike[place]), near=True)


def _likeness(each: Entry, asked: Sequence[frozenset[str]]) -> float:
    """How much the words of a name are like what was asked, from 0 to 1."""
    best = [max((_shared(word, pairs) for word in each.pairs), default=0.0) for pairs in asked]
    return sum(best) / len(best)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))
