"""Several processes on one journal: nothing acknowledged is lost, doubled or out of order."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from intervisie_tui.domain.events import NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.store.store import Store
from tests.multiprocess.children import SOON, child, lines, rest

WRITER = """
import sys, time
from pathlib import Path
from intervisie_tui.domain.events import NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Capture
from intervisie_tui.store.problems import Stale
from intervisie_tui.store.store import Store

root, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = Store.open(root, now=lambda: Moment(time.time(), time.monotonic(), "boot"), patience=60)
journal = store.journal("one")
revision = journal.read(0).revision
for number in range(count):
    text = f"{name}-{number}"
    while True:
        try:
            commit = journal.append(
                revision, Seat.TIMEKEEPER, name, lambda at: (NoteAdded(at, text, "p", Capture.FACT, text),)
            )
        except Stale as stale:
            revision = stale.revision
            continue
        revision = commit.revision
        print(revision, text, flush=True)
        break
"""


def opened(root: Path) -> Store:
    return Store.open(root, now=lambda: Moment(time.time(), time.monotonic(), "boot"))


def texts(store: Store) -> dict[int, str]:
    reading = store.journal("one").read(0)
    assert reading.damage is None
    return {
        commit.revision: event.text
        for commit in reading.commits
        for event in commit.events
        if isinstance(event, NoteAdded)
    }


def test_processes_that_write_at_once_lose_double_and_reorder_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    store.create("one")
    count, names = 100, ("a", "b", "c")
    told = {}
    with ExitStack() as stack:
        writers = [stack.enter_context(child(WRITER, store.root, name, count)) for name in names]
        for writer in writers:
            said = rest(writer)
            assert writer.wait(SOON) == 0
            told.update({int(line.split()[0]): line.split()[1] for line in said})
    found = texts(store)
    assert found == told
    assert sorted(found) == list(range(1, count * len(names) + 1))
    for name in names:
        own = [text for _, text in sorted(found.items()) if text.startswith(name)]
        assert own == [f"{name}-{number}" for number in range(count)]
    moments = [commit.at.boot for commit in store.journal("one").read(0).commits]
    assert moments == sorted(moments)


def test_killed_at_any_moment_nothing_acknowledged_is_lost(
    tmp_path: Path, effort: Callable[[int, int], int]
) -> None:
    store = opened(tmp_path / "data")
    store.create("one")
    luck = random.Random(2)
    acknowledged: dict[int, str] = {}
    for turn in range(effort(25, 500)):
        with child(WRITER, store.root, f"k{turn}", 1_000_000) as writer:
            said = lines(writer, luck.randrange(1, 40))
            writer.kill()
            said += rest(writer)
        for line in said:
            if line.endswith("\n"):
                revision, text = line.split()
                acknowledged[int(revision)] = text
        found = texts(opened(store.root))
        assert acknowledged.items() <= found.items()
        assert len(found) <= len(acknowledged) + turn + 1


def test_the_store_s_import_is_light() -> None:
    heavy = ("textual", "tinydb", "watchfiles", "rich", "filelock")
    script = f"import sys, intervisie_tui.store.store; print([n for n in {heavy} if n in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=SOON
    )
    assert found.stdout.strip() == "[]"
