"""A record without the names of its members."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from copy import deepcopy
from string import ascii_uppercase

from intervisie_tui.export.shape import Record, shaped
from intervisie_tui.export.tongue import Tongue

_Hide = Callable[[str], str]

# A name ends where no letter or digit follows; an underscore does not make it longer.
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"


def masked(record: Mapping[str, object]) -> dict[str, object]:
    """The record with "Member A" for each member's name, also within texts; names of methods and phases stay.

    Names count as whole words, in capitals or not; of a name of more words also each word with a capital.
    """
    made = deepcopy(shaped(record))
    hide = _hiding(made)
    names = {member["name"]: hide(member["name"]) for member in made["members"]}
    _mask_entries(made, hide, lambda name: names.get(name, hide(name)) if name else name)
    return dict(made)


def _mask_entries(made: Record, hide: _Hide, called: Callable[[str | None], str | None]) -> None:
    made["group"] = hide(made["group"]) if made["group"] else made["group"]
    made["ground_rules"] = [hide(rule) for rule in made["ground_rules"]]
    for member in made["members"]:
        member["name"] = called(member["name"]) or ""
    for speaking in made["speaking"]:
        speaking["member"] = called(speaking["member"]) or ""
    for case in (made["case"], *made["cases"]):
        case["owner"], case["question"] = called(case["owner"]), hide(case["question"])
    for note in made["notes"]:
        note["by"], note["text"] = called(note["by"]), hide(note["text"])
    for parked in made["parking"]:
        parked["text"] = hide(parked["text"])
    for action in made["actions"]:
        action["owner"], action["text"] = called(action["owner"]), hide(action["text"])


def _hiding(made: Record) -> _Hide:
    letters = _letters([member["name"] for member in made["members"]])
    if not letters:
        return lambda text: text
    # The longest first, so that "Anna Maria" is not taken for "Anna".
    names = sorted(letters, key=len, reverse=True)
    pattern = re.compile(_BEFORE + "(?:" + "|".join(map(re.escape, names)) + ")" + _AFTER, re.IGNORECASE)
    tongue = Tongue(made["language"])
    folded = {_folded(name): letter for name, letter in letters.items()}

    def mask(found: re.Match[str]) -> str:
        return tongue._("Member {letter}", letter=folded.get(_folded(found[0]), "?"))

    return lambda text: pattern.sub(mask, text)


def _letters(names: list[str]) -> dict[str, str]:
    """Each way to write a name, with its letter; a word that two members share gets both letters."""
    letter_of: dict[str, str] = {}
    parts: dict[str, str] = {}
    for name in names:
        letter = letter_of.setdefault(_folded(name), _letter(len(letter_of)))
        for part in _parts(name):
            known = parts.get(_folded(part))
            parts[_folded(part)] = letter if known in (None, letter) else f"{known}/{letter}"
    ways: dict[str, str] = {}
    for name in names:
        for part in _parts(name):
            ways |= dict.fromkeys(_written(part), parts[_folded(part)])
    for name in names:
        ways |= dict.fromkeys(_written(name), letter_of[_folded(name)])
    ways.pop("", None)
    return ways


def _parts(name: str) -> list[str]:
    words = re.findall(r"[^\W_][^\s]*[^\W_]", name) if " " in name else []
    return [word for word in words if word[0].isupper() or not word[0].islower()]


def _written(name: str) -> tuple[str, str, str]:
    return name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return letters
