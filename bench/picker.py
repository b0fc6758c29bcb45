"""The picker: from a key in its search until the methods that are left are painted."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from bench.figure import Figure, median, p99
from bench.programs import environment
from bench.terminal import Terminal

SIZES = (37, 500)
WORD = "vij"
"""Typed and taken away again; each letter of it leaves fewer methods."""
_WARM = 6
_BLOCKS = 4
_SETTLE = 1.5


def figures(data: Path, times: int) -> tuple[Figure, ...]:
    """A letter more and a letter less beside a bare list, in turn and in blocks; milliseconds."""
    return tuple(figure for methods in SIZES for figure in _figures(data, times, methods))


def _figures(data: Path, times: int, methods: int) -> tuple[Figure, ...]:
    found: dict[str, list[float]] = {"ours": [], "peer": []}
    each = max(times // _BLOCKS, len(WORD) * 2)
    for _block in range(_BLOCKS):
        for which, spans in found.items():
            command = (sys.executable, "-m", "bench.picker_apps", which, str(methods))
            with Terminal(command, environment(data)) as terminal:
                terminal.until(_shows(f" ({methods})"))
                terminal.rest(_SETTLE)
                spans += _typed(terminal, each + _WARM)[_WARM:]
    name = f"picker of {methods} methods, key until filtered"
    return tuple(
        Figure(f"{name}, {words}", "ms", of(found["ours"]) * 1e3, bound, of(found["peer"]) * 1e3, "bare list")
        for words, of, bound in (("p99", p99, 2.0), ("median", median, None))
    )


def _typed(terminal: Terminal, times: int) -> list[float]:
    """Seconds for each key of a word that is typed and taken away, again and again."""
    keys = [*WORD, *"\x7f" * len(WORD)]
    return [_pressed(terminal, keys[turn % len(keys)]) for turn in range(times)]


def _pressed(terminal: Terminal, key: str) -> float:
    # At any moment of a frame.
    terminal.rest(random.uniform(0.02, 0.08))
    before = _counts(terminal.text)
    return -terminal.send(key) + terminal.until(lambda text: bool(_counts(text)) and _counts(text) != before)


def _counts(text: str) -> list[str]:
    """How many were found, as the screen tells it."""
    return [word for line in text.splitlines() for word in line.split() if word[:1] == "(" and word[1:-1].isdigit()]


def _shows(words: str) -> Callable[[str], bool]:
    return lambda text: words in text
