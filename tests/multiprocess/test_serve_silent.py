"""Who connects and then says nothing, or goes in the middle of it, keeps nobody out and is not told of (P14, P15)."""

import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from intervisie_tui.serve.connections import CROWD, FIRST_REQUEST
from tests.multiprocess.served import Served, a_session, joined, page, serving, until


@contextmanager
def few_files() -> Iterator[None]:
    """Whatever is started here may have few files open, unless it asks for more."""
    least, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (least, most))


def connected(served: Served) -> socket.socket:
    """A connection on which nothing has been said."""
    made = socket.create_connection(("127.0.0.1", int(served.base.rpartition(":")[2])))
    made.setblocking(False)
    return made


def ended(one: socket.socket) -> bool:
    try:
        return one.recv(100) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


async def test_silent_strangers_keep_nobody_out(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with ExitStack() as stack:
        with few_files():
            served = stack.enter_context(serving(tmp_path / "data", session))
        silent = [stack.enter_context(connected(served)) for _ in range(CROWD)]
        async with joined(served, "participant") as browser, page(browser, served) as seen:
            await seen.until(lambda: seen.drawn > 1000)
            later = [stack.enter_context(connected(served)) for _ in range(20)]
            await until(lambda: all(map(ended, silent[:20])), FIRST_REQUEST / 2)
            assert not ended(later[-1])
            assert seen.code is None


async def test_who_begins_to_encrypt_and_does_not_go_on_has_no_longer_than_others(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with ExitStack() as stack:
        served = stack.enter_context(serving(tmp_path / "data", session, "--lan", "--port", "0"))
        silent = [stack.enter_context(connected(served)) for _ in range(20)]
        for one in silent[:10]:
            # The beginning of what a browser says first.
            one.send(bytes.fromhex("16030100c8010000c40303"))
        await until(lambda: all(map(ended, silent)), FIRST_REQUEST + 10)


async def test_nothing_is_written_down_of_pages_that_go_in_the_middle_of_something(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "watch") as browser:
            for number in range(40):
                at, origin = f"{served.base}/ws", {"Origin": served.base}
                socket = await browser.ws_connect(at, headers=origin)
                for _ in range(20 * (number % 5)):
                    await socket.ping(b"x" * 100)
                # As when a network is lost: no farewell, also not that of the socket below.
                connection = socket._response.connection
                assert connection is not None
                assert connection.transport is not None
                connection.transport.abort()
            async with page(browser, served) as seen:
                await seen.until(lambda: seen.drawn > 1000)
        served.process.terminate()
        assert served.process.communicate(timeout=10)[1] == ""
