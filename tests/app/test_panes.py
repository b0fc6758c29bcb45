"""What people typed is shown as typed in every pane, and never read as markup."""

from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from tests.app.room_scene import RoomApp, Scene, go, rows, to_phase

HOSTILE = (
    "[/b]",
    "[@click=app.quit]x[/]",
    "[bold red]x",
    "\x1b[31mred\x1b[0m",
    "\u202eright to left",
    "👩‍👩‍👧 family",
    "x" * 5000,
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_hostile_text_stands_in_every_pane(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    live = await Scene(tmp_path, names=(text, "Bram", "Chantal")).live(group_name=text, question=text)
    await to_phase(live, "informatie")
    await go(live, c.AddNote("n", "informatie", text), c.Park("p", text), c.AddAction("a", text, "m1"))
    app = RoomApp(live)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        clean = live.session.parking[0].text
        assert clean[:5].strip("\u202e") in rows(app, "#parking-lot")[0]
        assert clean[:5].strip("\u202e") in rows(app, "#actions")[0]
        assert "\x1b" not in "".join(rows(app, "#notes"))
        await pilot.press("a", "escape", "0", "escape", "z", "z", "d", "l")
        assert app.is_running


async def test_empty_panes_say_what_they_are_for(tmp_path: Path) -> None:
    app = RoomApp(await Scene(tmp_path).live())
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert "press p" in app.shown("#parking-lot")
        assert "press a" in app.shown("#actions")
        assert "press c" in app.shown("#notes")


async def test_at_the_desk_the_line_at_the_top_says_so_and_no_name_is_cut(tmp_path: Path) -> None:
    for group, said in (("", "desk"), ("Kring", "desk · Kring · 4th of 10")):
        live = await Scene(tmp_path / said[-4:]).live(group_name=group, number=4 if group else None)
        app = RoomApp(live)
        async with app.run_test(size=(120, 34)) as pilot:
            await pilot.press("d")
            await pilot.pause()
            assert app.shown("#head .group") == said


async def test_the_offset_is_said_calmly_in_the_room_and_cues_are_for_the_desk_only(tmp_path: Path) -> None:
    app = RoomApp(await Scene(tmp_path).live())
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert "on time" in app.shown("#offset")
        assert not app.room.query_one("#deskline").display
        await pilot.press("d")
        await pilot.pause()
        assert "What comes next" in app.shown("#coming-next")
        assert app.room.query_one("#cues").display


async def test_while_somebody_speaks_the_figure_moves_on_by_five_seconds_and_is_exact_when_the_turn_ends(
    tmp_path: Path,
) -> None:
    scene = Scene(tmp_path)
    live = await scene.live()
    await to_phase(live, "informatie")
    await go(live, c.StartClock(), c.ShowTalk(True))
    app = RoomApp(live)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        seen = []
        for _second in range(8):
            scene.clock.seconds += 1
            app.room.tick()
            seen.append("0:05" in app.shown("#speaking-order"))
        assert seen == [False] * 4 + [True] * 4
        await go(live, c.GiveFloor("m3"))
        await pilot.pause()
        assert "0:08" in app.shown("#speaking-order")
