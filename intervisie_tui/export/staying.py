"""What stays of a record: when a group keeps only actions and times, and when names are left out.

Each key of the record stands here. A key that does not is left out in both cases, so that a new one is no leak.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final


class Holds(Enum):
    """What a value holds, for an export without names."""

    FACT = auto()
    """No words of anybody: it stays as it is."""
    METHOD = auto()
    """Words or ids of a method: they stay, and a name in them is told."""
    NAME = auto()
    """The name of a member: a letter takes its place."""
    TEXT = auto()
    """Typed text: names in it are replaced."""
    PERSONAL = auto()
    """Something that tells who a person is even without a name: it is left out."""


class Keeps(Enum):
    """What happens to a value when only actions and times are kept."""

    STAYS = auto()
    GOES = auto()
    EMPTIED = auto()
    """The key stays, because the contract has it, with an empty text."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about one key."""

    holds: Holds
    keeps: Keeps = Keeps.STAYS


_FACT: Final = Decision(Holds.FACT)
_METHOD: Final = Decision(Holds.METHOD)
_NAME: Final = Decision(Holds.NAME)
_TEXT: Final = Decision(Holds.TEXT)
_PERSONAL: Final = Decision(Holds.PERSONAL)


def _goes(holds: Holds) -> Decision:
    return Decision(holds, Keeps.GOES)


DECIDED: Final[Mapping[str, Decision]] = {
    "schema": _FACT,
    "id": _FACT,
    "group": _TEXT,
    "group_id": _FACT,
    "language": _FACT,
    "rehearsal": _FACT,
    "method.id": _METHOD,
    "method.name": _METHOD,
    "started_at": _FACT,
    "ended_at": _FACT,
    "ground_rules[]": _goes(Holds.TEXT),
    "members[].name": _NAME,
    "members[].roles[]": _FACT,
    "members[].present": _FACT,
    # When somebody came and left is what lists of attendance are made of, and tells who that was.
    "members[].attended.seconds": _PERSONAL,
    "members[].attended.unsure_seconds": _PERSONAL,
    "members[].attended.spans[].since": _PERSONAL,
    "members[].attended.spans[].until": _PERSONAL,
    "facilitator.name": _NAME,
    "facilitator.kind": _FACT,
    "case.owner": _NAME,
    "case.question": Decision(Holds.TEXT, Keeps.EMPTIED),
    "phases[].id": _METHOD,
    "phases[].name": _METHOD,
    "phases[].origin": _FACT,
    "phases[].planned_seconds": _FACT,
    "phases[].actual_seconds": _FACT,
    "phases[].board.id": _METHOD,
    "phases[].board.form": _FACT,
    "phases[].board.cells[]": _METHOD,
    "speaking[].member": _goes(Holds.NAME),
    "speaking[].seconds": _goes(Holds.FACT),
    "speaking[].turns": _goes(Holds.FACT),
    "notes[].phase": _goes(Holds.METHOD),
    "notes[].kind": _goes(Holds.FACT),
    "notes[].text": _goes(Holds.TEXT),
    "notes[].by": _goes(Holds.NAME),
    "notes[].cell": _goes(Holds.METHOD),
    "notes[].dots": _goes(Holds.FACT),
    "notes[].board": _goes(Holds.METHOD),
    "parking[].text": _goes(Holds.TEXT),
    "parking[].state": _goes(Holds.FACT),
    "actions[].id": _FACT,
    "actions[].text": _TEXT,
    "actions[].owner": _NAME,
    "actions[].due": _FACT,
    "actions[].status": _FACT,
    "actions[].revision": _FACT,
    "actions[].changed": _FACT,
    "cases[].owner": _NAME,
    "cases[].question": Decision(Holds.TEXT, Keeps.EMPTIED),
    "cases[].method": _METHOD,
    "cases[].phases[]": _METHOD,
    "cases[].method_name": _METHOD,
    "current": _METHOD,
    "clock": _FACT,
}

GONE: Final = object()
"""What a leaf becomes when it is left out."""
_INSIDE: Final = frozenset(
    key[:place] for key in DECIDED for place, sign in enumerate(key) if sign == "." or key[place:][:2] == "[]"
)


def only_decided(record: Mapping[str, object], leaf: Callable[[Decision, Any], object]) -> dict[str, Any]:
    """A copy of the record with what `leaf` makes of each decided value; all else, and what is GONE, is left out."""
    made = _copied(record, "", leaf)
    return made if isinstance(made, dict) else {}


def _copied(value: object, key: str, leaf: Callable[[Decision, Any], object]) -> object:
    if key and key not in _INSIDE:
        decision = DECIDED.get(key)
        # A list or dict where one value was decided about holds keys that nobody has decided about.
        return GONE if decision is None or isinstance(value, Mapping | list) else leaf(decision, value)
    if isinstance(value, Mapping):
        inner = {name: _copied(each, f"{key}.{name}" if key else name, leaf) for name, each in value.items()}
        return {name: each for name, each in inner.items() if each is not GONE} or GONE
    if isinstance(value, list):
        return [each for each in (_copied(one, f"{key}[]", leaf) for one in value) if each is not GONE]
    return value if value is None else GONE
