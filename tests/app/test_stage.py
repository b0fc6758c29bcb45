"""The stage: read-only, for the eyes of the whole group."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.stage import StageScreen
from intervisie_tui.widgets.clock_pane import ClockPane
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, Scene, go

WIDE, SMALL, WALL = (120, 34), (80, 24), (200, 50)


class Theatre:
    """A stage beside the room that drives it."""

    def __init__(self, app: IntervisieApp, pilot: Pilot[Any], room: Live) -> None:
        self.app = app
        self.pilot = pilot
        self.room = room

    @property
    def stage(self) -> StageScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, StageScreen))

    @property
    def text(self) -> str:
        return text_on(self.app)

    async def do(self, *commands: c.Command) -> None:
        """Done in the room; the stage has seen it when this returns."""
        await go(self.room, *commands)
        while self.stage.live.revision < self.room.revision:
            await self.pilot.pause(0.01)
        await self.pilot.pause()


@asynccontextmanager
async def theatre(
    scene: Scene, size: tuple[int, int] = WIDE, room: Live | None = None
) -> AsyncIterator[Theatre]:
    live = room or await scene.live()
    rooms = Rooms.at(scene.folder / "data", scene.clock)
    app = IntervisieApp(rooms, await rooms.open(live.session.id, Seat.STAGE))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Theatre(app, pilot, live)
    await live.stop()


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def test_the_stage_follows_what_the_room_does(scene: Scene) -> None:
    async with theatre(scene) as seen:
        assert "phase 1 of 9" in seen.text
        await seen.do(c.StartClock(), c.NextPhase("incident"))
        assert "phase 2 of 9" in seen.text


async def test_a_veil_blanks_the_stage_and_the_clock_runs_on_behind_it(scene: Scene) -> None:
    async with theatre(scene) as seen:
        await seen.do(c.StartClock(), c.SetVeil(True))
        scene.clock.seconds += 60
        assert seen.text.split() == ["The", "room", "is", "veiled."]
        await seen.do(c.SetVeil(False))
        assert seen.stage.query_one(ClockPane).text == "04:00"
