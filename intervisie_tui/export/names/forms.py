"""The forms in which the name of a person may be written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intervisie_tui.export.names.folding import EDGE, folded, words_of

_PARTICLES: Final = """
van von vom zu zum zur te ten ter op in aan bij la le les du des di da do dos del della el al bin ibn ben af av of e y
en und
"""
_NEVER: Final = """
de den der het t s the dr drs ir ing mr mrs ms mw mevr mevrouw meneer dhr heer juf juffrouw meester prof miss sir jr sr
"""
NEVER: Final = frozenset(_NEVER.split())
"""Articles and titles."""
PARTICLES: Final = NEVER | frozenset(_PARTICLES.split())
"""Words of a name that are nobody's name alone, unless a name begins with them: there are people called Al."""
_BETWEEN: Final = f"[ ._'·{EDGE}-]{{0,4}}"
_COMMA: Final = f"{EDGE}* ?, ?{EDGE}*"
_UMLAUTS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"}
)
_LEAST_GLUED: Final = 6
"""Letters of an initial and a last name without a sign between them, from which on that is taken for a name."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: a regular expression over folded text, and the letters alone, to look it up by."""

    key: str
    pattern: str
    whole: bool = False
    """Whether it is the whole name."""


def forms_of(name: str) -> Iterator[Form]:
    """Every form of a name; none of a name in which there is nothing to recognise."""
    yield from _forms(name)
    if (spelled := name.translate(_UMLAUTS)) != name:
        yield from _forms(spelled)


def words_alone(name: str) -> tuple[str, ...]:
    """The folded words of a name that may stand for the person on their own."""
    words = words_of(name)
    return tuple(word for place, word in enumerate(words) if _alone(words, place))


def initials_of(name: str) -> frozenset[str]:
    """The initials of a name of more words, with and without those of particles; at least two letters."""
    words = words_of(name)
    names = [word for word in words if word not in PARTICLES]
    found = {"".join(word[0] for word in some) for some in (words, names, names[:-1])}
    return frozenset(one for one in found if len(one) > 1)


def _alone(words: tuple[str, ...], place: int) -> bool:
    word = words[place]
    if len(words) == 1:
        return True
    return word not in (PARTICLES if place else NEVER) and (len(word) > 1 or not word.isascii())


def _forms(name: str) -> Iterator[Form]:
    words = words_of(name)
    yield from _as_written(name, words)
    if not words:
        return
    yield _form(words, whole=True)
    for place, word in enumerate(words):
        if _alone(words, place):
            yield _form((word,), whole=len(words) == 1)
    if len(words) > 1:
        names = tuple(word for word in words if word not in PARTICLES)
        yield from (_form(some) for some in _runs(words) if some != words)
        if len(names) > 1:
            yield _form(names)
            yield from _last_name_first(words)
            yield from _with_initials(words)


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each run of two words or more that ends in a word of a name, such as "de Vries"."""
    for first in range(len(words)):
        for last in range(first + 1, len(words)):
            if words[last] not in PARTICLES:
                yield words[first : last + 1]


def _last_name_first(words: tuple[str, ...]) -> Iterator[Form]:
    """As lists have it: "Vries, Anna de" and "de Vries, Anna"."""
    for first in range(1, len(words)):
        given, last = words[:first], words[first:]
        start = next((place for place, word in enumerate(last) if word not in PARTICLES), None)
        if start is not None:
            for before, behind in ((last, given), (last[start:], (*given, *last[:start]))):
                yield Form("".join((*before, *behind)), f"{_pattern(before)}{_COMMA}{_pattern(behind)}")


def _with_initials(words: tuple[str, ...]) -> Iterator[Form]:
    """An initial or more with a dot behind it, or glued to a last name: "A. de Vries", "j.w.bos", "adevries"."""
    for first in range(1, len(words)):
        last = words[first:]
        if last[-1] in PARTICLES:
            continue
        for some in {
            words[:first],
            words[:1],
            tuple(word for word in words[:first] if word not in PARTICLES),
        }:
            letters = "".join(word[0] for word in some)
            for rest in {last, tuple(word for word in last if word not in PARTICLES)}:
                key = letters + "".join(rest)
                dotted = "".join(f"{re.escape(letter)}{EDGE}*\\.[ {EDGE}-]{{0,2}}" for letter in letters)
                yield Form(key, dotted + _pattern(rest))
                if len(key) >= _LEAST_GLUED:
                    yield Form(key, _pattern((letters, *rest)))


def _as_written(name: str, words: tuple[str, ...]) -> Iterator[Form]:
    """The name with all its signs, also one without a letter, such as an emoji.

    Plain punctuation alone is no name that can be told from other use.
    """
    signs = folded(name).text.replace(EDGE, "").strip()
    if words or not signs.isascii():
        yield Form("".join(words) or signs, f"{EDGE}*".join(map(re.escape, signs)), whole=True)


def _form(words: tuple[str, ...], *, whole: bool = False) -> Form:
    return Form("".join(words), _pattern(words), whole)


def _pattern(words: tuple[str, ...]) -> str:
    return _BETWEEN.join(f"{EDGE}*".join(map(re.escape, word)) for word in words)
