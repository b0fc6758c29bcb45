"""Screens of one session that lose touch with it: each says so within three seconds, and comes back by itself."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from intervisie_tui.domain.commands import StartClock
from tests.terminal.clocks import Past, played
from tests.terminal.tmux import Tmux, phase

pytestmark = pytest.mark.alone

WITHIN = 3.0
"""Seconds until a screen says that it has lost touch."""
SLACK = 1.0
"""Seconds for a busy machine, and for tmux, which is asked again and again."""
STAGE, ROOM = "No connection: this picture is", "not saved: no connection, picture of"


@contextmanager
def folder_taken_away() -> Iterator[None]:
    folder = Path(os.environ["INTERVISIE_DATA_DIR"])
    away = folder.rename(folder.with_name("away"))
    yield
    away.rename(folder)


@contextmanager
def journal_unreadable() -> Iterator[None]:
    (journal,) = (Path(os.environ["INTERVISIE_DATA_DIR"]) / "live").glob("*.journal")
    whole = journal.read_bytes()
    journal.write_bytes(b"\x00" * len(whole))
    yield
    journal.write_bytes(whole)


FAULTS = [folder_taken_away, journal_unreadable]


@pytest.mark.tmux
@pytest.mark.parametrize("fault", FAULTS)
def test_stage_and_room_say_within_three_seconds_that_touch_is_lost_and_come_back(
    fault: Callable[[], AbstractContextManager[None]], tmp_path: Path
) -> None:
    played(Past(0.0), lambda: [StartClock()])
    with ExitStack() as stack:
        room = stack.enter_context(Tmux(tmp_path / "room", "open", size=(120, 34)))
        stage = stack.enter_context(Tmux(tmp_path / "stage", "stage", size=(120, 34)))
        room.shows(phase(1, 7))
        stage.shows(phase(1, 7))
        # Both have begun to follow.
        room.keys("n")
        stage.shows(phase(2, 7))
        with fault():
            began = time.monotonic()
            stage.shows(STAGE, seconds=WITHIN + SLACK)
            room.shows(ROOM, seconds=max(WITHIN + SLACK - (time.monotonic() - began), 0.5))
            # It gets older while it lasts.
            stage.shows(f"{STAGE} 5 s old", seconds=8)
        stage.hides(STAGE)
        room.hides(ROOM)
        room.keys("n")
        stage.shows(phase(3, 7))


@pytest.mark.tmux
def test_a_stage_without_a_live_session_says_what_to_do_instead(tmp_path: Path) -> None:
    with Tmux(tmp_path / "stage", "stage") as stage:
        stage.shows("There is no unfinished session", "intervisie start")
        assert stage.ended() == 1


@pytest.mark.tmux
def test_a_stage_follows_the_room_to_the_end_and_says_so(tmp_path: Path) -> None:
    played(Past(0.0), lambda: [StartClock()])
    with Tmux(tmp_path / "room", "open", size=(120, 34)) as room, Tmux(tmp_path / "stage", "stage") as stage:
        room.shows(phase(1, 7))
        stage.shows(phase(1, 7))
        room.keys("v")
        stage.shows("The room is veiled.")
        stage.hides(phase(1, 7))
        room.keys("v")
        stage.shows(phase(1, 7))
        room.keys("f")
        room.shows("Cancel")
        room.keys("Left", "Enter")
        stage.shows("The session has finished.")
        stage.keys("q")
        assert stage.ended() == 0
