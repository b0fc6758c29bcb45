"""The picker: from a key in its search until the methods that are left are painted."""

import random
import sys
from collections.abc import Callable, Sequence
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
_FIELDS = 5
"""Rows at the top, of both, that hold what one types."""


def figures(data: Path, times: int, sizes: Sequence[int] = SIZES) -> tuple[Figure, ...]:
    """A letter more and a letter less beside a bare list, in turn and in blocks; milliseconds."""
    return tuple(figure for methods in sizes for figure in _figures(data, times, methods))


def _figures(data: Path, times: int, methods: int) -> tuple[Figure, ...]:
    found: dict[str, list[float]] = {"ours": [], "peer": []}
    word = len(WORD) * 2
    blocks = min(_BLOCKS, max(1, times // word))
    each = max(times // blocks, word)
    for _block in range(blocks):
        for which, spans in found.items():
            command = (sys.executable, "-m", "bench.picker_apps", which, str(methods))
            with Terminal(command, environment(data)) as terminal:
                terminal.until(_shows(f" ({methods})"))
                terminal.rest(_SETTLE)
                spans.extend(_typed(terminal, each + _WARM)[_WARM:])
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
    before = _below(terminal.text)
    return -terminal.send(key) + terminal.until(lambda text: _below(text) != before)


def _below(text: str) -> list[str]:
    """What stands under the line in which one types, that shows the key itself."""
    return text.splitlines()[_FIELDS:]


def _shows(words: str) -> Callable[[str], bool]:
    return lambda text: words in text
