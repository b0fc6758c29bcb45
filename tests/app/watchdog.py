"""A watchdog beside a loop: it measures how long the loop was silent."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

TICK = 0.01


@dataclass
class Watchdog:
    """`longest` is the longest silence in seconds, as far as this process could run at all meanwhile.

    A thread counts its own ticks since the last beat of the loop, so a machine that is too busy to run either counts
    for nothing.
    """

    longest: float = 0.0
    _since: int = 0
    _over: threading.Event = field(default_factory=threading.Event)

    async def beat(self) -> None:
        """What the loop does as long as it is free."""
        while True:
            self._since = 0
            await asyncio.sleep(TICK)

    def count(self) -> None:
        """What the thread does."""
        while not self._over.wait(TICK):
            self._since += 1
            self.longest = max(self.longest, self._since * TICK)

    def end(self) -> None:
        """Let the thread end."""
        self._over.set()


@asynccontextmanager
async def watched() -> AsyncIterator[Watchdog]:
    """Watch the running loop, inside."""
    dog = Watchdog()
    thread = threading.Thread(target=dog.count, daemon=True)
    heart = asyncio.get_running_loop().create_task(dog.beat())
    thread.start()
    try:
        yield dog
    finally:
        heart.cancel()
        dog.end()
        thread.join()
