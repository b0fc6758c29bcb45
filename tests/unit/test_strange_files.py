"""Field cases, row 1: a copy that somebody or something else made beside our files disturbs nothing."""

import asyncio
import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Keep
from intervisie_tui.rooms import Rooms
from tests.unit import copies
from tests.unit.cli_run import Line, Said, data_folder
from tests.unit.demo_session import MEMBERS
from tests.unit.test_cli_stored import CANARY, closed, fresh

Kind = Callable[[Path, Path], None]
LISTS = (
    "catalogue (1).json", "catalogue.sync-conflict-20261121-101010-A.json", "._catalogue.json",
    "catalogue-LAPTOP.json", "Kopie van catalogue.json", "catalogue.json~", "catalogue.json (1).bak",
    "index (1).json", "index - Copy.json",
)  # fmt: skip


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


async def group() -> None:
    await Rooms.at().save_group(
        Group("g", "Circle", tuple(GroupMember(each.id, each.name) for each in MEMBERS))
    )


def in_group() -> str:
    return fresh(group="g", group_name="Circle")


def file_of(session: str) -> Path:
    live = data_folder() / "live" / f"{session}.journal"
    return live if live.exists() else data_folder() / "sessions" / f"{session}.json"


def seen(path: Path) -> object:
    """What must stay the same of a thing that is left alone."""
    mode = path.lstat().st_mode
    if stat.S_ISREG(mode):
        return (mode, hashlib.sha256(path.read_bytes()).hexdigest())
    if stat.S_ISLNK(mode):
        return (mode, path.readlink())
    return (mode, sorted(map(str, path.iterdir())) if path.is_dir() else "")


def lists(line: Line, session: str) -> list[Said]:
    """Every command that looks at the whole folder; each must work."""
    return [
        line("sessions", "--json"), line("sessions"), line("actions"), line("export", session, "--to", "json"),
        line("export", "--to", "md"), line("attendance", "Circle", "--to", "csv"),
    ]  # fmt: skip


@pytest.mark.parametrize("state", ["live", "closed"])
def test_copies_of_every_name_are_named_left_alone_and_the_session_is_there_once(
    state: str, line: Line
) -> None:
    asyncio.run(group())
    session = in_group()
    if state == "closed":
        closed(session)
    made = [copies.named(pattern, file_of(session)) for pattern in copies.NAMES]
    for copy in made:
        copies.whole(copy, file_of(session))
    before = [seen(copy) for copy in made]
    said = lists(line, session)
    assert [each.code for each in said] == [0] * len(said)
    assert [row["id"] for row in json.loads(said[0].out)] == [session]
    shown = [f"/{copy.name} seems".replace("\n", " ") for copy in made]
    for each in said:
        assert all(name in each.err for name in shown)
        assert each.err.count("seems to be a copy") == len(shown)
    Rooms.at()
    assert [seen(copy) for copy in made] == before
    assert not list((data_folder() / "set-aside").iterdir())
    wiped = line("wipe", session, "--yes")
    assert wiped.code == 0
    assert all(f"/{copy.name}\n".replace("\n(", " (") in wiped.out for copy in made)
    assert not any(copy.exists() for copy in made)
    assert CANARY.encode() not in everything()


def everything() -> bytes:
    found = (path for path in data_folder().rglob("*") if stat.S_ISREG(path.lstat().st_mode))
    return b"".join(path.name.encode("utf-8", "surrogateescape") + path.read_bytes() for path in found)


