"""A screen wakes when another process writes, and stops watching at once."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from intervisie_tui.domain.events import ClockStarted
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.store.store import Store
from intervisie_tui.store.watch import changes, told_anywhere


@pytest.mark.parametrize("told", [changes, told_anywhere])
async def test_a_commit_wakes_the_watcher_with_the_session_s_id_and_stop_ends_it(
    tmp_path: Path, told: Callable[[Path, asyncio.Event], AsyncIterator[frozenset[str]]]
) -> None:
    store = Store.open(tmp_path / "data", now=lambda: Moment(1.0))
    journal = store.create("one")
    stop, woken = asyncio.Event(), asyncio.Event()
    seen: set[str] = set()

    async def watch() -> None:
        async for sessions in told(store.live_folder, stop):
            seen.update(sessions)
            woken.set()

    async def write() -> None:
        # Until it is heard: the watcher needs a moment before it listens.
        for revision in itertools.count():
            journal.append(revision, Seat.TIMEKEEPER, "s", lambda at: (ClockStarted(at),))
            (store.live_folder / "one.draft-s").write_text("not a journal")
            try:
                await asyncio.wait_for(woken.wait(), 0.2)
            except TimeoutError:
                continue
            return

    watcher = asyncio.create_task(watch())
    await asyncio.wait_for(write(), 10)
    stop.set()
    await asyncio.wait_for(watcher, 5)
    assert seen == {"one"}
