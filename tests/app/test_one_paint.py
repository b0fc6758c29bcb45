"""What one change costs a screen: no layout that moves nothing, and no more painted than changed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import LayoutUpdate
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from intervisie_tui.domain import commands as c
from intervisie_tui.screens.stage import StageScreen
from tests.app.helpers_screens import text_on
from tests.app.room_methods import wordy_method
from tests.app.room_scene import Hands, RoomApp, Scene, go

WIDE = (120, 34)


class Counting(RoomApp):
    """Counts layouts, and pictures of the whole screen."""

    layouts = 0
    wholes = 0

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        self.wholes += isinstance(renderable, LayoutUpdate)
        super()._display(screen, renderable)

    def count(self) -> None:
        """From now on."""
        screen = self.screen_stack[-1]
        self.layouts = self.wholes = 0
        screen.screen_layout_refresh_signal.subscribe(screen, self._laid_out, immediate=True)

    def _laid_out(self, screen: object) -> None:
        self.layouts += 1


class Stage(Counting):
    """The stage and nothing around it."""

    async def on_mount(self) -> None:
        await self.push_screen(StageScreen(self.live))


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


@asynccontextmanager
async def shown(scene: Scene, kind: type[Counting]) -> AsyncIterator[tuple[Counting, Pilot[Any]]]:
    """A screen of a session that runs, with a list that is longer than its pane."""
    live = await scene.live()
    await go(live, c.StartClock())
    phase = live.session.agenda[0].id
    await go(live, *(c.AddNote(f"n{each}", phase, f"Note {each}") for each in range(20)))
    app = kind(live)
    async with app.run_test(size=WIDE) as pilot:
        if kind is Counting:
            await pilot.press("d")
        await pilot.pause(0.3)
        app.count()
        yield app, pilot


def geometry(app: Counting) -> list[object]:
    """Where everything is."""
    return [(widget, where.region, where.virtual_size) for widget, where in _places(app).items()]


def _places(app: Counting) -> dict[Widget, Any]:
    return dict(app.screen._compositor.full_map)


@pytest.mark.parametrize("kind", [Counting, Stage])
async def test_after_the_next_phase_all_is_where_one_more_layout_would_put_it(
    scene: Scene, kind: type[Counting]
) -> None:
    async with shown(scene, kind) as (app, pilot):
        for each in range(3):
            await go(app.live, c.NextPhase(app.live.session.agenda[each].id))
            await pilot.pause(0.1)
            assert app.live.session.position == each + 1
            before = geometry(app)
            for widget in app.screen.query("*"):
                widget._clear_arrangement_cache()
                widget._layout_cache.clear()
            app.screen.refresh(layout=True)
            await pilot.pause(0.1)
            assert geometry(app) == before


@pytest.mark.parametrize("face", ["room", "desk"])
async def test_the_next_phase_moves_nothing_on_the_screen_however_much_it_says(
    scene: Scene, face: str
) -> None:
    scene.method = wordy_method(7)
    app = Counting(await scene.live())
    async with app.run_test(size=WIDE) as pilot:
        if face == "desk":
            await pilot.press("d")
        await pilot.pause(0.3)
        app.count()
        # Before the last, for after it comes nothing, and then there is less to tell.
        for run in app.live.session.agenda[:-2]:
            await go(app.live, c.NextPhase(run.id))
            await pilot.pause(0.1)
            assert f"phase {app.live.session.position + 1} of 7" in text_on(app)
        assert app.layouts == 0


async def test_a_list_that_scrolls_to_what_is_new_has_nothing_else_painted(scene: Scene) -> None:
    async with shown(scene, Counting) as (app, pilot):
        for each in range(3):
            await go(app.live, c.AddNote(f"x{each}", app.live.session.agenda[0].id, f"More {each}"))
            await pilot.pause(0.1)
        assert app.layouts
        assert app.wholes == 0


@pytest.mark.long
async def test_at_the_desk_the_newest_note_comes_into_sight_however_many_there_are(tmp_path: Path) -> None:
    live = await Scene(tmp_path).live()
    app = RoomApp(live)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("d")
        for number in range(20):
            await go(live, c.AddNote(f"n{number}", live.session.agenda[0].id, f"note {number}"))
            for _ in range(10):
                await pilot.pause()
            assert f"note {number}" in text_on(app)
