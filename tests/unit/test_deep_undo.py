"""An undo of what lies far back says that it is under way, when it is and not before."""

from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.events import Commit, NoteAdded
from intervisie_tui.domain.history import DEEP
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live, Undone
from intervisie_tui.method import Capture
from tests.unit.demo_session import START
from tests.unit.test_live import World, begun, hold, store_at


async def _parked_before(later: int, world: World, root: Path) -> Live:
    """A session in which the timekeeper parked something, and guests wrote this many notes afterwards."""
    store = store_at(root, world)
    one = await begun(store, world)
    assert await one.do(c.Park("p", "far back")) is None
    notes = [
        NoteAdded(world.now(), f"n{number}", "tell", Capture.QUESTION, "why?", None)
        for number in range(later)
    ]
    store.journal(START.id).append_many(
        one.revision,
        [Commit(0, note.at, Seat.PARTICIPANT, "guest", (note,)) for note in notes],
    )
    return hold(store, world, "two")


@pytest.mark.parametrize(("later", "told"), [(0, 0), (DEEP, 0), (DEEP + 1, 1), (DEEP + 300, 1)])
async def test_who_takes_back_and_brings_back_is_told_where_it_takes_long(
    later: int, told: int, tmp_path: Path
) -> None:
    live = await _parked_before(later, World(), tmp_path / "data")
    waits: list[str] = []
    assert isinstance(await live.undo(waits=lambda: waits.append("undo")), Undone)
    assert waits == ["undo"] * told
    assert not live.session.parking
    assert len(live.session.notes) == later
    assert isinstance(await live.redo(waits=lambda: waits.append("redo")), Undone)
    assert [item.text for item in live.session.parking] == ["far back"]


async def test_while_it_is_asked_whether_to_take_back_nothing_is_under_way(tmp_path: Path) -> None:
    world = World()
    live = await _parked_before(DEEP + 1, world, tmp_path / "data")
    world.wait(130)
    waits: list[str] = []
    asked = await live.undo(waits=lambda: waits.append("asked"))
    assert isinstance(asked, Undone)
    assert asked.ask
    assert waits == []
    assert isinstance(await live.undo(sure=True, waits=lambda: waits.append("sure")), Undone)
    assert waits == ["sure"]
