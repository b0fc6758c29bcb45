"""A disk that refuses in mid-session: the room says so and goes on, and saves by itself when it can again."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from intervisie_tui.domain.commands import StartClock
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.line_closed import MEANT_FOR_LINE
from tests.terminal.clocks import Past, played
from tests.terminal.terminal import Terminal
from tests.unit.demo_session import START

SIGN = "not saved"


def written() -> list[str]:
    """The notes that the journal has."""
    session = Rooms.at().folded(START.id)
    return [note.text for note in session.notes] if session else []


@contextmanager
def taken_away(room: Terminal) -> Iterator[None]:
    """The data folder is not there, as when a stick is pulled out."""
    folder = Path(os.environ["INTERVISIE_DATA_DIR"])
    away = folder.rename(folder.with_name("away"))
    yield
    away.rename(folder)


@contextmanager
def full(room: Terminal) -> Iterator[None]:
    """No file of the program can grow."""
    _, most = resource.prlimit(room.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(room.process.pid, resource.RLIMIT_FSIZE, (0, most))
    yield
    resource.prlimit(room.process.pid, resource.RLIMIT_FSIZE, (most, most))


Fault = Callable[[Terminal], AbstractContextManager[None]]
FAULTS = [
    taken_away,
    pytest.param(full, marks=pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only on Linux")),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_the_room_says_not_saved_goes_on_and_saves_all_in_order_afterwards(fault: Fault) -> None:
    played(Past(0.0), lambda: [StartClock()])
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        assert SIGN not in room.text
        with fault(room):
            room.press("cfirst\r")
            room.shows(SIGN, "first")
            room.press("second\r")
            room.shows(SIGN, "second")
            room.press("\r")
            room.hides("esc close")
            # Until then a key counts as meant for the line.
            room.pass_by(MEANT_FOR_LINE)
            room.press("n")
            room.shows(SIGN, "phase 2 of 7")
            room.press("cthird\r")
            room.shows(SIGN, "third")
        # By itself: no key is pressed.
        room.hides(SIGN)
        room.press("fourth\r")
        room.until(lambda _: written()[-1:] == ["fourth"], "fourth")
        assert SIGN not in room.text
    session = Rooms.at().folded(START.id)
    assert session is not None
    assert [(note.phase, note.text) for note in session.notes] == [
        ("tell", "first"),
        ("tell", "second"),
        ("ask", "third"),
        ("ask", "fourth"),
    ]
    assert session.position == 1


def test_a_room_that_is_killed_before_it_could_save_keeps_what_was_saved() -> None:
    played(Past(0.0), lambda: [StartClock()])
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        room.press("csaved\r")
        room.until(lambda _: written() == ["saved"], "saved")
        with taken_away(room):
            room.press("told as not saved\r")
            room.shows(SIGN, "told as not saved")
            room.kill()
    assert written() == ["saved"]
