"""How long a due date takes to be understood, and the first one, for which the grammar is loaded."""

import subprocess
import sys
import time
from datetime import date

from bench.figure import Figure, median, p99

_TODAY = date(2026, 11, 21)
_TYPED = (
    *(
        "vrijdag",
        "volgende week vrijdag",
        "over drie weken",
        "3/12",
        "uiterlijk woensdag 2 december om 12.00 uur",
    ),
    *("laatste vrijdag van de maand", "week 50 2026", "vrijdag of maandag", "elke vrijdag", "zsm"),
    *("next friday", "two weeks from monday", "no later than the last friday of the month, before 12:00"),
    *("december 3rd", "end of next month", "after monday", "x" * 80),
)
_FIRST = """
import time
from datetime import date
from intervisie_tui import action_line
began = time.perf_counter()
action_line.parse("bellen @ vrijdag", (), date(2026, 11, 21), "nl")
print(time.perf_counter() - began)
"""


def figures(times: int) -> tuple[Figure, ...]:
    """The p99 of many dates in both languages, understood and not; the median of the first date of a process."""
    from intervisie_tui.due import due

    took: list[float] = []
    due(_TYPED[0], _TODAY, "nl")
    due(_TYPED[0], _TODAY, "en")
    for number in range(max(1, times)):
        for typed in _TYPED:
            began = time.perf_counter()
            due(typed, _TODAY, "nl" if number % 2 else "en")
            took.append(time.perf_counter() - began)
    first = [_first() for _ in range(max(1, times // 20))]
    return (
        Figure("a due date is understood, p99", "ms", p99(took) * 1e3, 2),
        Figure("the first due date, its grammar loaded", "ms", median(first) * 1e3, None),
    )


def _first() -> float:
    child = subprocess.run([sys.executable, "-c", _FIRST], capture_output=True, text=True, check=True)
    return float(child.stdout)
