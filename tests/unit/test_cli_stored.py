"""Commands on what is stored: sessions, export, actions, attendance, wipe, open."""

import asyncio
import json
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from intervisie_tui.domain.commands import AddAction, AddNote, Finish, StartClock
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Keep
from intervisie_tui.rooms import Rooms
from tests.unit.cli_run import Line, data_folder, journals, made
from tests.unit.demo_session import START

CANARY = "kanarie"


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


def fresh(**more: Any) -> str:
    start = replace(START, id="", **more)
    return made(
        StartClock(),
        AddNote("n", "tell", CANARY),
        AddAction("x", "Call", "anna", date(2027, 1, 2)),
        start=start,
    )


def closed(session: str, keep: Keep = Keep.ALL) -> None:
    async def close() -> None:
        rooms = Rooms.at()
        live = await rooms.open(session)
        assert await live.do(Finish()) is None
        assert await rooms.close(live, keep) is None

    asyncio.run(close())


def test_an_empty_store_is_said_in_a_sentence_by_every_list(line: Line) -> None:
    assert json.loads(line("sessions", "--json").out) == []
    assert json.loads(line("actions", "--json").out) == []
    assert "no session" in line("sessions").out
    for command in (("open",), ("export", "--to", "json")):
        said = line(*command)
        assert said.code == 1
        said.complains("session")


def test_sessions_tell_their_state(line: Line) -> None:
    live, ended, kept = fresh(), fresh(), fresh(speed=60.0)
    closed(kept)
    made_live = Rooms.at()
    live_hold = asyncio.run(made_live.open(ended))
    asyncio.run(live_hold.do(Finish()))
    found = {row["id"]: row for row in json.loads(line("sessions", "--json").out)}
    assert {name: row["state"] for name, row in found.items()} == {
        live: "live",
        ended: "finished",
        kept: "closed",
    }
    assert found[kept]["rehearsal"] is True
    assert set(found[live]) == {"id", "group", "method", "started_at", "ended_at", "state", "rehearsal"}


@pytest.mark.parametrize("to", ["md", "html", "json", "csv", "ics"])
def test_a_running_session_is_exported_and_masked(line: Line, to: str) -> None:
    fresh()
    assert line("export", "--to", to).code == 0
    plain, masked = line("export", "--to", to), line("export", "--to", to, "--masked")
    assert "Anna" in plain.out or to in {"csv", "ics"}
    assert "Anna" not in masked.out


def test_a_file_is_private_whole_and_never_replaced_without_a_word(line: Line, tmp_path: Path) -> None:
    fresh()
    path = tmp_path / "minutes.json"
    assert line("export", "--to", "json", "--output", str(path)).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("mine", encoding="utf-8")
    said = line("export", "--to", "json", "--output", str(path))
    assert said.code == 1
    said.complains("there already", "--force")
    assert path.read_text(encoding="utf-8") == "mine"
    assert line("export", "--to", "json", "--output", str(path), "--force").code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == 1
    assert [
        found.name for found in tmp_path.iterdir() if "minutes" in found.name or found.name[0] == "."
    ] == [path.name]


@pytest.mark.parametrize("output", ["missing/x.json", ".", "x" * 5000, "a\0b"])
def test_a_place_that_cannot_be_written_is_a_sentence(line: Line, tmp_path: Path, output: str) -> None:
    fresh()
    said = line("export", "--to", "json", "--output", f"{tmp_path}/{output}")
    assert said.code == 1
    said.complains("Cannot write")


@pytest.mark.parametrize("name", ["nope", "../../etc/passwd", "x" * 5000, "[/b]", "\x1b[31m", "a b", "é"])
@pytest.mark.parametrize("command", [("open",), ("export", "--to", "json"), ("wipe", "--yes")])
def test_an_unknown_session_is_a_sentence(line: Line, command: tuple[str, ...], name: str) -> None:
    fresh()
    said = line(*command, name)
    assert said.code == 1
    said.complains("There is no session")


def test_a_damaged_journal_is_told_and_the_others_work(line: Line) -> None:
    whole, hurt = fresh(), fresh()
    journal = next((data_folder() / "live").glob(f"{hurt}.j*"))
    journal.write_bytes(b"")
    said = line("sessions", "--json")
    assert said.code == 0
    assert [row["id"] for row in json.loads(said.out)] == [whole]
    assert hurt in said.err
    gone = line("export", hurt, "--to", "json")
    assert gone.code == 1
    gone.complains(hurt)


