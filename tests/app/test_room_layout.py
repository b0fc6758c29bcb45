"""What is in sight of the room at each size, and whole."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Role
from intervisie_tui.methods import raguse
from intervisie_tui.widgets.digits import BigClock
from intervisie_tui.widgets.entry_list import EntryList
from tests.app.helpers_screens import text_on
from tests.app.room_methods import long_method
from tests.app.room_scene import Hands, RoomApp, Scene, go, to_phase

WIDE, SMALL, WALL = (120, 34), (80, 24), (200, 50)
NOTES = [
    f"question {number}: what did you see, and what did you do with your hands then?" for number in range(12)
]


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def _many(scene: Scene) -> RoomApp:
    live = await scene.live()
    await to_phase(live, "informatie")
    for at, text in enumerate(NOTES):
        await go(live, c.AddNote(f"n{at}", "informatie", text))
    for at in range(5):
        await go(live, c.Park(f"p{at}", f"parked {at}"))
        text = f"action {at} that takes more words than one row of its pane has room for"
        await go(live, c.AddAction(f"a{at}", text, "m2", date(2026, 11, 24)))
    return RoomApp(live)


@pytest.mark.parametrize("size", [WIDE, SMALL, WALL])
async def test_the_last_six_notes_are_in_sight(scene: Scene, size: tuple[int, int]) -> None:
    app = await _many(scene)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = text_on(app)
        assert [number for number in range(6, 12) if f"question {number}:" not in shown] == []


async def test_the_newest_action_is_whole_and_none_is_half(scene: Scene) -> None:
    app = await _many(scene)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        column = [line[86:] for line in text_on(app).splitlines()]
        first = next(at for at, line in enumerate(column) if "Actions" in line) + 2
        assert column[first].strip().startswith("Bram  action")
        words = " ".join(line.strip(" ▁▂▃▄▅▆▇█") for line in column[first:])
        assert (
            "action 4 that takes more words than one row of its pane has room for Tuesday, in 4 days" in words
        )


async def test_a_note_that_is_cut_says_so_and_is_whole_at_the_cursor(scene: Scene) -> None:
    app = await _many(scene)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "…" in next(line for line in text_on(app).splitlines() if "question 9:" in line)
        app.room.query_one("#notes EntryList").focus()
        await pilot.press("up", "up")
        await pilot.pause()
        assert app.room.query_one("#notes EntryList", EntryList).chosen == "n9"
        assert "your hands then?" in text_on(app)


async def test_the_prompts_stay_in_sight_in_a_small_window(scene: Scene) -> None:
    app = await _many(scene)
    async with app.run_test(size=SMALL) as pilot:
        for _tab in range(6):
            await pilot.pause()
            assert "One question per turn" in text_on(app)
            await pilot.press("]")


async def test_the_tabs_tell_how_many_there_are(scene: Scene) -> None:
    app = await _many(scene)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "[Notes 12]" in text_on(app)
        await pilot.press("p", *"one more", "enter", "escape")
        await pilot.pause()
        assert "Parked 6" in text_on(app)


@pytest.mark.parametrize("size", [WIDE, SMALL, WALL])
async def test_the_phase_of_now_is_in_sight_in_a_long_agenda(scene: Scene, size: tuple[int, int]) -> None:
    scene.method = long_method(40)
    live = await scene.live()
    app = RoomApp(live)
    async with app.run_test(size=size) as pilot:
        if size == SMALL:
            await pilot.press("[", "[")
        for number in (1, 20, 39):
            await to_phase(live, f"phase-{number}")
            await pilot.pause()
            assert f"▸ Phase {number} " in text_on(app)


@pytest.mark.long
async def test_an_agenda_moves_only_when_what_comes_next_would_be_out_of_sight(scene: Scene) -> None:
    scene.method = long_method(40)
    live = await scene.live()
    app = RoomApp(live)
    async with app.run_test(size=WIDE) as pilot:
        box, tops = app.room.query_one("#agenda .rows"), []
        for number, run in enumerate(live.session.agenda[:-1]):
            await pilot.pause()
            tops.append(box.scroll_offset.y)
            assert tops[-1] <= number < tops[-1] + box.size.height
            await go(live, c.NextPhase(run.id))
    moves = sum(before != after for before, after in itertools.pairwise(tops))
    assert 0 < moves < 8


async def test_a_bar_does_not_touch_the_times(scene: Scene) -> None:
    scene.method = long_method(40)
    app = RoomApp(await scene.live())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        rows = app.room.query_one("#agenda .rows")
        assert rows.show_vertical_scrollbar
        assert all(row.region.right < rows.scrollable_content_region.right for row in rows.children)


async def test_a_bar_does_not_touch_the_words_of_entries(scene: Scene) -> None:
    live = await scene.live()
    await go(live, *(c.Park(f"p{each}", "x" * 60) for each in range(20)))
    app = RoomApp(live)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        entries = app.room.query_one("#parking-lot .entries")
        assert entries.show_vertical_scrollbar
        assert all(row.region.right < entries.scrollable_content_region.right for row in entries.children)


@pytest.mark.long
async def test_who_does_not_fit_in_the_speaking_order_can_be_reached(scene: Scene) -> None:
    scene.names = tuple(f"Member {number}" for number in range(1, 31))
    app = RoomApp(await scene.live())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        rows = app.room.query_one("#speaking-order .rows")
        assert rows.region.bottom < app.room.query_one("#parking-lot").region.y
        rows.focus()
        await pilot.press(*["down"] * 30)
        await pilot.pause(0.4)
        assert "Member 30" in text_on(app)


@pytest.mark.parametrize("minutes", [100, 240])
@pytest.mark.parametrize("late", [False, True])
async def test_a_clock_of_more_than_a_hundred_minutes_keeps_its_height(
    scene: Scene, minutes: int, late: bool
) -> None:
    live = await scene.live()
    if late:
        await go(live, c.StartClock())
        scene.clock.seconds += 300 + minutes * 60
    else:
        await go(live, c.AddTime(live.session.agenda[0].id, minutes * 60.0))
    app = RoomApp(live)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        digits = app.room.query_one(BigClock)
        assert digits.rows == 7
        shown = [part.region for part in digits.children if part.display]
        assert shown[-1].right <= digits.region.right
        assert shown[0].x >= digits.region.x


@pytest.mark.parametrize("size", [(108, 34), (20, 5)])
async def test_the_clock_over_time_is_never_cut(scene: Scene, size: tuple[int, int]) -> None:
    live = await scene.live()
    await go(live, c.StartClock())
    scene.clock.seconds += 300 + 151
    app = RoomApp(live)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = [part.region for part in app.room.query_one(BigClock).children if part.display]
        assert shown[0].x >= 0
        assert shown[-1].right <= app.room.query_one("#clock").region.right


async def test_a_long_name_of_a_phase_does_not_hide_which_one_it_is(scene: Scene) -> None:
    scene.method = long_method(3)
    app = RoomApp(await scene.live())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "phase 1 of 3" in app.shown("#phase")
        assert "…" in app.shown("#phase")


async def test_a_complete_round_says_how_to_go_on(scene: Scene) -> None:
    live = await scene.live(roles=((Role.TIMEKEEPER, "m2"),))
    await to_phase(live, "informatie")
    while not live.session.turns.complete:
        await go(live, c.NextSpeaker(live.session.turns.speaker))
    app = RoomApp(live)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert app.shown("#floor").split("\n")[:2] == ["The round is complete.", "enter begins another"]


@pytest.mark.parametrize("size", [(120, 34), (200, 50)])
async def test_the_dot_of_a_waiting_cue_moves_nothing(scene: Scene, size: tuple[int, int]) -> None:
    live = await scene.live()
    await go(live, c.StartClock(), c.PauseClock())
    app = RoomApp(live)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        places = [
            app.room.query_one(part).region for part in ("#head .group", "#head .method", "#offset Words")
        ]
        assert "●" not in app.shown("#head")
        # No clock has run for a minute.
        scene.clock.seconds += 61
        app.room.tick()
        await pilot.pause()
        assert "●" in app.shown("#head")
        assert places == [
            app.room.query_one(part).region for part in ("#head .group", "#head .method", "#offset Words")
        ]


async def test_at_the_desk_the_name_of_who_speaks_too_long_is_still_read(scene: Scene) -> None:
    scene.method = raguse.METHOD
    live = await scene.live()
    await go(live, c.StartClock())
    await to_phase(live, "beleving")
    scene.clock.seconds += 600
    app = RoomApp(live)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        await pilot.pause()
        speaks = next(line for line in text_on(app).splitlines() if "round off" in line)
        assert live.session.name(live.session.turns.speaker) in speaks
