"""Who takes part in a browser: first a choice of names, then the seat."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bench.programs import all_of
from bench.serving import TAKE_PART, Site
from bench.viewers import Viewer, seated

PEOPLE = ("Anna", "Bram", "Chantal", "Dirk", "Esra", "Fatima")
"""What each sees first: who could it be?"""
_SEAT = ("Information round", " of 15 min", "In turn: Dirk")
_DOWN = "\x1b[B"
_PATIENCE = 30.0
choosing = all_of(PEOPLE)


@asynccontextmanager
async def taking_part(site: Site, number: int) -> AsyncIterator[Sequence[Viewer]]:
    """So many guests, at most one for each name, each on its own seat."""
    async with seated(site, (TAKE_PART,) * number, choosing) as (viewers, _):
        async with asyncio.timeout(_PATIENCE):
            for place, viewer in enumerate(viewers):
                await viewer.type(_DOWN * place + "\r")
                await viewer.until(all_of(_SEAT))
        yield viewers
