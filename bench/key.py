"""From a key until what it does is painted."""

import random
from collections.abc import Callable
from pathlib import Path

from bench import programs
from bench.figure import Figure, median, p99
from bench.peer import shown
from bench.terminal import Terminal

_WARM = 6
_BLOCKS = 4
_SETTLE = 3.0
"""Seconds after which what is loaded behind the first picture is there."""


def figures(data: Path, times: int) -> tuple[Figure, ...]:
    """A minute more and less (each a synced commit and a repaint) beside a pane that counts; milliseconds.

    In turn and in blocks, so that only one of both runs at a time: a program beside it, that paints too, would be
    measured with it.
    """
    ours: list[float] = []
    peers: list[float] = []
    # As many more as less, so that each block finds what the first one found.
    keys = range(_WARM + 2 * max(times // _BLOCKS // 2, 1))
    for _block in range(_BLOCKS):
        with programs.room(data) as room:
            room.until(programs.painted)
            room.rest(_SETTLE)
            ours += [_minute(room, turn) for turn in keys][_WARM:]
        with programs.peer(data) as peer:
            peer.until(programs.peer_painted)
            peer.rest(_SETTLE)
            peers += [_pressed(peer, "+", shown(turn + 1)) for turn in keys][_WARM:]
    return tuple(
        Figure(f"key until painted, {name}", "ms", of(ours) * 1e3, bound, of(peers) * 1e3)
        for name, of, bound in (("p99", p99, 2.0), ("median", median, None))
    )


def _minute(room: Terminal, turn: int) -> float:
    """A minute more, then less, and so on, from fifteen."""
    key, minutes = ("+", 16) if turn % 2 == 0 else ("-", 15)
    return _pressed(room, key, f" of {minutes} min")


def _pressed(terminal: Terminal, key: str, words: str) -> float:
    # At any moment of the second, for a clock that is being painted is in the way.
    terminal.rest(random.uniform(0.02, 0.08))
    return -terminal.send(key) + terminal.until(_shows(words))


def _shows(words: str) -> Callable[[str], bool]:
    return lambda text: words in text
