"""Fields that are missing, and fields that there are not, told as any wrong value is."""

from dataclasses import MISSING, Field, fields
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from intervisie_tui.method.wrong import N_, note_lacking, refuse, shown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def forgiving(part: type[T]) -> type[T]:
    """A dataclass that refuses what its fields lack as it refuses a wrong value, each field by its name.

    While wrong values are collected, one that lacks a field comes to be with None in it, and is judged no further.
    """
    build = part.__init__
    known: dict[str, Field[Any]] = {field.name: field for field in fields(part) if field.init}

    @wraps(build)
    def init(self: T, *values: object, **named: object) -> None:
        try:
            build(self, *values, **named)
        except TypeError:
            given = dict(zip(known, values, strict=False)) | named
            strange = [name for name in named if name not in known]
            lacking = [name for name, field in known.items() if name not in given and _needed(field)]
            if len(values) > len(known) or not (strange or lacking):
                raise
            where = _where(part.__name__, given)
            meant = [_refuse_strange(where, name, part.__name__, tuple(known)) for name in strange]
            for name in (each for each in lacking if each not in meant):
                refuse(f"{where}{name}", N_("is missing"), N_("add {field}=..."), field=name)
            if lacking:
                note_lacking()
                for name, field in known.items():
                    object.__setattr__(self, name, given.get(name, _otherwise(field)))
            else:
                build(self, **{name: value for name, value in given.items() if name in known})

    part.__init__ = init  # type: ignore[method-assign, assignment] # another way to be built is what it gives
    return part


def _where(kind: str, given: dict[str, object]) -> str:
    return f"Phase {shown(given.get('id'))} " if kind == "Phase" else f"{kind}."


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _otherwise(field: Field[Any]) -> object:
    return None if field.default is MISSING else field.default


def _refuse_strange(where: str, name: str, kind: str, known: tuple[str, ...]) -> str | None:
    """Refuse a field that there is not, and give the one that was meant, where one is like it."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    message = N_("is no field of a {kind}")
    if near:
        refuse(f"{where}{name}", message, N_("did you mean {near}?"), kind=kind, near=near[0])
        return near[0]
    refuse(f"{where}{name}", message, N_("take one of {names}"), kind=kind, names=", ".join(known))
    return None
