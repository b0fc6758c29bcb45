"""What is typed in the room is kept, line by line, also when the disk refuses."""

import errno
from pathlib import Path

import pytest
from textual import events

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Clock
from intervisie_tui.method import Capture
from intervisie_tui.methods import denkhoeden
from intervisie_tui.rooms import Rooms
from intervisie_tui.settings import Config
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.store import Store
from intervisie_tui.widgets.exact_input import ExactInput
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, RoomApp, Scene, go, to_phase

SIZE = (120, 34)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def test_a_paste_of_many_lines_becomes_as_many_notes(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        assert app.focused is not None
        app.focused.post_message(events.Paste("one\ntwo\n\nthree"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert [note.text for note in app.room.session.notes] == ["one", "two", "three"]


class Counting(LocalDisk):
    """Counts how often a half-typed line is written down."""

    drafts = 0

    def replace(self, source: Path, target: Path) -> None:
        self.drafts += "draft" in str(target)
        super().replace(source, target)


@pytest.mark.long
async def test_a_half_typed_line_is_kept_seldom_and_not_with_each_key(scene: Scene) -> None:
    await (await scene.live()).stop()
    disk = Counting()
    store = Store.open(scene.folder / "data", now=scene.clock, disk=disk)
    live = await Rooms(store, Config(), scene.folder / "methods", scene.clock).open("s1")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        line = app.room.line.query_one(ExactInput)
        for length in range(1, 21):
            line.value = "x" * length
            await pilot.pause()
        await pilot.pause(0.6)
        assert 1 <= disk.drafts <= 10
        before = disk.drafts
        line.value = "and more"
        await pilot.pause(0.6)
        assert disk.drafts == before + 1


async def test_a_break_shows_its_own_time_and_no_rule(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space")
        assert "Facts only" in app.shown("#floor")
        await pilot.press("k", "7", "enter")
        await pilot.pause()
        assert app.room.clock_pane.text == "07:00"
        assert "Facts only" not in app.shown("#floor")
        await pilot.press("space")
        await pilot.pause()
        assert "Facts only" in app.shown("#floor")


async def test_a_digit_above_the_size_of_the_circle_changes_nothing(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3")
        assert app.room.session.turns.speaker == "m3"
        await pilot.press("9")
        assert app.room.session.turns.speaker == "m3"
        assert app.shown("#hint")


async def test_when_the_owner_leaves_the_room_asks_who_goes_on(scene: Scene) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        app.room.action_leave()
        await pilot.pause()
        # Nobody stands first: Enter alone takes nobody out.
        await pilot.press("enter")
        assert len(app.room.session.present) == 6
        app.room.action_leave()
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        # Nobody stands first: Enter alone would give the case to no one.
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.room.session.owner == "m2"
        assert [one.id for one in app.room.session.present] == ["m2", "m3", "m4", "m5", "m6"]
        app.room.action_come()
        await pilot.press(*"Anna", "enter")
        await pilot.pause()
        assert "m1" in [one.id for one in app.room.session.present]


async def test_after_a_long_gap_the_room_asks_whether_it_counts(scene: Scene) -> None:
    live = await scene.live()
    await go(live, c.StartClock())
    scene.clock.seconds += 60
    await live.stop()
    scene.clock.seconds += 1200
    again = await Rooms.at(scene.folder / "data", scene.clock).open("s1")
    assert again.gap is not None
    app = RoomApp(again)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.screen is not app.room
        await pilot.press("left", "enter")
        await pilot.pause()
        assert app.room.session.clock is Clock.PAUSED
        assert not app.room.clock_pane.text.startswith("+")


class Full(LocalDisk):
    """A disk that is full until it is not."""

    full = False

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "full")
        super().write(descriptor, data, offset)


@pytest.mark.long
async def test_not_saved_shows_while_the_disk_is_full_and_goes_away_again(scene: Scene) -> None:
    await (await scene.live()).stop()
    disk = Full()
    store = Store.open(scene.folder / "data", now=scene.clock, disk=disk)
    live = await Rooms(store, Config(), scene.folder / "methods", scene.clock).open("s1")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        disk.full = True
        await pilot.press("+")
        await pilot.pause()
        assert app.room.session.agenda[0].seconds == 360
        assert "not saved" in app.shown("#head")
        disk.full = False
        await pilot.press("+")
        await pilot.pause()
        assert "not saved" not in app.shown("#head")


async def test_the_note_line_says_what_it_takes_in_the_phase_that_another_screen_went_on_to(
    scene: Scene,
) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", *"why")
        await pilot.pause()
        assert "question" in app.shown("#entry .takes")
        await go(live, c.NextPhase("informatie"))
        await pilot.pause()
        assert "hypothesis" in app.shown("#entry .takes")
        await pilot.press("enter")
        await pilot.pause()
        assert [(note.kind, note.text) for note in live.session.notes] == [(Capture.HYPOTHESIS, "why")]


async def test_the_place_that_was_chosen_in_the_note_line_stays_when_others_write(scene: Scene) -> None:
    scene.method = denkhoeden.METHOD
    live = await scene.live()
    await to_phase(live, "wit")
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", "tab")
        await pilot.pause()
        assert "Red" in app.shown("#entry .takes")
        await go(live, c.AddNote("n1", "wit", "27", cell="wit"))
        await pilot.pause()
        assert "Red" in app.shown("#entry .takes")
        await go(live, c.NextPhase("wit"), c.NextPhase("rood"))
        await pilot.pause()
        assert "Yellow" in app.shown("#entry .takes")


@pytest.mark.long
async def test_esc_at_the_owner_or_the_date_goes_back_to_the_action_that_was_typed(scene: Scene) -> None:
    live = await scene.live()
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"call", "enter", "escape")
        assert app.room.line.value == "call"
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert "by when?" in app.shown("#entry")
        assert await live.own_draft() == ("action", "call")
        await pilot.press("escape")
        assert app.room.line.value == "call"
        await pilot.press("enter", "down", "down", "enter", "enter")
        await pilot.pause()
        assert [(action.owner, action.text) for action in live.session.actions] == [("m2", "call")]
        assert (app.room.line.is_open, app.room.line.value) == (True, "")
        assert await live.own_draft() is None


async def test_of_many_actions_at_once_none_is_lost_and_nothing_is_asked(scene: Scene) -> None:
    live = await scene.live()
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        assert app.focused is not None
        app.focused.post_message(events.Paste("Bram: one\ntwo\nAnna: three @ tomorrow"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert [(action.owner, action.text) for action in live.session.actions] == [
            ("m2", "one"),
            (None, "two"),
            ("m1", "three"),
        ]
        # Enter in the empty line.
        assert not app.room.line.is_open


async def test_a_line_that_the_veil_closed_stands_there_again(scene: Scene) -> None:
    live = await scene.live()
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", *"later")
        app.notify("told beside the room", timeout=60)
        await pilot.pause()
        await go(live, c.SetVeil(True))
        await pilot.pause()
        assert not app.room.line.is_open
        assert "told" not in text_on(app)
        await go(live, c.SetVeil(False))
        await pilot.press("p")
        assert app.room.line.value == "later"
