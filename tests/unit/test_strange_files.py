"""Field cases, row 1: a copy that somebody or something else made beside our files disturbs nothing."""

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
@pytest.mark.parametrize("pattern", copies.NAMES)
async def test_a_copy_of_any_name_is_named_left_alone_and_the_session_is_there_once(
    pattern: str, state: str, line: Line
) -> None:
    await group()
    import asyncio

    session = await asyncio.to_thread(in_group)
    if state == "closed":
        await asyncio.to_thread(closed, session)
    copy = copies.named(pattern, file_of(session))
    copies.whole(copy, file_of(session))
    before = seen(copy)
    said = await asyncio.to_thread(lists, line, session)
    assert [each.code for each in said] == [0] * len(said)
    assert [row["id"] for row in json.loads(said[0].out)] == [session]
    shown = copy.name.replace("\n", " ")
    for each in said:
        assert each.err.count(shown) == 1
    assert seen(copy) == before
    assert not list((data_folder() / "set-aside").iterdir())
    await asyncio.to_thread(Rooms.at)
    assert seen(copy) == before
    wiped = await asyncio.to_thread(line, "wipe", session, "--yes")
    assert wiped.code == 0
    assert shown in wiped.out
    assert not copy.exists()
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
    import asyncio

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
