"""What stands beside a live journal while it is served."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intervisie_tui.domain.moments import Moment
from intervisie_tui.store.doors import Doors, Doorway
from intervisie_tui.store.problems import Busy
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
