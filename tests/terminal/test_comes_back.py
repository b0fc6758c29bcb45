"""Killed, shrunk, set up from nothing: the program comes back with what was there."""

import json
import os
import re
import signal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.tmux import Tmux, keep_all, phase, run, wait, write

pytestmark = pytest.mark.tmux

SIZE = "pane_width}x#{pane_height"
START = (
    "start",
    "--member",
    "Anna",
    "Bram",
    "Chantal",
    "--owner",
    "Anna",
    "--method",
    "incident",
    "--frame",
    "none",
)


def exported() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("export", "--to", "json").stdout)
    return told


def seconds_of(nth: int) -> float:
    return float(exported()["phases"][nth]["actual_seconds"])


def has_size(room: Tmux, size: str) -> bool:
    return room.ask(SIZE) == size


def shows_one_of(room: Tmux, *words: str) -> bool:
    screen = room.screen()
    return any(word in screen for word in words)


def drafts(folder: Path) -> str:
    """What the half-typed lines in the data folder hold."""
    return "".join(path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file())


def test_killed_in_mid_session_it_opens_in_the_same_phase_with_note_clock_and_half_typed_line(
    tmp_path: Path,
) -> None:
    with Tmux(tmp_path / "first", *START) as room:
        room.shows("Ready to start")
        total = len(exported()["phases"])
        room.keys("Space")
        room.hides("Ready to start")
        room.keys("n")
        room.shows(phase(2, total))
        write(room, "c", "kept-note")
        room.keys("c")
        room.shows("Esc ")
        room.type("half a line")
        wait(lambda: "half a line" in drafts(tmp_path / "data"), lambda: "no draft was written")
        os.kill(room.pid, signal.SIGKILL)
        assert room.ended() == -signal.SIGKILL
    before = seconds_of(1)
    with Tmux(tmp_path / "second", "open", size=(120, 34)) as room:
        room.shows(phase(2, total), "kept-note")
        assert before <= seconds_of(1) < before + 60
        assert exported()["clock"] == "running"
        room.hides("Esc ")
        room.keys("c")
        room.shows("half a line")
        room.keys("Enter")
        room.shows("half a line", "Esc ")
        room.keys("Escape")
        room.hides("Esc ")
        room.keys("C-q", "C-q")
        assert room.ended() == 0
    notes = exported()["notes"]
    assert isinstance(notes, list)
    assert [note["text"] for note in notes] == ["kept-note", "half a line"]


def test_what_was_typed_is_on_disk_within_a_quarter_second_as_a_prefix(tmp_path: Path) -> None:
    with Tmux(tmp_path / "first", *START) as room:
        room.shows("Ready to start")
        room.keys("Space", "c")
        room.shows("Esc ")
        for word in ("one ", "two ", "three "):
            room.type(word)
        wait(lambda: "one two" in drafts(tmp_path / "data"), lambda: "no draft was written")
        os.kill(room.pid, signal.SIGKILL)
        room.ended()
    with Tmux(tmp_path / "second", "open", size=(120, 34)) as room:
        room.shows(" of 9")
        room.keys("c")
        assert re.search(r"one two( three)?", room.shows("one two"))


@pytest.mark.parametrize("screen", ["lobby", "room"])
def test_a_window_of_twenty_by_five_grows_back_to_what_it_was(screen: str, tmp_path: Path) -> None:
    words, sign = ((), "A new session") if screen == "lobby" else (START, "phase 1 of")
    with Tmux(tmp_path / "tmux", *words, size=(120, 34)) as room:
        room.shows(sign)
        for width, height in ((20, 5), (1, 1), (80, 24), (5, 20), (200, 50), (20, 5)):
            room.resize(width, height)
            wait(partial(has_size, room, f"{width}x{height}"), room.screen)
        room.resize(120, 34)
        assert "Traceback" not in room.shows(sign)
        room.resize(20, 5)
        room.hides(sign)
        room.keys("?" if screen == "lobby" else "d")
        room.keys("Escape")
        room.resize(80, 24)
        room.shows(sign)
        room.keys("C-q", "C-q")
        assert room.ended() == 0


def test_from_the_lobby_by_keys_a_session_is_set_up_chosen_on_the_way_and_closed(tmp_path: Path) -> None:
    with Tmux(tmp_path / "tmux", size=(120, 34)) as room:
        room.shows("What would you like to do?")
        room.keys("n")
        room.shows("Names")
        room.type("Anna, Bram, Chantal, Dirk")
        room.shows("Anna, Bram, Chantal, Dirk")
        room.keys("C-s")
        room.shows("Ready to start", "Method still to be chosen")
        agenda = exported()["phases"]
        choosing = 1
        while "Choose the case and the method" not in room.screen():
            assert choosing < len(agenda)
            room.keys("n")
            wait(
                partial(shows_one_of, room, "Choose the case", phase(choosing + 1, len(agenda))),
                room.screen,
            )
            choosing += 1
        room.press("Right", "Brought by")
        room.press("Tab", "Brought by")
        room.type("How can I say no?")
        room.shows("How can I say no?")
        room.keys("Tab", "Enter")
        room.shows("Choose a method", "Fits as it is")
        room.type("incident")
        room.shows("When not")
        room.hides("Fits as it is")
        room.keys("Enter")
        room.hides("Choose a method")
        room.shows("Brought by", "Incident method")
        room.keys("Enter")
        room.hides("Choose the case and the method")
        told = exported()
        case, method = told["case"], told["method"]
        assert isinstance(case, dict)
        assert isinstance(method, dict)
        assert case == {"owner": "Anna", "question": "How can I say no?"}
        assert method["id"] == "incident"
        room.keys("Space")
        room.hides("Ready to start")
        room.keys("n")
        wait(lambda: exported()["current"] not in {each["id"] for each in agenda}, room.screen)
        keep_all(room)
        room.keys("C-q", "C-q")
        assert room.ended() == 0
    assert exported()["clock"] == "finished"


def test_a_canary_word_is_found_nowhere_but_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    for name, folder in (("HOME", home), ("TMPDIR", temporary)):
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    with Tmux(tmp_path / "tmux", size=(120, 34)) as room:
        room.shows("What would you like to do?")
        room.keys("n")
        room.shows("Names")
        room.type("Canaryname, Bram, Chantal")
        room.shows("Canaryname")
        room.keys("C-s")
        room.shows("Ready to start")
        room.keys("Space")
        room.hides("Ready to start")
        write(room, "c", "canarynote")
        write(room, "p", "canaryparked")
        room.keys("C-q", "C-q")
        assert room.ended() == 0
        room.hides("phase 1")
        left = room.screen().casefold()
    assert "canary" not in left
    found = [
        str(path.relative_to(tmp_path))
        for path in tmp_path.rglob("*")
        if path.is_file() and (b"canary" in path.read_bytes().lower() or "canary" in path.name.casefold())
    ]
    assert found
    assert [path for path in found if not path.startswith("data/")] == []


def test_a_size_in_the_environment_does_not_hold_against_that_of_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    with Tmux(tmp_path / "tmux", *START, size=(120, 34)) as room:
        room.shows("Agenda", "Speaking order", "Parking lot")
        room.resize(80, 24)
        room.hides("Parking lot")
        room.resize(120, 34)
        room.shows("Parking lot")
