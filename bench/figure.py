"""A figure: what was measured of us and of the peer, and what was promised."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("figure", "intervisie", "peer", "ratio", "bound", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. The bound is of the ratio to the peer; without a peer, of the figure itself.

    None where nothing is promised. `free` of ours does not count in the ratio.
    """

    name: str
    unit: str
    ours: float
    bound: float | None
    peer: float | None = None
    against: str = "bare app"
    free: float = 0.0

    @property
    def ratio(self) -> float | None:
        """Ours to the peer's; None without a peer."""
        return None if self.peer is None else (self.ours - self.free) / self.peer

    @property
    def kept(self) -> bool:
        """Whether the promise is kept; a bound without a peer is `under`, with one `at most`."""
        if self.bound is None:
            return True
        return self.ours < self.bound if self.ratio is None else self.ratio <= self.bound

    def cells(self) -> tuple[str, ...]:
        """The cells of its line."""
        ours, peer, ratio = f"{_number(self.ours)} {self.unit}", "", ""
        if self.peer is not None and self.ratio is not None:
            peer, ratio = f"{_number(self.peer)} {self.unit} ({self.against})", f"{self.ratio:.2f}"
        if self.bound is None:
            return (self.name, ours, peer, ratio, "", "")
        bound = f"<= {self.bound:g}" if ratio else f"< {self.bound:g} {self.unit}"
        if self.free:
            bound += f", and {_number(self.free)} {self.unit}"
        return (self.name, ours, peer, ratio, bound, "kept" if self.kept else "not kept")


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table that can be read as it is."""
    rows = [HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def p99(values: Sequence[float]) -> float:
    """The value that one in a hundred exceeds."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
