"""Every bundled method in the real room, at 80x24: each phase is reached, read and left, up to the end."""

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from intervisie_tui import locale
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.session import Clock
from intervisie_tui.live import Live
from intervisie_tui.method import Circle, Method, Step, steps_minutes
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.widgets.pane import said
from intervisie_tui.widgets.scrolled import Scroll, Scrolled
from intervisie_tui.widgets.two_sided import TwoSided
from tests.app.room_scene import Hands, RoomApp, Scene
from tests.contract.library import LANGUAGES, METHODS, NAMES, PLAYED, QUESTION, flat, session_of, sizes

SMALL = (80, 24)


@pytest.mark.long
@pytest.mark.parametrize(("name", "language"), PLAYED)
async def test_each_phase_can_be_reached_read_and_finished(name: str, language: str, tmp_path: Path) -> None:
    locale.use(language)
    method = METHODS[name]
    ideal, *_, most = sizes(method)
    live = await session_of(method, ideal, language, tmp_path / "ideal")
    app = RoomApp(live)
    async with app.run_test(size=SMALL) as pilot:
        await _through(app, pilot, live, reading=True)
        # The fewest are rehearsed without the room; the most fill it.
        live = await session_of(method, most, language, tmp_path / "most")
        await app.switch_screen(RoomScreen(live))
        await pilot.pause()
        await _through(app, pilot, live)


async def _through(app: RoomApp, pilot: Pilot[None], live: Live, *, reading: bool = False) -> None:
    """From the start to the end by n, in a clock that runs."""
    await pilot.press("space")
    assert not reading or "…" not in seen(app, "#head .method")
    read: set[object] = set()
    for position in range(len(live.session.agenda)):
        assert live.session.position == position
        plan = live.session.agenda[position].plan
        # A phase of another playing of its block looks as it did before.
        if reading and plan.prompts not in read:
            read.add(plan.prompts)
            await pilot.pause()
            _reads_well(app, live)
        await pilot.press("n")
        if not isinstance(app.screen, RoomScreen):
            # Who brings the next case, and at the end whether to finish, where the answer that keeps on is marked.
            await pilot.press(*("n" if position + 1 < len(live.session.agenda) else ("left", "enter")))
    await pilot.pause()
    assert live.session.clock is Clock.FINISHED


def _reads_well(app: RoomApp, live: Live) -> None:
    """Nothing of a phase is cut: it is in sight, or below a bar that says so."""
    run = live.session.current
    assert run is not None
    assert said(run.plan.name) in seen(app, "#phase")
    assert said(run.plan.rule) in seen(app, "#floor")
    assert "…" not in seen(app, "#floor")
    prompts, box = seen(app, "#prompts"), app.room.query_one("#prompts Scrolled", Scrolled)
    assert [said(prompt) for prompt in run.plan.prompts if said(prompt) not in prompts] == []
    does, question = said(run.plan.owner), QUESTION[locale.language()]
    if live.session.has_owner:
        everything = flat(app.shown("#prompts"))
        below = everything if box.show_vertical_scrollbar else ""
        assert does in prompts + below
        assert question in prompts + below


def seen(app: RoomApp, selector: str) -> str:
    """The words of a part of the room that are on the screen now, on one line."""
    region: Region = app.room.query_one(selector).region
    lines = app.room._compositor.render_strips()[region.y : region.bottom]
    return flat("\n".join(strip.crop(region.x, region.right).text for strip in lines))


async def test_the_names_of_all_phases_fit_in_an_agenda_that_scrolls_beside_the_clock(tmp_path: Path) -> None:
    scene = Scene(tmp_path, Hands(), NAMES[:6], METHODS["tienstappen"], Frame.FULL)
    app = RoomApp(await scene.live())
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert app.room.query_one("#agenda .rows", Scroll).show_vertical_scrollbar
        width = app.room.query_one("#agenda TwoSided", TwoSided).size.width
    cut = [
        f"{name}: {step.phase.name.of(language)}"
        for name, method in METHODS.items()
        for step in method.unrolled(Circle(method.size.ideal, 90))
        for language in LANGUAGES
        if len(step.phase.name.of(language)) > width - len("▸ ") - 1 - len(_time(method, step))
    ]
    assert cut == []


def _time(method: Method, step: Step) -> str:
    return f"{int(steps_minutes(method, (step,), method.size.ideal))}:00"
