"""Stopped, stalled, asleep, the clock set, another zone: time left is right, and what was typed is there."""

import signal
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from intervisie_tui import clock, system
from intervisie_tui.domain.commands import AddTime, Command, StartClock
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.beat import Beat
from tests.terminal.clocks import Past, faces, flips, pass_by, played, runs_out, seconds_of, stands
from tests.terminal.terminal import Terminal, script
from tests.unit.demo_session import START

pytestmark = pytest.mark.alone

HOUR = 3600.0
SLOW = 1.0
"""How late, in seconds, a busy machine may show a face; one that stood still, or jumped, is later by far."""

# The machine's clocks as one process sees them: as the file says, from the moment that it is there.
CLOCKS = """
import os, time
told = {told!r}
real_time, real_clock = time.time, time.clock_gettime
BOOT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
def shifts():
    try:
        with open(told) as file:
            calendar, slept, zone = file.read().split()
    except (OSError, ValueError):
        return 0.0, 0.0
    os.environ["TZ"] = zone
    return float(calendar), float(slept)
time.time = lambda: real_time() + sum(shifts())
time.clock_gettime = lambda which: real_clock(which) + (shifts()[1] if which == BOOT else 0.0)
"""

# A loop that stands still for three seconds at the press of a key.
STALLS = """
import time
from intervisie_tui.screens.room import RoomScreen
RoomScreen.action_sound = lambda self: time.sleep(3)  # the fault itself, in the program; the test reads on meanwhile
"""


def begun() -> float:
    """A session whose first phase runs and will for a while; the moment at which nothing is left of it."""

    def commands() -> Iterator[Command]:
        yield AddTime("tell", 40 * 60)
        yield StartClock()

    played(Past(300), commands)
    return runs_out()


def next_face(room: Terminal, out: float, seconds: float = 5.0) -> float:
    """How late the face came that the room shows next, seen from the moment it is right from; nothing else came."""
    room.draw()
    begin = system.boot_seconds()
    found: dict[str, float] = {}
    expected = faces(out)
    while not found:
        assert system.boot_seconds() < begin + seconds, room.text
        pass_by([room], 0.1)
        found = flips(room, expected)
    text, at = min(found.items(), key=lambda pair: pair[1])
    return at - (out - seconds_of(text))


def test_a_stopped_program_is_right_again_at_once_and_keeps_the_half_typed_line() -> None:
    out = begun()
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        room.press("c")
        room.shows("Esc ")
        room.press("half a line")
        room.shows("half a line")
        room.signal(signal.SIGSTOP)
        before = len(room.pieces)
        room.press(" and more")
        pass_by([room], 3.0)
        assert len(room.pieces) - before <= 1
        room.signal(signal.SIGCONT)
        assert -0.01 < next_face(room, out) < SLOW
        room.shows("half a line and more")
        room.press("\r")
        room.until(lambda _: notes() == ["half a line and more"], "the note")


def test_a_stalled_loop_is_right_again_at_once(tmp_path: Path) -> None:
    out = begun()
    with Terminal(program=script(tmp_path, STALLS, "open"), size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        next_face(room, out)
        room.press("m")
        pass_by([room], 3.0)
        assert -0.01 < next_face(room, out) < SLOW
        # It did stand still.
        assert max(later - earlier for (earlier, _), (later, _) in pairwise(room.pieces)) > 2.0


@pytest.mark.parametrize(
    ("calendar", "slept", "zone"),
    [(HOUR, 0.0, "UTC0"), (-HOUR, 0.0, "UTC0"), (0.0, 1800.0, "UTC0"), (0.0, 0.0, "EAST-9")],
    ids=["an hour forward", "an hour back", "half an hour of sleep", "nine hours to the east"],
)
def test_a_clock_that_is_set_sleep_and_another_zone_leave_time_left_right(
    calendar: float, slept: float, zone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC0")
    out = begun()
    told = tmp_path / "told"
    with Terminal(program=script(tmp_path, CLOCKS.format(told=str(told)), "open"), size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        shows_hour(room, 0.0)
        next_face(room, out)
        whole(told, f"{calendar} {slept} {zone}")
        # What was on its way when the clocks changed.
        pass_by([room], 1.5)
        assert -0.01 < next_face(room, out - slept) < SLOW
        east = 9 * HOUR if zone == "EAST-9" else 0.0
        shows_hour(room, calendar + slept + east)
        assert "Traceback" not in room.text


def test_summer_time_that_begins_in_mid_session_moves_the_wall_clock_and_not_time_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = begun()
    begins = clock.now().utc + 4
    at = time.gmtime(begins)
    ends = (at.tm_yday + 180) % 365
    monkeypatch.setenv("TZ", f"WIN0SUM,{at.tm_yday - 1}/{at.tm_hour}:{at.tm_min}:{at.tm_sec},{ends}/2")
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        pass_by([room], max(0.0, begins + 1 - clock.now().utc))
        assert -0.01 < next_face(room, out) < SLOW
        shows_hour(room, HOUR)


@pytest.mark.parametrize("rested", [True, False])
def test_after_an_hour_without_a_screen_it_asks_whether_that_counts(rested: bool) -> None:
    past = Past(HOUR)
    played(past, lambda: [StartClock()])
    out = runs_out()
    rooms = Rooms.at()
    Beat(rooms.store.live_folder, START.id).strike(Past(HOUR - 120)())
    with Terminal("open", size=(120, 34)) as room:
        room.shows("No screen was open for 58 minutes")
        if rested:
            # The answer that changes nothing, to count it, is marked.
            room.press("\x1b[D")
            room.press("\r")
            room.shows("Paused")
            room.until(lambda _: stands(room.draw(), "03:00"), "03:00")
        else:
            room.press("\r")
            room.hides("No screen was open")
            assert -0.01 < next_face(room, out) < SLOW
            assert "Over time" in room.text


def notes() -> list[str]:
    """The notes that the journal has."""
    session = Rooms.at().folded(START.id)
    return [note.text for note in session.notes] if session else []


def shows_hour(room: Terminal, shift: float) -> None:
    """Wait until the room's own clock is so many seconds from the one in Greenwich."""

    def stands_there(text: str) -> bool:
        return time.strftime("%H:%M ", time.gmtime(clock.now().utc + shift)) in text

    room.until(stands_there, f"shifted by {shift:.0f} s")


def whole(path: Path, text: str) -> None:
    """Write a file that is never seen half."""
    fresh = path.with_name("fresh")
    fresh.write_text(text)
    fresh.replace(path)
