"""One typed line as an action: whose it is, what it is, and when it is due."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_tui.due import Asked
from intervisie_tui.due import asked as reasons
from intervisie_tui.due import due as day_of

# A year in four figures cannot be misread, so such a date at the end of a line counts for certain.
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AT = re.compile(r"(?:^|(?<=\s))@")
_MOST = 5
"""Colons and @ signs of a line that are looked at."""
_WITHIN = 200
"""Characters within which the colon behind a name stands."""
_SAME = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"))


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What a line says.

    `owner_id` is set only if a member is named for certain: by the whole name or by a first name that no other
    member has. If `owner_text` may be a name of somebody, it is set without an `owner_id`, `candidates` are the
    members who may be meant, and `text` still holds the words before the colon.

    `due_words` are the words behind the @. Without a `due`, `asked` is why they are no certain date, and `text` still
    holds them.
    """

    owner_id: str | None
    owner_text: str
    text: str
    due: date | None
    due_words: str
    candidates: tuple[str, ...] = ()
    asked: Asked | None = None

    def text_for(self, owner: str | None) -> str:
        """The text if the action becomes this member's: without the words that were that member's name."""
        if self.owner_id is None and owner is not None and owner in self.candidates:
            return self.text.removeprefix(self.owner_text).lstrip().removeprefix(":").strip() or self.text
        return self.text


def parse(
    line: str,
    members: Sequence[tuple[str, str]],
    today: date,
    language: str,
    *,
    gone: Sequence[tuple[str, str]] = (),
    standing: date | None = None,
) -> ActionLine:
    """Reads "Anna: call the parents @ next friday".

    `members` are pairs of id and name; so are those `gone`, who own nothing, but whose name is not taken for
    another's. `standing` is the date that the action had: it is understood although it has gone by. A colon
    behind anything but a name is text, and so is an @ that is not followed by a date.
    """
    owner_id, owner_text, candidates, rest = _owner(line.strip(), members, gone)
    # An @ before what may be a name is no date.
    skipped = len(owner_text) if candidates else 0
    text, day, words, asked = _due(rest, skipped, today, language, standing)
    return ActionLine(owner_id, owner_text, text.strip(), day, words, candidates, asked)


def folded(name: str) -> str:
    """A name as it is compared: without case, diacritics, invisible signs and double blanks, with plain apostrophes."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_APOSTROPHES)).translate(_SAME)
    seen = (s for s in letters if not unicodedata.combining(s) and unicodedata.category(s) != "Cf")
    return " ".join("".join(seen).split())


def _owner(
    line: str, members: Sequence[tuple[str, str]], gone: Sequence[tuple[str, str]]
) -> tuple[str | None, str, tuple[str, ...], str]:
    """Who is named for certain, the words that may be a name, who may be meant, and the rest of the line."""
    colons = [place for place, sign in enumerate(line[:_WITHIN]) if sign == ":"][:_MOST]
    for colon in colons:
        typed = line[:colon].strip().removeprefix("@").strip()
        named = _named(typed, (*members, *gone)) if folded(typed) else []
        if len(named) == 1 and named[0] in {member for member, _ in members}:
            return named[0], typed, (), line[colon + 1 :]
    for colon in colons[:1]:
        typed = line[:colon].strip()
        meant = folded(typed.removeprefix("@"))
        candidates = tuple(member for member, name in members if meant and _may_be(meant, folded(name)))
        if candidates:
            return None, typed, candidates, line
    return None, "", (), line


def _named(typed: str, people: Sequence[tuple[str, str]]) -> list[str]:
    """Whose name this is: exactly, else but for diacritics, else the first name or names of."""

    def exact(text: str) -> str:
        return " ".join(unicodedata.normalize("NFC", text).casefold().split())

    meant = folded(typed)
    ways = (
        [person for person, name in people if exact(name) == exact(typed)],
        [person for person, name in people if folded(name) == meant],
        [person for person, name in people if folded(name).startswith(f"{meant} ")],
    )
    return next((way for way in ways if way), [])


def _may_be(meant: str, name: str) -> bool:
    """Whether words may mean this name: its beginning, whole words of it, or some shortened as in "Bram W."."""
    words, whole = _spaced(meant), _spaced(name)
    if whole.startswith(words) or f" {words} " in f" {whole} ":
        return True
    left = iter(whole.split())
    short = [word.rstrip(".") for word in words.split()]
    return whole.startswith(short[0]) and all(any(one.startswith(word) for one in left) for word in short)


def _spaced(name: str) -> str:
    return name.replace("-", " ")


def _due(
    text: str, skipped: int, today: date, language: str, standing: date | None
) -> tuple[str, date | None, str, Asked | None]:
    places = [at.start() for at in _AT.finditer(text) if at.start() >= skipped]
    pairs = list(zip(places, [*places[1:], len(text)], strict=False))[-_MOST:]
    found: list[tuple[int, int, str, date]] = []
    asked: Asked | None = None
    for place, end in reversed(pairs):
        words = text[place + 1 : end].strip()
        if not words:
            continue
        day = standing if standing and words == standing.isoformat() else day_of(words, today, language)
        if isinstance(day, date):
            found.append((place, end, words, day))
            if _ISO.fullmatch(words) and end == len(text):
                break
        else:
            asked = asked or day
    last = text[pairs[-1][0] + 1 :].strip() if pairs else ""
    if not found:
        return text, None, last, asked
    days = sorted({day for *_rest, day in found})
    if len(days) > 1:
        return text, None, last, Asked(reasons.TWO_READINGS, {"first": days[0], "second": days[1]})
    place, end, words, day = found[0]
    before, after = text[:place].rstrip(), text[end:]
    return f"{before} {after}" if after else before, day, words, None
