"""No orphans (P13): who counts the processes finds none that has lost its server or its guest."""

import signal
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import psutil
import pytest

from tests.multiprocess.served import Seen, Served, a_session, gone, joined, page, serving, stop, until

pytestmark = pytest.mark.alone

SEATS = ("watch", "participant", "timekeeper", "timekeeper")


async def crowd(stack: AsyncExitStack, served: Served) -> list[Seen]:
    """Pages of all kinds, each with its picture."""
    pages = []
    for seat in SEATS:
        browser = await stack.enter_async_context(joined(served, seat))
        pages.append(await stack.enter_async_context(page(browser, served)))
    for seen in pages:
        await seen.until(lambda seen=seen: seen.drawn > 1000)  # type: ignore[misc] # a default that mypy cannot see
    return pages


@pytest.fixture
def hears_of_terminals() -> Iterator[None]:
    """Whoever runs the tests may have wished that they outlive the terminal; a server would then wish so too."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("hears_of_terminals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_no_process_outlives_its_server_however_that_ends(number: int, tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with AsyncExitStack() as stack:
            await crowd(stack, served)
            below, seats = served.children, served.seats
            assert len(seats) == len(SEATS)
            stop(seats[0])
            stop(seats[-1])
            began = time.monotonic()
            served.process.send_signal(number)
            served.ended(3.0)
            if number != signal.SIGKILL:
                # A second is promised; here with two that do not answer, and other tests beside it.
                assert time.monotonic() - began < 2.5
                assert served.process.returncode == 0
            await until(lambda: gone(below), 3.0)


async def test_a_stopped_server_that_is_killed_leaves_nothing(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with AsyncExitStack() as stack:
            await crowd(stack, served)
            below = served.children
            for each in (psutil.Process(served.process.pid), *below):
                stop(each)
            served.process.kill()
            served.ended(3.0)
            await until(lambda: gone(below), 3.0)


@pytest.mark.parametrize("how", ["left", "cut", "stopped"])
async def test_no_seat_outlives_its_guest_for_five_seconds(how: str, tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with AsyncExitStack() as stack:
            pages = await crowd(stack, served)
            if how == "stopped":
                stop(served.seats[1])
            for seen in pages:
                if how == "cut":
                    transport = seen.socket._response.connection
                    assert transport is not None
                    assert transport.transport is not None
                    transport.transport.abort()
                else:
                    await seen.socket.close()
            assert await until(lambda: not served.seats, 6.0) < 5.0


async def test_a_page_that_is_loaded_again_finds_its_seat_as_it_was(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "timekeeper") as browser:
            async with page(browser, served) as seen:
                await seen.shows("Speaking order")
                (before,) = served.seats
                await seen.type("c")
                await seen.type("half a li")
                await seen.shows("half a li")
            async with page(browser, served) as seen:
                await seen.shows("half a li", "Speaking order")
            assert [seat.pid for seat in served.seats] == [before.pid]


async def test_who_forks_seats_may_die_and_others_take_its_place(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "timekeeper") as browser:
            async with page(browser, served) as seen:
                await seen.shows("Speaking order")
                (seat,) = served.seats
                forks = seat.parent()
                assert forks is not None
                forks.kill()
                assert await seen.closed(3.0) == 1013
                await until(lambda: gone([seat]), 3.0)
            async with page(browser, served) as seen:
                await seen.shows("Speaking order")
