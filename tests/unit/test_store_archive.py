"""Closing, the lists of what lasts, and erasing."""

import hashlib
import itertools
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from intervisie_tui.domain.events import Event, NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Capture
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.migrations import SCHEMA
from intervisie_tui.store.problems import Damage, Gone, Newer, NotPrivate, NotSaved
from intervisie_tui.store.store import Store

CANARY = "KANARIE"


@dataclass(frozen=True, slots=True)
class Deed:
    """An action of a group, with the session it came from."""

    id: str
    session: str
    text: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A group, as small as can be."""

    id: str
    name: str
    actions: tuple[Deed, ...] = ()


class Cut(BaseException):
    """The power goes."""


class Faulty(LocalDisk):
    """Fails at one call that changes something, by its number, and at all after it when the power is gone."""

    def __init__(self, at: int, error: Callable[[], BaseException]) -> None:
        self.calls = 0
        self.at = at
        self.error = error

    def _count(self) -> None:
        self.calls += 1
        if self.calls >= self.at:
            raise self.error()

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        self._count()
        super().write(descriptor, data, offset)

    def replace(self, source: Path, target: Path) -> None:
        self._count()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)


def now() -> Callable[[], Moment]:
    counter = itertools.count(1000)
    return lambda: Moment(float(next(counter)), 5.0, "boot")


def opened(root: Path, disk: LocalDisk | None = None) -> Store:
    return Store.open(root, now=now(), disk=disk)


def noted(store: Store, session: str, text: str) -> None:
    def make(at: Moment) -> tuple[Event, ...]:
        return (NoteAdded(at, "n", "facts", Capture.FACT, text),)

    journal = store.create(session)
    journal.append(0, Seat.TIMEKEEPER, "screen", make)


def record(session: str, text: str = "", group: str | None = "circle") -> dict[str, Any]:
    return {
        "schema": 1, "id": session, "group": "Circle", "group_id": group, "rehearsal": False,
        "method": {"id": "incident", "name": "Incident"}, "started_at": "2026-11-21T10:00:00+01:00",
        "ended_at": None, "members": [{"name": "Anna", "roles": [], "present": True}], "actions": [],
        "notes": [{"text": text}],
    }  # fmt: skip


def circle(*deeds: Deed) -> Circle:
    return Circle("circle", "Circle", deeds)


def bytes_everywhere(root: Path) -> bytes:
    return b"".join(path.name.encode() + path.read_bytes() for path in root.rglob("*") if path.is_file())


def test_closing_keeps_the_record_its_row_and_the_group_and_the_journal_goes(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    noted(store, "one", CANARY)
    store.drafts("one", "screen").save("note", CANARY)
    store.archive.close(record("one", "kept"), keep_all=False, group=circle(Deed("a", "one", "call")))
    assert CANARY.encode() not in bytes_everywhere(store.root)
    again = opened(store.root)
    assert again.live() == ()
    assert again.archive.read("one")["notes"] == [{"text": "kept"}]
    assert [(row.id, row.people, row.notes) for row in again.catalogue.rows.latest(5)] == [("one", 1, 1)]
    assert again.catalogue.groups(Circle).get("circle") == circle(Deed("a", "one", "call"))


def test_a_close_cut_off_at_any_call_is_whole_or_not_begun_after_opening(tmp_path: Path) -> None:
    for at in range(1, 100):
        root = tmp_path / str(at)
        noted(opened(root), "one", CANARY)
        store = opened(root, Faulty(at, Cut))
        try:
            store.archive.close(record("one"), keep_all=False, group=circle())
        except Cut:
            finished = False
        else:
            finished = True
        again = opened(root)
        if again.live():
            assert not finished
            assert not again.archive.ids()
        else:
            assert CANARY.encode() not in bytes_everywhere(root)
            assert again.catalogue.rows.get("one") is not None
            assert again.catalogue.groups(Circle).get("circle") == circle()
        assert not list(root.rglob("*.new"))
        if finished:
            return
    pytest.fail("closing takes a hundred calls")


def filled(root: Path) -> Store:
    """Two closed sessions of one group, the first with the canary in every place."""
    store = opened(root)
    noted(store, "old", CANARY)
    first = circle(Deed("a", "old", CANARY))
    store.archive.close(record("old", CANARY), keep_all=True, group=first)
    noted(store, "other", "fine")
    store.archive.close(
        record("other", "fine"), keep_all=True, group=Circle("circle", "Circle", first.actions)
    )
    (root / "catalogue.json").write_bytes(b"broken " + CANARY.encode())
    assert len(store.catalogue.groups(Circle)) == 1
    (root / "set-aside" / "old.journal-1").write_text(CANARY)
    return store


def test_an_erased_session_leaves_no_byte_also_when_cut_off_at_any_call(tmp_path: Path) -> None:
    for at in range(1, 100):
        root = tmp_path / str(at)
        filled(root)
        store = opened(root, Faulty(at, Cut))
        try:
            erased = store.wipe_session("old")
        except Cut:
            erased = None
        again = opened(root)
        if at > 2:
            assert CANARY.encode() not in bytes_everywhere(root), at
            assert "old" not in again.archive.ids()
        assert again.archive.read("other")["notes"] == [{"text": "fine"}]
        assert not (root / "erasing.json").exists()
        if erased:
            assert "sessions/old.json" in erased.files
            assert again.catalogue.groups(Circle).get("circle") == circle()
            return
    pytest.fail("erasing takes a hundred calls")


def test_erasing_a_group_takes_its_sessions_and_leaves_others(tmp_path: Path) -> None:
    store = filled(tmp_path / "data")
    store.archive.close(
        record("apart", "apart", group="second"), keep_all=True, group=Circle("second", "Second")
    )
    erased = store.wipe_group("circle")
    assert erased.sessions == ("old", "other")
    assert store.archive.ids() == ("apart",)
    assert [group.id for group in store.catalogue.groups(Circle).all()] == ["second"]
    assert CANARY.encode() not in bytes_everywhere(store.root)


def test_erasing_all_leaves_nothing_but_empty_folders(tmp_path: Path) -> None:
    store = filled(tmp_path / "data")
    noted(store, "live", CANARY)
    assert store.wipe_all().sessions == ("live", "old", "other")
    files = [path for path in store.root.rglob("*") if path.is_file()]
    assert {path.parent.name for path in files} == {"locks"}
    assert store.live() == ()


def test_a_session_that_is_not_there_cannot_be_erased(tmp_path: Path) -> None:
    with pytest.raises(Gone):
        opened(tmp_path / "data").wipe_session("none")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b"\xff\xfe", b'{"groups": {"1": 3}}', b"[" * 100_000])
def test_a_damaged_catalogue_is_set_aside_and_the_backup_is_used(tmp_path: Path, bad: bytes) -> None:
    store = opened(tmp_path / "data")
    store.catalogue.groups(Circle).put(circle())
    (store.root / "catalogue.json").write_bytes(bad)
    assert store.catalogue.groups(Circle).all() == (circle(),)
    assert (store.root / "set-aside" / "catalogue.json-1").read_bytes() == bad
    assert isinstance(store.problems[0], Damage)
    assert store.problems[0].set_aside == "set-aside/catalogue.json-1"
    store.catalogue.groups(Circle).put(Circle("second", "Second"))
    assert [group.id for group in opened(store.root).catalogue.groups(Circle).all()] == ["circle", "second"]


def test_a_catalogue_of_a_newer_schema_is_refused_and_keeps_its_hash(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    path = store.root / "catalogue.json"
    path.write_text(json.dumps({"meta": {"1": {"schema": SCHEMA + 1}}, "strange": []}))
    before = digest(path)
    for use in (store.catalogue.groups(Circle).all, lambda: store.catalogue.set("theme", "dark")):
        with pytest.raises(Newer):
            use()
    assert digest(path) == before


def test_lists_that_were_lost_come_back_from_the_sessions(tmp_path: Path) -> None:
    store = filled(tmp_path / "data")
    for name in ("catalogue.json", "catalogue.json.bak", "index.json", "index.json.bak"):
        (store.root / name).unlink(missing_ok=True)
    store = opened(store.root)
    assert {row.id for row in store.catalogue.rows.all()} == {"old", "other"}
    assert [group.id for group in store.catalogue.groups(Circle).all()] == ["circle"]


def test_a_backup_never_holds_what_was_removed(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    store.catalogue.groups(Circle).put(Circle("circle", CANARY))
    store.catalogue.groups(Circle).remove(["circle"])
    assert CANARY.encode() not in bytes_everywhere(store.root)


def test_settings_last(tmp_path: Path) -> None:
    opened(tmp_path / "data").catalogue.set("order", "place")
    assert opened(tmp_path / "data").catalogue.setting("order") == "place"
    assert opened(tmp_path / "data").catalogue.setting("none") is None


def test_everything_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = filled(tmp_path / "data")
        noted(store, "live", "word")
        store.drafts("live", "screen").save("note", "half")
    finally:
        os.umask(before)
    store.catalogue.set("a", "b")
    (store.root / "set-aside" / "old.journal-1").unlink()
    for path in [store.root, *store.root.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_folder_readable_by_others_is_mended_and_one_writable_by_others_refused(tmp_path: Path) -> None:
    root = tmp_path / "data"
    opened(root)
    root.chmod(0o755)
    opened(root)
    assert root.stat().st_mode & 0o777 == 0o700
    root.chmod(0o770)
    with pytest.raises(NotPrivate):
        opened(root)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(NotSaved, match="is a file"):
        opened(tmp_path / "data")


def test_a_damaged_order_to_erase_erases_nothing_and_is_told(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data", now=lambda: Moment(1.0))
    store.create("one")
    (store.root / "erasing.json").write_bytes(b'{"sessions": [')
    again = Store.open(tmp_path / "data", now=lambda: Moment(1.0))
    assert [name for name, _ in again.live()] == ["one"]
    assert "erasing.json" in str(again.problems[0])


def test_a_document_that_lost_its_id_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data", now=lambda: Moment(1.0))
    store.catalogue.set("one", "1")
    store.catalogue.set("two", "2")
    path = store.root / "catalogue.json"
    path.write_bytes(path.read_bytes().replace(b'{"id": "one"', b'{"ix": "one"'))
    again = Store.open(tmp_path / "data", now=lambda: Moment(1.0))
    again.catalogue.set("two", "3")
    assert again.catalogue.setting("two") == "3"
    assert b'"ix": "one"' in path.read_bytes()
