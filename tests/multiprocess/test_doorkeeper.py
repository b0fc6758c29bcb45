"""The server that a room starts: where it listens, who hears why it cannot, and when it ends."""

import asyncio
import json
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

import psutil
import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Keep, Seat
from intervisie_tui.doorkeeper import Doorkeeper
from intervisie_tui.live import Doors, Live
from intervisie_tui.rooms import Rooms
from tests.app.helpers_screens import a_start
from tests.multiprocess.children import child, lines
from tests.terminal.tmux import wait

pytestmark = pytest.mark.alone


@asynccontextmanager
async def keeping(folder: Path) -> AsyncIterator[tuple[Doorkeeper, Rooms, Live]]:
    rooms = Rooms.at(folder / "data")
    live = await rooms.start(a_start())
    keeper = Doorkeeper(folder / "data", folder / "config")
    try:
        yield keeper, rooms, live
    finally:
        await keeper.shut_all()
        await live.stop()


async def said(rooms: Rooms) -> Doors:
    """What the server says, as soon as it does."""
    await asyncio.to_thread(wait, lambda: rooms.doors("one") is not None, lambda: "it says nothing")
    doors = rooms.doors("one")
    assert doors is not None
    return doors


async def test_the_doors_open_on_this_machine_only_and_shut(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (keeper, rooms, _):
        assert await keeper.open("one") is None
        doors = await said(rooms)
        assert doors.url.startswith("http://127.0.0.1:")
        assert (doors.lan, doors.fingerprint, keeper.keeps("one")) == (False, "", True)
        assert set(rooms.links("one")) == set(Seat)
        await keeper.shut("one")
        assert (rooms.doors("one"), keeper.keeps("one")) == (None, False)


async def test_a_port_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (keeper, rooms, _):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen(1)
            port = taken.getsockname()[1]
            keeper._ports["one"] = port
            assert await keeper.open("one") is None
            assert not (await said(rooms)).url.endswith(f":{port}")


async def test_for_the_network_the_doors_are_encrypted_and_tell_their_fingerprint(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (keeper, rooms, _):
        assert await keeper.open("one", lan=True) is None
        doors = await said(rooms)
        port = int(doors.url.rpartition(":")[2])
        shown = ssl.get_server_certificate(("127.0.0.1", port))
        digest = sha256(ssl.PEM_cert_to_DER_cert(shown)).hexdigest().upper()
        assert doors.url.startswith("https://")
        assert doors.fingerprint.replace(":", "").upper() == digest


async def test_who_asks_twice_has_one_server(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (keeper, rooms, _):
        assert await keeper.open("one") is None
        first = (await said(rooms)).pid
        assert await keeper.open("one") is None
        assert (await said(rooms)).pid == first


async def test_why_the_doors_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (keeper, rooms, _):
        assert await keeper.open("one") is None
        url = (await said(rooms)).url
        other = Doorkeeper(tmp_path / "data", tmp_path / "config")
        assert (
            await other.open("one") == f"This session is served already. It is at {url}; end that one first."
        )
        refused = await other.open("another")
        assert refused is not None
        assert refused.startswith("There is no session another.")
        assert not other.keeps("one")


async def test_the_server_ends_with_its_session(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (keeper, rooms, live):
        assert await keeper.open("one") is None
        server = psutil.Process((await said(rooms)).pid)
        for command in (c.StartClock(), c.Finish()):
            assert await live.do(command) is None
        assert await rooms.close(live, Keep.ALL) is None
        psutil.wait_procs([server], 5.0)
        assert not server.is_running() or server.status() == psutil.STATUS_ZOMBIE


OPENS = """
import asyncio, json, sys
from pathlib import Path
from intervisie_tui.doorkeeper import Doorkeeper

async def main():
    folder = Path(sys.argv[1])
    keeper = Doorkeeper(folder / "data", folder / "config")
    refused = await keeper.open("one")
    print(json.dumps([refused, keeper._servers["one"].process.pid]), flush=True)
    await asyncio.to_thread(sys.stdin.read)

asyncio.run(main())
"""


async def test_the_server_ends_within_three_seconds_of_a_program_that_was_killed(tmp_path: Path) -> None:
    live = await Rooms.at(tmp_path / "data").start(a_start())
    await live.stop()
    with child(OPENS, tmp_path) as opener:
        refused, pid = json.loads(lines(opener, 1)[0])
        assert refused is None
        server = psutil.Process(pid)
        everything = [server, *server.children(recursive=True)]
        opener.kill()
        _, left = psutil.wait_procs(everything, 3.0)
        assert not left


def test_a_room_that_opens_no_doors_loads_nothing_of_them() -> None:
    script = (
        "import sys; from intervisie_tui.app import IntervisieApp; from intervisie_tui.screens.room import RoomScreen;"
        "print([name for name in sys.modules if name in ('segno', 'intervisie_tui.doorkeeper',"
        " 'intervisie_tui.screens.open_doors', 'intervisie_tui.screens.doors_words')])"
    )
    with child(script) as process:
        assert lines(process, 1) == ["[]\n"]
