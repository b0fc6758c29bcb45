"""Garbage on a socket ends that connection only, and nothing of it is written down (P23); sizes are held within."""

import json
import random
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import psutil

from tests.multiprocess.served import Seen, a_session, joined, page, serving

CANARY = "kanarie-7f3a"


def garbage(luck: random.Random) -> str | bytes:
    """Something that no page sends."""
    kinds: tuple[Callable[[], str | bytes], ...] = (
        lambda: luck.randbytes(luck.randrange(1, 2000)),
        lambda: "[" * luck.randrange(1, 50_000),
        lambda: f'["{CANARY}", {{}}]',
        lambda: json.dumps({"type": CANARY}),
        lambda: json.dumps(["stdin", luck.choice([None, 1, [], {CANARY: 1}, True])]),
        lambda: json.dumps(
            ["resize", luck.choice([None, {"width": CANARY}, [80, 24], {"width": 80}, "80x24"])]
        ),
        lambda: json.dumps(["ping", CANARY * 20]),
        lambda: '["stdin", "\\ud800"]',
        lambda: json.dumps(["stdin", CANARY * 20_000]),
        lambda: "null",
        lambda: "",
        lambda: "".join(chr(luck.randrange(32, 0xD7FF)) for _ in range(luck.randrange(1, 300))),
        lambda: '["resize", {"width": 1e999, "height": NaN}]',
        lambda: "1" * 6000,
        lambda: "x" * 2_000_000,
    )
    return luck.choice(kinds)()


async def throw(seen: Seen, thrown: str | bytes) -> None:
    if isinstance(thrown, str):
        await seen.socket.send_str(thrown)
    else:
        await seen.socket.send_bytes(thrown)


async def test_garbage_ends_its_own_connection_and_tells_nobody_what_it_was(
    tmp_path: Path, effort: Callable[[int, int], int]
) -> None:
    session = await a_session(tmp_path / "data")
    luck = random.Random(23)
    with serving(tmp_path / "data", session) as served:
        async with AsyncExitStack() as stack:
            good = await stack.enter_async_context(joined(served, "timekeeper"))
            bad = await stack.enter_async_context(joined(served, "watch", "participant"))
            async with page(good, served) as still:
                await still.shows("Speaking order")
                for _ in range(effort(60, 10_000)):
                    try:
                        async with page(bad, served, seat=luck.choice(["stage", "participant"])) as seen:
                            await throw(seen, garbage(luck))
                            assert await seen.closed() in (4413, 1009, 1006, 1013)
                    except (aiohttp.ClientError, ConnectionError):
                        pass
                await still.type("c")
                await still.type("still here")
                await still.shows("still here")
        served.process.terminate()
        out, err = served.process.communicate(timeout=10)
        assert CANARY not in out + err
        assert "Traceback" not in err


async def test_a_window_of_any_size_is_drawn_within_bounds(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "timekeeper") as browser:
            asked = {"width": "20000", "height": "5000"}
            at = f"{served.base}/ws"
            async with browser.ws_connect(at, headers={"Origin": served.base}, params=asked) as socket:
                seen = Seen(socket, (400, 150))
                await seen.shows("Speaking order")
                # Typed at, as a terminal tells of its window: the server tells sizes, nobody else.
                await seen.type("\x1b[48;5000;20000;0;0t")
                for width, height in ((20000, 5000), (1, 1), (-1, 0), (10**12, 10**12), (400, 150)):
                    await socket.send_str(json.dumps(["resize", {"width": width, "height": height}]))
                before = seen.drawn
                await seen.until(lambda: seen.drawn > before)
                await seen.shows("Speaking order")
                (seat,) = served.seats
                assert seat.memory_info().rss < 250e6


async def test_what_a_guest_types_faster_than_it_is_taken_ends_the_guest(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "timekeeper") as browser, page(browser, served) as seen:
            await seen.shows("Speaking order")
            # As a browser does, it reads on while it sends: why it was ended comes before its connection goes.
            seen.draws = False
            async with seen.read_on():
                await flood(seen)
                await seen.until(lambda: seen.code is not None)
            assert seen.code == 4413
            assert psutil.Process(served.process.pid).memory_info().rss < 200e6


async def flood(seen: Seen) -> None:
    """As fast as the network takes it."""
    try:
        for _ in range(1000):
            await seen.type("h\x1b" * 4000)
    except (aiohttp.ClientError, ConnectionError):
        pass
