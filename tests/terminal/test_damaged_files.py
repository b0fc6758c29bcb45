"""Damaged and newer files, met by the whole program: told, set aside, never overwritten, and the rest works."""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intervisie_tui.domain.commands import AddNote, Finish, StartClock
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Keep
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.lines import encode
from intervisie_tui.store.migrations import SCHEMA
from tests.terminal.terminal import Terminal
from tests.terminal.tmux import run
from tests.unit.demo_session import MEMBERS, START

Hurt = Callable[[bytes], bytes]


def other_sign_in_line(number: int) -> Hurt:
    def hurt(data: bytes) -> bytes:
        lines = data.splitlines(keepends=True)
        lines[number] = lines[number].replace(b"e", b"f", 1)
        return b"".join(lines)

    return hurt


NOTHING_LEFT: dict[str, Hurt] = {
    "empty": lambda data: b"",
    "cut in its first line": lambda data: data[:20],
    "another sign in its first line": other_sign_in_line(0),
    "no journal at all": lambda data: bytes(range(256)),
}
NO_DATABASE: dict[str, Hurt] = {
    "half": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "newer": lambda data: data.replace(b'"schema": %d}' % SCHEMA, b'"schema": 99}', 1),
}


def newer_journal(data: bytes) -> bytes:
    return encode({"schema": SCHEMA + 1, "strange": True}, 0)[0] + b"anything\n"


@dataclass(frozen=True)
class World:
    """A whole session, one that is about to be hurt, and one that was closed."""

    root: Path
    whole: str
    session: str
    closed: str

    @property
    def journal(self) -> Path:
        return self.root / "live" / f"{self.session}.journal"

    def listed(self) -> set[str]:
        """The sessions that the list tells of."""
        told = run("sessions", "--json")
        assert told.returncode == 0
        return {row["id"] for row in json.loads(told.stdout)}

    def copies(self, path: Path) -> list[str]:
        return [digest(copy) for copy in (self.root / "set-aside").glob(f"{path.name}-*")]


@pytest.fixture
async def world(tmp_path: Path) -> World:
    rooms = Rooms.at()
    await rooms.save_group(Group("g", "Demo", tuple(GroupMember(each.id, each.name) for each in MEMBERS)))
    for name in ("whole", "hurt", "closed"):
        live = await rooms.start(replace(START, id=name))
        for number in range(3):
            assert await live.do(AddNote(f"n{number}", "tell", f"note {number}")) is None
        if name == "closed":
            assert await live.do(StartClock()) is None
            assert await live.do(Finish()) is None
            assert await rooms.close(live, Keep.ALL) is None
        await live.stop()
    return World(Path(os.environ["INTERVISIE_DATA_DIR"]), "whole", "hurt", "closed")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def hurt(path: Path, how: Hurt) -> str:
    """Damage a file; what it is from now on."""
    before = path.read_bytes()
    path.write_bytes(how(before))
    assert path.read_bytes() != before
    return digest(path)


def assert_refused(*words: str, told: str) -> None:
    """One sentence on stderr with these words, exit 1, nothing else."""
    ended = run(*words)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert told in ended.stderr
    assert len(ended.stderr) < 1000
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("how", NOTHING_LEFT)
def test_of_a_journal_that_cannot_be_read_a_copy_is_told_and_the_others_work(how: str, world: World) -> None:
    damaged = hurt(world.journal, NOTHING_LEFT[how])
    copy = f"A copy was set aside as set-aside/{world.journal.name}-1"
    assert world.listed() == {world.whole, world.closed}
    assert copy in run("sessions").stderr
    assert_refused("open", world.session, told=copy)
    assert_refused("export", world.session, "--to", "json", told=copy)
    assert run("export", world.whole, "--to", "json").returncode == 0
    assert digest(world.journal) == damaged
    assert world.copies(world.journal) == [damaged]


def test_a_journal_of_a_newer_version_is_left_alone_and_the_others_work(world: World) -> None:
    newer = hurt(world.journal, newer_journal)
    assert world.listed() == {world.whole, world.closed}
    for words in (("open", world.session), ("export", world.session, "--to", "md")):
        assert_refused(*words, told=f"was written by a newer version (schema {SCHEMA + 1})")
    assert digest(world.journal) == newer
    assert world.copies(world.journal) == []


def test_of_the_only_session_that_is_damaged_opening_tells_what_is_wrong(world: World) -> None:
    run("wipe", world.whole, "--yes")
    hurt(world.journal, NOTHING_LEFT["empty"])
    assert_refused("open", told=f"{world.journal.name} is damaged")


def test_damage_in_the_middle_is_told_by_the_list_the_export_and_the_room_and_what_is_before_it_is_there(
    world: World,
) -> None:
    damaged = hurt(world.journal, other_sign_in_line(3))
    assert world.listed() == {world.whole, world.session, world.closed}
    told = f"{world.journal.name} is damaged (a checksum does not match). A copy was set aside as"
    assert told in run("sessions").stderr
    exported = run("export", world.session, "--to", "json")
    assert exported.returncode == 0
    assert told in exported.stderr
    assert [note["text"] for note in json.loads(exported.stdout)["notes"]] == ["note 0"]
    with Terminal("open", world.session, size=(120, 34)) as room:
        room.shows("note 0", f"{world.journal.name} is damaged")
        assert digest(world.journal) == damaged
        room.press("cgoes on\r")
        room.until(lambda _: "goes on" in run("export", world.session, "--to", "json").stdout, "goes on")
    assert world.copies(world.journal) == [damaged]
    told_again = json.loads(run("export", world.session, "--to", "json").stdout)
    assert [note["text"] for note in told_again["notes"]] == ["note 0", "goes on"]


@pytest.mark.parametrize("how", NO_DATABASE)
@pytest.mark.parametrize("name", ["catalogue.json", "index.json"])
def test_a_list_that_cannot_be_read_is_told_by_the_lobby_and_unfinished_sessions_go_on(
    name: str, how: str, world: World
) -> None:
    path = world.root / name
    damaged = hurt(path, NO_DATABASE[how])
    assert {world.whole, world.session} <= world.listed()
    assert run("export", world.closed, "--to", "json").returncode == 0
    with Terminal(size=(120, 34)) as lobby:
        lobby.shows(name, "newer" if how == "newer" else "damaged")
        lobby.press("\r")
        lobby.shows("phase 1 of 7")
        # A live session asks how it is left; twice is at once.
        lobby.press("\x11\x11")
        assert lobby.ended() == 0
    assert digest(path) == damaged
    assert world.copies(path) == ([] if how == "newer" else [damaged])


@pytest.mark.parametrize("how", NO_DATABASE)
def test_a_closed_session_that_cannot_be_read_is_told_and_the_others_work(how: str, world: World) -> None:
    path = world.root / "sessions" / f"{world.closed}.json"
    damaged = hurt(path, NO_DATABASE[how])
    told = (
        "newer version (schema 99)" if how == "newer" else f"A copy was set aside as set-aside/{path.name}-1"
    )
    assert_refused("export", world.closed, "--to", "json", told=told)
    assert world.listed() == {world.whole, world.session, world.closed}
    assert digest(path) == damaged
    assert world.copies(path) == ([] if how == "newer" else [damaged])
