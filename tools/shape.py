"""The shape of stored data: every event and object with its fields, and every value of an enum, as plain JSON."""

import types
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from intervisie_tui.domain.events import EVENTS
from intervisie_tui.domain.group import Group
from intervisie_tui.export.shape import Record
from intervisie_tui.store.catalogue import Setting
from intervisie_tui.store.commits import Header
from intervisie_tui.store.rows import Row

STORED: tuple[type, ...] = (*EVENTS.values(), Header, Group, Setting, Row, Record)
"""What is written as it is; all that stands in these is written too."""

Shape = dict[str, dict[str, str] | list[str]]


def shape() -> Shape:
    """Each stored class by its name: its fields with their types and whether they have a default; an enum's values."""
    found: dict[str, type] = {}
    for kind in STORED:
        _reach(kind, found)
    return {name: _described(found[name]) for name in sorted(found)}


def _reach(kind: type, found: dict[str, type]) -> None:
    if kind.__name__ in found:
        if found[kind.__name__] is not kind:
            raise ValueError(f"two stored classes are called {kind.__name__}")
        return
    found[kind.__name__] = kind
    if not issubclass(kind, Enum):
        for hint in get_type_hints(kind).values():
            for inner in _classes(hint):
                _reach(inner, found)


def _classes(hint: Any) -> Iterator[type]:
    """The classes of ours that a type hint names."""
    for part in get_args(hint):
        yield from _classes(part)
    if isinstance(hint, type) and (is_dataclass(hint) or is_typeddict(hint) or issubclass(hint, Enum)):
        yield hint


def _described(kind: Any) -> dict[str, str] | list[str]:
    if issubclass(kind, Enum):
        return [str(member.value) for member in kind]
    hints = get_type_hints(kind, include_extras=True)
    if is_typeddict(kind):
        return {name: _written(hint) for name, hint in hints.items()}
    return {
        field.name: _written(hints[field.name])
        + ("" if field.default is MISSING and field.default_factory is MISSING else ", has a default")
        for field in fields(kind)
    }


def _written(hint: Any) -> str:
    """A type hint as text that is the same for every Python."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return f"{_written(arguments[0])}, may be absent"
    if origin in (Union, types.UnionType):
        return " | ".join(sorted(map(_written, arguments)))
    if origin is not None:
        inner = ", ".join("..." if part is Ellipsis else _written(part) for part in arguments)
        return f"{origin.__name__}[{inner}]"
    return "None" if hint is type(None) else str(getattr(hint, "__name__", hint))
