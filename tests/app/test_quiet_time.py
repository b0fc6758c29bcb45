"""Field cases, row 24: the clock ran on for hours and nothing was done; the room asks whether that counts."""

from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.attending import attendance
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.lobby import LobbyScreen
from tests.app.helpers_screens import app_of, text_on, until
from tests.app.room_scene import Hands, RoomApp, Scene, go

SIZE = (120, 34)
HOUR = 3600.0
FIRST = 300.0
"""Seconds of the first phase of the scene, in which all that was done was done."""


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def scene(tmp_path: Path, clock: Hands) -> Scene:
    return Scene(tmp_path, clock)


def minutes(live: Live) -> float:
    return attendance(live.session, "m1", live.now()).seconds / 60


async def in_last_phase(scene: Scene, clock: Hands) -> Live:
    live = await scene.live()
    await go(live, c.StartClock())
    clock.seconds += FIRST
    while live.session.position + 1 < len(live.session.agenda):
        current = live.session.current
        assert current is not None
        await go(live, c.NextPhase(current.id))
    return live


@pytest.mark.parametrize(
    "keys", [("plus",), ("space",), ("c", "x", "enter", "escape"), ("minus",), ("h", "enter"), ("b",)]
)
@pytest.mark.parametrize("hours", [14.0])
async def test_the_first_key_asks_and_the_clock_follows_the_answer(
    keys: tuple[str, ...], hours: float, scene: Scene, clock: Hands
) -> None:
    app = RoomApp(await in_last_phase(scene, clock))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        clock.seconds += hours * HOUR
        await pilot.press(*keys)
        if keys == ("b",):
            # A veiled room is not for questions; it is asked when it is shown again.
            await pilot.press("b")
        await until(pilot, Confirm)
        assert "Nothing was done for" in text_on(app)
        await pilot.click("#yes")
        await pilot.pause()
        assert minutes(app.live) == pytest.approx(FIRST / 60, abs=0.1)
        assert app.live.session.attended.quiet == ()


async def test_counting_it_keeps_the_time_and_undo_asks_again(scene: Scene, clock: Hands) -> None:
    app = RoomApp(await in_last_phase(scene, clock))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        clock.seconds += 3 * HOUR
        await pilot.press("plus")
        await until(pilot, Confirm)
        await pilot.click("#no")
        await pilot.pause()
        assert minutes(app.live) == pytest.approx(185, abs=0.1)
        assert app.live.session.attended.quiet == ()
        await pilot.press("u")
        await pilot.pause()
        assert len(app.live.session.attended.quiet) == 1


async def test_escape_leaves_the_question_open_and_the_attendance_unsure(scene: Scene, clock: Hands) -> None:
    app = RoomApp(await in_last_phase(scene, clock))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        clock.seconds += 14 * HOUR
        await pilot.press("plus")
        await until(pilot, Confirm)
        await pilot.press("escape")
        await pilot.press("plus")
        assert not isinstance(app.screen, Confirm)
        assert attendance(app.live.session, "m1", app.live.now()).unsure == pytest.approx(14 * HOUR)


async def test_a_busy_session_that_lasts_long_is_never_asked(scene: Scene, clock: Hands) -> None:
    app = RoomApp(await in_last_phase(scene, clock))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for _half_hour in range(8):
            clock.seconds += HOUR / 2
            await pilot.press("plus")
            await pilot.pause()
            assert not isinstance(app.screen, Confirm)


@pytest.mark.long
@pytest.mark.parametrize(("answer", "attended"), [("#yes", FIRST / 60), ("#no", FIRST / 60 + 14 * 60)])
async def test_finishing_asks_and_the_attendance_follows_the_answer(
    answer: str, attended: float, scene: Scene, clock: Hands
) -> None:
    live = await in_last_phase(scene, clock)
    rooms = Rooms.at(scene.folder / "data", clock)
    app = app_of(rooms)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        await pilot.pause()
        clock.seconds += 14 * HOUR
        await pilot.press("f")
        await until(pilot, Confirm)
        await pilot.click("#yes")
        for _ in range(100):
            await pilot.pause(0.02)
            if isinstance(app.screen, Confirm) and "Nothing was done for 14 hours" in text_on(app):
                break
        await pilot.click(answer)
        await until(pilot, ClosingScreen)
        assert minutes(live) == pytest.approx(attended, abs=0.1)
        assert live.session.attended.quiet == ()


async def test_opening_asks_about_the_whole_time_once(scene: Scene, clock: Hands) -> None:
    live = await in_last_phase(scene, clock)
    await live.stop()
    clock.seconds += 14 * HOUR
    again = await Rooms.at(scene.folder / "data", clock).open("s1")
    app = RoomApp(again)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, Confirm)
        assert "Nothing was done for 14 hours" in text_on(app)
        await pilot.click("#yes")
        await pilot.press("plus")
        await pilot.pause()
        assert not isinstance(app.screen, Confirm)
        assert minutes(again) == pytest.approx(FIRST / 60, abs=0.1)
