"""Folders with sessions in them, made by the program's own parts."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.programs import environment
from intervisie_tui import locale
from intervisie_tui.demo import demo_rooms
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Keep
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms


@contextmanager
def surroundings(data: Path) -> Iterator[None]:
    """This process lives in the programs' surroundings for a while: same config folder, same language."""
    before, language = dict(os.environ), locale.language()
    os.environ.update(environment(data))
    locale.use("en")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        locale.use(language)


async def demo_live(folder: Path) -> Live:
    """The demo's session in a folder of its own, its clock running."""
    return (await _demo(folder))[1]


async def _demo(folder: Path) -> tuple[Rooms, Live]:
    with surroundings(folder):
        return await demo_rooms(folder / "data")


def running(folder: Path) -> Path:
    """A folder with one session in it, its clock running; for `open`."""

    async def made() -> None:
        await (await demo_live(folder)).stop()

    asyncio.run(made())
    return folder


def session(folder: Path) -> str:
    """The id of the one live session in a folder."""
    (journal,) = (folder / "data" / "live").glob("*.journal")
    return journal.stem


def archived(folder: Path, sessions: int) -> Path:
    """A folder with so many closed sessions and nothing unfinished; for the lobby."""
    asyncio.run(_archived(folder, sessions))
    return folder


async def _archived(folder: Path, sessions: int) -> None:
    rooms, live = await _demo(folder)
    closed = live.session.id
    assert await live.do(c.Finish()) is None
    assert await rooms.close(live, Keep.ALL) is None
    file = folder / "data" / "sessions" / f"{closed}.json"
    # Copies under other ids: closing a thousand, each synced, would take minutes and give the same files.
    for number in range(1, sessions):
        other = f"{closed}-{number}"
        text = file.read_text(encoding="utf-8").replace(f'"{closed}"', f'"{other}"')
        copy = file.with_name(f"{other}.json")
        shutil.copyfile(file, copy)
        copy.write_text(text, encoding="utf-8")
        copy.chmod(0o600)
    await asyncio.to_thread(rooms.store.archive.rebuild)
    assert len(await rooms.archive(sessions)) == sessions
