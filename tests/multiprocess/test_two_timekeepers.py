"""Two timekeepers, each in a process of its own, who press the same key at about the same time."""

import json
import random
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen
from typing import Any

from intervisie_tui import clock
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding_time import RACE
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.store import Store
from tests.multiprocess.children import child, lines
from tests.unit.demo_session import START

LATEST = 0.6
"""Seconds after the first press within which the other one comes."""
PAUSE = 2.0
"""Seconds between two tries; the clocks of all are set on, so that nobody waits for them."""

TIMEKEEPER = """
import asyncio, json, sys
from pathlib import Path
from intervisie_tui import clock, domain
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.store import Store

name, on = sys.argv[2], 0.0

def now():
    return clock.now().later(on)

store = Store.open(Path(sys.argv[1]), now=now, patience=60)
live = Live(store.journal("s1"), store.drafts("s1", name), Beat(store.live_folder, "s1"), now, Seat.TIMEKEEPER, name)
domain.load()

async def main():
    global on
    loop = asyncio.get_running_loop()
    following = asyncio.create_task(live.follow())
    print("ready", flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        on, wait = json.loads(line)
        await live._look()
        # What the screen showed when the finger began to move; it may be seen anew before the key goes down.
        meant = live.session.current.id
        await asyncio.sleep(wait)
        seen = live.session.current.id
        refusals = [await live.do(c.NextPhase(meant))]
        if seen != meant:
            refusals.append(await live.do(c.NextPhase(seen)))
        print(json.dumps([refusal is None or refusal.quiet for refusal in refusals]), flush=True)

asyncio.run(main())
"""


async def test_two_who_press_next_within_600_ms_go_one_phase_on_each_time(
    tmp_path: Path, effort: Callable[[int, int], int]
) -> None:
    on = 0.0

    def now() -> Moment:
        return clock.now().later(on)

    store = Store.open(tmp_path / "data", now=now)
    store.create("s1")
    drafts, beat = store.drafts("s1", "first"), Beat(store.live_folder, "s1")
    first = Live(store.journal("s1"), drafts, beat, now, Seat.TIMEKEEPER, "first")
    assert await first.do(START) is None
    assert await first.do(c.StartClock()) is None
    luck = random.Random(9)
    for batch in range(effort(1, 5)):
        with ExitStack() as stack:
            names = (f"one{batch}", f"two{batch}")
            both = [stack.enter_context(child(TIMEKEEPER, store.root, name)) for name in names]
            assert [lines(each, 1) for each in both] == [["ready\n"], ["ready\n"]]
            for _try in range(effort(12, 200)):
                on += PAUSE
                gap = luck.choice((0.0, luck.uniform(0, LATEST)))
                known = first.revision
                told = _press(both, on, (0.0, gap) if luck.random() < 0.5 else (gap, 0.0))
                # Nobody is told of a mistake: each press was done, or somebody was first.
                assert all(all(each) for each in told)
                await first._look()
                step, *later = first.since(known)
                # On a machine that is out of breath the second press may come when it may be meant for the next phase.
                assert all(span(step.at, commit.at) >= RACE for commit in later)
                for _back in range(1 + len(later)):
                    on += PAUSE
                    assert first.session.current is not None
                    assert await first.do(c.PreviousPhase(first.session.current.id)) is None
                assert first.session.position == 0
    await first.stop()


def _press(both: "list[Popen[str]]", on: float, waits: tuple[float, float]) -> list[Any]:
    for each, wait in zip(both, waits, strict=True):
        assert each.stdin is not None
        each.stdin.write(json.dumps([on, wait]) + "\n")
        each.stdin.flush()
    return [json.loads(lines(each, 1)[0]) for each in both]
