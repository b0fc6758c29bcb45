"""Finds the names of people in a text: those that are certain, and words that may be one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from intervisie_tui.export.names.folding import EDGE, Folded, folded
from intervisie_tui.export.names.forms import forms_of, initials_of, words_alone
from intervisie_tui.export.names.ordinary import ORDINARY

_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_GENITIVE: Final = f"(?P<genitive>{EDGE}*s)?"
_WORD: Final = re.compile(f"[^\\W_](?:[^\\W_]|{EDGE})*")
_SPACED: Final = re.compile(r"(?<!\w)[^\W_](?:[ .·_-]{1,2}[^\W_])+(?!\w)\.?")
_HANDLE: Final = re.compile("[@#]|[^ ]@|://|www\\.")
_STOP: Final = re.compile(r"\s|$")
_DIMINUTIVES: Final = frozenset(
    f"{ending}{more}"
    for ending in ("je", "tje", "etje", "pje", "kje", "ke", "ken", "ie", "y", "chen", "lein", "ls")
    for more in ("", "s")
)
_BEGINS, _WITHIN, _IN_A_HANDLE = 4, 5, 3
"""From how many letters on a word is in doubt that begins with a name, has one within, or is an address with one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text, from `start` to `end`; `people` are the places of those whose name it is, from 0."""

    start: int
    end: int
    people: tuple[int, ...]
    genitive: bool = False


class Names:
    """The names of some people, to be found in texts."""

    def __init__(self, names: Sequence[str]) -> None:
        """The names of each person once, in an order that `Found.people` refers to."""
        self._people: dict[str, tuple[int, ...]] = {}
        whole: dict[str, tuple[int, ...]] = {}
        patterns: dict[str, str] = {}
        self._words: set[str] = set()
        self._initials: set[str] = set()
        for person, name in enumerate(names):
            for form in forms_of(name):
                patterns.setdefault(form.pattern, form.key)
                known = whole if form.whole else self._people
                known[form.key] = tuple(dict.fromkeys((*known.get(form.key, ()), person)))
            self._words |= set(words_alone(name))
            self._initials |= initials_of(name)
        # Who is called exactly so goes before whose name has this as a part.
        self._people |= whole
        self._pattern = _any_of(patterns)

    def find(self, text: str) -> tuple[tuple[Found, ...], tuple[str, ...]]:
        """The names in a text, in order, and the words that may be names and are none of these."""
        plain = folded(text)
        found, doubts = [], []
        for match in self._matches(plain):
            start, end = _span(plain, match)
            if self._ordinary(match) and text[start] != text[start].upper():
                doubts.append(text[start:end])
            else:
                found.append(Found(start, end, self._people[_key(match)], match["genitive"] is not None))
        doubts += self._doubts(text, plain, found)
        return tuple(found), tuple(doubts)

    def knows(self, name: str) -> bool:
        """Whether the whole of it is a form of one of the names."""
        return any(
            _span(plain, match) == (0, len(name))
            for plain in (folded(name),)
            for match in self._matches(plain)
        )

    def _matches(self, plain: Folded) -> Iterator[re.Match[str]]:
        return iter(()) if self._pattern is None else self._pattern.finditer(plain.text)

    def _ordinary(self, match: re.Match[str]) -> bool:
        letters = _letters(match[0])
        return (
            letters in ORDINARY
            or _letters(match["name"]) in ORDINARY
            or (len(letters) == 1 and letters.isascii())
        )

    def _doubts(self, text: str, plain: Folded, found: Sequence[Found]) -> Iterator[str]:
        """Words with a name in them, such as a pet name or an address, and initials."""
        for match in _WORD.finditer(plain.text):
            start, end = _span(plain, match)
            if any(start < one.end and one.start < end for one in found):
                continue
            letters = _letters(match[0])
            inside = [word for word in self._words if word in letters and word != letters]
            if self._signed(text, start, end, letters) or (
                inside and _in_doubt(inside, letters, handle=_handle(text, start, end))
            ):
                yield text[start:end]
        yield from self._spaced(text, plain)

    def _signed(self, text: str, start: int, end: int, letters: str) -> bool:
        return letters in self._initials and text[start].isupper() and text[end - 1].isupper()

    def _spaced(self, text: str, plain: Folded) -> Iterator[str]:
        """Letters one by one: initials with dots, or a name with a blank behind each letter."""
        for match in _SPACED.finditer(plain.text):
            start, end = _span(plain, match)
            letters = _letters(match[0])
            if letters in self._people or (letters in self._initials and text[start].isupper()):
                yield text[start:end].strip()


def _any_of(patterns: dict[str, str]) -> re.Pattern[str] | None:
    if not patterns:
        return None
    # The longest first, so that "Anna Maria" is not taken for "Anna".
    longest = sorted(patterns, key=lambda one: (-len(patterns[one]), -len(one), one))
    return re.compile(f"{_BEFORE}(?P<name>{'|'.join(longest)}){_GENITIVE}{_AFTER}")


def _key(match: re.Match[str]) -> str:
    return _letters(match["name"]) or match["name"].replace(EDGE, "")


def _letters(part: str) -> str:
    return "".join(sign for sign in part if sign.isalnum())


def _span(plain: Folded, match: re.Match[str]) -> tuple[int, int]:
    """From where to where a match stands in the original; accents behind its last letter go with it."""
    return plain.places[match.start()], plain.places[match.end()]


def _in_doubt(inside: Sequence[str], letters: str, *, handle: bool) -> bool:
    """Whether a longer word may stand for one of the names that are inside it."""
    return any(
        len(word) >= _WITHIN
        or (handle and len(word) >= _IN_A_HANDLE)
        or (letters.startswith(word) and (len(word) >= _BEGINS or _is_pet_name(word, letters)))
        for word in inside
    )


def _handle(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, a handle or a tag."""
    begin = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    stop = _STOP.search(text, end)
    return _HANDLE.search(text[begin : stop.start() if stop else end]) is not None


def _is_pet_name(word: str, letters: str) -> bool:
    rest = letters[len(word) :]
    return len(word) > 1 and (rest in _DIMINUTIVES or rest.removeprefix(word[-1]) in _DIMINUTIVES)
