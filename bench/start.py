"""From the command until the screen is fully painted."""

from collections.abc import Callable
from pathlib import Path

from bench import programs
from bench.figure import Figure, median
from bench.terminal import Terminal


def seconds_to(terminal: Terminal, shows: Callable[[str], bool]) -> float:
    """From its beginning until it shows this."""
    with terminal:
        return terminal.until(shows) - terminal.began


def figure(data: Path, times: int) -> Figure:
    """`open` beside the bare app, in turn; medians, in milliseconds. The first of each is a warming up."""
    ours, peers = [], []
    for _ in range(times + 1):
        ours.append(seconds_to(programs.room(data), programs.painted))
        peers.append(seconds_to(programs.peer(data), programs.peer_painted))
    return Figure(
        "`open` until fully painted, median", "ms", median(ours[1:]) * 1e3, 1.6, median(peers[1:]) * 1e3
    )
