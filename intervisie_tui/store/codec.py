"""Frozen dataclasses as JSON and back, by their type hints."""

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from intervisie_tui.store.problems import Unknown, Unreadable

T = TypeVar("T")
Read = Callable[[Any], Any]
_AS_IT_IS = frozenset({str, bool, int, float, type(None)})


def to_json(value: object) -> Any:
    """What `json` can write: a dataclass as a dict, an enum as its value, a date as ISO text, a tuple as
    a list.
    """
    # Most values are of these kinds themselves, and of no subclass.
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {name: to_json(getattr(value, name)) for name in _names(value.__class__)}
    raise TypeError(f"a {type(value).__name__} cannot be stored")


def from_json(kind: type[T], value: object, **given: object) -> T:
    """An object of that dataclass; `given` fills fields that the value lacks. Raises Unreadable."""
    made: T = _object(kind, value, given)
    return made


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _readers(kind: type) -> dict[str, Read]:
    hints = get_type_hints(kind)
    return {name: _reader(hints[name]) for name in _names(kind)}


@cache
def _needed(kind: type) -> frozenset[str]:
    return frozenset(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)


@cache
def _defaults(kind: type) -> tuple[tuple[str, Callable[[], Any]], ...]:
    """Each field with what makes its default; never called for a field that is needed."""

    def made(field: Field[Any]) -> Callable[[], Any]:
        return (lambda: field.default) if field.default_factory is MISSING else field.default_factory

    return tuple((field.name, made(field)) for field in fields(kind))


def _object(kind: Any, value: object, given: dict[str, object]) -> Any:
    if not isinstance(value, dict):
        raise Unreadable(f"{kind.__name__} is not an object")
    readers = _readers(kind)
    if value.keys() != readers.keys():
        strange = value.keys() - readers.keys()
        missing = _needed(kind) - value.keys() - given.keys()
        if strange or missing:
            fault, names = Unknown if strange else Unreadable, ", ".join(sorted(strange | missing))
            raise fault(f"{kind.__name__} has strange or missing fields: {names}")
    content = {name: readers[name](item) for name, item in value.items()} | given
    # Past __init__ and its checks: rules of methods may become stricter, old data opens for ever.
    made = object.__new__(kind)
    for name, default in _defaults(kind):
        object.__setattr__(made, name, content[name] if name in content else default())
    return made


def _reader(hint: Any) -> Read:
    """A function that checks a JSON value against a type hint and makes the Python value of it."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _either(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if hint is date:
        return _date
    if hint is float:
        return _float
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if is_dataclass(hint):
        return lambda value: _object(hint, value, {})
    if hint in (str, int, bool, type(None), None):
        return _plain(type(None) if hint is None else hint)
    raise TypeError(f"no way to store {hint!r}")


def _plain(kind: type) -> Read:
    def read(value: object) -> object:
        # Not isinstance: True is an int.
        if type(value) is not kind:
            raise Unreadable(f"{kind.__name__} expected")
        return value

    return read


def _float(value: object) -> float:
    if type(value) not in (int, float):
        raise Unreadable("number expected")
    return float(typing.cast(float, value))


def _date(value: object) -> date:
    try:
        return date.fromisoformat(typing.cast(str, value))
    except (TypeError, ValueError) as error:
        raise Unreadable("date expected") from error


def _enum(kind: type[Enum]) -> Read:
    def read(value: object) -> Enum:
        try:
            return kind(value)
        except ValueError as error:
            raise Unknown(f"{kind.__name__} has no {value!r}"[:100]) from error

    return read


def _either(hints: tuple[Any, ...]) -> Read:
    readers = [_reader(hint) for hint in hints]
    may_be_none = type(None) in hints

    def read(value: object) -> object:
        if value is None and may_be_none:
            return None
        errors = []
        for reader in readers:
            try:
                return reader(value)
            except Unreadable as error:
                errors.append(error)
        raise next((error for error in errors if isinstance(error, Unknown)), errors[-1])

    return read


def _tuple(hints: tuple[Any, ...]) -> Read:
    if len(hints) == 2 and hints[1] is Ellipsis:
        item = _reader(hints[0])
        return lambda value: tuple(item(one) for one in _list(value))
    readers = [_reader(hint) for hint in hints]

    def read(value: object) -> object:
        items = _list(value)
        if len(items) != len(readers):
            raise Unreadable(f"{len(readers)} items expected")
        return tuple(reader(item) for reader, item in zip(readers, items, strict=True))

    return read


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Unreadable("list expected")
    return value
