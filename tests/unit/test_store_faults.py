"""A disk that fails: nothing that counts is lost, nothing that failed counts, and it recovers."""

import errno
import itertools
import os
from pathlib import Path

import pytest

from intervisie_tui.domain.events import Commit, Event, NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Capture
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.journal import Journal
from intervisie_tui.store.problems import Broken, Busy, NotSaved, Stale
from intervisie_tui.store.store import Store

FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS)
CALLS = ("open", "read", "write", "truncate", "sync", "close", "replace", "remove", "sync_folder")


class Failing(LocalDisk):
    """Fails in chosen calls while it is told to; a write that fails leaves half of its data."""

    def __init__(self) -> None:
        self.failing: dict[str, int] = {}

    def check(self, call: str) -> None:
        if call in self.failing:
            raise OSError(self.failing[call], os.strerror(self.failing[call]))

    def open(self, path: Path, flags: int) -> int:
        self.check("open")
        return super().open(path, flags)

    def read(self, descriptor: int, offset: int, size: int | None = None) -> bytes:
        self.check("read")
        return super().read(descriptor, offset, size)

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        if "write" in self.failing:
            super().write(descriptor, data[: len(data) // 2], offset)
        self.check("write")
        super().write(descriptor, data, offset)

    def truncate(self, descriptor: int, size: int) -> None:
        self.check("truncate")
        super().truncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        self.check("sync")
        super().sync(descriptor)

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self.check("close")

    def replace(self, source: Path, target: Path) -> None:
        self.check("replace")
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self.check("remove")
        super().remove(path)

    def sync_folder(self, path: Path) -> None:
        self.check("sync_folder")
        super().sync_folder(path)


def opened(root: Path, disk: LocalDisk | None = None) -> Store:
    counter = itertools.count(1000)
    return Store.open(root, now=lambda: Moment(float(next(counter))), disk=disk, patience=0.05)


def add(journal: Journal, expected: int, text: str) -> Commit:
    def make(at: Moment) -> tuple[Event, ...]:
        return (NoteAdded(at, text, "facts", Capture.FACT, text),)

    commit = journal.append(expected, Seat.TIMEKEEPER, "screen", make)
    assert commit is not None
    return commit


def texts(store: Store) -> list[str]:
    commits = store.journal("one").read(0).commits
    return [event.text for commit in commits for event in commit.events if isinstance(event, NoteAdded)]


def both(call: str) -> list[tuple[str, ...]]:
    return [(call,), (call, "truncate")]


@pytest.mark.parametrize("fault", FAULTS, ids=errno.errorcode.get)
@pytest.mark.parametrize("calls", [("open",), ("read",), *both("write"), *both("sync")], ids="+".join)
def test_a_commit_that_failed_does_not_count_and_goes_in_once_when_the_disk_is_back(
    tmp_path: Path, calls: tuple[str, ...], fault: int
) -> None:
    disk = Failing()
    store = opened(tmp_path / "data", disk)
    journal = store.create("one")
    add(journal, 0, "before")
    disk.failing = dict.fromkeys(calls, fault)
    with pytest.raises(NotSaved, match=os.strerror(fault)):
        add(journal, 1, "during")
    if "read" not in calls and "open" not in calls:
        assert len(journal.read(1).commits) == 0
    disk.failing = {}
    at = Moment(5000.0)
    pending = Commit(2, at, Seat.TIMEKEEPER, "screen", (NoteAdded(at, "x", "facts", Capture.FACT, "during"),))
    (saved,) = journal.append_many(1, [pending])
    assert saved == pending
    assert texts(opened(tmp_path / "data")) == ["before", "during"]


@pytest.mark.parametrize("fault", FAULTS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", CALLS)
def test_a_session_that_cannot_be_made_can_be_made_later(tmp_path: Path, call: str, fault: int) -> None:
    disk = Failing()
    store = opened(tmp_path / "data", disk)
    disk.failing = {call: fault}
    try:
        store.create("one")
    except NotSaved:
        disk.failing = {}
        store = opened(tmp_path / "data")
        if "one" not in dict(store.live()):
            store.create("one")
    disk.failing = {}
    assert [session for session, _ in store.live()] == ["one"]


def test_pending_commits_go_in_all_or_none(tmp_path: Path) -> None:
    disk = Failing()
    store = opened(tmp_path / "data", disk)
    journal = store.create("one")
    pending = [
        Commit(number, at, Seat.TIMEKEEPER, "screen", (NoteAdded(at, "n", "f", Capture.FACT, str(number)),))
        for number, at in ((1, Moment(9000.0)), (2, Moment(8000.0)))
    ]
    disk.failing = {"write": errno.ENOSPC}
    with pytest.raises(NotSaved):
        journal.append_many(0, pending)
    assert texts(store) == []
    disk.failing = {}
    saved = journal.append_many(0, pending)
    assert [commit.at.utc for commit in saved] == [9000.0, 9000.0]
    assert store.journal("one").read(0).commits == saved


def test_what_a_failing_disk_kept_after_all_is_told_as_stale_when_others_built_on_it(tmp_path: Path) -> None:
    disk = Failing()
    store = opened(tmp_path / "data", disk)
    journal = store.create("one")
    disk.failing = dict.fromkeys(("sync", "truncate"), errno.EIO)
    with pytest.raises(NotSaved):
        add(journal, 0, "kept")
    disk.failing = {}
    add(opened(tmp_path / "data").journal("one"), 1, "built on it")
    with pytest.raises(Stale):
        add(journal, 0, "kept")
    assert texts(store) == ["kept", "built on it"]
    assert len(journal.read(0).commits) == 2


def test_a_reader_that_saw_what_was_never_saved_starts_anew(tmp_path: Path) -> None:
    disk = Failing()
    store = opened(tmp_path / "data", disk)
    journal = store.create("one")
    disk.failing = dict.fromkeys(("sync", "truncate"), errno.EIO)
    with pytest.raises(NotSaved):
        add(journal, 0, "a first text that is long")
    reader = opened(tmp_path / "data").journal("one")
    assert len(reader.read(0).commits) == 1
    disk.failing = {}
    add(journal, 0, "short")
    reading = reader.read(1)
    assert reading.anew
    assert [commit.revision for commit in reading.commits] == [1]


def test_a_damaged_journal_is_not_written_to_while_no_copy_can_be_set_aside(tmp_path: Path) -> None:
    disk = Failing()
    store = opened(tmp_path / "data", disk)
    journal = store.create("one")
    add(journal, 0, "first")
    add(journal, 1, "second")
    bad = journal.path.read_bytes().replace(b"second", b"sceond")
    journal.path.write_bytes(bad)
    disk.failing = {"write": errno.ENOSPC}
    again = store.journal("one")
    with pytest.raises(Broken):
        add(again, 1, "third")
    assert journal.path.read_bytes() == bad
    disk.failing = {}
    add(again, 1, "third")
    assert texts(store) == ["first", "third"]


def test_a_damaged_catalogue_is_not_replaced_while_no_copy_can_be_set_aside(tmp_path: Path) -> None:
    disk = Failing()
    store = opened(tmp_path / "data", disk)
    store.catalogue.set("a", "b")
    (store.root / "catalogue.json").write_bytes(b"bad")
    disk.failing = {"sync_folder": errno.EIO}
    with pytest.raises(NotSaved):
        store.catalogue.set("a", "c")
    assert (store.root / "catalogue.json").read_bytes() == b"bad"


def test_a_lock_that_another_holds_is_busy_and_not_forever(tmp_path: Path) -> None:
    holder, waiting = opened(tmp_path / "data"), opened(tmp_path / "data")
    holder.create("one")
    with holder._locks.live.held(), pytest.raises(Busy):
        add(waiting.journal("one"), 0, "text")
    add(waiting.journal("one"), 0, "text")


def test_a_data_folder_that_was_taken_away_is_not_saved_and_comes_back(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    journal = store.create("one")
    store.root.rename(tmp_path / "away")
    with pytest.raises(NotSaved):
        add(journal, 0, "text")
    with pytest.raises(NotSaved):
        journal.read(0)
    (tmp_path / "away").rename(store.root)
    add(journal, 0, "text")
    assert texts(store) == ["text"]
