"""What happens to the session while guests are in: it is finished, gone on with, taken back, closed, erased."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from intervisie_tui.domain.commands import Finish, Unfinish
from intervisie_tui.domain.session import Keep
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.doors import SECRET
from tests.multiprocess.served import a_session, joined, page, serving, until


async def closed(rooms: Rooms, live: Live) -> None:
    assert await live.do(Finish()) is None
    assert await rooms.close(live, Keep.ALL) is None


async def erased(rooms: Rooms, live: Live) -> None:
    await rooms.wipe(live.session.id)


@pytest.mark.parametrize("kind", ["watch", "participant", "timekeeper"])
@pytest.mark.parametrize("ending", [closed, erased])
async def test_a_session_that_is_over_says_so_to_all_and_ends_its_server(
    ending: Callable[[Rooms, Live], Awaitable[None]], kind: str, tmp_path: Path
) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, kind) as browser, page(browser, served, lang="nl") as seen:
            await seen.until(lambda: seen.drawn > 1000)
            rooms = served.rooms()
            live = await rooms.open(session)
            await ending(rooms, live)
            await live.stop()
            assert await seen.closed(5.0) == 4404
            assert seen.said[-1] == ["ended", "De bijeenkomst is afgelopen."]
        assert served.ended(5.0) == 0
        assert list((tmp_path / "data" / "live").glob(f"{session}*")) == []


async def test_finishing_going_on_and_taking_back_are_seen_by_guests_who_stay_in(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "watch") as browser, page(browser, served) as seen:
            await seen.shows("Information round")
            live = await served.rooms().open(session)
            assert await live.do(Finish()) is None
            await seen.until(lambda: "Information round" not in seen.text)
            assert await live.do(Unfinish()) is None
            await seen.shows("Information round")
            await live.undo(sure=True)
            await live.redo()
            await live.stop()
            assert served.process.poll() is None
            assert seen.code is None


async def test_what_one_browser_does_the_others_see(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with AsyncExitStack() as stack:
            here, there = [
                await stack.enter_async_context(
                    page(await stack.enter_async_context(joined(served, "timekeeper")), served)
                )
                for _ in range(2)
            ]
            await here.shows("Speaking order")
            await there.shows("Speaking order")
            await here.type("c")
            await here.type("A note from afar\r")
            await there.shows("A note from afar")


async def test_rooms_know_who_is_in_and_where_as_long_as_the_server_is_there(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        rooms = served.rooms()
        async with joined(served, "watch") as watcher, joined(served, "participant") as guest:
            async with page(watcher, served) as seen, page(watcher, served), page(guest, served):
                await seen.until(lambda: seen.drawn > 1000)
                await until(lambda: said(rooms, session) == (2, 1))
            await until(lambda: said(rooms, session) == (0, 0))
        links = rooms.links(session)
        assert sorted(links.values()) == sorted(served.links.values())
        served.process.kill()
        served.ended()
        assert rooms.doors(session) is None
        assert rooms.links(session) == {}


def said(rooms: Rooms, session: str) -> tuple[int, int] | None:
    """How many watch, and how many take part or keep time."""
    doors = rooms.doors(session)
    return (doors.watching, len(doors.present)) if doors else None


async def test_links_and_cookies_hold_when_the_server_is_started_again(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        port = served.base.rpartition(":")[2]
        async with joined(served, "timekeeper") as browser:
            async with page(browser, served) as seen:
                await seen.shows("Speaking order")
                await seen.type("c")
                await seen.type("half a li")
                drafts = tmp_path / "data" / "live"
                await until(
                    lambda: any("half a li" in path.read_text() for path in drafts.glob("*.draft-guest-*"))
                )
                served.process.terminate()
                served.ended()
            with serving(tmp_path / "data", session, "--port", port) as again:
                assert again.links == served.links
                async with page(browser, again) as seen:
                    await seen.shows("Speaking order")
                    await seen.type("c")
                    await seen.shows("half a li")


async def test_what_is_kept_of_a_server_is_private(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        async with joined(served, "watch") as browser, page(browser, served) as seen:
            await seen.until(lambda: seen.drawn > 1000)
            live = tmp_path / "data" / "live"
            assert len((live / f"{session}{SECRET}").read_bytes()) == 32
            assert {path.stat().st_mode & 0o777 for path in live.iterdir()} == {0o600}
            text = (live / f"{session}.journal").read_text() + (live / f"{session}.doors").read_text()
            assert not any(link.rpartition("/")[2] in text for link in served.links.values())
