"""When a screen looks at its journal: as soon as the watch says so, and now and then."""

import asyncio
import contextlib
import math
from collections.abc import Awaitable, Callable
from pathlib import Path

from intervisie_tui.store.watch import changes

LOOK_AGAIN = 1.0
"""Seconds between two looks when the watch says nothing: a folder that was taken away says nothing."""
LATE = 2.6
"""Seconds since the last look that saw something, after which one that is under way is late."""
GRACE = 0.2
"""Seconds more for a look that is done, on a machine that was too busy to notice; with it less than three."""
ECHO = 0.05
"""Seconds after an own commit until what the watch says is looked at: the picture of the commit goes first."""


class Following:
    """Calls `look` for one session until it is stopped, and `late` when that takes long.

    `look` tells whether it could see anything.
    """

    def __init__(
        self, folder: Path, session: str, look: Callable[[], Awaitable[bool]], late: Callable[[], None]
    ) -> None:
        self._folder = folder
        self._session = session
        self._look = look
        self._late = late
        self._stop = asyncio.Event()
        self._heard = asyncio.Event()
        self._wrote = -math.inf
        self._seen = -math.inf

    @property
    def stopped(self) -> bool:
        """Whether nothing is looked at any more."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Look no more."""
        self._stop.set()
        self._heard.set()

    def wrote(self) -> None:
        """This screen itself has written just now."""
        self._wrote = asyncio.get_running_loop().time()

    async def run(self) -> None:
        """Look again and again, until it is stopped."""
        hearing, saw = asyncio.create_task(self._hear()), True
        self._seen = asyncio.get_running_loop().time()
        try:
            while not self.stopped:
                before, saw = saw, await self._in_time()
                if saw and not before:
                    # The folder may be another one by now, and what was watched the one that was taken away.
                    hearing.cancel()
                    hearing = asyncio.create_task(self._hear())
                await _until(self._heard, LOOK_AGAIN)
                self._heard.clear()
                await _until(self._stop, self._wrote + ECHO - asyncio.get_running_loop().time())
        finally:
            hearing.cancel()

    async def _in_time(self) -> bool:
        looking, time = asyncio.ensure_future(self._look()), asyncio.get_running_loop().time
        try:
            for patience in (self._seen + LATE - time(), GRACE):
                await asyncio.wait((looking,), timeout=max(patience, GRACE))
            if not looking.done() and not self.stopped:
                self._late()
            saw = await looking
        finally:
            looking.cancel()
        self._seen = time() if saw else self._seen
        return saw

    async def _hear(self) -> None:
        while not self.stopped:
            with contextlib.suppress(OSError):
                async for sessions in changes(self._folder, self._stop):
                    if self._session in sessions:
                        self._heard.set()
            await _until(self._stop, LOOK_AGAIN)


async def _until(event: asyncio.Event, seconds: float) -> None:
    """Until it is set, but no longer than that."""
    if seconds > 0:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), seconds)
