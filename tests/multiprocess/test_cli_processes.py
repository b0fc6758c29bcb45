"""The command line as a process of its own: pipes, encodings, locales, a real terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

PROGRAM = (sys.executable, "-m", "intervisie_tui")
PATIENCE = 30.0


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *words],
        capture_output=True,
        env=os.environ | environ,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=PATIENCE,
    )


def in_terminal(*words: str, until: str, keys: str) -> int:
    """Run in a terminal, send keys once `until` stands there; the exit code."""
    with Terminal(*words, size=(120, 34)) as terminal:
        terminal.shows(until, seconds=PATIENCE)
        terminal.press(keys)
        return terminal.ended(PATIENCE)


def test_a_reader_that_goes_away_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    child = subprocess.Popen([*PROGRAM, "methods", "show", "incident"], stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert child.communicate(timeout=PATIENCE)[1] == b""


def test_an_encoding_that_lacks_signs_gets_question_marks_and_json_stays_whole() -> None:
    poor = {"PYTHONIOENCODING": "ascii", "INTERVISIE_LANG": "nl"}
    table = run("methods", "show", "incident", **poor)
    assert table.returncode == 0
    assert table.stderr == b""
    told = run("methods", "--json", **poor)
    assert {method["id"] for method in json.loads(told.stdout)["methods"]} >= {"incident", "balint"}


def test_the_locale_chooses_dutch() -> None:
    environ = {"INTERVISIE_LANG": "", "LC_ALL": "nl_NL.UTF-8"}
    assert b"Incidentmethode" in run("methods", **environ).stdout


def test_start_and_open_lead_into_the_room_and_ctrl_q_out_of_it() -> None:
    words = ("start", "--member", "Anna", "Bram", "Chantal", "--method", "incident")
    assert in_terminal(*words, until="Chantal", keys="\x11\x11") == 0
    (session,) = json.loads(run("sessions", "--json").stdout)
    assert session["state"] == "live"
    assert in_terminal("open", until="Chantal", keys="\x11\x11") == 0
    record = json.loads(run("export", "--to", "json").stdout)
    assert [member["name"] for member in record["members"]] == ["Anna", "Bram", "Chantal"]


def test_the_demo_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    assert in_terminal("demo", until="Fatima", keys="\x11\x11") == 0
    assert list(folder.iterdir()) == []
    assert json.loads(run("sessions", "--json").stdout) == []
