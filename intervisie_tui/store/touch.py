"""Whether a screen is in touch with its journal, and since when it is not."""

from collections.abc import Callable

from intervisie_tui.domain.moments import Moment, span


class Touch:
    """Remembers the last look that went well, by the real clock."""

    def __init__(self, clock: Callable[[], Moment]) -> None:
        self._clock = clock
        self._felt = clock()
        self.lost = False

    def feel(self) -> None:
        """The journal was read just now."""
        self._felt = self._clock()
        self.lost = False

    @property
    def age(self) -> float | None:
        """For how many seconds nothing could be read; None in touch."""
        return max(span(self._felt, self._clock()), 0.0) if self.lost else None
