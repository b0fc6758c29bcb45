"""Seats of one's own in the browser: how soon they are painted, and what they take."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from bench import processes, programs
from bench.figure import Figure, median
from bench.guests import choosing, taking_part
from bench.programs import STAGE, all_of
from bench.serving import KEEP_TIME, TAKE_PART, WATCH, Site, ours, stock
from bench.stores import running
from bench.terminal import Terminal
from bench.viewers import seated

GUESTS = 12
"""As many as may have a seat of their own."""
_FIRST, _MEMORY, _SEAT, _STAGE = 3000, 500, 500, 700
_SETTLE = 3.0
_MEGA = 1e6


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds until the last had its picture, and bytes of memory when all had settled."""

    seconds: float
    memory: int


def figures(folder: Path, seats: int, guests: int, rounds: int, seconds: float) -> tuple[Figure, ...]:
    """At once beside the peer, in turn; twelve guests by themselves; bytes a second while only the clock moves."""
    mine: list[float] = []
    peers: list[float] = []
    loads: list[Load] = []
    for number in range(rounds):
        room = all_of(programs.SEAT)
        for found, served, name in ((mine, ours, "ours"), (peers, _open, "stock")):
            made = served(running(folder / f"{name}-{number}"))
            found.append(load(made, KEEP_TIME, seats, room).seconds)
        loads.append(load(ours(running(folder / f"load-{number}")), TAKE_PART, guests, choosing))
    return (
        Figure(
            f"{seats} personal seats at once until all painted", "ms", median(mine) * 1e3, 0.5,
            median(peers) * 1e3, f"textual-serve, {seats}",
        ),
        Figure(
            f"{guests} guests at once, the last one's first picture", "ms",
            median([one.seconds for one in loads]) * 1e3, _FIRST,
        ),
        Figure(f"memory of all with {guests} guests", "MB", median([one.memory for one in loads]) / _MEGA, _MEMORY),
        *_bytes(running(folder / "bytes"), seconds),
    )  # fmt: skip


def _open(data: Path) -> AbstractContextManager[Site]:
    return stock(data, "open")


def load(served: AbstractContextManager[Site], seat: str, number: int, shows: Callable[[str], bool]) -> Load:
    """So many at once on a server to which nobody has come yet."""

    async def measured(site: Site) -> Load:
        async with seated(site, (seat,) * number, shows) as (_, took):
            await asyncio.sleep(_SETTLE)
            return Load(max(took), await asyncio.to_thread(processes.memory, site.pid))

    with served as site:
        return asyncio.run(measured(site))


def _bytes(data: Path, seconds: float) -> tuple[Figure, ...]:
    """To one seat of each kind, and to the stage in a terminal, all at the same time."""
    with ours(data) as site, programs.stage(data) as terminal:
        terminal.until(all_of(STAGE))
        seats, stage = asyncio.run(_rates(site, terminal, seconds))
    return (
        *(
            Figure(f"to a seat at 120x34: {seat}", "bytes/s", rate, _SEAT)
            for seat, rate in zip((WATCH, TAKE_PART, KEEP_TIME), seats, strict=True)
        ),
        Figure("to the stage's terminal at 120x34", "bytes/s", stage, _STAGE),
    )


async def _rates(site: Site, terminal: Terminal, seconds: float) -> tuple[list[float], float]:
    async with (
        seated(site, (WATCH,), all_of(STAGE)) as (watch, _),
        taking_part(site, 1) as part,
        seated(site, (KEEP_TIME,), all_of(programs.SEAT)) as (keep, _),
    ):
        viewers = (*watch, *part, *keep)
        await asyncio.to_thread(terminal.rest, _SETTLE)
        before = [viewer.came for viewer in viewers]
        written = await asyncio.to_thread(terminal.rest, seconds)
        came = [viewer.came - first for viewer, first in zip(viewers, before, strict=True)]
    return [one / seconds for one in came], written / seconds
