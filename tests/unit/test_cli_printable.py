"""No command gives a terminal or another program a sign that steers it or hides text (field case N9)."""

import asyncio
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from intervisie_tui.cli import commands
from intervisie_tui.cli.talk import aligned, say
from intervisie_tui.domain.events import Event
from intervisie_tui.domain.events_entries import ActionAdded, NoteAdded, ThingParked
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.printable import json_safe, printable, readable
from intervisie_tui.domain.session import Action, Member, Seat
from intervisie_tui.export import FORMATS
from intervisie_tui.method import Capture
from intervisie_tui.rooms import Rooms
from tests.unit.cli_run import Line, data_folder, made
from tests.unit.demo_session import START, both

ORDERS = (
    "\x1b[2J\x1b]0;boo\x07 \x00\x08\x7f\x85\x9b31m \ud800 \u202e\u202a\u2066\u2069 \u200b\ufeff\u2060\u00ad "
    "\u2028\u2029 \r\n\t\v\f \ufff9 \U000e0041"
)
HOSTILE = f"An{ORDERS}na \u200d"
CLEAN = "".join(sign for sign in HOSTILE if sign != "\ud800")

HIDING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\u00ad\ufff9\U000e0041")

COMMANDS: dict[str, list[tuple[str, ...]]] = {
    "sessions": [(), ("--json",)],
    "actions": [(), ("--json",)],
    "export": [("--to", to) for to in FORMATS] + [("--to", to, "--masked") for to in FORMATS],
    "attendance": [
        (CLEAN, "--to", "csv"),
        (CLEAN, "--to", "md"),
        (CLEAN, "--to", "html"),
        (HOSTILE, "--to", "md"),
    ],
    "methods": [
        (),
        ("--json",),
        ("show", "incident"),
        ("check", HOSTILE),
        ("new", HOSTILE),
        ("show", HOSTILE),
    ],
    "wipe": [(HOSTILE, "--yes"), ("--group", HOSTILE, "--yes"), ("--all",), ("--all", "--yes")],
    "keys": [()],
    "doctor": [(), ("--json",)],
    "start": [(), ("--member", HOSTILE, "--group", HOSTILE, "--method", HOSTILE)],
    "open": [(), (HOSTILE,)],
    "stage": [(), (HOSTILE,)],
    "serve": [(HOSTILE,), ("--port", HOSTILE)],
    "demo": [()],
}
"""Every command, as it is run with a store full of such signs."""


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


def steering(text: str) -> set[str]:
    """The signs in a text that no terminal and no reader should get."""
    kinds = {"Cc", "Cs", "Zl", "Zp"}
    bad = {sign for sign in text if unicodedata.category(sign) in kinds} - {"\n"}
    return bad | (
        set(text)
        & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\u00ad\ufff9\U000e0041")
    )


def hostile_store() -> None:
    """A group, a live session and damaged files, with all of these signs in what is past the checks of `decide`."""

    def events(at: Moment) -> list[Event]:
        return [
            NoteAdded(at, "n9", "tell", Capture.INSIGHT, HOSTILE, "anna"),
            ThingParked(at, "p9", HOSTILE, "anna"),
            ActionAdded(at, "a9", HOSTILE, "anna", date(2027, 1, 2)),
        ]

    async def keep() -> None:
        members = (GroupMember("anna", CLEAN),)
        await Rooms.at().save_group(Group("g", CLEAN, members, actions=(Action("x", CLEAN, "anna"),)))

    asyncio.run(keep())
    members = (Member("anna", HOSTILE), *START.members[1:])
    start: dict[str, Any] = {
        "group": "g",
        "group_name": HOSTILE,
        "question": HOSTILE,
        "method_name": both("Methode \u202e\u200b!"),
    }
    session = made(start=replace(START, id="", members=members, **start))
    journal = Rooms.at().store.journal(session)
    journal.append(journal.read(0).commits[-1].revision, Seat.TIMEKEEPER, "test", events)


def odd_file() -> None:
    """A file in the folder of live sessions whose name holds such signs."""
    (data_folder() / "live" / "x\x1b[31m\u202e.journal").write_bytes(b"")


def cases() -> Iterator[tuple[str, ...]]:
    for command in commands._COMMANDS:
        for words in COMMANDS[command]:
            yield (command, *words)


def test_every_command_is_tried_here() -> None:
    assert set(commands._COMMANDS) == set(COMMANDS)


@pytest.mark.parametrize("words", list(cases()), ids=lambda words: " ".join(map(ascii, words))[:60])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_command_says_steers_nothing(line: Line, words: tuple[str, ...], language: str) -> None:
    hostile_store()
    if words[0] in {"sessions", "doctor", "wipe"}:
        odd_file()
    said = line("--lang", language, *words)
    allowed = {"\r"} if "ics" in words else set()
    if "csv" in words:
        allowed |= {"\ufeff"}
    assert steering(said.out) - allowed == set()
    assert steering(said.err) == set()
    assert "Traceback" not in said.err


@pytest.mark.parametrize("to", FORMATS)
def test_a_file_holds_no_such_sign_and_all_that_can_be_read(line: Line, tmp_path: Path, to: str) -> None:
    hostile_store()
    path = tmp_path / f"a.{to}"
    assert line("export", "--output", str(path)).code == 0
    text = path.read_text(encoding="utf-8-sig")
    assert steering(text) == set()
    if to == "json":
        assert json.loads(text)["actions"][-1]["text"] == HOSTILE
    else:
        assert readable(HOSTILE)[-3:] in text.replace("\\", "")


def test_json_says_the_same_with_every_sign_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    written = json_safe(json.dumps({HOSTILE: HOSTILE}, ensure_ascii=False, indent=2))
    assert steering(written) == set()
    assert json.loads(written) == {HOSTILE: HOSTILE}
    assert "\u200d" in written
    say(*aligned([[HOSTILE, "x"]]), f"{HOSTILE}\nsecond")
    assert steering(capsys.readouterr().out) == set()


def test_a_list_shows_where_an_order_was_and_keeps_what_scripts_need() -> None:
    assert printable("a\x1b[31mb\u202ec\u200bd\te\u2028f") == "a?[31mbcd e f"
    assert printable("👩\u200d👧 می\u200cخواهم") == "👩\u200d👧 می\u200cخواهم"
    assert printable("\u200fשלום\u200e") == "שלום"
    assert readable("\u200fשלום\u200e\u202e") == "\u200fשלום\u200e"
