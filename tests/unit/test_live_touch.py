"""A screen that cannot read its journal knows it within three seconds, and how old its picture is."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.moments import span
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.following import ECHO, GRACE, LATE, LOOK_AGAIN, Following
from tests.unit.test_live import ID, World, begun, following, hold, notes, store_at, until


class Hanging(LocalDisk):
    """A disk that does not answer for a while."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.answers.set()

    def read(self, descriptor: int, offset: int, size: int | None = None) -> bytes:
        self.answers.wait(30)
        return super().read(descriptor, offset, size)


@asynccontextmanager
async def a_stage(
    root: Path, world: World, disk: LocalDisk | None = None
) -> AsyncIterator[tuple[Live, Live]]:
    """A room, and a stage that follows it through a disk of its own."""
    room = await begun(store_at(root, world), world)
    stage = hold(store_at(root, world, disk), world, "stage", Seat.STAGE)
    async with following(stage):
        yield room, stage
    await room.stop()


def test_a_screen_that_lost_touch_knows_it_within_three_seconds_and_a_slow_look_is_no_alarm() -> None:
    assert LATE + GRACE < 3
    # As long may a look take on a busy machine.
    assert LATE - LOOK_AGAIN - ECHO > 1.5


async def test_a_look_that_ends_when_the_screen_itself_was_held_up_is_no_alarm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intervisie_tui.store.following.LATE", 0.0)
    monkeypatch.setattr("intervisie_tui.store.following.LOOK_AGAIN", 0.0)
    loop, alarms, again = asyncio.get_running_loop(), list[str](), asyncio.Event()
    done = loop.create_future()

    def held_up() -> None:
        until = loop.time() + 1.5 * GRACE
        while loop.time() < until:
            pass
        # The thread that looks gets its turn only now.
        loop.call_later(GRACE / 4, done.set_result, True)

    async def look() -> bool:
        if done.done():
            again.set()
        else:
            loop.call_soon(held_up)
        return bool(await done)

    following = Following(tmp_path, ID, look, lambda: alarms.append("late"))
    running = asyncio.create_task(following.run())
    await again.wait()
    following.stop()
    await running
    assert alarms == []


async def test_a_disk_that_does_not_answer_is_told_and_the_picture_gets_older(tmp_path: Path) -> None:
    world, disk = World(), Hanging()
    async with a_stage(tmp_path / "data", world, disk) as (room, stage):
        assert stage.age is None
        disk.answers.clear()
        await room.do(c.AddNote("n", "tell", "meanwhile"))
        await until(stage, lambda: stage.away)
        assert notes(stage.session) == []
        world.wait(12)
        assert stage.age == pytest.approx(12)
        disk.answers.set()
        await until(stage, lambda: not stage.away)
        assert (stage.age, notes(stage.session)) == (None, ["meanwhile"])


async def test_a_folder_that_comes_back_as_another_one_is_followed_at_once_again(tmp_path: Path) -> None:
    world = World()
    async with a_stage(tmp_path / "data", world) as (room, stage):
        live = tmp_path / "data" / "live"
        live.rename(tmp_path / "away")
        await until(stage, lambda: stage.away)
        live.mkdir(mode=0o700)
        for path in (tmp_path / "away").iterdir():
            (live / path.name).write_bytes(path.read_bytes())
        await until(stage, lambda: not stage.away)
        await room.do(c.Park("p", "what the next look finds"))
        await until(stage, lambda: stage.revision == room.revision)
        # Far sooner than the next look that comes by itself.
        for number in range(5):
            await room.do(c.AddNote(f"n{number}", "tell", f"n{number}"))
            async with asyncio.timeout(LOOK_AGAIN / 2):
                await until(stage, lambda: stage.revision == room.revision)


async def test_a_journal_that_cannot_be_read_is_no_session_that_is_over(tmp_path: Path) -> None:
    world = World()
    async with a_stage(tmp_path / "data", world) as (room, stage):
        path = tmp_path / "data" / "live" / f"{ID}.journal"
        whole = path.read_bytes()
        path.write_bytes(b"\x00" * len(whole))
        await until(stage, lambda: stage.away)
        assert not stage.gone
        # Its clock goes on.
        before = stage.now()
        world.wait(3)
        assert span(before, stage.now()) == pytest.approx(3)
        assert await room.do(c.StartClock()) is not None
        assert not room.gone
        path.write_bytes(whole)
        await until(stage, lambda: not stage.away)
        assert await room.do(c.StartClock()) is None
