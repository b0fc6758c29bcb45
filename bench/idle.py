"""What a room costs while nobody touches it and its clock runs."""

import threading
from pathlib import Path

from bench import programs
from bench.figure import Figure
from bench.terminal import Terminal

LARGE = (200, 50)
_SETTLE = 3.0
_BYTES = 500, 700


def figures(data: Path, seconds: float) -> tuple[Figure, ...]:
    """Share of a core beside the bare app at the same time, and bytes a second to the terminal at both sizes."""
    with (
        programs.room(data) as room,
        programs.peer(data) as peer,
        programs.room(data, LARGE) as large,
    ):
        room.until(programs.painted)
        peer.until(programs.peer_painted)
        large.until(programs.painted)
        _at_once(_SETTLE, room, peer, large)
        terminals = (room, peer, large)
        before = [terminal.seconds_of_cpu() for terminal in terminals]
        written = _at_once(seconds, *terminals)
        after = [terminal.seconds_of_cpu() for terminal in terminals]
    shares = [
        (b - a) / seconds * 100 for a, b in zip(before, after, strict=True) if a is not None and b is not None
    ]
    made = [Figure("idle, the clock running", "% of a core", shares[0], 1.5, shares[1])] if shares else []
    rates = written[0] / seconds, written[2] / seconds
    sizes = "120x34", "200x50"
    made += [
        Figure(f"to the terminal at {size}", "bytes/s", rate, bound)
        for size, rate, bound in zip(sizes, rates, _BYTES, strict=True)
    ]
    return tuple(made)


def _at_once(seconds: float, *terminals: Terminal) -> list[int]:
    """Let all run; the bytes of each. Drawing them takes this process's time, not theirs."""
    written = [0] * len(terminals)

    def rest(place: int) -> None:
        written[place] = terminals[place].rest(seconds)

    threads = [threading.Thread(target=rest, args=(place,)) for place in range(len(terminals))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return written
