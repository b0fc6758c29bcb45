"""`python -m bench [--quick]`: measure, print the table, and put it in docs/performance.md."""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench import (
    bad_guests,
    commit,
    crowd,
    dates,
    history,
    idle,
    in_step,
    key,
    lobby,
    methods,
    picker,
    seats,
    start,
)
from bench.figure import Figure, table
from bench.page import machine, rewrite
from bench.stores import running, surroundings
from bench.terminal import TooLate


@dataclass(frozen=True, slots=True)
class Effort:
    """How often, and for how long, is measured; how many events, archived sessions, methods and browsers."""

    starts: int
    keys: int
    idle_seconds: float
    commits: int
    lobbies: int
    events: int
    sessions: int
    lists: int
    methods: int
    rounds: int
    watchers: int
    seats: int
    guests: int
    in_step: tuple[int, ...]
    in_step_keys: int


FULL = Effort(
    starts=15, keys=1000, idle_seconds=20, commits=200, lobbies=11, events=2000, sessions=1000, lists=15,
    methods=methods.MANY, rounds=3, watchers=100, seats=10, guests=12, in_step=(5, 10), in_step_keys=400,
)  # fmt: skip
QUICK = Effort(
    starts=1, keys=4, idle_seconds=2, commits=10, lobbies=1, events=60, sessions=12, lists=1, methods=60,
    rounds=1, watchers=2, seats=1, guests=1, in_step=(3,), in_step_keys=4,
)  # fmt: skip
PARTS = (
    "start", "key", "idle", "commit", "lobby", "methods", "picker", "watch", "seats", "in-step", "guests", "dates",
    "history",
)  # fmt: skip


def measure(folder: Path, effort: Effort, parts: Iterable[str] = PARTS) -> tuple[Figure, ...]:
    """All figures, or those of some parts; `folder` is empty and gets the stores. Raises TooLate."""
    with surroundings(folder):
        ways: dict[str, Callable[[], tuple[Figure, ...]]] = {
            "start": lambda: (start.figure(running(folder / "start"), effort.starts),),
            "key": lambda: key.figures(running(folder / "key"), effort.keys),
            "idle": lambda: idle.figures(running(folder / "idle"), effort.idle_seconds),
            "commit": lambda: (commit.figure(folder, effort.commits, effort.events),),
            "lobby": lambda: (lobby.figure(folder, effort.lobbies, effort.sessions),),
            "methods": lambda: methods.figures(folder / "methods", effort.lists, effort.methods),
            "picker": lambda: picker.figures(folder / "picker", effort.keys // 2),
            "watch": lambda: crowd.figures(
                folder / "watch", effort.watchers, effort.rounds, effort.idle_seconds
            ),
            "seats": lambda: seats.figures(
                folder / "seats", effort.seats, effort.guests, effort.rounds, effort.idle_seconds
            ),
            "in-step": lambda: in_step.figures(folder / "in-step", effort.in_step, effort.in_step_keys),
            "guests": lambda: bad_guests.figures(folder / "guests", effort.in_step_keys),
            "dates": lambda: dates.figures(effort.commits),
            "history": lambda: history.figures(folder, effort.starts, effort.events * 10),
        }
        found: list[Figure] = []
        for part in parts:
            print(f"{part} ...", file=sys.stderr, flush=True)
            found += ways[part]()
        return tuple(found)


def main() -> int:
    """Measure what is asked for; 0, also when a promise is not kept: the table tells."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a try of the harness; its figures mean little")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="some of the parts")
    asked = parser.parse_args()
    # What was started is ended also when this is.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    with tempfile.TemporaryDirectory(prefix="intervisie-bench-") as folder:
        try:
            figures = measure(Path(folder), QUICK if asked.quick else FULL, asked.only)
        except TooLate as late:
            print(f"The screen never showed what was waited for. It showed:\n{late}", file=sys.stderr)
            return 1
    print(f"{machine()}\n\n{table(figures)}")
    if not asked.quick and tuple(asked.only) == PARTS:
        rewrite(table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
