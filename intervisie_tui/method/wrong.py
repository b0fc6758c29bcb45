"""What is wrong with a method, said with the field and the mend."""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from dataclasses import field as made_by
from types import FrameType
from typing import Final

ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OURS: Final = "intervisie_tui."
_OUR_METHODS: Final = "intervisie_tui.methods."
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST: Final = 1000
Place = tuple[str, int]
"""A file and a line in it."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong value: where it stands (`Minutes.least`), what is wrong, how to mend it, on which line of which file.

    Message and mend are English sentences; `values` fill their braces, also after they are translated.
    """

    field: str
    message: str
    mend: str
    line: int = 0
    values: Mapping[str, str] = made_by(default_factory=dict)
    file: str = ""

    def __str__(self) -> str:
        said = f"{self.message}: {self.mend}"
        for name, value in self.values.items():
            said = said.replace(f"{{{name}}}", value)
        return f"{self.field} {said}"


class MethodError(ValueError):
    """Raised by the first wrong value when a method is built; `wrong` holds it."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(str(wrong))
        self.wrong = wrong


class _Found(list[Wrong]):
    """What was collected, and whether some part lacks a field, so that it cannot be judged as a whole."""

    lacking = False


_collected: ContextVar[_Found | None] = ContextVar("_collected", default=None)


@contextmanager
def collecting() -> Iterator[list[Wrong]]:
    """Collect every wrong value built inside, instead of raising at the first."""
    found = _Found()
    token = _collected.set(found)
    try:
        yield found
    finally:
        _collected.reset(token)


def N_(message: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return message


IS: Final = N_("is {value}")


def refuse(where: str, message: str, mend: str, **values: str) -> None:
    """Raise MethodError, or add to the list where values are being collected; `values` fill the braces."""
    refuse_at(_builder(), where, message, mend, **values)


def refuse_at(place: "Place | None", where: str, message: str, mend: str, **values: str) -> None:
    """As `refuse`, of a place that is known."""
    file, line = place or ("", 0)
    wrong = Wrong(where, message, mend, line, values, file)
    found = _collected.get()
    if found is None:
        raise MethodError(wrong)
    if wrong not in found:
        found.append(wrong)


def note_lacking() -> None:
    """Remember, while values are collected, that some part lacks a field."""
    found = _collected.get()
    if found is not None:
        found.lacking = True


def is_lacking() -> bool:
    """Tell whether a part lacks a field, of all that is being collected."""
    found = _collected.get()
    return found is not None and found.lacking


def place_of(frame: FrameType, line: int) -> Place | None:
    """The file and line of a frame of who builds a method; None for the program's own and what it uses."""
    name = str(frame.f_globals.get("__name__", ""))
    if name == "dataclasses" or (name.startswith(_OURS) and not name.startswith(_OUR_METHODS)):
        return None
    return frame.f_code.co_filename, line


def _builder() -> Place | None:
    """Where the value is built."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        place = place_of(frame, frame.f_lineno)
        if place is not None:
            return place
        frame = frame.f_back
    return None


def check_id(field: str, value: object) -> None:
    """Refuse what is no id of small letters, digits and dashes."""
    # A kind of str of one's own may raise wherever it is looked up.
    if type(value) is not str or len(value) > 60 or not ID.fullmatch(value):
        refuse(field, IS, N_('use small letters, digits and dashes, such as "ask-facts"'), value=shown(value))


def check_line(field: str, value: object) -> None:
    """Refuse what is no line of text without control characters."""
    if type(value) is not str:
        refuse(field, IS, N_("give a line of text between quotes"), value=shown(value))
    elif not value.strip():
        refuse(field, N_("is missing"), N_("give a line of text"))
    elif _CONTROL.search(value):
        refuse(field, N_("has a line break or another control character"), N_("write it as one line"))


def check_length(field: str, value: object) -> None:
    """Refuse a line of a method that is too long to be one."""
    if type(value) is str and len(value) > _LONGEST:
        message, mend = N_("is {n} characters long"), N_("give at most {most}")
        refuse(field, message, mend, n=str(len(value)), most=str(_LONGEST))


def check_type(field: str, value: object, kind: type) -> bool:
    """Refuse a value of another type, and tell whether it was right."""
    if isinstance(value, kind):
        _check_lengths(value)
        return True
    refuse(field, IS, N_("give a {kind}"), value=shown(value), kind=kind.__name__)
    return False


def check_all(field: str, values: object, kind: type | tuple[type, ...]) -> bool:
    """Refuse what is no tuple of that type, and tell whether it was right."""
    kinds = kind if isinstance(kind, tuple) else (kind,)
    name = " or ".join(each.__name__ for each in kinds)
    if not isinstance(values, tuple):
        refuse(
            field, N_("is no tuple"), N_("write ({kind}, ...), with a comma after a single one"), kind=name
        )
        return False
    for value in values:
        if not isinstance(value, kinds):
            refuse(field, N_("holds {value}"), N_("give only {kind}"), value=shown(value), kind=name)
            return False
        _check_lengths(value)
    return True


def _check_lengths(value: object) -> None:
    """Refuse a text that is too long; not where it is built, for a ground rule that people typed is one too."""
    for tongue in ("nl", "en"):
        check_length(f"Text.{tongue}", getattr(value, tongue, None))


def is_number(value: object) -> bool:
    """Tell whether this is a finite number that is no bool."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < float("inf")


def is_whole(value: object) -> bool:
    """Tell whether this is an int that is no bool."""
    return isinstance(value, int) and not isinstance(value, bool)


def shown(value: object) -> str:
    """A value as a message can hold it: at most forty characters."""
    text = f"a {type(value).__name__}"
    # A plug-in's own repr may raise anything.
    with suppress(Exception):
        text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
