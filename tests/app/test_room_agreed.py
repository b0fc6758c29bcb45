"""An action gets only an owner and a date that were named for certain; else the room asks, and keeps the text whole."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import OptionList

from intervisie_tui import spoken
from intervisie_tui.domain import commands as c
from intervisie_tui.screens.dialogs.choose_member import ChooseMember
from tests.app.room_scene import Hands, RoomApp, Scene, go

SIZE = (120, 34)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands(), names=("Anna", "Bram", "Jan", "Jasmijn", "Anna Bakker"))


def _agreed(app: RoomApp) -> list[tuple[str | None, str, date | None]]:
    return [(action.owner, action.text, action.due) for action in app.room.session.actions]


def _tomorrow(app: RoomApp) -> date:
    return spoken.day_of(app.room.now) + timedelta(days=1)


@pytest.mark.long
@pytest.mark.parametrize(
    "text", ["make coffee", "Ja: dat doen we", "Everybody: make coffee", "Jas: make coffee"]
)
async def test_enter_twice_gives_an_action_to_nobody_who_was_not_named(scene: Scene, text: str) -> None:
    """Cases N6 and 10."""
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *f"{text} @ tomorrow", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ChooseMember)
        await pilot.press("enter")
        await pilot.pause()
        assert _agreed(app) == [(None, text, _tomorrow(app))]


@pytest.mark.long
async def test_who_may_be_meant_stands_first_among_the_names_and_takes_the_name_out_of_the_text(
    scene: Scene,
) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"Jas: make coffee @ tomorrow", "enter")
        await pilot.pause()
        names = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        assert names[:2] == ["nobody yet", "Jasmijn"]
        await pilot.press("down", "enter")
        await pilot.pause()
        assert _agreed(app) == [("m4", "make coffee", _tomorrow(app))]


@pytest.mark.long
async def test_a_date_that_is_not_wholly_understood_is_told_while_typing_and_asked_with_the_text_whole(
    scene: Scene,
) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"Anna: call @ friday or monday")
        await pilot.pause()
        assert '"friday" is understood, but "or monday" is not' in app.shown("#entry")
        await pilot.press("enter")
        await pilot.pause()
        assert "by when?" in app.shown("#entry")
        assert '"friday" is understood, but "or monday" is not' in app.shown("#hint")
        for answer in ("after monday", "school @ friday"):
            app.room.line.field.value = answer
            await pilot.press("enter")
            await pilot.pause()
            assert f'"{answer}" is not understood' in app.shown("#hint")
            assert _agreed(app) == []
        app.room.line.field.value = ""
        await pilot.press(*"tomorrow", "enter")
        await pilot.pause()
        assert _agreed(app) == [("m1", "call @ friday or monday", _tomorrow(app))]


async def test_a_changed_action_keeps_the_date_that_has_gone_by_and_takes_none_that_is_not_clear(
    scene: Scene,
) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        gone = spoken.day_of(app.room.now) - timedelta(days=3)
        await go(app.room.live, c.AddAction("a1", "call", "m1", gone))
        await pilot.pause()
        (action,) = app.room.session.actions
        app.room.edit_action(action)
        await pilot.pause()
        assert app.room.line.value == f"Anna: call @ {gone.isoformat()}"
        app.room.line.field.value = f"Bram: call @ {gone.isoformat()}"
        await pilot.press("enter")
        await pilot.pause()
        assert _agreed(app) == [("m2", "call", gone)]
        app.room.edit_action(replace(action, owner="m2"))
        app.room.line.field.value = "Bram: call back @ every friday"
        await pilot.press("enter")
        await pilot.pause()
        assert '"every friday" is not understood' in app.shown("#hint")
        assert app.room.line.value == "Bram: call back @ every friday"
        assert _agreed(app) == [("m2", "call", gone)]


async def test_a_changed_action_stays_with_its_owner_who_has_left(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await go(app.room.live, c.AddAction("a1", "call", "m2"), c.TakeOutMember("m2"))
        await pilot.pause()
        app.room.edit_action(app.room.session.actions[0])
        await pilot.press(*" back", "enter")
        await pilot.pause()
        assert _agreed(app) == [("m2", "call back", None)]


@pytest.mark.parametrize(
    ("keys", "told", "mended"),
    [
        (("a", *"Jan: walk @ soonish", "enter"), '"soonish" is not understood', (*"tomorrow", "enter")),
        (("t", "x", "enter"), "Give a number of minutes.", ("backspace", "5", "enter")),
        (("k", "x", "enter"), "Give a number of minutes.", ("backspace", "5", "enter")),
    ],
    ids=["date", "minutes", "break"],
)
async def test_what_was_told_of_an_attempt_goes_when_the_line_is_taken(
    scene: Scene, keys: tuple[str, ...], told: str, mended: tuple[str, ...]
) -> None:
    live = await scene.live()
    await go(live, c.StartClock())
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert told in app.shown("#hint")
        await pilot.press(*mended)
        await pilot.pause()
        assert told not in app.shown("#hint")
