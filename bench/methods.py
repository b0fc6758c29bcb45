"""Listing the methods, and starting a room, with the bundled ones alone and with hundreds of one's own."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench import programs
from bench.figure import Figure, median
from bench.start import seconds_to
from bench.terminal import SIZE, Terminal
from intervisie_tui.methods_new import skeleton
from intervisie_tui.registry import load

MANY = 500
EACH = 2.0
"""Milliseconds that each method may take when they are listed."""
_CLICK = (sys.executable, "-c", "import click")
_START = (
    "start", "--member", "Anna", "Bram", "Chantal", "--owner", "Anna", "--method", "incident", "--frame", "none",
    "--speed", "1.5",
)  # fmt: skip
_SHOWN = (
    "Agenda",
    "Ground rules",
    "Speaking order",
    "Parking lot",
    "Ready to start",
    "Incident method",
    "? help",
)


def figures(folder: Path, times: int, many: int = MANY) -> tuple[Figure, ...]:
    """The list, with few and with many methods; and a room's start with many beside few."""
    few, most = _folder(folder / "few", 0), _folder(folder / "many", many)
    return (*_lists(few, most, times), _start(few, most, times))


def _folder(folder: Path, methods: int) -> Path:
    """A folder with so many methods in all, the bundled ones included."""
    own = folder / "config" / "methods"
    own.mkdir(mode=0o700, parents=True)
    for private in (folder, own.parent):
        private.chmod(0o700)
    for number in range(methods - len(load().methods)):
        (own / f"m{number}.py").write_text(skeleton(f"method-{number}"), encoding="utf-8")
    return folder


def _lists(few: Path, most: Path, times: int) -> tuple[Figure, Figure]:
    ours, peers, longer = [], [], []
    for _ in range(times + 1):
        ours.append(_seconds((*programs.INTERVISIE, "methods"), few))
        peers.append(_seconds(_CLICK, few))
        longer.append(_seconds((*programs.INTERVISIE, "methods"), most))
    count, more = _count(few), _count(most) - _count(few)
    list_ms, each_ms = median(ours[1:]) * 1e3, (median(longer[1:]) - median(ours[1:])) * 1e3 / more
    return (
        Figure(
            f"`methods` with {count}, median", "ms", list_ms, 1.5, median(peers[1:]) * 1e3, "import click",
            free=EACH * count,
        ),
        Figure(f"`methods`, each of {more} more", "ms", each_ms, EACH),
    )  # fmt: skip


def _count(data: Path) -> int:
    return len(load(data / "config" / "methods").methods)


def _seconds(command: Sequence[str], data: Path) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=programs.environment(data), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def _start(few: Path, most: Path, times: int) -> Figure:
    ours, peers = [], []
    for _ in range(times + 1):
        ours.append(seconds_to(_room(most), _painted))
        peers.append(seconds_to(_room(few), _painted))
    name = f"`start --method ID` with {_count(most)} methods, median"
    return Figure(name, "ms", median(ours[1:]) * 1e3, 1.1, median(peers[1:]) * 1e3, f"with {_count(few)}")


def _room(data: Path) -> Terminal:
    return Terminal((*programs.INTERVISIE, *_START), programs.environment(data), SIZE)


def _painted(text: str) -> bool:
    return all(words in text for words in _SHOWN)
