"""A record without the names of its members."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from string import ascii_uppercase
from typing import Any
from urllib.parse import unquote

from intervisie_tui.domain.group import Group
from intervisie_tui.export.names.finding import Found, Names
from intervisie_tui.export.shape import shaped
from intervisie_tui.export.staying import GONE, Decision, Holds, only_decided
from intervisie_tui.export.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Masked:
    """A record without `names`; `doubts` are the words that stayed and may be a name, each once."""

    record: dict[str, Any]
    doubts: tuple[str, ...]
    names: Names

    def gives_away(self, file: str) -> bool:
        """Whether the name of a file holds a name, or a word that may be one."""
        return any(self.names.find(file))


def masked(record: Mapping[str, object]) -> dict[str, Any]:
    """The record of `mask`, for who does not need to know about doubts."""
    return mask(record).record


def mask(record: Mapping[str, object], others: Iterable[str] = ()) -> Masked:
    """The record with "Member A" in the place of each member's name, also of each form of it within texts.

    `others` are names of more people who may be spoken of, such as members of the group who were not there. What
    stays is what `staying.DECIDED` says; the name of the group, of methods and of phases does. A word that is a
    name and an ordinary word stays in small letters, and is told.
    """
    people = _people(record, others)
    mask = _Mask(list(people.values()), Tongue(str(record.get("language", "en"))))
    made = only_decided(record, mask.leaf)
    return Masked(made, tuple(dict.fromkeys(mask.doubts)), mask.names)


def others_of(record: Mapping[str, object], groups: Iterable[Group]) -> tuple[str, ...]:
    """The names of all members of the record's group, among these groups: they may be spoken of in their absence."""
    ours = [
        group
        for group in groups
        if (group.id == record["group_id"] if "group_id" in record else group.name == record.get("group"))
    ]
    return tuple(member.name for group in ours for member in group.members)


def _people(record: Mapping[str, object], others: Iterable[str]) -> dict[str, str]:
    """Each name once, as it was first written, by what makes two names the same: members first, in their order."""
    members = [member["name"] for member in shaped(record).get("members", ())]
    known, more = Names(members), list[str]()

    def named(decision: Decision, value: object) -> object:
        if decision.holds is Holds.NAME and isinstance(value, str) and not known.knows(value):
            more.append(value)
        return value

    only_decided(record, named)
    people: dict[str, str] = {}
    for name in (*members, *more, *others):
        if name.strip():
            people.setdefault(_same(name), name)
    return people


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


class _Mask:
    """What takes the place of the names of these people, by what a value holds; it gathers doubts."""

    def __init__(self, names: list[str], tongue: Tongue) -> None:
        self._letters = {_same(name): _letter(place) for place, name in enumerate(names)}
        self.names = Names(names)
        self._tongue = tongue
        self.doubts: list[str] = []

    def leaf(self, decision: Decision, value: Any) -> object:
        """A value of the record without names, or GONE."""
        if decision.holds is Holds.PERSONAL:
            return GONE
        if not isinstance(value, str):
            return value
        match decision.holds:
            case Holds.NAME:
                letter = self._letters.get(_same(value))
                return self._called(letter) if letter else self._without_names(value)
            case Holds.TEXT:
                return self._without_names(value)
            case Holds.METHOD:
                found, _doubts = self.names.find(value)
                self.doubts += [value[one.start : one.end] for one in found]
            case Holds.FACT | Holds.PERSONAL:
                pass
        return value

    def _without_names(self, text: str) -> str:
        found, doubts = self.names.find(text)
        self.doubts += doubts
        made, place = [], 0
        for one in found:
            made += [text[place : one.start], self._instead(one)]
            place = one.end
        masked = "".join([*made, text[place:]])
        # An address may hold a name in signs that only a browser shows.
        decoded = unquote(unescape(masked))
        if decoded != masked:
            self.doubts += (decoded[one.start : one.end] for one in self.names.find(decoded)[0])
        return masked

    def _instead(self, found: Found) -> str:
        letters = "/".join(_letter(person) for person in found.people)
        return self._called(letters) + ("'s" if found.genitive else "")

    def _called(self, letters: str) -> str:
        return self._tongue._("Member {letter}", letter=letters)


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return letters
