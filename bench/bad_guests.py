"""Twenty guests, five of whom have stopped and one of whom floods: what the others notice of it."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp

from bench import programs
from bench.figure import Figure, p99
from bench.guests import PEOPLE, taking_part
from bench.in_step import measured
from bench.programs import STAGE, all_of
from bench.serving import KEEP_TIME, WATCH, Site, ours
from bench.stores import running
from bench.tmux import in_tmux
from bench.viewers import Browsers, Viewer, seated

WATCHERS, STOPPED = 9, 5
_BOUND = 200
_FLOOD = json.dumps(["stdin", "j" * 4096])
_BREATH = 0.01
_AGAIN = 1.0


def figures(folder: Path, keys: int) -> tuple[Figure, ...]:
    """p99 of a key until it is on the screens of the others; milliseconds."""
    data = running(folder)
    with ours(data) as site, programs.room(data) as room, in_tmux(data, programs.STAGE_COMMAND) as stage:
        room.until(programs.painted)
        stage.until(all_of(STAGE))

        async def found() -> list[float]:
            async with (
                seated(site, (WATCH,) * WATCHERS, all_of(STAGE)) as (watch, _),
                taking_part(site, len(PEOPLE)) as good,
                _stopped(site),
                _flooding(site),
            ):
                terminal, browsers = await measured(room, stage, (*watch, *good), keys)
                return [*terminal, *browsers]

        took = asyncio.run(found())
    name = f"key until on a screen, {STOPPED} guests stopped and one floods, p99"
    return (Figure(name, "ms", p99(took) * 1e3, _BOUND),)


@asynccontextmanager
async def _stopped(site: Site) -> AsyncIterator[None]:
    """Four who watch and one with a seat of its own, none of whom reads any more."""
    async with (
        seated(site, (WATCH,) * (STOPPED - 1), all_of(STAGE)) as (watch, _),
        seated(site, (KEEP_TIME,), all_of(programs.SEAT)) as (keep, _),
    ):
        stopped: Sequence[Viewer] = (*watch, *keep)
        for viewer in stopped:
            viewer.stop()
        yield


@asynccontextmanager
async def _flooding(site: Site) -> AsyncIterator[None]:
    """One who types without end, and comes back whenever it is shown the door."""
    async with Browsers(site) as browsers:
        flood = asyncio.create_task(_flood(browsers))
        try:
            yield
        finally:
            flood.cancel()
            with suppress(asyncio.CancelledError):
                await flood


async def _flood(browsers: Browsers) -> None:
    headers = await browsers.headers(KEEP_TIME)
    while True:
        with suppress(aiohttp.ClientError, ConnectionError):
            viewer = await browsers.sit(headers)
            while not viewer.socket.closed:
                await viewer.socket.send_str(_FLOOD)
                await asyncio.sleep(_BREATH)
        await asyncio.sleep(_AGAIN)
