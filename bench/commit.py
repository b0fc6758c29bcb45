"""What a commit costs in a long session: decided, written, synced and applied."""

import asyncio
import time
from itertools import count
from pathlib import Path

from bench.figure import Figure, median
from bench.stores import demo_live
from intervisie_tui.domain import commands as c
from intervisie_tui.live import Live

FEW, MANY = 20, 2000
_ROUND = 10


def figure(folder: Path, times: int, many: int = MANY) -> Figure:
    """At 2,000 events beside 20, in turn; medians, in milliseconds. The mix is that of a session."""
    return asyncio.run(_measured(folder, times, many))


async def _measured(folder: Path, times: int, many: int) -> Figure:
    long = await demo_live(folder / "long")
    await _fill(long, many)
    few, most = [], []
    for turn in range(max(1, times // _ROUND)):
        short = await demo_live(folder / f"short-{turn}")
        await _fill(short, FEW)
        for _ in range(_ROUND):
            few.append(await _timed(short))
            most.append(await _timed(long))
        await short.stop()
    await long.stop()
    return Figure(
        f"a commit at {many:,} events", "ms", median(most) * 1e3, 1.3, median(few) * 1e3, f"at {FEW}"
    )


async def _fill(live: Live, revision: int) -> None:
    while live.revision < revision:
        await _timed(live)


async def _timed(live: Live) -> float:
    command = _command(live)
    # Each commit comes from a screen of its own: the bench is faster than the rate that holds for one screen.
    live.screen = f"bench-{next(_numbers)}"
    began = time.perf_counter()
    refusal = await live.do(command)
    took = time.perf_counter() - began
    assert refusal is None, refusal.message
    return took


_numbers = count()


def _command(live: Live) -> c.Command:
    """Notes, turns and minutes, one after the other."""
    session = live.session
    assert session.current is not None
    phase, number = session.current.id, next(_numbers)
    kinds: tuple[c.Command, ...] = (
        c.AddTime(phase, 60.0),
        c.AddNote(f"bench-{number}", phase, "Wat gebeurde er precies?"),
        c.AddTime(phase, -60.0),
        c.NextSpeaker(session.turns.speaker),
    )
    return kinds[live.revision % len(kinds)]