@pytest.mark.parametrize("state", ["live", "closed"])
@pytest.mark.parametrize("kind", copies.KINDS)
def test_a_thing_of_any_kind_with_the_name_of_a_copy_disturbs_nothing(
    kind: Kind, state: str, line: Line
) -> None:
    session = fresh()
    if state == "closed":
        closed(session)
    copy = copies.named("{stem} (1){end}", file_of(session))
    kind(copy, file_of(session))
    before = seen(copy)
    for words in (("sessions",), ("actions",), ("export", session, "--to", "md")):
        said = line(*words)
        assert said.code == 0
        assert copy.name in said.err
    assert seen(copy) == before
    wiped = line("wipe", session, "--yes")
    assert wiped.code == 0
    assert copy.name in wiped.out
    # What is no file is named, and stays.
    assert (
        os.path.lexists(copy)
        == ("Not erased" in wiped.out)
        == (kind in (copies.folder, copies.link, copies.pipe))
    )


@pytest.mark.parametrize("kind", [copies.folder, copies.link, copies.pipe])
def test_a_thing_with_the_very_name_of_a_journal_is_told_and_the_others_work(kind: Kind, line: Line) -> None:
    session = fresh()
    other = file_of(session).with_name("20261121-00000000.journal")
    kind(other, file_of(session))
    said = line("sessions", "--json")
    assert said.code == 0
    assert [row["id"] for row in json.loads(said.out)] == [session]
    assert other.name in said.err


@pytest.mark.parametrize("name", LISTS)
def test_a_copy_of_a_list_is_named_and_stays_until_everything_is_erased(name: str, line: Line) -> None:
    session = fresh()
    closed(session)
    original = data_folder() / ("index.json" if "index" in name else "catalogue.json")
    copy = data_folder() / name
    copy.write_bytes(original.read_bytes() if original.exists() else f'"{session}"'.encode())
    before = seen(copy)
    said = line("sessions", "--json")
    assert (said.code, [row["id"] for row in json.loads(said.out)]) == (0, [session])
    assert name in said.err
    assert seen(copy) == before
    line("wipe", session, "--yes")
    assert seen(copy) == before
    wiped = line("wipe", "--all", "--yes")
    assert name in wiped.out
    assert not copy.exists()


@pytest.mark.parametrize("folder", ["live", "sessions", "."])
@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", ".stfolder", "desktop.ini", ".sync.ffs_db", "notes.txt"]
)
def test_of_what_a_desktop_leaves_in_every_folder_nothing_is_said(folder: str, name: str, line: Line) -> None:
    fresh()
    (data_folder() / folder / name).write_text("x")
    said = line("sessions")
    assert (said.code, said.err) == (0, "")


def test_wiping_a_group_takes_the_copies_of_its_sessions_and_names_what_stays(line: Line) -> None:

    asyncio.run(group())
    live, ended, other = in_group(), in_group(), fresh()
    closed(ended)
    taken = [copies.named("{stem}-LAPTOP{end}", file_of(each)) for each in (live, ended)]
    for copy, session in zip(taken, (live, ended), strict=True):
        copies.whole(copy, file_of(session))
    stays = copies.named("{stem} (1){end}", file_of(other))
    copies.whole(stays, file_of(other))
    of_list = data_folder() / "catalogue (1).json"
    of_list.write_bytes((data_folder() / "catalogue.json").read_bytes())
    wiped = line("wipe", "--group", "Circle", "--yes")
    assert wiped.code == 0
    assert not any(copy.exists() for copy in taken)
    assert stays.exists()
    assert of_list.name in wiped.out.split("Not erased")[1]
    assert stays.name not in wiped.out


def test_a_copy_whose_original_is_gone_is_told_with_its_mend_and_can_be_erased(line: Line) -> None:
    session = fresh()
    copy = copies.named("{stem}-LAPTOP{end}", file_of(session))
    file_of(session).rename(copy)
    assert json.loads(line("sessions", "--json").out) == []
    doctor = line("doctor")
    assert f"{session}.journal" in doctor.out.replace("\n", "")
    assert line("open", session).code == 1
    assert line("wipe", session, "--yes").code == 0
    assert not copy.exists()


