"""Keys that were still meant for an entry line that has just closed."""

from dataclasses import dataclass
from math import inf

ALWAYS = frozenset({"escape", "ctrl+q"})
"""Keys that always do what they do: the first only closes, and the second asks before it leaves."""
MEANT_FOR_LINE = 0.7
"""Seconds after the closing of a line in which a key is taken for one that was meant for it."""


@dataclass(slots=True)
class LineClosed:
    """When an entry line of this app closed last. Every moment is in seconds of one clock that never goes back."""

    _until: float = -inf

    def close(self, now: float) -> None:
        """Note that a line closed, or let the keys go, at this moment."""
        self._until = now + MEANT_FOR_LINE

    def open(self) -> None:
        """Note that a line has the keys again."""
        self._until = -inf

    def takes(self, key: str, now: float) -> bool:
        """Return whether this key must do nothing."""
        return key not in ALWAYS and now < self._until
