"""The doors, opened from a room in a real terminal: a browser comes in by the link on the screen."""

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import psutil
import pytest

from intervisie_tui.rooms import Rooms
from tests.app.helpers_screens import a_start
from tests.terminal.tmux import Tmux, wait

pytestmark = [pytest.mark.tmux, pytest.mark.alone]

GONE = 3.0
"""Seconds after which nothing is left of a server whose room was killed."""


async def session(folder: Path) -> None:
    live = await Rooms.at(folder / "data").start(a_start())
    await live.stop()


def open_doors(room: Tmux) -> None:
    """Through the palette, by name."""
    room.shows("Anna")
    room.keys("C-p")
    room.type("open the doors")
    room.shows("Links, and a QR code")
    room.keys("Enter")
    room.shows("/join/", "Works on this machine only")


def link(room: Tmux, name: str) -> str:
    """The link that stands on the screen, with the row of that name marked."""
    found: list[str] = []

    def stands() -> bool:
        text = "\n".join(line[37:] for line in room.screen().splitlines())
        found[:] = re.findall(r"(http://\S+/join/)\s*\n\s*([\w-]{22})\s", text)
        return bool(found)

    wait(stands, lambda: f"{name}\n{room.screen()}")
    return "".join(found[0])


@asynccontextmanager
async def guest(url: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A browser that came by a link, with its page open."""
    base = url.partition("/join/")[0]
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as browser:
        async with browser.get(url) as page:
            assert page.status == 200
        async with browser.ws_connect(f"{base}/ws", headers={"Origin": base}) as socket:
            yield socket


async def status(url: str) -> int:
    async with aiohttp.ClientSession() as browser, browser.get(url, allow_redirects=False) as answer:
        return answer.status


def servers_of(pid: int) -> list[psutil.Process]:
    """The server that a room has started, and all that this one has started."""
    return psutil.Process(pid).children(recursive=True)


async def test_a_browser_comes_in_by_the_link_in_the_room_and_out_when_that_is_closed(tmp_path: Path) -> None:
    await session(tmp_path)
    with Tmux(tmp_path / "tmux", "open") as room:
        await asyncio.to_thread(open_doors, room)
        url = await asyncio.to_thread(link, room, "Take part")
        async with guest(url) as socket:
            assert (await socket.receive(15.0)).type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY)
            await asyncio.to_thread(room.shows, "Take part  open  1 in")
            room.keys("Escape")
            await asyncio.to_thread(room.shows, "1 in")
            await asyncio.to_thread(open_doors, room)
            room.keys("o")
            await asyncio.to_thread(room.shows, "Close this link?")
            room.keys("Left", "Enter")
            await asyncio.to_thread(room.shows, "This link is closed", "closed  0 in")
            assert await status(url) == 403
            async with asyncio.timeout(15.0):
                while not socket.closed:
                    await socket.receive()


async def test_the_links_hold_when_the_doors_are_shut_and_opened_again(tmp_path: Path) -> None:
    await session(tmp_path)
    with Tmux(tmp_path / "tmux", "open") as room:
        await asyncio.to_thread(open_doors, room)
        url = await asyncio.to_thread(link, room, "Take part")
        room.keys("d")
        await asyncio.to_thread(room.shows, "Shut the doors?")
        room.keys("Left", "Enter")
        await asyncio.to_thread(room.shows, "The doors are shut")
        wait(lambda: not servers_of(room.pid), lambda: str(servers_of(room.pid)), GONE)
        room.keys("d")
        await asyncio.to_thread(room.shows, "/join/")
        assert await asyncio.to_thread(link, room, "Take part") == url
        assert await status(url) == 303


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
async def test_nothing_is_left_of_the_server_when_its_room_is_killed(
    tmp_path: Path, number: signal.Signals
) -> None:
    await session(tmp_path)
    with Tmux(tmp_path / "tmux", "open") as room:
        await asyncio.to_thread(open_doors, room)
        url = await asyncio.to_thread(link, room, "Take part")
        async with guest(url):
            await asyncio.to_thread(room.shows, "1 in")
            # The server, what it forks from, and the stage that its guest sees.
            wait(lambda: len(servers_of(room.pid)) >= 3, room.screen)
            servers = servers_of(room.pid)
            os.kill(room.pid, number)
            _, left = await asyncio.to_thread(psutil.wait_procs, servers, GONE)
            assert not left


async def test_leaving_the_program_ends_its_server_and_names_and_tokens_stand_in_no_command_line(
    tmp_path: Path,
) -> None:
    await session(tmp_path)
    with Tmux(tmp_path / "tmux", "open") as room:
        await asyncio.to_thread(open_doors, room)
        url = await asyncio.to_thread(link, room, "Take part")
        servers = servers_of(room.pid)
        words = " ".join(" ".join(each.cmdline()) for each in servers)
        assert "serve one" in words
        assert "Anna" not in words
        assert url.rpartition("/")[2] not in words
        room.keys("C-q", "C-q")
        assert await asyncio.to_thread(room.ended) == 0
        _, left = await asyncio.to_thread(psutil.wait_procs, servers, GONE)
        assert not left
        assert not list((tmp_path / "data" / "live").glob("*.doors"))


async def test_a_server_that_is_killed_leaves_doors_that_are_shut_and_can_be_opened_again(
    tmp_path: Path,
) -> None:
    await session(tmp_path)
    with Tmux(tmp_path / "tmux", "open") as room:
        await asyncio.to_thread(open_doors, room)
        url = await asyncio.to_thread(link, room, "Take part")
        next(each for each in servers_of(room.pid) if "serve" in each.cmdline()).kill()
        await asyncio.to_thread(room.shows, "The doors are shut")
        room.keys("d")
        await asyncio.to_thread(room.shows, "/join/")
        assert await asyncio.to_thread(link, room, "Take part") == url
