"""One key after the other: which press does its deed, and which is a held key or perhaps caps lock.

A keyboard repeats the last key that went down, so a press of any other key ends the holding.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import inf

from intervisie_tui.keys.press import Press, is_capital

DEED = 0.8
"""Seconds after its deed within which the same key is taken for held: a keyboard waits so long before it repeats."""
REPEATS = 0.2
"""Seconds after its own last press within which a key is taken for held."""
AGAIN = 3.0
"""Seconds within which a capital that may come from caps lock is pressed again to be meant."""


class Target(Enum):
    """What a key does where it goes now."""

    REPEATS = auto()
    """Its deed may be repeated by holding the key, as an arrow's."""
    ONCE = auto()
    """Its deed is done once, however long the key is held."""
    NOTHING = auto()
    """Nothing is bound to it."""


class Verdict(Enum):
    """What becomes of a press."""

    GO = auto()
    """It goes where keys go."""
    HELD = auto()
    """The key is held, or was just pressed: it does nothing, and that is to be told."""
    SILENT = auto()
    """As HELD, but told already."""
    ASKS = auto()
    """It may come from caps lock: the user is asked to press it again."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What the hand on the keyboard did last: the key, and moments in seconds of the steady clock."""

    key: str = ""
    pressed: float = -inf
    done: float = -inf
    """When the key did a deed that holding does not repeat."""
    asked: float = -inf
    """When the capital was asked for once more."""
    told: bool = False
    """Whether it has been told that the key is held."""


EXEMPT = frozenset({"ctrl+q"})
"""Keys that are never taken for held."""


def judge(
    hand: Hand,
    press: Press,
    now: float,
    typed: bool,
    target: Callable[[str], Target],
    twin_differs: Callable[[str], bool],
) -> tuple[Hand, Verdict]:
    """The hand after a press, and what becomes of the press.

    `typed` tells whether the press goes into a line of text. `target` tells what a key does where it goes, and
    `twin_differs` whether a capital does something else than its small letter; both are asked only when it matters.
    """
    if hand.key != press.key:
        hand = Hand(press.key)
    if typed:
        # The key that opened the line may still be down; a terminal that reports no repeats can't tell that.
        opened = press.repeat and hand.done > -inf
        return (replace(hand, pressed=now), Verdict.SILENT) if opened else (Hand(press.key, now), Verdict.GO)
    if _is_held(hand, press, now):
        what = target(press.key)
        if what is Target.REPEATS:
            return Hand(press.key, now, now), Verdict.GO
        silent = hand.told or what is Target.NOTHING
        return replace(hand, pressed=now, told=True), Verdict.SILENT if silent else Verdict.HELD
    if press.sure or not is_capital(press.key) or now - hand.asked <= AGAIN or not twin_differs(press.key):
        return Hand(press.key, now, now), Verdict.GO
    return Hand(press.key, now, now, asked=now, told=True), Verdict.ASKS


def after_nothing(hand: Hand, press: Press, now: float) -> Hand:
    """The hand after a press that did nothing for another reason: if the key stays down, it is a held key later too."""
    return replace(hand, pressed=now) if hand.key == press.key else Hand(press.key, now)


def _is_held(hand: Hand, press: Press, now: float) -> bool:
    if press.key in EXEMPT:
        return False
    since_deed = now - hand.done
    if press.key == "escape":
        # Twice in a row it leaves two things, one after the other, which nobody holds it for.
        since_deed = inf
    return press.repeat or since_deed < DEED or now - hand.pressed < REPEATS
