"""The lobby with a long past."""

from pathlib import Path

from bench import programs
from bench.figure import Figure, median
from bench.start import seconds_to
from bench.stores import archived

FEW, MANY = 10, 1000
_SHOWN = ("A new session", "Sessions before", "Incident method", "stop")


def figure(folder: Path, times: int, many: int = MANY) -> Figure:
    """Until painted with 1,000 archived sessions beside 10, in turn; medians, in milliseconds."""
    few_data, many_data = archived(folder / "few", FEW), archived(folder / "many", many)
    few, most = [], []
    for _ in range(times + 1):
        few.append(seconds_to(programs.lobby(few_data), _painted))
        most.append(seconds_to(programs.lobby(many_data), _painted))
    name = f"lobby with {many:,} archived sessions, median"
    return Figure(name, "ms", median(most[1:]) * 1e3, 1.3, median(few[1:]) * 1e3, f"with {FEW}")


def _painted(text: str) -> bool:
    return all(words in text for words in _SHOWN)
