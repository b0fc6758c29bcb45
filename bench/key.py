"""From a key until what it does is painted."""

import random
from collections.abc import Callable
from pathlib import Path

from bench import programs
from bench.figure import Figure, median, p99
from bench.peer import shown
from bench.terminal import Terminal

_WARM = 5


def figures(data: Path, times: int) -> tuple[Figure, ...]:
    """A minute more and less (each a synced commit and a repaint) beside a pane that counts; milliseconds."""
    with programs.room(data) as room, programs.peer(data) as peer:
        room.until(programs.painted)
        peer.until(programs.peer_painted)
        ours, peers = [], []
        for turn in range(times + _WARM):
            key, minutes = ("+", 16) if turn % 2 == 0 else ("-", 15)
            ours.append(_pressed(room, key, f" of {minutes} min"))
            peers.append(_pressed(peer, "+", shown(turn + 1)))
    ours, peers = ours[_WARM:], peers[_WARM:]
    return tuple(
        Figure(f"key until painted, {name}", "ms", of(ours) * 1e3, bound, of(peers) * 1e3)
        for name, of, bound in (("p99", p99, 2.0), ("median", median, None))
    )


def _pressed(terminal: Terminal, key: str, words: str) -> float:
    # At any moment of the second, for a clock that is being painted is in the way.
    terminal.rest(random.uniform(0.02, 0.08))
    return -terminal.send(key) + terminal.until(_shows(words))


def _shows(words: str) -> Callable[[str], bool]:
    return lambda text: words in text
