"""What pieces look like on a terminal, drawn when there is time for it, and since when."""

from collections import deque

import pyte

from bench.terminal import SIZE


class Screen:
    """Keeps pieces with their moments until they are drawn."""

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def text(self) -> str:
        """What it shows, as far as it has been drawn."""
        return "\n".join(self._screen.display)

    def came(self, moment: float, data: bytes) -> None:
        """Keep a piece."""
        self._waiting.append((moment, data))

    def draw(self) -> None:
        """Draw all that waits."""
        while self._waiting:
            self._stream.feed(self._waiting.popleft()[1])

    def first(self, words: str) -> float | None:
        """Draw until these words stand there; the moment of the piece that brought them, or None."""
        while self._waiting:
            moment, data = self._waiting.popleft()
            self._stream.feed(data)
            if words in self.text:
                return moment
        return None
