"""Laws of the view of the data folder: whatever name a copy has, each session is there once, and nothing is touched."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.events import Event, NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Capture
from intervisie_tui.store.own_names import session_beside, session_closed
from intervisie_tui.store.store import Store
from intervisie_tui.store.strange import Strange

LIVE, OTHER, CLOSED = "20261121-0a1b2c3d", "20261122-4e5f6071", "20261120-8899aabb"
CANARY = "kanarie"
PIECES = st.one_of(
    st.sampled_from(
        (
            " (1)",
            "-LAPTOP",
            "~",
            ".",
            "._",
            "_",
            "-",
            " ",
            ".bak",
            ".new",
            ".sync-conflict-20261121-101010-X",
            "Kopie van ",
        )
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), max_size=6),
)


@contextmanager
def folder() -> Iterator[Store]:
    root = Path(tempfile.mkdtemp())
    try:
        yield Store.open(root / "data", now=lambda: Moment(1000.0, 5.0, "boot"))
    finally:
        shutil.rmtree(root)


def begun(store: Store, session: str) -> Path:
    def make(at: Moment) -> tuple[Event, ...]:
        return (NoteAdded(at, "n", "facts", Capture.FACT, f"{CANARY} {session}"),)

    journal = store.create(session)
    journal.append(0, Seat.TIMEKEEPER, "screen", make)
    return journal.path


def ended(store: Store, session: str) -> Path:
    begun(store, session)
    record = {"id": session, "members": [], "notes": [{"text": f"{CANARY} {session}"}], "actions": []}
    store.archive.close(record, keep_all=True)
    return store.root / "sessions" / f"{session}.json"


def is_free(path: Path) -> bool:
    """Whether a copy can have this name: it is no other file's, and not one that is ours by its name alone."""
    beside = session_beside(path.name) if path.parent.name == "live" else session_closed(path.name)
    ours_alone = beside is not None and not path.name.endswith((".journal", ".json"))
    return len(path.name.encode()) < 200 and not path.exists() and not ours_alone


@given(
    before=PIECES,
    middle=PIECES,
    after=PIECES,
    source=st.sampled_from((0, 1)),
    cut=st.sampled_from((None, 0.9, 0.5)),
)
def test_a_copy_of_any_name_is_nobodys_session_and_goes_with_the_session_it_is_of(
    before: str, middle: str, after: str, source: int, cut: float | None
) -> None:
    with folder() as store:
        files = (begun(store, LIVE), ended(store, CLOSED))
        begun(store, OTHER)
        file = files[source]
        copy = file.with_name(f"{before}{file.stem}{middle}{file.suffix}{after}")
        if not is_free(copy):
            return
        data = file.read_bytes()
        copy.write_bytes(data if cut is None else data[: int(len(data) * cut)])
        kept = copy.read_bytes()
        again = Store.open(store.root, now=lambda: Moment(9000.0, 8005.0, "boot"))
        assert {session for session, _ in again.live()} == {LIVE, OTHER}
        assert again.contents().closed == (CLOSED,)
        assert [each.file.session for each in strange(again)] == [(LIVE, CLOSED)[source]]
        assert not list((store.root / "set-aside").iterdir())
        assert copy.read_bytes() == kept
        erased = again.wipe_session((LIVE, CLOSED)[source])
        assert not copy.exists()
        assert copy.relative_to(store.root).as_posix() in erased.files
        assert f"{CANARY} {(LIVE, CLOSED)[source]}".encode() not in everything(store.root)
        assert {session for session, _ in again.live()} == {LIVE, OTHER} - {(LIVE, CLOSED)[source]}


def strange(store: Store) -> list[Strange]:
    return [problem for problem in store.problems if isinstance(problem, Strange)]


def everything(root: Path) -> bytes:
    return b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())


@given(
    names=st.lists(st.tuples(PIECES, PIECES), max_size=4),
    write=st.sampled_from((b"", b"\0\xff", b"{}", b"{]")),
)
def test_what_holds_nothing_of_ours_never_hides_a_session(names: list[tuple[str, str]], write: bytes) -> None:
    with folder() as store:
        file, kept = begun(store, LIVE), ended(store, CLOSED)
        for before, after in names:
            for of in (file, kept):
                copy = of.with_name(f"{before}{of.name}{after}")
                if is_free(copy):
                    copy.write_bytes(write)
        again = Store.open(store.root, now=lambda: Moment(9000.0, 8005.0, "boot"))
        assert LIVE in {session for session, _ in again.live()}
        assert CLOSED in again.contents().closed
