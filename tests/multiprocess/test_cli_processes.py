"""The command line as a process of its own: pipes, encodings, locales, a real terminal."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-m", "intervisie_tui")
PATIENCE = 30.0


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *words],
        capture_output=True,
        env=os.environ | environ,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def in_terminal(*words: str, until: bytes, keys: bytes) -> int:
    """Run in a pseudo-terminal, send keys once `until` has been painted; the exit code."""
    main, inner = pty.openpty()
    environ = os.environ | {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "34"}
    child = subprocess.Popen([*PROGRAM, *words], stdin=inner, stdout=inner, stderr=inner, env=environ)
    os.close(inner)
    painted, sent, end = b"", False, time.monotonic() + PATIENCE
    while child.poll() is None and time.monotonic() < end:
        if select.select([main], [], [], 0.1)[0]:
            try:
                painted += os.read(main, 65536)
            except OSError:
                break
        if until in painted and not sent:
            os.write(main, keys)
            sent = True
    assert sent, painted[-2000:]
    code = child.wait(PATIENCE)
    os.close(main)
    return code


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
    assert in_terminal(*words, until=b"Chantal", keys=b"\x11") == 0
    (session,) = json.loads(run("sessions", "--json").stdout)
    assert session["state"] == "live"
    assert in_terminal("open", until=b"Chantal", keys=b"\x11") == 0
    record = json.loads(run("export", "--to", "json").stdout)
    assert [member["name"] for member in record["members"]] == ["Anna", "Bram", "Chantal"]


def test_the_demo_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    assert in_terminal("demo", until=b"Fatima", keys=b"\x11") == 0
    assert list(folder.iterdir()) == []
    assert json.loads(run("sessions", "--json").stdout) == []