def test_the_doctor_names_a_copy_and_says_what_helps(line: Line) -> None:
    session = fresh()
    copies.whole(copies.named("{stem} (1){end}", file_of(session)), file_of(session))
    said = line("doctor")
    assert said.code == 0
    assert f"{session} (1).journal" in said.out
    assert f"intervisie wipe {session}" in said.out


def test_closing_leaves_copies_alone(line: Line) -> None:
    session = fresh()
    made = [copies.named(each, file_of(session)) for each in copies.NAMES]
    for copy in made:
        copies.whole(copy, file_of(session))
    before = [seen(copy) for copy in made]
    closed(session, Keep.ACTIONS)
    assert [seen(copy) for copy in made] == before
    assert [row["state"] for row in json.loads(line("sessions", "--json").out)] == ["closed"]


def test_a_copy_of_the_file_of_another_session_never_overwrites_that_session(line: Line) -> None:
    session = fresh()
    closed(session)
    copy = copies.named("{stem}-LAPTOP{end}", file_of(session))
    copy.write_bytes(file_of(session).read_bytes().replace(CANARY.encode(), b"another"))
    before = file_of(session).read_bytes()
    (data_folder() / "index.json").unlink()
    (data_folder() / "index.json.bak").unlink()
    assert [row["id"] for row in json.loads(line("sessions", "--json").out)] == [session]
    assert file_of(session).read_bytes() == before
    assert CANARY in line("export", session, "--to", "json").out


@pytest.mark.parametrize("name", [".stversions", "live (1)", "Kopie van live", "backup"])
def test_a_folder_of_copies_is_named_and_a_wipe_says_that_it_stays(name: str, line: Line) -> None:
    session = fresh()
    folder = data_folder() / name / "live"
    folder.mkdir(parents=True)
    copies.whole(folder / f"{session}~20261121-101010.journal", file_of(session))
    said = line("sessions", "--json")
    assert (said.code, [row["id"] for row in json.loads(said.out)]) == (0, [session])
    assert name in said.err
    wiped = line("wipe", session, "--yes")
    assert f"  {name}\n" in wiped.out.split("Not erased")[1]
    assert CANARY.encode() in everything()


@pytest.mark.parametrize(
    "pattern", ["{name} (1)", "{name}.sync-conflict-20261121-101010-ABC", "Kopie van {name}"]
)
def test_a_copy_of_what_was_set_aside_goes_with_its_session(pattern: str, line: Line) -> None:
    session = fresh()
    damaged = file_of(session)
    damaged.write_bytes(damaged.read_bytes().replace(CANARY.encode(), b"kanarja"))
    line("sessions")
    (aside,) = (data_folder() / "set-aside").iterdir()
    copy = aside.with_name(pattern.format(name=aside.name))
    copies.whole(copy, aside)
    assert copy.name in line("sessions").err
    assert line("wipe", session, "--yes").code == 0
    assert not copy.exists()
    assert not aside.exists()


@pytest.mark.parametrize("ending", [".secret", ".doors", ".beat", ".draft-0a1b2c3d"])
def test_a_copy_of_what_lies_beside_a_journal_is_named_and_goes_with_it(ending: str, line: Line) -> None:
    session = fresh()
    copy = data_folder() / "live" / f"{session} (1){ending}"
    copy.write_bytes(b'["note", "kanarie"]')
    said = line("sessions", "--json")
    assert (said.code, len(json.loads(said.out))) == (0, 1)
    assert copy.name in said.err
    closed(session, Keep.ACTIONS)
    assert copy.exists()
    assert copy.name in line("wipe", session, "--yes").out
    assert not copy.exists()


def test_a_closed_session_that_cannot_be_read_keeps_no_other_from_the_attendance(line: Line) -> None:
    asyncio.run(group())
    one, other = in_group(), in_group()
    closed(one)
    closed(other)
    file_of(one).write_bytes(b"{")
    said = line("attendance", "Circle", "--to", "csv")
    assert said.code == 0
    assert said.out.count("Anna") == 1
    assert one in said.err
