"""Each key of the room does what help says of it, and a veiled room obeys only a few."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from intervisie_tui import locale
from intervisie_tui.actions import ACTIONS, WHILE_VEILED
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Clock
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.dialogs.choose_member import ChooseMember
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.dialogs.replan import ReplanDialog
from intervisie_tui.screens.help import HelpScreen
from intervisie_tui.screens.questions import QuestionsPanel
from tests.app.helpers_screens import text_on, until
from tests.app.room_scene import Hands, RoomApp, Scene, go, to_phase

SIZE = (120, 34)
KEYS = [key for action in ACTIONS for key in action.keys if not action.in_lists]

See = Callable[[RoomApp], bool]


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


def _minutes(app: RoomApp) -> float:
    assert app.room.session.current is not None
    return app.room.session.current.seconds / 60


def _speaker(app: RoomApp) -> str | None:
    return app.room.session.turns.speaker


def _takes(words: str) -> See:
    return lambda app: app.room.line.is_open and words in app.shown("#entry")


EFFECTS: list[tuple[str, See]] = [
    ("space", lambda app: app.room.session.clock is Clock.PAUSED),
    ("n", lambda app: app.room.session.position == 3),
    ("pagedown", lambda app: app.room.session.position == 3),
    ("N", lambda app: app.room.session.position == 1),
    ("pageup", lambda app: app.room.session.position == 1),
    ("+", lambda app: _minutes(app) == 16),
    ("=", lambda app: _minutes(app) == 16),
    ("-", lambda app: _minutes(app) == 14),
    ("_", lambda app: _minutes(app) == 14),
    ("enter", lambda app: _speaker(app) == "m3"),
    ("s", lambda app: app.room.session.turns.passed == ("m2",)),
    ("S", lambda app: app.room.session.turns.passed == ("m2",)),
    *((str(place), lambda app, place=place: _speaker(app) == f"m{place}") for place in range(3, 7)),
    ("0", lambda app: isinstance(app.screen, ChooseMember)),
    ("h", lambda app: isinstance(app.screen, ChooseMember)),
    ("H", lambda app: isinstance(app.screen, ChooseMember)),
    ("z", lambda app: app.room.has_class("-enlarged") and not app.room.query_one("#agenda").display),
    ("m", lambda app: app.room.sounds),
    ("c", _takes("question")),
    ("C", _takes("question")),
    ("p", _takes("for later")),
    ("a", _takes("action")),
    ("t", _takes("minutes ago")),
    ("k", _takes("how many minutes")),
    ("u", lambda app: app.room.session.notes == ()),
    ("r", lambda app: isinstance(app.screen, ReplanDialog)),
    ("R", lambda app: isinstance(app.screen, ReplanDialog)),
    ("d", lambda app: app.room.desk),
    ("D", lambda app: app.room.desk),
    *((key, lambda app: app.room.session.veiled) for key in "vVbB."),
    ("i", lambda app: "No cue is waiting." in app.shown("#hint")),
    ("f", lambda app: isinstance(app.screen, Confirm)),
    *((key, lambda app: isinstance(app.screen, QuestionsPanel)) for key in ("q", "Q", "f2")),
]


async def _in_the_round(scene: Scene) -> Live:
    live = await scene.live()
    await go(live, c.StartClock())
    scene.clock.seconds += 60
    await to_phase(live, "informatie")
    await go(live, c.AddNote("n1", "informatie", "one"))
    return live


@pytest.mark.parametrize(("key", "done"), EFFECTS, ids=[key for key, _done in EFFECTS])
async def test_a_key_has_its_effect(scene: Scene, key: str, done: See) -> None:
    live = await _in_the_round(scene)
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not done(app)
        await pilot.press(key)
        await _until(pilot, lambda: done(app))


async def _until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    for _turn in range(50):
        await pilot.pause()
        if done():
            return
    raise AssertionError("the key did nothing")


@pytest.mark.parametrize("key", ["?", "f1"])
async def test_help_opens_over_the_room(scene: Scene, key: str) -> None:
    live = await _in_the_round(scene)
    app = IntervisieApp(Rooms.at(scene.folder / "data", scene.clock), live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(key)
        await until(pilot, HelpScreen)


async def test_redo_brings_back_what_undo_took(scene: Scene) -> None:
    app = RoomApp(await _in_the_round(scene))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("u")
        await _until(pilot, lambda: not app.room.session.notes)
        await pilot.press("U")
        await _until(pilot, lambda: bool(app.room.session.notes))


async def test_the_language_changes_on_the_whole_screen_and_back(scene: Scene) -> None:
    app = RoomApp(await _in_the_round(scene))
    async with app.run_test(size=SIZE) as pilot:
        before = locale.language()
        await pilot.press("l")
        await pilot.pause()
        assert "Spreekvolgorde" in text_on(app)
        await pilot.press("l")
        await pilot.pause()
        assert "Speaking order" in text_on(app)
        assert locale.language() == before


async def test_brackets_go_along_the_tabs(scene: Scene) -> None:
    app = RoomApp(await _in_the_round(scene))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("]")
        await pilot.pause()
        assert app.room.query_one("#speaking-order").display
        await pilot.press("[", "[")
        await pilot.pause()
        assert app.room.query_one("#ground-rules").display


def _are_raised(app: RoomApp, hands: tuple[str, ...]) -> bool:
    return app.room.session.hands == hands


@pytest.mark.long
async def test_a_raised_hand_goes_down_by_the_same_key(scene: Scene) -> None:
    app = RoomApp(await _in_the_round(scene))
    async with app.run_test(size=SIZE) as pilot:
        for raised in (("m2",), ()):
            await pilot.press("h")
            await until(pilot, ChooseMember)
            await pilot.press("down", "enter")
            await _until(pilot, partial(_are_raised, app, raised))


async def test_began_minutes_ago_sets_the_clock_back(scene: Scene) -> None:
    app = RoomApp(await _in_the_round(scene))
    async with app.run_test(size=SIZE) as pilot:
        scene.clock.seconds += 30
        await pilot.press("t", *"0,5", "enter")
        await _until(pilot, lambda: app.room.clock_pane.text == "14:30")
        await pilot.press("t", *"never", "enter")
        await pilot.pause()
        assert "Give a number of minutes." in app.shown("#hint")
        assert app.room.line.is_open


@pytest.mark.long
async def test_finishing_and_going_on_after_all(scene: Scene) -> None:
    app = RoomApp(await _in_the_round(scene))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f")
        await until(pilot, Confirm)
        await pilot.press("left", "enter")
        await _until(pilot, lambda: app.room.session.clock is Clock.FINISHED)
        await pilot.press("space")
        await until(pilot, Confirm)
        await pilot.press("left", "enter")
        await _until(pilot, lambda: app.room.session.clock is not Clock.FINISHED)


def _standing(app: RoomApp) -> tuple[object, ...]:
    room = app.room
    return room.session, app.screen, room.desk, room.sounds, room.line.is_open, room.has_class("-enlarged")


def _has_changed(app: RoomApp, before: tuple[object, ...]) -> bool:
    return _standing(app) != before


@pytest.mark.long
async def test_no_key_but_veil_and_space_does_anything_in_a_veiled_room(scene: Scene) -> None:
    live = await _in_the_round(scene)
    await go(live, c.SetVeil(True))
    obeyed = {key for action in ACTIONS if action.id in WHILE_VEILED for key in action.keys}
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        before = _standing(app)
        for key in KEYS:
            if key not in {*obeyed, "ctrl+p"}:
                await pilot.press(key)
                assert _standing(app) == before, key
        for key in sorted(obeyed - {"ctrl+q"}):
            before = _standing(app)
            await pilot.press(key)
            await _until(pilot, partial(_has_changed, app, before))
            if not live.session.veiled:
                await go(live, c.SetVeil(True))


async def test_a_veiled_room_shows_nothing_and_can_be_left(scene: Scene) -> None:
    live = await _in_the_round(scene)
    await go(live, c.SetVeil(True))
    app = IntervisieApp(Rooms.at(scene.folder / "data", scene.clock), live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("up", "down", "left", "right", "tab", "ctrl+p")
        await pilot.pause()
        assert text_on(app).split() == ["The", "room", "is", "veiled.", "v", "shows", "it."]
        await pilot.press("ctrl+q", "ctrl+q")
        await pilot.pause()
        assert not app.is_running


async def test_the_desk_is_never_veiled(scene: Scene) -> None:
    live = await _in_the_round(scene)
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d", "v")
        await pilot.pause()
        assert app.room.session.veiled
        assert "Speaking order" in text_on(app)
        await pilot.press("n")
        await _until(pilot, lambda: app.room.session.position == 3)
