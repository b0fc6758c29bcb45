"""One screen's hold on the live session, and two of them on one journal."""

import asyncio
import errno
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import timing
from intervisie_tui.domain.events import NoteAdded, PhaseEntered
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Keep, Seat, Session
from intervisie_tui.live import Live, Undone
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.store import Store
from tests.unit.demo_session import BEGIN, START

ID = START.id


class World:
    """A clock that goes by hand."""

    def __init__(self) -> None:
        self.at = BEGIN

    def now(self) -> Moment:
        return self.at

    def wait(self, seconds: float) -> None:
        self.at = self.at.later(seconds)


class Full(LocalDisk):
    """A disk that can be full; it may keep a write that it says it did not take."""

    def __init__(self) -> None:
        self.full = False
        self.keeps = False

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        if self.full and not self.keeps:
            super().write(descriptor, data[: len(data) // 2], offset)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().write(descriptor, data, offset)

    def truncate(self, descriptor: int, size: int) -> None:
        if self.full:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().truncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        if self.full:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().sync(descriptor)


def store_at(root: Path, world: World, disk: LocalDisk | None = None) -> Store:
    return Store.open(root, now=world.now, disk=disk, patience=5)


def hold(store: Store, world: World, screen: str, seat: Seat = Seat.TIMEKEEPER) -> Live:
    beat = Beat(store.live_folder, ID)
    return Live(store.journal(ID), store.drafts(ID, screen), beat, world.now, seat, screen)


async def begun(store: Store, world: World, screen: str = "one") -> Live:
    store.create(ID, speed=1.0)
    live = hold(store, world, screen)
    assert await live.do(START) is None
    return live


@asynccontextmanager
async def following(*lives: Live) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(live.follow()) for live in lives]
    try:
        yield
    finally:
        for live in lives:
            await live.stop()
        await asyncio.wait_for(asyncio.gather(*tasks), 10)


async def until(live: Live, holds: Callable[[], bool]) -> None:
    """Wait for a change on this screen that makes it true."""
    changed = asyncio.Event()
    live.listen(lambda _: changed.set())
    while not holds():
        await asyncio.wait_for(changed.wait(), 10)
        changed.clear()


def notes(session: Session) -> list[str]:
    return [note.text for note in session.notes]


def on_disk(store: Store) -> Session:
    return History(store.journal(ID).read(0).commits).session


async def test_what_is_done_on_one_screen_is_seen_on_the_other(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    two = hold(store_at(tmp_path / "data", world), world, "two", Seat.STAGE)
    async with following(one, two):
        await one.do(c.StartClock())
        await one.do(c.AddNote("n", "tell", "seen?"))
        await until(two, lambda: notes(two.session) == ["seen?"])
        assert two.session == one.session
        assert two.revision == one.revision


@pytest.mark.parametrize("milliseconds", range(0, 601, 10))
async def test_two_who_press_next_at_about_the_same_time_go_one_phase_on(
    tmp_path: Path, milliseconds: int
) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    two = hold(store_at(tmp_path / "data", world), world, "two")
    if milliseconds % 20:
        first, second = await asyncio.gather(one.do(c.NextPhase("tell")), two.do(c.NextPhase("tell")))
    else:
        # The other has seen the step already, and still means the phase that was there when the finger went down.
        first = await one.do(c.NextPhase("tell"))
        world.wait(milliseconds / 1000)
        second = await two.do(c.NextPhase("tell"))
        third = await two.do(c.NextPhase("ask"))
        assert third is not None
    assert [first, second].count(None) == 1
    commits = store.journal(ID).read(0).commits
    assert sum(isinstance(event, PhaseEntered) for commit in commits for event in commit.events) == 1
    assert on_disk(store).position == 1


async def test_a_command_that_lost_a_race_for_the_journal_is_tried_again(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    two = hold(store_at(tmp_path / "data", world), world, "two", Seat.PARTICIPANT)
    await two.do(c.TakeSeat("bram"))
    for number in range(5):
        done = await asyncio.gather(
            one.do(c.AddNote(f"a{number}", "tell", f"a{number}")),
            two.do(c.AddNote(f"b{number}", "tell", f"b{number}", by="bram")),
        )
        assert list(done) == [None, None]
    assert sorted(notes(on_disk(store))) == sorted(f"{who}{number}" for who in "ab" for number in range(5))


async def test_a_screen_whose_command_came_too_late_is_told_what_came_before_it(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    two = hold(store_at(tmp_path / "data", world), world, "two")
    seen: list[int] = []
    two.listen(lambda session: seen.append(session.position))
    assert await one.do(c.NextPhase("tell")) is None
    assert await two.do(c.NextPhase("tell")) is not None
    assert seen == [1]
    assert [type(commit.events[0]).__name__ for commit in two.since(two.revision - 1)] == ["PhaseEntered"]


async def test_two_who_undo_at_once_take_back_one_thing(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    await one.do(c.Park("p", "first"))
    await one.do(c.Park("q", "second"))
    two = hold(store_at(tmp_path / "data", world), world, "two")
    done = await asyncio.gather(one.undo(), two.undo())
    assert sum(isinstance(what, Undone) for what in done) == 1
    assert [item.text for item in on_disk(store).parking] == ["first"]


async def test_undo_takes_back_nothing_but_the_last_thing_of_a_timekeeper(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    guest = hold(store, world, "guest", Seat.PARTICIPANT)
    await guest.do(c.TakeSeat("bram"))
    await one.do(c.Park("p", "first"))
    await guest.do(c.AddNote("n", "tell", "of a guest", by="bram"))
    for revision in (0, 1, 2, 4, 5, -1, 99):
        assert await one.do(c.TakeBack(revision)) is not None
        assert await one.do(c.BringBack(revision)) is not None
    assert notes(on_disk(store)) == ["of a guest"]


async def test_being_sure_about_an_old_thing_does_not_take_back_a_new_one(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    await one.do(c.Park("p", "old"))
    world.wait(130)
    asked = await one.undo()
    assert isinstance(asked, Undone)
    assert (asked.ask, asked.age) == (True, 130)
    assert [item.text for item in one.session.parking] == ["old"]
    await one.do(c.Park("q", "new"))
    assert isinstance(await one.undo(sure=True), c.Refusal)
    assert len(on_disk(store).parking) == 2
    await one.undo()
    assert isinstance(await one.undo(sure=True), Undone)
    assert on_disk(store).parking == ()


async def test_on_a_full_disk_the_session_goes_on_and_all_is_saved_in_order_afterwards(
    tmp_path: Path,
) -> None:
    world, disk = World(), Full()
    store = store_at(tmp_path / "data", world, disk)
    one = await begun(store, world)
    disk.full = True
    for number in range(5):
        world.wait(10)
        assert await one.do(c.AddNote(f"n{number}", "tell", f"n{number}")) is None
    assert await one.do(c.StartClock()) is None
    assert isinstance(await one.undo(), Undone)
    assert not one.saved
    assert notes(one.session) == [f"n{number}" for number in range(5)]
    assert notes(on_disk(store_at(tmp_path / "data", world))) == []
    shown = one.session
    async with following(one):
        disk.full = False
        await until(one, lambda: one.saved)
    assert one.session == shown == on_disk(store_at(tmp_path / "data", world))
    moments = [commit.at.utc for commit in store.journal(ID).read(0).commits]
    assert moments == sorted(moments)


async def test_what_was_undone_on_a_full_disk_is_what_is_undone_when_others_went_first(
    tmp_path: Path,
) -> None:
    world, disk = World(), Full()
    one = await begun(store_at(tmp_path / "data", world, disk), world)
    disk.full = True
    await one.do(c.Park("p", "stays"))
    await one.do(c.Park("q", "goes"))
    await one.undo()
    other = hold(store_at(tmp_path / "data", world), world, "two")
    for number in range(3):
        assert await other.do(c.AddNote(f"n{number}", "tell", "of the other")) is None
    disk.full = False
    assert await one.do(c.Park("r", "after")) is None
    session = on_disk(store_at(tmp_path / "data", world))
    assert [item.text for item in session.parking] == ["stays", "after"]
    assert len(session.notes) == 3


async def test_what_a_failing_disk_kept_after_all_is_not_saved_twice(tmp_path: Path) -> None:
    world, disk = World(), Full()
    one = await begun(store_at(tmp_path / "data", world, disk), world)
    disk.full = disk.keeps = True
    assert await one.do(c.AddNote("n", "tell", "kept")) is None
    assert not one.saved
    other = hold(store_at(tmp_path / "data", world), world, "two")
    assert await other.do(c.AddNote("m", "tell", "of the other")) is None
    disk.full = False
    assert await one.do(c.AddNote("o", "tell", "later")) is None
    store = store_at(tmp_path / "data", world)
    made = [
        e.id
        for commit in store.journal(ID).read(0).commits
        for e in commit.events
        if isinstance(e, NoteAdded)
    ]
    assert made == ["n", "m", "o"]


async def test_a_session_is_not_closed_while_the_disk_refuses(tmp_path: Path) -> None:
    world, disk = World(), Full()
    one = await begun(store_at(tmp_path / "data", world, disk), world)
    await one.do(c.Finish())
    disk.full = True
    refusal = await one.do(c.Close(Keep.ALL))
    assert refusal is not None
    assert one.session.closed is None


async def test_a_journal_that_was_taken_away_is_told_as_gone(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    async with following(one):
        store.wipe_session(ID)
        await until(one, lambda: one.gone)
        assert await one.do(c.StartClock()) is not None
        await one.draft("note", "of nobody")
    assert list(store.live_folder.iterdir()) == []


async def test_a_folder_that_was_taken_away_is_told_and_back_again_all_is_saved(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one, stage = await begun(store, world), hold(store, world, "stage", Seat.STAGE)
    async with following(one, stage):
        (tmp_path / "data").rename(tmp_path / "elsewhere")
        await until(stage, lambda: stage.away)
        assert not stage.saved
        assert await one.do(c.AddNote("n", "tell", "meanwhile")) is None
        await one.draft("note", "half a l")
        assert not (tmp_path / "data").exists()
        (tmp_path / "elsewhere").rename(tmp_path / "data")
        await until(stage, lambda: stage.saved and notes(stage.session) == ["meanwhile"])
    assert notes(on_disk(store)) == ["meanwhile"]


async def test_commands_of_one_screen_run_in_order(tmp_path: Path) -> None:
    world = World()
    one = await begun(store_at(tmp_path / "data", world), world)
    await asyncio.gather(*(one.do(c.AddNote(f"n{number}", "tell", str(number))) for number in range(30)))
    assert notes(one.session) == [str(number) for number in range(30)]


async def test_a_rehearsal_plays_an_hour_in_a_minute(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    store.create(ID, speed=60.0)
    live = hold(store, world, "one")
    await live.do(replace(START, speed=60.0))
    await live.do(c.StartClock())
    world.wait(60)
    assert timing.elapsed(live.session, live.now()) == pytest.approx(3600)
    assert live.seconds_to_flip() >= 0.25
    again = hold(store_at(tmp_path / "data", world), world, "two")
    assert timing.elapsed(again.session, again.now()) == pytest.approx(3600)
    assert again.session.rehearsal


@pytest.mark.parametrize(("passed", "left"), [(0.0, 1.0), (0.25, 0.75), (310.5, 0.5)])
async def test_the_clock_is_painted_again_when_its_second_changes(
    tmp_path: Path, passed: float, left: float
) -> None:
    world = World()
    live = await begun(store_at(tmp_path / "data", world), world)
    await live.do(c.StartClock())
    world.wait(passed)
    assert live.seconds_to_flip() == pytest.approx(left)
    await live.do(c.Replan((("tell", 250.25),)))
    shown = timing.remaining(live.session, live.now())
    world.wait(live.seconds_to_flip())
    assert timing.remaining(live.session, live.now()) % 1 == pytest.approx(0, abs=1e-6)
    assert shown - timing.remaining(live.session, live.now()) <= 1


async def test_a_line_that_a_living_screen_types_is_nobody_elses(tmp_path: Path) -> None:
    world = World()
    store = store_at(tmp_path / "data", world)
    one = await begun(store, world)
    two = hold(store, world, "two")
    await one.draft("note", "half a l")
    assert await two.drafts_left() == ()
    assert await two.take_draft("note") == ""
    await one.stop()
    assert await two.drafts_left() == ()
