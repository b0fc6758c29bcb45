"""A keyboard for tests: what is typed, with the pauses between, read by a clock that only the pauses move."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.message import Message

from intervisie_tui.keys.typed import Keyboard, TypedKey
from intervisie_tui.keys.waits import NEAR

Typed = Sequence[str | float]
"""Characters, and pauses in seconds."""


def read(typed: Typed, wait: float = NEAR, rest: float = 60.0) -> list[Message]:
    """All that a keyboard makes of what is typed, and of the silence after it."""
    return list(_read(typed, wait, rest))


def _read(typed: Typed, wait: float, rest: float) -> Iterator[Message]:
    now = [0.0]
    keyboard = Keyboard(lambda: now[0], wait)
    for part in (*typed, rest):
        if isinstance(part, str):
            yield from keyboard.feed(part)
            continue
        end = now[0] + part
        while (patience := keyboard.patience) is not None and now[0] + patience < end:
            now[0] += patience
            yield from keyboard.tick()
        now[0] = end


def keys(typed: Typed, wait: float = NEAR) -> list[str]:
    """The names of the keys that are read; a paste is its text between quotes, all else the name of its class."""
    return [_told(message) for message in read(typed, wait)]


def _told(message: Message) -> str:
    if isinstance(message, TypedKey):
        return message.press.key
    return repr(message.text) if isinstance(message, events.Paste) else type(message).__name__
