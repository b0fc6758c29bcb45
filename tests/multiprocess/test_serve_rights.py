"""A seat can do only what it may (P17), also where somebody types at it what its screen does not offer."""

import json
from pathlib import Path

from intervisie_tui.actions import ACTIONS
from intervisie_tui.domain.session import Seat
from intervisie_tui.rooms import Rooms
from tests.multiprocess.served import Served, a_session, joined, page, serving

KEYS = "".join(key for action in ACTIONS for key in action.keys if len(key) == 1) + " \r\t\x1b\x11\x10?"


def commits(served: Served) -> list[tuple[Seat, str]]:
    """Who has written, as seat and kind of event, beyond what was there before."""
    rooms: Rooms = served.rooms()
    reading = rooms.store.journal(served.session).read(0)
    return [(commit.seat, type(commit.events[0]).__name__) for commit in reading.commits]


async def test_a_watcher_who_types_changes_nothing(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        before = commits(served)
        async with joined(served, "watch") as browser, page(browser, served) as seen:
            await seen.shows("Information round")
            for key in KEYS:
                await seen.type(key)
            await seen.socket.send_str(json.dumps(["resize", {"width": 20, "height": 5}]))
            await seen.socket.send_str(json.dumps(["ping", "done"]))
            await seen.until(lambda: ["pong", "done"] in seen.said)
            seen.said.clear()
            await seen.until(lambda: seen.said.count(["beat"]) == 2)
            assert "Information round" in seen.text
        assert commits(served) == before


async def test_a_participant_who_types_every_key_of_the_room_changes_nothing_of_it(tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        before = commits(served)
        async with joined(served, "participant") as browser, page(browser, served) as seen:
            await seen.until(lambda: seen.drawn > 1000)
            for key in KEYS.replace("\x11", ""):
                await seen.type(key)
            await seen.socket.send_str(json.dumps(["ping", "done"]))
            await seen.until(lambda: ["pong", "done"] in seen.said)
            seen.said.clear()
            await seen.until(lambda: seen.said.count(["beat"]) == 2)
        new = commits(served)[len(before) :]
        assert {seat for seat, _kind in new} <= {Seat.PARTICIPANT}
        assert {kind for _seat, kind in new} <= {
            "SeatTaken",
            "NoteAdded",
            "ThingParked",
            "ActionAdded",
            "HandRaised",
        }
