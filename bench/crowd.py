"""A hundred who watch in their browsers, beside textual-serve as it comes: time, memory, and what it costs to stay."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import processes
from bench.figure import Figure, median
from bench.programs import STAGE, all_of
from bench.serving import WATCH, Site, ours, stock
from bench.stores import running
from bench.viewers import seated

FEW = 5
"""Viewers of the peer that all of ours together may cost as much as, while only the clock moves."""
_SETTLE = 3.0
_PATIENCE = 240.0
"""Seconds in which the peer has long painted all of them, also on a busy machine."""
_MEGA = 1e6
_painted = all_of(STAGE)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Seconds until the last had its picture, and bytes of memory when all had settled."""

    seconds: float
    memory: int


def figures(folder: Path, viewers: int, rounds: int, seconds: float) -> tuple[Figure, ...]:
    """In turn, each round with servers of its own; medians. `seconds` is for how long the cost of staying is taken."""
    mine: list[Crowd] = []
    peers: list[Crowd] = []
    for number in range(rounds):
        for found, served, name in ((mine, ours, "ours"), (peers, _stage, "stock")):
            found.append(crowd(served(running(folder / f"{name}-{number}")), viewers))
    against = f"textual-serve, {viewers}"
    return (
        Figure(
            f"{viewers} watch seats at once until all painted", "ms",
            median([one.seconds for one in mine]) * 1e3, 0.1,
            median([one.seconds for one in peers]) * 1e3, against,
        ),
        Figure(
            f"memory of all with {viewers} watch seats", "MB",
            median([one.memory for one in mine]) / _MEGA, 0.1,
            median([one.memory for one in peers]) / _MEGA, against,
        ),
        *_staying(folder / "staying", viewers, seconds),
    )  # fmt: skip


def _stage(data: Path) -> AbstractContextManager[Site]:
    return stock(data, "stage")


def crowd(served: AbstractContextManager[Site], viewers: int) -> Crowd:
    """So many at once on a server to which nobody has come yet."""
    with served as site:
        return asyncio.run(_crowd(site, viewers))


async def _crowd(site: Site, viewers: int) -> Crowd:
    async with seated(site, (WATCH,) * viewers, _painted, _PATIENCE) as (_, took):
        await asyncio.sleep(_SETTLE)
        return Crowd(max(took), await asyncio.to_thread(processes.memory, site.pid))


def _staying(folder: Path, viewers: int, seconds: float) -> tuple[Figure, ...]:
    """Both at the same time, untouched, the clock running: share of a core of each server with its children."""
    with ours(running(folder / "ours")) as mine, _stage(running(folder / "stock")) as peer:
        shares = asyncio.run(_shares(mine, viewers, peer, seconds))
    if shares is None:
        return ()
    name = f"idle with {viewers} watch seats, the clock running"
    return (Figure(name, "% of a core", shares[0], 1.0, shares[1], f"textual-serve, {FEW}"),)


async def _shares(mine: Site, viewers: int, peer: Site, seconds: float) -> tuple[float, float] | None:
    async with seated(peer, (WATCH,) * FEW, _painted), seated(mine, (WATCH,) * viewers, _painted):
        await asyncio.sleep(_SETTLE)
        used = [partial(processes.family_cpu, site.pid) for site in (mine, peer)]
        before = [await _told(each) for each in used]
        await asyncio.sleep(seconds)
        after = [await _told(each) for each in used]
    spent = [b - a for a, b in zip(before, after, strict=True) if a is not None and b is not None]
    return (spent[0] / seconds * 100, spent[1] / seconds * 100) if len(spent) == len(used) else None


async def _told(ask: Callable[[], float | None]) -> float | None:
    return await asyncio.to_thread(ask)
