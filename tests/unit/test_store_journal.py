"""The journal of a live session."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_tui.domain.events import ClockStarted, Commit, Event, NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Capture
from intervisie_tui.store.migrations import SCHEMA
from intervisie_tui.store.problems import Broken, Gone, Newer, Stale
from intervisie_tui.store.store import Store


def ticking() -> Callable[[], Moment]:
    counter = itertools.count(1000)
    return lambda: Moment(float(next(counter)), 5.0, "boot")


def note(number: int, text: str) -> Callable[[Moment], tuple[Event, ...]]:
    return lambda at: (NoteAdded(at, f"note-{number}", "facts", Capture.QUESTION, text),)


def add(store: Store, text: str) -> Commit:
    journal = store.journal("one")
    revision = journal.read(0).revision
    commit = journal.append(revision, Seat.TIMEKEEPER, "screen", note(revision, text))
    assert commit is not None
    return commit


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "data", now=ticking())
    store.create("one")
    return store


def test_what_was_appended_is_read_by_another_process_s_journal(store: Store) -> None:
    words = [
        "plain",
        "line one\nline two",
        "\u2028\u2029",
        "\ud800 lone",
        "[/b]",
        "\u200fright",
        "a\x00b\x1b[2J",
    ]
    added = [add(store, word) for word in words]
    assert store.journal("one").read(0).commits == tuple(added)
    assert [commit.revision for commit in added] == list(range(1, len(words) + 1))


def test_an_old_revision_is_refused_and_nothing_is_written(store: Store) -> None:
    journal = store.journal("one")
    journal.append(0, Seat.TIMEKEEPER, "screen", note(1, "first"))
    before = journal.path.read_bytes()
    with pytest.raises(Stale) as caught:
        journal.append(0, Seat.TIMEKEEPER, "screen", note(1, "second"))
    assert caught.value.revision == 1
    assert journal.path.read_bytes() == before


def test_only_what_is_new_is_given(store: Store) -> None:
    reader = store.journal("one")
    assert reader.read(0).commits == ()
    second = [add(store, "one"), add(store, "two")][1]
    assert reader.read(1).commits == (second,)
    assert reader.read(2).commits == ()


def test_a_moment_is_never_earlier_than_the_one_before(tmp_path: Path) -> None:
    clock = iter([Moment(1000, 50, "boot"), Moment(1000, 50, "boot"), Moment(500, 40, "boot")])
    store = Store.open(tmp_path / "data", now=lambda: next(clock))
    store.create("one")
    commits = [add(store, "one"), add(store, "two")]
    assert commits[1].at.boot == 50
    assert commits[1].events[0].at == commits[1].at


def test_a_rehearsal_s_moments_run_faster_since_its_anchor(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data", now=lambda: Moment(1010, 30, "boot"))
    store.create("one", speed=60, anchor=Moment(1000, 20, "boot"))
    assert add(store, "one").at == Moment(1600, 620, "boot")


def test_a_torn_last_line_is_dropped_and_the_rest_opens(store: Store) -> None:
    first, second = add(store, "one"), add(store, "two")
    path = store.journal("one").path
    path.write_bytes(path.read_bytes()[:-4])
    reading = store.journal("one").read(0)
    assert (reading.commits, reading.damage) == ((first,), None)
    again = add(store, "again")
    assert again.revision == second.revision
    assert store.journal("one").read(0).commits == (first, again)


def test_damage_in_the_middle_is_copied_aside_byte_for_byte_and_the_prefix_goes_on(store: Store) -> None:
    first = add(store, "one")
    add(store, "two")
    add(store, "three")
    path = store.journal("one").path
    bad = path.read_bytes().replace(b"two", b"twe")
    path.write_bytes(bad)
    journal = store.journal("one")
    for _ in range(2):
        reading = journal.read(0)
        assert reading.commits == (first,)
        assert reading.damage is not None
        assert reading.damage.line == 3
        assert reading.damage.set_aside == "set-aside/one.journal-1"
    assert path.read_bytes() == bad
    after = add(store, "after")
    assert (path.parent.parent / "set-aside/one.journal-1").read_bytes() == bad
    assert store.journal("one").read(0).commits == (first, after)


def test_a_header_that_is_damaged_refuses_and_leaves_the_file(store: Store) -> None:
    add(store, "one")
    path = store.journal("one").path
    bad = path.read_bytes().replace(b'"id"', b'"ib"', 1)
    path.write_bytes(bad)
    with pytest.raises(Broken):
        store.journal("one").read(0)
    with pytest.raises(Broken):
        store.journal("one").append(1, Seat.TIMEKEEPER, "screen", note(1, "more"))
    assert path.read_bytes() == bad
    assert (path.parent.parent / "set-aside/one.journal-1").read_bytes() == bad


def test_a_newer_schema_is_refused_untouched(store: Store) -> None:
    from intervisie_tui.store.lines import encode

    path = store.journal("one").path
    newer = encode({"schema": SCHEMA + 1, "strange": True}, 0)[0] + b"anything\n"
    path.write_bytes(newer)
    with pytest.raises(Newer, match=f"schema {SCHEMA + 1}"):
        store.journal("one").read(0)
    with pytest.raises(Newer):
        store.journal("one").append(0, Seat.TIMEKEEPER, "screen", note(1, "more"))
    assert path.read_bytes() == newer
    assert not list((path.parent.parent / "set-aside").iterdir())


def test_erasing_within_makes_readers_start_anew_and_leaves_no_byte(store: Store) -> None:
    add(store, "CANARY")
    add(store, "stays")
    reader = store.journal("one")
    before = reader.read(0)

    def without(commits: tuple[Commit, ...]) -> list[Commit]:
        return [Commit(one.revision, one.at, one.seat, one.screen, one.events[1:]) for one in commits[:1]] + [
            *commits[1:]
        ]

    store.journal("one").rewrite(without)
    after = reader.read(2)
    assert after.anew
    assert after.generation == before.generation + 1
    assert len(after.commits) == 2
    assert not reader.read(2).anew
    assert all(b"CANARY" not in path.read_bytes() for path in reader.path.parent.iterdir())


def test_a_session_that_went_is_gone_and_stays_gone(store: Store) -> None:
    journal = store.journal("one")
    journal.path.unlink()
    with pytest.raises(Gone):
        journal.append(0, Seat.TIMEKEEPER, "screen", lambda at: (ClockStarted(at),))
    assert not journal.path.exists()


def test_what_make_refuses_passes_and_writes_nothing(store: Store) -> None:
    journal = store.journal("one")
    before = journal.path.read_bytes()

    def refuse(at: Moment) -> tuple[Event, ...]:
        raise LookupError("no")

    with pytest.raises(LookupError):
        journal.append(0, Seat.TIMEKEEPER, "screen", refuse)
    assert journal.append(0, Seat.TIMEKEEPER, "screen", lambda at: ()) is None
    assert journal.path.read_bytes() == before


@pytest.mark.parametrize("name", ["", "..", "a/b", "../one", ".hidden", "x" * 65, "a\nb"])
def test_an_id_that_would_leave_the_folder_is_no_session(store: Store, name: str) -> None:
    with pytest.raises(Gone):
        store.journal(name)
