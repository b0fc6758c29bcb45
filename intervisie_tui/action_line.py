"""One typed line as an action: whose it is, what it is, and when it is due."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intervisie_tui.due import due as day_of

_AT = re.compile(r"(?:^|(?<=\s))@")
_TRIED = 5
_SAME = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What a line says.

    `owner_text` is the name as typed: set without an `owner_id` where it fits more than one member.
    `due_words` are the words behind the @: set without a `due` where they are no date, and then the text
    still holds them.
    """

    owner_id: str | None
    owner_text: str
    text: str
    due: date | None
    due_words: str


def parse(line: str, members: Sequence[tuple[str, str]], today: date, language: str) -> ActionLine:
    """Reads "Anna: call the parents @ next friday"; `members` are pairs of id and name.

    A colon behind anything but a name is text, and so is an @ that is not followed by a date.
    """
    owner_id, owner_text, rest = _owner(line, members)
    text, day, words = _due(rest, today, language)
    return ActionLine(owner_id, owner_text, text.strip(), day, words)


def folded(name: str) -> str:
    """A name as it is compared: without case, diacritics, invisible signs and double blanks."""
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(_SAME)
    seen = (s for s in letters if not unicodedata.combining(s) and unicodedata.category(s) != "Cf")
    return " ".join("".join(seen).split())


def _owner(line: str, members: Sequence[tuple[str, str]]) -> tuple[str | None, str, str]:
    names = [(member, folded(name)) for member, name in members]
    colons = [place for place, sign in enumerate(line[:200]) if sign == ":"][:_TRIED]
    # A whole name wins from the beginning of another one, also behind a later colon.
    for exact in (True, False):
        for colon in colons:
            typed = folded(line[:colon])
            found = [
                member for member, name in names if name == typed or (not exact and name.startswith(typed))
            ]
            if typed and found:
                return found[0] if len(found) == 1 else None, line[:colon].strip(), line[colon + 1 :]
    return None, "", line


def _due(text: str, today: date, language: str) -> tuple[str, date | None, str]:
    places = [at.start() for at in _AT.finditer(text)]
    pairs = list(zip(places, [*places[1:], len(text)], strict=False))[-_TRIED:]
    for place, end in reversed(pairs):
        words = text[place + 1 : end].strip()
        if day := day_of(words, today, language):
            before, after = text[:place].rstrip(), text[end:]
            return f"{before} {after}" if after else before, day, words
    return text, None, text[pairs[-1][0] + 1 :].strip() if pairs else ""
