"""Pairs and trios in the room: who sits with whom, who brings the case, and others when the group wants so."""

from pathlib import Path

import pytest

from intervisie_tui import locale
from intervisie_tui.domain import commands as c
from intervisie_tui.method import Method
from intervisie_tui.methods import reflecting_team, rolwissel, speed, troika
from intervisie_tui.widgets.scrolled import Scrolled
from tests.app.helpers_screens import text_on
from tests.app.room_scene import NAMES, Hands, RoomApp, Scene, go, to_phase

NARROW, WIDE = (80, 24), (120, 34)
HOSTILE = "[b]Bo[/x] " + "x" * 40


async def room_at(tmp_path: Path, method: Method, phase: str, names: tuple[str, ...] = NAMES) -> RoomApp:
    live = await Scene(tmp_path, Hands(), names=names, method=method, owner=None).live()
    await to_phase(live, phase)
    return RoomApp(live)


def order(app: RoomApp) -> list[str]:
    """The rows of the speaking order without the places, each with its sign."""
    return [" ".join(row.split()) for row in app.shown("#speaking-order").split("\n")]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_troika_tells_which_place_brings_the_case_and_what_the_owners_do(
    size: tuple[int, int], tmp_path: Path
) -> None:
    app = await room_at(tmp_path, troika.METHOD, "overleg-2")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        floor = app.shown("#floor")
        assert "In each trio the second brings the case." in floor
        assert "The case owner is turned away and only listens." in floor
        assert "Case owner: Turns round" in app.shown("#prompts")
        assert "Anna is turned away" not in text_on(app)
        assert "How can I keep my calm?" not in app.shown("#prompts")


async def test_wide_the_groups_stand_in_the_speaking_order(tmp_path: Path) -> None:
    app = await room_at(tmp_path, troika.METHOD, "vertellen")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert order(app) == [
            "Threes", "▸ 1 Anna case owner", "5 Esra", "6 Fatima", "",
            "▸ 2 Bram case owner", "3 Chantal", "4 Dirk",
        ]  # fmt: skip
        assert not app.room.query_one("#floor .groups").display


async def test_four_pairs_are_all_in_sight(tmp_path: Path) -> None:
    app = await room_at(tmp_path, speed.METHOD, "ronde-5", (*NAMES, "Gijs", "Hanneke"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        shown = app.shown("#speaking-order").split("\n")
        assert [row.split("case owner")[0].rstrip() for row in shown[1:]] == [
            "▸ 5 Esra", "    1 Anna", "▸ 6 Fatima", "    2 Bram",
            "▸ 7 Gijs", "    3 Chantal", "▸ 8 Hanneke", "    4 Dirk",
        ]  # fmt: skip
        assert app.room.query_one("#speaking-order Scroll").max_scroll_y == 0


async def test_narrow_and_with_a_large_clock_the_groups_stand_under_who_may_speak(tmp_path: Path) -> None:
    app = await room_at(tmp_path, speed.METHOD, "ronde-2")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "▸ Anna + Esra   ▸ Bram + Fatima   ▸ Chantal + Dirk" in text_on(app)
    async with (wide := await room_at(tmp_path / "wide", speed.METHOD, "ronde-2")).run_test(
        size=WIDE
    ) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert "▸ Anna + Esra" in text_on(wide)


async def test_before_the_rounds_the_trios_are_told_in_silence(tmp_path: Path) -> None:
    app = await room_at(tmp_path, troika.METHOD, "nadenken")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "In silence: everybody writes." in app.shown("#floor")
        assert "Anna + Esra + Fatima   Bram + Chantal + Dirk" in text_on(app)


async def test_groups_that_do_not_come_out_are_called_small_groups(tmp_path: Path) -> None:
    app = await room_at(tmp_path, speed.METHOD, "ronde", NAMES[:5])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert order(app)[0] == "Small groups"
        assert "In each group the first brings the case." in app.shown("#floor")


async def test_other_groups_are_drawn_on_command_and_undone(tmp_path: Path) -> None:
    app = await room_at(tmp_path, troika.METHOD, "vertellen")
    async with app.run_test(size=WIDE) as pilot:
        before = order(app)
        await app.room.run_action("draw_groups")
        await pilot.pause()
        assert order(app) != before
        assert "Other groups have been drawn" in app.shown("#hint")
        await pilot.press("u")
        await pilot.pause()
        assert order(app) == before
        assert "the drawing of the groups" in app.shown("#hint")


async def test_in_a_whole_circle_the_command_says_why_not(tmp_path: Path) -> None:
    app = await room_at(tmp_path, troika.METHOD, "plenair")
    async with app.run_test(size=WIDE) as pilot:
        await app.room.run_action("draw_groups")
        await pilot.pause()
        assert "In this phase nobody is in small groups." in app.shown("#hint")
        assert order(app)[0] == "Speaking order"


async def test_who_comes_and_who_leaves_is_seen_in_the_groups(tmp_path: Path) -> None:
    app = await room_at(tmp_path, speed.METHOD, "ronde")
    async with app.run_test(size=WIDE) as pilot:
        await go(app.live, c.TakeOutMember("m6"), c.AddMember("m7", "Gijs"))
        await pilot.pause()
        shown = "\n".join(order(app))
        assert "Gijs" in shown
        assert "Fatima" not in shown
        assert "\n\n" in shown


async def test_a_click_on_a_name_in_a_group_says_that_nobody_has_the_floor(tmp_path: Path) -> None:
    app = await room_at(tmp_path, troika.METHOD, "vertellen")
    async with app.run_test(size=WIDE) as pilot:
        for row in (1, 3, 5, 7):
            await pilot.click("#speaking-order TwoSided", offset=(5, row % 7))
        await pilot.pause()
        assert "You talk in small groups" in app.shown("#hint")
        assert app.room.session.turns.speaker is None


async def test_hostile_and_long_names_are_plain_in_groups(tmp_path: Path) -> None:
    names = (HOSTILE, *NAMES[1:6])
    for size in (NARROW, WIDE):
        app = await room_at(tmp_path / str(size[0]), troika.METHOD, "vertellen", names)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            assert "[b]Bo[/x]" in text_on(app)


@pytest.mark.parametrize(
    ("method", "phase"), [(reflecting_team.METHOD, "interview1"), (rolwissel.METHOD, "begrijpen")]
)
async def test_an_interview_is_no_drawing_and_says_who_talks_with_the_owner(
    method: Method, phase: str, tmp_path: Path
) -> None:
    live = await Scene(tmp_path, Hands(), method=method).live()
    await to_phase(live, phase)
    app = RoomApp(live)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Anna talks with one other; the rest listens." in app.shown("#floor")
        assert order(app)[0] == "Speaking order"


async def test_groups_speak_dutch(tmp_path: Path) -> None:
    locale.use("nl")
    app = await room_at(tmp_path, troika.METHOD, "vragen-3")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "In elk drietal brengt de derde in." in app.shown("#floor")
        assert "De inbrenger antwoordt." in app.shown("#floor")
        assert order(app)[0] == "Drietallen"


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_prompts_beside_a_bar_are_folded_for_what_it_leaves_of_the_width(
    language: str, tmp_path: Path
) -> None:
    locale.use(language)
    app = await room_at(tmp_path, speed.METHOD, "ronde")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        body, lines = app.room.query_one("#prompts Scrolled", Scrolled), app.shown("#prompts").split("\n")
        assert body.max_scroll_y == max(len(lines) - body.size.height, 0)
        assert max(map(len, lines)) <= body.columns - body.show_vertical_scrollbar
