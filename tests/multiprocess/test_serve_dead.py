"""A dead screen never looks alive (P12): the app behind a page, the server, the folder of the journal."""

import shutil
import signal
import time
from pathlib import Path

import psutil
import pytest

from tests.multiprocess.served import Seen, Served, a_session, joined, page, serving, stop, until

pytestmark = pytest.mark.alone


def lost(seen: Seen) -> list[int]:
    """How many seconds old the picture was said to be, each time that was said."""
    return [said[1] for said in seen.said if said[0] == "lost"]


async def drawn(seen: Seen, served: Served) -> psutil.Process:
    """The process behind a page that has its picture."""
    await seen.until(lambda: seen.drawn > 1000)
    (seat,) = served.seats
    return seat


@pytest.mark.parametrize("kind", ["watch", "timekeeper"])
async def test_a_stopped_app_is_told_within_three_seconds_and_ended_within_five(
    kind: str, tmp_path: Path
) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, kind) as browser, page(browser, served) as seen:
            seat = await drawn(seen, served)
            began = time.monotonic()
            stop(seat)
            await seen.until(lambda: bool(lost(seen)))
            assert time.monotonic() - began < 3.0
            assert lost(seen)[0] >= 2
            assert await seen.closed() == 1013
            await until(lambda: not served.seats)
            assert time.monotonic() - began < 6.0
            assert sorted(lost(seen)) == lost(seen)
            # It comes back, and so does its picture.
            async with page(browser, served) as again:
                await again.shows("Information round")


async def test_an_app_that_is_killed_closes_its_page_at_once(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "timekeeper") as browser, page(browser, served) as seen:
            seat = await drawn(seen, served)
            seat.kill()
            assert await seen.closed(2.0) == 1013


async def test_an_app_that_is_left_says_so_and_does_not_come_back_by_itself(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "timekeeper") as browser, page(browser, served, lang="nl") as seen:
            await drawn(seen, served)
            await seen.type("\x11")
            assert await seen.closed(5.0) == 1000
            assert seen.said[-1] == ["ended", "Je bent weggegaan. Laad de pagina opnieuw om terug te komen."]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_a_page_of_a_server_that_has_gone_is_closed(number: int, tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "watch") as browser, page(browser, served) as seen:
            await drawn(seen, served)
            served.process.send_signal(number)
            assert await seen.closed(3.0) in (1001, 1006)


async def test_a_page_hears_each_second_that_the_server_is_there(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "watch") as browser, page(browser, served) as seen:
            await drawn(seen, served)
            seen.said.clear()
            began = time.monotonic()
            await seen.until(lambda: seen.said.count(["beat"]) == 3)
            assert 1.5 < time.monotonic() - began < 6.0


@pytest.mark.parametrize("kind", ["watch", "participant"])
async def test_a_page_whose_session_cannot_be_reached_says_so_within_three_seconds(
    kind: str, tmp_path: Path
) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, kind) as browser, page(browser, served) as seen:
            await seen.until(lambda: seen.drawn > 1000)
            began = time.monotonic()
            shutil.move(tmp_path / "data", tmp_path / "elsewhere")
            await seen.shows("No connection")
            assert time.monotonic() - began < 3.5
            shutil.move(tmp_path / "elsewhere", tmp_path / "data")
            await seen.until(lambda: "No connection" not in seen.text)
            assert served.process.poll() is None
