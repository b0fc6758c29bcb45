"""The sessions and groups of one data folder: begun, opened, closed, erased."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock, Keep, Status
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.settings import read_settings
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.problems import Gone
from intervisie_tui.store.store import Store
from intervisie_tui.unfinished import named, new_id
from tests.unit.demo_session import BEGIN, MEMBERS, START

CANARY = "KANARIE"
GROUP = Group("g1", "Kring", tuple(GroupMember(member.id, member.name) for member in MEMBERS))
HELD = replace(START, group="g1", group_name="Kring", question=f"{CANARY} question")


class Power(BaseException):
    """The power goes."""


class Cut(LocalDisk):
    """Loses its power at one of the calls that change something, counted from `armed` on."""

    def __init__(self) -> None:
        self.left: int | None = None

    def _count(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Power

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        self._count()
        super().write(descriptor, data, offset)

    def replace(self, source: Path, target: Path) -> None:
        self._count()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)


class World:
    def __init__(self) -> None:
        self.at = BEGIN

    def now(self) -> Moment:
        return self.at

    def wait(self, seconds: float) -> None:
        self.at = self.at.later(seconds)


Open = Callable[..., Rooms]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def rooms_at(tmp_path: Path, world: World) -> Open:
    def opened(disk: LocalDisk | None = None) -> Rooms:
        store = Store.open(tmp_path / "data", now=world.now, disk=disk)
        return Rooms(store, read_settings(tmp_path / "config"), tmp_path / "config" / "methods", world.now)

    return opened


async def held(rooms: Rooms, world: World, start: c.Start = HELD) -> Live:
    """A session that was played to its end, with something in every field that can hold text."""
    if await rooms.groups() == ():
        await rooms.save_group(GROUP)
    live = await rooms.start(start)
    await live.do(c.StartClock())
    world.wait(60)
    await live.do(c.AddNote("n", "tell", f"{CANARY} note", by="bram"))
    await live.do(c.ChangeText("n", f"{CANARY} note, otherwise"))
    await live.do(c.Park("p", f"{CANARY} parked"))
    await live.do(c.AddAction("a", "call them", "anna"))
    await live.do(c.AddAction("b", "is done", "anna"))
    await live.do(c.MarkAction("b", Status.DONE))
    await live.draft("note", f"{CANARY} half")
    world.wait(60)
    assert await live.do(c.Finish()) is None
    return live


def files_with(root: Path, word: str) -> list[str]:
    return [path.name for path in root.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


async def test_with_only_actions_kept_no_byte_of_the_rest_is_left(
    tmp_path: Path, rooms_at: Open, world: World
) -> None:
    rooms = rooms_at()
    live = await held(rooms, world)
    assert files_with(tmp_path, CANARY)
    assert await rooms.close(live, Keep.ACTIONS) is None
    assert files_with(tmp_path, CANARY) == []
    record = await rooms.record(START.id)
    assert [action["text"] for action in record["actions"]] == ["call them", "is done"]
    assert record["phases"][0]["actual_seconds"] == 120
    assert list(rooms.store.live_folder.iterdir()) == []


async def test_with_all_kept_the_record_holds_it_all(rooms_at: Open, world: World) -> None:
    rooms = rooms_at()
    assert await rooms.close(await held(rooms, world), Keep.ALL) is None
    record = await rooms.record(START.id)
    assert record["notes"][0]["text"] == f"{CANARY} note, otherwise"
    assert record["case"]["question"] == f"{CANARY} question"
    assert [row.id for row in await rooms.archive()] == [START.id]
    assert await rooms.unfinished() == ()
    with pytest.raises(Gone):
        await rooms.open(START.id)


@pytest.mark.parametrize("keep", Keep)
async def test_a_close_that_was_cut_off_at_any_step_is_completed_at_the_next_opening(
    tmp_path: Path, rooms_at: Open, world: World, keep: Keep
) -> None:
    for step in range(40):
        disk = Cut()
        rooms = rooms_at(disk)
        start = replace(HELD, id=f"s{step}")
        live = await held(rooms, world, start)
        await live.do(c.Close(keep))
        disk.left = step
        cut = False
        try:
            header = rooms.store.journal(start.id).header
            rooms._archive(live.session, header, keep)
        except Power:
            cut = True
        again = rooms_at()
        assert await again.unfinished() == ()
        assert (await again.record(start.id))["id"] == start.id
        assert [row.id for row in await again.archive()].count(start.id) == 1
        group = next(group for group in await again.groups() if group.id == "g1")
        assert [item.session for item in group.roles_history].count(start.id) == 1
        assert [action.session for action in group.actions].count(start.id) <= 1
        if keep is Keep.ACTIONS:
            assert files_with(tmp_path / "data", CANARY) == []
        if not cut:
            assert step > 3
            return
    pytest.fail("a close took more than forty steps")


async def test_a_closed_session_whose_close_was_cut_off_is_not_opened_but_completed(
    rooms_at: Open, world: World
) -> None:
    rooms = rooms_at()
    live = await held(rooms, world)
    await live.do(c.Close(Keep.ALL))
    with pytest.raises(Gone):
        await rooms_at().open(START.id)
    assert (await rooms.record(START.id))["id"] == START.id


async def test_after_a_session_the_group_has_its_open_actions_and_who_did_what(
    rooms_at: Open, world: World
) -> None:
    rooms = rooms_at()
    await rooms.close(await held(rooms, world), Keep.ACTIONS)
    (group,) = await rooms.groups()
    assert [(action.text, action.session, action.earlier) for action in group.actions] == [
        ("call them", START.id, True)
    ]
    (meeting,) = group.roles_history
    assert (meeting.session, meeting.facilitator, meeting.owners) == (START.id, "bram", ("anna",))
    assert group.number == 2


async def test_a_rehearsal_leaves_no_trace_in_the_group(rooms_at: Open, world: World) -> None:
    rooms = rooms_at()
    live = await held(rooms, world, replace(HELD, speed=60.0))
    await rooms.close(live, Keep.ALL)
    assert await rooms.groups() == (GROUP,)
    assert [row.rehearsal for row in await rooms.archive()] == [True]


async def test_erasing_a_closed_session_takes_everything_of_it_out_of_the_group_too(
    tmp_path: Path, rooms_at: Open, world: World
) -> None:
    rooms = rooms_at()
    await rooms.close(await held(rooms, world), Keep.ALL)
    await rooms.wipe(START.id)
    assert files_with(tmp_path / "data", CANARY) == files_with(tmp_path / "data", "call them") == []
    (group,) = await rooms.groups()
    assert (group.actions, group.roles_history) == ((), ())
    with pytest.raises(Gone):
        await rooms.record(START.id)


async def test_erasing_a_live_session_leaves_nothing_of_it(
    tmp_path: Path, rooms_at: Open, world: World
) -> None:
    rooms = rooms_at()
    await held(rooms, world)
    await rooms.wipe(START.id)
    assert files_with(tmp_path / "data", CANARY) == []
    assert await rooms.unfinished() == ()


async def test_unfinished_sessions_are_listed_and_opened_as_they_stood(rooms_at: Open, world: World) -> None:
    rooms = rooms_at()
    live = await rooms.start(START)
    await live.do(c.StartClock())
    (row,) = await rooms_at().unfinished()
    assert (row.id, row.clock, row.rehearsal) == (START.id, Clock.RUNNING, False)
    assert row.members == tuple(member.name for member in MEMBERS)
    again = await rooms_at().open(START.id)
    assert again.session == live.session


@pytest.mark.parametrize(
    ("gone_for", "speed", "running", "asked"),
    [(601, 1.0, True, True), (599, 1.0, True, False), (601, 60.0, True, False), (601, 1.0, False, False)],
)
async def test_after_ten_minutes_without_a_screen_opening_asks(
    rooms_at: Open, world: World, gone_for: float, speed: float, running: bool, asked: bool
) -> None:
    live = await rooms_at().start(replace(START, speed=speed))
    if running:
        await live.do(c.StartClock())
    world.wait(gone_for)
    again = await rooms_at().open(START.id)
    assert (again.gap is not None) is asked
    if asked:
        assert again.gap == pytest.approx(gone_for)
        assert await again.do(c.PauseSince(again.now().later(-gone_for))) is None
        assert again.session.clock is Clock.PAUSED


async def test_a_screen_that_was_there_a_moment_ago_leaves_no_gap(rooms_at: Open, world: World) -> None:
    rooms = rooms_at()
    live = await rooms.start(START)
    await live.do(c.StartClock())
    world.wait(2000)
    live.beat.strike(world.at.later(-30))
    assert (await rooms_at().open(START.id)).gap is None


async def test_a_start_that_is_refused_leaves_nothing(rooms_at: Open) -> None:
    rooms = rooms_at()
    with pytest.raises(ValueError, match="members"):
        await rooms.start(replace(START, members=()))
    assert list(rooms.store.live_folder.iterdir()) == []


async def test_a_session_that_has_not_finished_is_not_closed(rooms_at: Open) -> None:
    rooms = rooms_at()
    live = await rooms.start(START)
    assert await rooms.close(live, Keep.ALL) is not None
    assert live.session.closed is None
    assert await live.do(c.StartClock()) is None


def test_ids_tell_the_day_and_are_never_the_same() -> None:
    made = {new_id(BEGIN) for _ in range(100)}
    assert len(made) == 100
    assert named(replace(START, id=""), BEGIN).id
    assert named(START, BEGIN) == START


async def test_a_calendar_that_was_set_forward_is_no_gap(rooms_at: Open, world: World) -> None:
    live = await rooms_at().start(START)
    await live.do(c.StartClock())
    world.wait(60)
    live.beat.strike(world.at)
    world.at = replace(world.at, utc=world.at.utc + 7200)
    assert (await rooms_at().open(START.id)).gap is None


async def test_a_screen_that_has_not_seen_the_end_leaves_no_sign_of_life(
    rooms_at: Open, world: World
) -> None:
    rooms = rooms_at()
    live = await held(rooms, world)
    await rooms.wipe(START.id)
    live.beat.strike(world.at)
    assert list(rooms.store.live_folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../catalogue", "..", "", "a/b", "x" * 200])
async def test_a_name_that_is_no_id_leads_nowhere(rooms_at: Open, world: World, name: str) -> None:
    rooms = rooms_at()
    await rooms.close(await held(rooms, world), Keep.ALL)
    with pytest.raises(Gone):
        await rooms.record(name)
    if name:
        with pytest.raises(Gone):
            rooms.any_record(name)


async def test_a_journal_without_a_session_is_swept_when_it_is_a_minute_old(
    rooms_at: Open, world: World
) -> None:
    store = rooms_at().store
    store.create("left")
    world.wait(59)
    assert [name for name, _ in rooms_at().store.live()] == ["left"]
    world.wait(2)
    assert rooms_at().store.live() == ()
    assert list(store.live_folder.iterdir()) == []


async def test_two_sessions_of_a_group_that_are_closed_at_once_both_stay_in_it(
    rooms_at: Open, world: World
) -> None:
    rooms = rooms_at()
    lives = [await held(rooms, world, replace(HELD, id=f"s{number}")) for number in range(6)]
    for live in lives:
        await live.do(c.Close(Keep.ALL))
    stores = [rooms_at() for _ in lives]
    together = threading.Barrier(len(lives))

    def close(own: Rooms, live: Live) -> None:
        header = own.store.journal(live.session.id).header
        together.wait()
        own._archive(live.session, header, Keep.ALL)

    threads = [threading.Thread(target=close, args=pair) for pair in zip(stores, lives, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (group,) = await rooms.groups()
    assert {meeting.session for meeting in group.roles_history} == {live.session.id for live in lives}


async def test_sessions_that_are_hidden_at_once_are_all_hidden(rooms_at: Open) -> None:
    names = [f"s{number}" for number in range(6)]
    own = [rooms_at() for _ in names]
    together = threading.Barrier(len(names))

    def hide(rooms: Rooms, name: str) -> None:
        together.wait()
        rooms._hide(name, True)

    threads = [threading.Thread(target=hide, args=pair) for pair in zip(own, names, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert await rooms_at().hidden() == frozenset(names)