def test_a_closed_session_is_not_opened_but_told_how_to_read(line: Line) -> None:
    session = fresh()
    closed(session)
    said = line("open", session)
    assert said.code == 1
    said.complains("is closed", "export")


def test_open_actions_come_from_groups_and_live_sessions_but_not_from_rehearsals(line: Line) -> None:
    asyncio.run(
        Rooms.at().save_group(Group("g", "Demo", tuple(GroupMember(m.id, m.name) for m in START.members)))
    )
    closed(fresh(group="g", group_name="Demo"))
    fresh(speed=60.0)
    found = json.loads(line("actions", "--json").out)
    assert [(row["text"], row["owner"], row["due"], row["group"]) for row in found] == [
        ("Call", "Anna", "2027-01-02", "Demo")
    ]
    assert "Call" in line("actions").out


def test_attendance_is_of_a_known_group_only(line: Line) -> None:
    asyncio.run(
        Rooms.at().save_group(Group("g", "Demo", tuple(GroupMember(m.id, m.name) for m in START.members)))
    )
    closed(fresh(group="g", group_name="Demo"))
    assert "Anna" in line("attendance", "demo", "--to", "csv").out
    assert "Anna" not in line("attendance", "demo", "--to", "csv", "--year", "1999").out
    said = line("attendance", "Dem", "--to", "csv")
    assert said.code == 1
    said.complains("Dem", "There are: Demo")
    line("attendance", "Demo", "--to", "csv", "--year", "soon").complains("soon")
    for year in ("26", "0", "-2026", "20266"):
        said = line("attendance", "Demo", "--to", "csv", f"--year={year}")
        assert said.code == 2
        said.complains(year, "2026")


def test_wiping_asks_or_needs_a_yes_and_leaves_no_byte(line: Line) -> None:
    session = fresh()
    said = line("wipe", session)
    assert said.code == 2
    said.complains("--yes")
    assert journals()
    gone = line("wipe", session, "--yes")
    assert gone.code == 0
    assert session in gone.out
    assert not any(
        CANARY.encode() in path.read_bytes() for path in data_folder().rglob("*") if path.is_file()
    )


def test_a_group_goes_with_its_sessions_and_all_goes_with_everything(line: Line) -> None:
    asyncio.run(Rooms.at().save_group(Group("g", "Demo")))
    fresh(group="g", group_name="Demo")
    other = fresh()
    line("wipe", "--group", "Nobody", "--yes").complains("Nobody", "Demo")
    assert line("wipe", "--group", "demo", "--yes").code == 0
    assert [row["id"] for row in json.loads(line("sessions", "--json").out)] == [other]
    assert line("wipe", "--all", "--yes").code == 0
    assert journals() == []
    assert "nothing" in line("wipe", "--all", "--yes").out


def test_wipe_takes_one_thing_at_a_time(line: Line) -> None:
    for words in ((), ("x", "--all"), ("--all", "--group", "y"), ("",)):
        said = line("wipe", *words, "--yes")
        assert said.code == 2
        said.complains()


def test_a_file_for_a_spreadsheet_tells_that_it_is_utf_8_and_a_pipe_is_plain(
    line: Line, tmp_path: Path
) -> None:
    fresh()
    out = line("export", "--to", "csv").out
    assert out.startswith("kind,")
    assert line("export", "--to", "csv", "--output", str(tmp_path / "x.csv")).code == 0
    assert (tmp_path / "x.csv").read_bytes() == b"\xef\xbb\xbf" + out.encode()


def test_a_damaged_session_is_told_in_the_language_asked_and_without_code(line: Line) -> None:
    session = fresh()
    (data_folder() / "live" / f"{session}.journal").write_bytes(b"")
    for command in (("open", session), ("export", session, "--to", "md")):
        said = line("--lang", "nl", *command)
        assert said.code == 1
        said.complains("is beschadigd (de eerste regel is niet heel)")
        assert "Damage(" not in said.err


def test_a_session_cut_off_before_its_first_event_is_told_by_the_list(line: Line) -> None:
    session = fresh()
    journal = data_folder() / "live" / f"{session}.journal"
    whole = journal.read_bytes()
    journal.write_bytes(whole[: whole.index(b"\n") + 40])
    said = line("sessions")
    assert said.code == 0
    said.complains(session, "cannot be read")
