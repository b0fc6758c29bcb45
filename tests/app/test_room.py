"""The room shows the session, and its keys do what they say."""

from pathlib import Path

import pytest

from intervisie_tui.domain.session import Clock
from tests.app.room_scene import Hands, RoomApp, Scene

SIZE = (120, 34)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def scene(tmp_path: Path, clock: Hands) -> Scene:
    return Scene(tmp_path, clock)


def _clock(app: RoomApp) -> Clock:
    return app.room.session.clock


async def test_the_room_shows_the_phase_its_clock_and_who_may_speak(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "The incident" in app.shown("#phase")
        assert app.room.clock_pane.text == "05:00"
        assert "Anna has the floor." in app.shown("#floor")
        assert "Information round" in app.shown("#agenda")
        assert "Bram" in app.shown("#speaking-order")


async def test_space_starts_and_pauses_and_n_goes_on(scene: Scene, clock: Hands) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space")
        assert _clock(app) is Clock.RUNNING
        clock.seconds += 61
        await pilot.press("n")
        assert app.room.session.position == 1
        assert app.room.session.agenda[0].spent == 61
        await pilot.press("space")
        assert _clock(app) is Clock.PAUSED
        await pilot.press("N")
        assert app.room.session.position == 0
