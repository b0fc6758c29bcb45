"""What stands beside a live journal while it is served."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest

from intervisie_tui.domain.moments import Moment
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.doors import Doors, Doorway
from intervisie_tui.store.problems import Busy, NotSaved
from intervisie_tui.store.store import Store


def doorway(folder: Path) -> Doorway:
    store = Store.open(folder / "data", now=lambda: Moment(1.0))
    if "one" not in dict(store.live()):
        store.create("one")
    return store.doorway("one")


@contextmanager
def served(folder: Path) -> Iterator[None]:
    with doorway(folder).serving():
        doorway(folder).say(Doors("http://127.0.0.1:8000", present=("guest",)))
        yield


def test_a_session_has_one_server_at_a_time(tmp_path: Path) -> None:
    with served(tmp_path), pytest.raises(Busy), doorway(tmp_path).serving(0.0):
        pass


def test_who_looks_sees_what_the_server_says_as_long_as_it_is_there(tmp_path: Path) -> None:
    with served(tmp_path):
        said = doorway(tmp_path).said()
        assert said is not None
        assert (said.url, said.present) == ("http://127.0.0.1:8000", ("guest",))
    # It was killed: nobody took away what it said.
    assert doorway(tmp_path).said() is None


@pytest.mark.parametrize("left", [b"", b"short", b"x" * 31])
def test_a_damaged_secret_is_made_anew(tmp_path: Path, left: bytes) -> None:
    door = doorway(tmp_path)
    door.secret()
    kept = next((tmp_path / "data" / "live").glob("*.secret"))
    kept.write_bytes(left)
    made = door.secret()
    assert len(made) == 32
    assert kept.read_bytes() == made == door.secret()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_looked_into_is_told_as_not_saved(tmp_path: Path) -> None:
    # A name that no system takes is refused as a folder without rights is, also to who may do everything.
    door = Doorway(LocalDisk(), tmp_path, "x" * 300)
    with pytest.raises(NotSaved):
        door.say(Doors("http://127.0.0.1:8000"))
    assert not door.served()
    assert door.said() is None


def test_screens_of_one_program_that_ask_at_once_for_the_first_time_get_one_secret(tmp_path: Path) -> None:
    for number in range(30):
        door = doorway(tmp_path / f"data-{number}")
        at_once = Barrier(4)

        def ask(door: Doorway = door, at_once: Barrier = at_once) -> bytes:
            at_once.wait()
            return door.secret()

        with ThreadPoolExecutor(4) as threads:
            made = {asked.result() for asked in [threads.submit(ask) for _ in range(4)]}
        assert len(made) == 1
