"""What every test of a screen starts from: keys that are pressed by a person who takes their time."""

from collections.abc import Callable
from itertools import count

import pytest

from intervisie_tui import clock


def unhurried(step: float = 1.1) -> Callable[[], float]:
    """A steady clock on which `step` seconds pass between one press and the next."""
    presses = count()
    return lambda: next(presses) * step


@pytest.fixture(autouse=True)
def unhurried_presses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two presses of a key are two presses, and no held key; a test of held keys sets a clock of its own."""
    monkeypatch.setattr(clock, "seconds", unhurried())
