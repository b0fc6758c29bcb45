"""Power that goes after any call: what was acknowledged is there, and the store opens."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from intervisie_tui.domain.events import Event, NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Capture
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.journal import Journal
from intervisie_tui.store.problems import Gone
from intervisie_tui.store.store import Store
from tests.unit.power import PowerDisk

CANARY = "KANARIE"
RECORD: dict[str, object] = {"id": "one", "members": [], "notes": [], "actions": [], "group_id": None}


@dataclass(frozen=True, slots=True)
class Circle:
    """A group, as small as can be."""

    id: str
    name: str


def opened(root: Path, disk: Disk | None = None) -> Store:
    return Store.open(root, now=lambda: Moment(1000.0), disk=disk)


def add(journal: Journal, expected: int, text: str) -> None:
    def make(at: Moment) -> tuple[Event, ...]:
        return (NoteAdded(at, text, "facts", Capture.FACT, text),)

    journal.append(expected, Seat.TIMEKEEPER, "screen", make)


def texts(store: Store) -> list[str]:
    commits = store.journal("one").read(0).commits
    return [event.text for commit in commits for event in commit.events if isinstance(event, NoteAdded)]


@pytest.fixture
def disk(tmp_path: Path) -> PowerDisk:
    return PowerDisk(tmp_path / "data")


Found = Iterator[tuple[Store, int]]


@pytest.fixture
def found(tmp_path: Path, disk: PowerDisk) -> Callable[[], Found]:
    """Every state that the power can leave, opened again, with how many deeds had been acknowledged."""

    def all_of_them() -> Found:
        seen = set()
        for number, wreck in enumerate(disk.wrecks):
            state = (tuple(sorted(wreck.files.items())), wreck.acknowledged)
            if state in seen:
                continue
            seen.add(state)
            root = tmp_path / f"after-{number}"
            root.mkdir(mode=0o700)
            wreck.lay_out(root)
            yield opened(root), wreck.acknowledged
        assert len(seen) > 5

    return all_of_them


def test_a_commit_that_was_acknowledged_survives_power_loss(
    disk: PowerDisk, found: Callable[[], Found]
) -> None:
    journal = opened(disk.root, disk).create("one")
    for number in range(4):
        add(journal, number, f"note {number}")
        disk.acknowledged = number + 1
    for store, acknowledged in found():
        there = texts(store) if store.live() else []
        assert there == [f"note {number}" for number in range(len(there))]
        assert acknowledged <= len(there) <= acknowledged + 1
        assert not store.problems


def test_a_rewritten_journal_is_the_old_or_the_new_one_after_power_loss(
    disk: PowerDisk, found: Callable[[], Found]
) -> None:
    journal = opened(disk.root, disk).create("one")
    add(journal, 0, CANARY)
    add(journal, 1, "other")
    disk.wrecks.clear()
    journal.rewrite(
        lambda commits: [commits[1].__class__(1, commits[0].at, Seat.TIMEKEEPER, "x", ()), commits[1]]
    )
    disk.acknowledged = 1
    add(journal, 2, "after")
    disk.acknowledged = 2
    for store, acknowledged in found():
        there = texts(store)
        assert there in ([CANARY, "other"], ["other"], ["other", "after"])
        if acknowledged:
            assert CANARY not in there
            assert len(there) >= acknowledged
        assert not store.problems


def test_a_list_is_the_old_or_the_new_one_after_power_loss(
    disk: PowerDisk, found: Callable[[], Found]
) -> None:
    groups = opened(disk.root, disk).catalogue.groups(Circle)
    for number in range(3):
        groups.put(Circle("g", f"name {number}"))
        disk.acknowledged = number + 1
    for store, acknowledged in found():
        there = store.catalogue.groups(Circle).get("g")
        names = [f"name {number}" for number in range(max(0, acknowledged - 1), acknowledged + 1)]
        assert (there.name if there else None) in (names if acknowledged else [None, *names])
        assert not store.problems


@pytest.mark.parametrize("keep_all", [True, False])
def test_a_close_is_whole_or_not_begun_after_power_loss(
    disk: PowerDisk, found: Callable[[], Found], keep_all: bool
) -> None:
    store = opened(disk.root, disk)
    add(store.create("one"), 0, CANARY)
    disk.wrecks.clear()
    store.archive.close(RECORD, keep_all=keep_all, group=Circle("g", "Kring"))
    disk.acknowledged = 1
    store.catalogue.set("any", "thing")
    for again, acknowledged in found():
        live = bool(again.live())
        try:
            closed = again.archive.read("one")["id"] == "one"
        except Gone:
            closed = False
        assert live is not closed
        assert closed or not acknowledged
        if closed:
            assert again.catalogue.rows.get("one") is not None
            assert again.catalogue.groups(Circle).get("g") == Circle("g", "Kring")
            assert not any(CANARY.encode() in path.read_bytes() for path in again.root.rglob("*.*"))
        else:
            assert texts(again) == [CANARY]
        assert not again.problems


def test_what_was_erased_does_not_come_back_after_power_loss(
    disk: PowerDisk, found: Callable[[], Found]
) -> None:
    store = opened(disk.root, disk)
    add(store.create("one"), 0, CANARY)
    disk.wrecks.clear()
    store.wipe_session("one")
    disk.acknowledged = 1
    store.catalogue.set("any", "thing")
    for again, acknowledged in found():
        if again.live():
            assert not acknowledged
            assert texts(again) == [CANARY]
        else:
            assert not any(CANARY.encode() in path.read_bytes() for path in again.root.rglob("*.*"))
        assert not again.problems
