"""What a page may send, and nothing else."""

import json
from dataclasses import dataclass

from intervisie_tui.serve.assignment import held_within
from intervisie_tui.serve.buttons import BUTTONS
from intervisie_tui.serve.limits import MESSAGE

_MOST_PING = 64


class Garbage(Exception):
    """Not what a page sends."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys, pasted text, mouse reports: what a terminal gives."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of the page, by its name in BUTTONS."""

    button: str


@dataclass(frozen=True, slots=True)
class Resized:
    """Another size of the window, held within what can be drawn."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Ping:
    """Is there still somebody?"""

    content: int | float | str | None


@dataclass(frozen=True, slots=True)
class Focused:
    """The page has come to the front, or no longer is there."""

    here: bool


Incoming = Typed | Tapped | Resized | Ping | Focused


def understood(text: object) -> Incoming:
    """What a message says; raises Garbage, which tells nothing of its content."""
    if not isinstance(text, str) or len(text) > MESSAGE:
        raise Garbage
    try:
        return _understood(json.loads(text))
    except (ValueError, TypeError, LookupError, RecursionError, OverflowError):
        raise Garbage from None


def _understood(found: object) -> Incoming:
    if not isinstance(found, list) or not found:
        raise Garbage
    match found:
        case ["stdin", str(text)]:
            return Typed(text.encode("utf-8"))
        case ["button", str(name)] if name in BUTTONS:
            return Tapped(name)
        case ["resize", {"width": int(width), "height": int(height)}]:
            return Resized(*held_within(width, height))
        case ["ping", (int() | float() | str() | None) as content] if len(str(content)) <= _MOST_PING:
            return Ping(content)
        case ["focus", *_]:
            return Focused(True)
        case ["blur", *_]:
            return Focused(False)
    raise Garbage
