"""What a process that draws one seat needs to know."""

from dataclasses import dataclass

from intervisie_tui.domain.session import Seat

STAGE_SIZE = (120, 34)
"""Columns and rows of what all watchers see."""
LEAST_SIZE, MOST_SIZE = (20, 5), (400, 150)
USUAL_SIZE = (80, 24)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which seat of which session, for whom, and how it looks; `guest` is empty for what all watchers share."""

    session: str
    data_dir: str
    config_dir: str
    seat: Seat
    guest: str
    language: str
    theme: str
    width: int
    height: int


def held_within(width: int, height: int) -> tuple[int, int]:
    """A size of a window that a screen can be drawn for."""
    columns = min(max(width, LEAST_SIZE[0]), MOST_SIZE[0])
    return columns, min(max(height, LEAST_SIZE[1]), MOST_SIZE[1])
