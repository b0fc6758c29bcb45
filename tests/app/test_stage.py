"""The stage: read-only, for the eyes of the whole group."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Keep, Seat
from intervisie_tui.domain.shown import Shown
from intervisie_tui.live import Live
from intervisie_tui.methods import kernkwadrant, tietze
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.help import HelpScreen
from intervisie_tui.screens.stage import StageScreen
from intervisie_tui.serve.seat_app import SeatApp
from intervisie_tui.widgets.clock_pane import ClockPane
from tests.app.helpers_screens import text_on, until
from tests.app.room_scene import Hands, Scene, go, to_phase

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
    scene: Scene,
    size: tuple[int, int] = WIDE,
    room: Live | None = None,
    make: type[IntervisieApp] = IntervisieApp,
) -> AsyncIterator[Theatre]:
    live = room or await scene.live()
    rooms = Rooms.at(scene.folder / "data", scene.clock)
    app = make(rooms, await rooms.open(live.session.id, Seat.STAGE))
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


SIZES = [WIDE, SMALL, WALL]


@pytest.mark.parametrize("size", SIZES)
async def test_phase_clock_speaker_rule_prompts_and_ground_rules_are_in_sight_whole(
    scene: Scene, size: tuple[int, int]
) -> None:
    live = await scene.live()
    await go(live, c.StartClock())
    await to_phase(live, "informatie")
    async with theatre(scene, size, live) as seen:
        await seen.pilot.pause()
        words = (
            *("Information round", "phase 3 of 9", "In turn: Bram.", "then Chantal, Dirk, Esra, ..."),
            *("Facts only; no advice yet", "One question per turn.", "We keep solutions", "Question:"),
            *("Ground rules", "ends"),
        )
        assert [each for each in words if each not in seen.text] == []
        assert seen.text.count("█") > 50


async def test_nothing_that_was_written_down_is_shown_until_the_group_wants_it(scene: Scene) -> None:
    async with theatre(scene) as seen:
        phase = seen.room.session.agenda[0].id
        await seen.do(
            c.AddNote("n", phase, "a note"), c.Park("p", "for later"), c.AddAction("a", "call them", "m2")
        )
        assert [each for each in ("a note", "for later", "call them") if each in seen.text] == []
        for what, text in (
            (Shown.NOTES, "a note"),
            (Shown.PARKING, "for later"),
            (Shown.ACTIONS, "call them"),
        ):
            await seen.do(
                *(c.ShowOnStage(one, shown=False) for one in seen.room.session.shown), c.ShowOnStage(what)
            )
            await seen.pilot.pause()
            assert [each for each in ("a note", "for later", "call them") if each in seen.text] == [text]


@pytest.mark.parametrize("size", SIZES)
async def test_all_that_is_shown_at_once_has_its_newest_in_sight(scene: Scene, size: tuple[int, int]) -> None:
    async with theatre(scene, size) as seen:
        phase = seen.room.session.agenda[0].id
        for number in range(15):
            await go(
                seen.room,
                c.AddNote(f"n{number}", phase, f"note {number} with some more words"),
                c.Park(f"p{number}", f"thing {number} with some more words"),
                c.AddAction(f"a{number}", f"step {number} with some more words", "m2"),
            )
        await seen.do(*map(c.ShowOnStage, Shown))
        await seen.pilot.pause()
        assert [each for each in ("note 14", "thing 14", "step 14") if each not in seen.text] == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_board_is_shown_where_notes_are(tmp_path: Path, size: tuple[int, int]) -> None:
    scene = Scene(tmp_path, Hands(), method=kernkwadrant.METHOD)
    live = await scene.live()
    while live.session.current is not None and live.session.current.plan.board is None:
        await go(live, c.NextPhase(live.session.current.id))
    run = live.session.current
    assert run is not None
    assert run.plan.board is not None
    cell = run.plan.board.cells[0]
    await go(live, c.AddNote("n", run.id, "a strength", cell=cell.id), c.ShowOnStage(Shown.NOTES))
    async with theatre(scene, size, live) as seen:
        await seen.pilot.pause()
        assert "a strength" in seen.text
        assert cell.name.en in seen.text


async def test_talk_time_is_shown_only_when_the_group_asked_for_it(scene: Scene) -> None:
    async with theatre(scene) as seen:
        assert "Speaking order" not in seen.text
        await seen.do(c.ShowTalk(True))
        await seen.pilot.pause()
        assert "Speaking order" in seen.text


async def test_cues_the_offset_and_the_keys_of_the_room_are_never_on_the_stage(scene: Scene) -> None:
    async with theatre(scene) as seen:
        told = seen.text
        await seen.do(c.StartClock(), c.PauseClock())
        scene.clock.seconds += 4000
        seen.stage.tick()
        await seen.pilot.pause()
        for text in (told, seen.text):
            assert not any(each in text for each in ("space", "enter", "late", "on time", "●"))


@pytest.mark.parametrize(
    "key", ["n", "space", "enter", "1", "v", "f", "plus", "c", "ctrl+p", "u", "tab", "d"]
)
async def test_no_key_of_the_room_does_anything_on_the_stage(scene: Scene, key: str) -> None:
    async with theatre(scene) as seen:
        before, looked = seen.room.session, seen.text
        await seen.pilot.press(key)
        await seen.pilot.pause()
        assert (seen.stage.live.session, seen.text, seen.app.screen) == (before, looked, seen.stage)


async def test_help_that_is_open_goes_when_the_veil_comes(scene: Scene) -> None:
    async with theatre(scene) as seen:
        await seen.pilot.press("question_mark")
        await until(seen.pilot, HelpScreen)
        await go(seen.room, c.SetVeil(True))
        while seen.app.screen is not seen.stage:
            await seen.pilot.pause(0.01)
        await seen.pilot.pause()
        assert seen.text.split() == ["The", "room", "is", "veiled."]
        await seen.pilot.press("question_mark", "z")
        assert seen.app.screen is seen.stage


async def test_after_the_end_there_is_a_calm_last_picture(scene: Scene) -> None:
    async with theatre(scene) as seen:
        await seen.do(
            c.StartClock(), c.AddAction("a", "call them", "m2"), c.ShowOnStage(Shown.ACTIONS), c.Finish()
        )
        await seen.pilot.pause()
        assert "The session has finished." in seen.text
        assert "call them" in seen.text
        assert "Ground rules" not in seen.text
        await seen.do(c.Unfinish())
        await seen.pilot.pause()
        assert "Ground rules" in seen.text


@pytest.mark.parametrize("end", ["close", "wipe"])
async def test_after_closing_or_erasing_there_is_a_sentence_and_nothing_else(scene: Scene, end: str) -> None:
    async with theatre(scene) as seen:
        rooms = Rooms.at(scene.folder / "data", scene.clock)
        if end == "close":
            await go(seen.room, c.Finish())
            await rooms.close(seen.room, Keep.ALL)
        else:
            await seen.room.stop()
            await rooms.wipe("s1")
        while not seen.stage.over:
            await seen.pilot.pause(0.01)
        await seen.pilot.pause()
        assert seen.text.strip().startswith("This session is")
        assert "Kring" not in seen.text


async def test_a_stage_that_lost_touch_says_so_with_the_age_of_its_picture_also_over_the_veil(
    scene: Scene,
) -> None:
    async with theatre(scene) as seen:
        await seen.do(c.SetVeil(True))
        (scene.folder / "data").rename(scene.folder / "away")
        while not seen.stage.live.away:
            await seen.pilot.pause(0.01)
        scene.clock.seconds += 12
        seen.stage.tick()
        await seen.pilot.pause()
        assert "No connection: this picture is 12 s old." in seen.text
        (scene.folder / "away").rename(scene.folder / "data")
        while seen.stage.live.away:
            await seen.pilot.pause(0.01)
        seen.stage.tick()
        await seen.pilot.pause()
        assert "No connection" not in seen.text


async def test_the_stage_speaks_the_language_that_its_own_key_chooses(scene: Scene) -> None:
    async with theatre(scene) as seen:
        await seen.do(c.ShowOnStage(Shown.NOTES))
        await seen.pilot.press("l")
        await seen.pilot.pause()
        assert "fase 1 van 9" in seen.text
        assert "Spelregels" in seen.text
        assert "Nog niets." in seen.text
        assert "Ground rules" not in seen.text


@pytest.mark.parametrize(("make", "keys"), [(IntervisieApp, ["m"]), (SeatApp, [])], ids=["own", "served"])
async def test_a_warning_rings_once_on_an_own_stage_when_wanted_and_always_when_served(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, make: type[IntervisieApp], keys: list[str]
) -> None:
    rung: list[str] = []
    async with theatre(scene, make=make) as seen:
        monkeypatch.setattr(seen.app, "bell", lambda: rung.append("bell"))
        assert seen.stage.sounds == (make is SeatApp)
        await seen.do(c.StartClock())
        await seen.pilot.press(*keys)
        run = seen.room.session.current
        assert run is not None
        for left in (run.seconds * 0.1, run.seconds * 0.09):
            scene.clock.seconds = run.seconds - left
            seen.stage.tick()
        assert rung == ["bell"]


async def test_prompts_that_have_no_room_end_with_a_sign(tmp_path: Path) -> None:
    scene = Scene(tmp_path, Hands(), method=tietze.METHOD)
    live = await scene.live()
    await to_phase(live, "methodekeuze")
    async with theatre(scene, SMALL, live) as seen:
        await seen.pilot.pause()
        shown = [line[:48].strip() for line in seen.text.splitlines()]
        assert shown[-1] == "…"
