"""Wakes a screen when another one has written."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from intervisie_tui.store.doors import DOORS
from intervisie_tui.store.own_names import ENDING

TOLD = (ENDING, DOORS)
"""Endings of the files that screens are told of: what happened, and who is in."""


async def changes(live: Path, stop: asyncio.Event) -> AsyncIterator[frozenset[str]]:
    """The ids of sessions whose journal or doors were written, made or removed; ends soon after `stop` is set.

    Several writes may come as one, and one's own come too. The folder is watched, for files are replaced. Raises
    OSError where it cannot be.
    """
    told = told_by_linux if sys.platform == "linux" else told_anywhere
    async for sessions in told(live, stop):
        yield sessions


async def told_by_linux(live: Path, stop: asyncio.Event) -> AsyncIterator[frozenset[str]]:
    """As `changes`: at once, and without waking now and then to look."""
    from asyncinotify import Inotify, Mask

    written = Mask.MODIFY | Mask.CREATE | Mask.DELETE | Mask.MOVED_FROM | Mask.MOVED_TO
    ended = asyncio.create_task(stop.wait())
    with Inotify() as kernel:
        kernel.add_watch(live, written)
        heard = asyncio.create_task(kernel.get())
        try:
            while True:
                await asyncio.wait((heard, ended), return_when=asyncio.FIRST_COMPLETED)
                if ended.done():
                    return
                event = heard.result()
                if Mask.IGNORED in event.mask:
                    return  # The folder is gone.
                heard = asyncio.create_task(kernel.get())
                if event.name is not None and event.name.suffix in TOLD:
                    yield frozenset((event.name.stem,))
        finally:
            ended.cancel()
            heard.cancel()
            await asyncio.wait((heard, ended))


async def told_anywhere(live: Path, stop: asyncio.Event) -> AsyncIterator[frozenset[str]]:
    """As `changes`, on every system: within fifty milliseconds."""
    from watchfiles import awatch

    watching = awatch(
        live,
        watch_filter=lambda _, path: path.endswith(TOLD),
        debounce=50,
        step=25,
        stop_event=stop,
        recursive=False,
    )
    async for found in watching:
        yield frozenset(Path(path).stem for _, path in found)
