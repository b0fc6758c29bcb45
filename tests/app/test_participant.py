"""The screen of a guest with a seat of its own: a phone, a small window, a wide one; by keyboard and by touch."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from intervisie_tui import locale
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.plan import PlanWish, plan
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.method import Floor
from intervisie_tui.methods import lean_coffee
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.participant import ParticipantScreen
from intervisie_tui.screens.participant_face import Face
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.widgets.chips import Chips
from intervisie_tui.widgets.clock_pane import ClockPane
from intervisie_tui.widgets.names import EACH, Names
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, Scene, go, pass_by, to_phase

PHONE, SMALL, WIDE = (40, 20), (80, 24), (120, 34)


class Hand:
    """A guest's screen beside the room that drives the session."""

    def __init__(self, app: IntervisieApp, pilot: Pilot[Any], room: Live) -> None:
        self.app = app
        self.pilot = pilot
        self.room = room

    @property
    def screen(self) -> ParticipantScreen:
        return next(one for one in self.app.screen_stack if isinstance(one, ParticipantScreen))

    @property
    def text(self) -> str:
        return text_on(self.app)

    @property
    def value(self) -> str:
        return self.screen.line.value

    async def do(self, *commands: c.Command) -> None:
        """Done in the room; the guest has seen it when this returns."""
        await go(self.room, *commands)
        await self.until(lambda: self.app.screen_stack[0].live.revision >= self.room.revision)  # type: ignore[attr-defined] # each screen of a session has one

    async def until(self, seen: Any) -> None:
        for _turn in range(200):
            await self.pilot.pause(0.01)
            if seen():
                await self.pilot.pause()
                return
        raise AssertionError(self.text)

    async def write(self, text: str) -> None:
        await self.pilot.press(*("space" if sign == " " else sign for sign in text))

    async def tap(self, words: str, part: str) -> None:
        """Tap on these words in that part of the screen."""
        widget = self.app.screen.query_one(part, Widget)
        lines = [line[widget.region.x : widget.region.right] for line in self.text.split("\n")]
        rows = [(y, line.find(words)) for y, line in enumerate(lines) if words in line]
        y, x = next((y, x) for y, x in rows if widget.region.y <= y < widget.region.bottom)
        await self.pilot.click(widget, offset=(x, y - widget.region.y))
        await self.pilot.pause()

    async def seen_in_the_room(self) -> Live:
        await self.room._look()
        return self.room


@asynccontextmanager
async def guest(
    scene: Scene,
    size: tuple[int, int] = SMALL,
    room: Live | None = None,
    member: str | None = "m3",
    screen: str = "phone",
) -> AsyncIterator[Hand]:
    live = room or await scene.live()
    rooms = Rooms.at(scene.folder / "data", scene.clock)
    own = await rooms.open(live.session.id, Seat.PARTICIPANT, screen)
    if member is not None and own.session.guest(screen) is None:
        await go(own, c.TakeSeat(member))
    app = IntervisieApp(rooms, own)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Hand(app, pilot, live)
    if room is None:
        await live.stop()


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


@pytest.mark.parametrize("size", [PHONE, SMALL, WIDE])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_first_a_guest_chooses_its_name_and_then_takes_part(
    scene: Scene, size: tuple[int, int], language: str
) -> None:
    locale.use(language)
    async with guest(scene, size, member=None) as hand:
        assert hand.screen.me is None
        assert all(name in hand.text for name in scene.names)
        assert hand.screen.query_one(ClockPane).region.height == 0
        await hand.pilot.press("down", "down", "enter")
        await hand.until(lambda: hand.screen.face is Face.PART)
        assert hand.screen.me == "m3"
        assert hand.text.split()[0] == "Chantal"
        assert "05:00" in hand.screen.query_one(ClockPane).text


@pytest.mark.parametrize("size", [(100, 16), WIDE, (200, 50)])
async def test_in_a_wide_window_the_names_stand_in_its_middle_and_all_of_it_in_sight(
    scene: Scene, size: tuple[int, int]
) -> None:
    scene.names = tuple(f"Member {place}" for place in range(1, 13))
    async with guest(scene, size, member=None) as hand:
        parts = [hand.screen.query_one(part).region for part in ("#ask-name", "#who-scroll", "#not-there")]
        for part in parts:
            assert abs(part.x - (size[0] - part.right)) <= 1
        assert parts[0].y > 0
        assert parts[-1].bottom <= size[1]
        assert "Is your name not here?" in hand.text


async def test_a_tap_on_a_name_or_below_it_chooses_it(scene: Scene) -> None:
    async with guest(scene, PHONE, member=None) as hand:
        await hand.pilot.click(Names, offset=(6, 3 * EACH + 1))
        await hand.until(lambda: hand.screen.face is Face.PART)
        assert hand.screen.me == "m4"


async def test_a_taken_name_says_so_and_can_be_claimed_after_a_question(scene: Scene) -> None:
    live = await scene.live()
    async with guest(scene, PHONE, live) as first, guest(scene, PHONE, live, None, "tablet") as other:
        assert (
            next(row for row in other.text.split("\n") if "chosen elsewhere" in row).split()[0] == "Chantal"
        )
        await other.tap("Chantal", "#names")
        assert isinstance(other.app.screen, Confirm)
        assert "Chantal was chosen" in " ".join(other.text.split())
        await other.pilot.press("escape")
        assert other.screen.me is None
        await other.tap("Chantal", "#names")
        await other.pilot.press("left", "enter")
        await other.until(lambda: other.screen.me == "m3")
        await first.until(lambda: first.screen.face is Face.NAME)
    await live.stop()


async def test_who_comes_late_can_be_chosen_at_once(scene: Scene) -> None:
    async with guest(scene, member=None) as hand:
        await hand.do(c.AddMember("m7", "Gerda"))
        assert "Gerda" in hand.text


async def test_a_note_is_written_in_the_own_name_and_the_line_stays(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.write("why now?")
        await hand.pilot.press("enter")
        await hand.until(lambda: len(hand.screen.session.notes) == 1)
        note = hand.screen.session.notes[0]
        assert (note.text, note.by, note.phase) == ("why now?", "m3", hand.screen.session.agenda[0].id)
        assert hand.value == ""
        assert "why now?" in hand.text
        await hand.write("q h?")
        assert hand.value == "q h?"
        assert hand.screen.session.hands == ()


async def test_tab_goes_along_what_the_phase_takes(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    async with guest(scene, room=live) as hand:
        kinds = [chip.words for chip in hand.screen.query_one("#takes", Chips).chips]
        assert kinds == ["question", "fact", "later", "action"]
        await hand.pilot.press("tab", "tab")
        await hand.write("the rota")
        await hand.pilot.press("enter")
        await hand.until(lambda: bool(hand.screen.session.parking))
        assert [(item.text, item.by) for item in hand.screen.session.parking] == [("the rota", "m3")]
        await hand.pilot.press("shift+tab")
        await hand.write("six")
        await hand.pilot.press("enter")
        await hand.until(lambda: bool(hand.screen.session.notes))
        assert hand.screen.session.notes[0].kind.value == "fact"
    await live.stop()


async def test_all_of_it_works_by_touch_alone_on_a_phone(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    async with guest(scene, PHONE, live) as hand:
        await hand.tap("fact", "#takes")
        await hand.write("six")
        await hand.tap("Send", "#doing")
        await hand.until(lambda: bool(hand.screen.session.notes))
        assert hand.screen.session.notes[0].kind.value == "fact"
        await hand.tap("Raise hand", "#doing")
        await hand.until(lambda: hand.screen.session.hands == ("m3",))
        assert "hand up" in hand.text
        await hand.tap("Lower hand", "#doing")
        await hand.until(lambda: hand.screen.session.hands == ())
        await hand.tap("Help", "#doing")
        assert "Taking part" in hand.text
    await live.stop()


@pytest.mark.long
async def test_an_own_action_has_a_date_from_the_line_or_asks_for_it(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.pilot.press("shift+tab")
        await hand.write("call @ tomorrow")
        assert "call  " in hand.text
        await hand.pilot.press("enter")
        await hand.until(lambda: len(hand.screen.session.actions) == 1)
        await hand.write("Anna: write")
        await hand.pilot.press("enter")
        await hand.pilot.pause()
        assert "by when?" in hand.text
        await hand.write("blue")
        await hand.pilot.press("enter")
        await hand.pilot.pause()
        assert "no date" in hand.text
        assert len(hand.screen.session.actions) == 1
        await hand.pilot.press("escape")
        assert hand.value == "Anna: write"
        await hand.pilot.press("enter", "enter")
        await hand.until(lambda: len(hand.screen.session.actions) == 2)
        told = [(action.text, action.owner, action.due) for action in hand.screen.session.actions]
        assert told == [("call", "m3", date(2026, 11, 21)), ("Anna: write", "m3", None)]


async def test_outside_the_line_the_keys_of_the_room_do_what_a_guest_may(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.write("half")
        await hand.pilot.press("escape")
        pass_by(hand.app)
        await hand.pilot.press("h")
        await hand.until(lambda: hand.screen.session.hands == ("m3",))
        await hand.pilot.press("n", "space", "f", "v")
        await hand.pilot.pause()
        session = hand.screen.session
        assert (session.position, session.started_at, session.veiled) == (0, None, False)
        await hand.pilot.press("p")
        assert hand.value == "half"
        await hand.pilot.press("enter")
        await hand.until(lambda: bool(hand.screen.session.parking))


async def test_in_silence_what_others_write_is_a_count_and_afterwards_is_not_told(scene: Scene) -> None:
    live = await scene.live(agenda=_silent(scene))
    async with guest(scene, room=live) as hand:
        rooms = Rooms.at(scene.folder / "data", scene.clock)
        other = await rooms.open("s1", Seat.PARTICIPANT, "other")
        await go(other, c.TakeSeat("m4"), c.AddNote("o", live.session.agenda[0].id, "secret", by="m4"))
        await other.stop()
        await hand.write("mine")
        await hand.pilot.press("enter")
        await hand.until(lambda: "written by others" in hand.text and "mine" in hand.text)
        assert "1 written by others, in silence" in hand.text
        assert "secret" not in hand.text
        await live._look()
        await hand.do(c.NextPhase(live.session.agenda[0].id))
        assert "written by others" not in hand.text
    await live.stop()


def _silent(scene: Scene) -> tuple[PlannedPhase, ...]:
    first, *others = plan(PlanWish(len(scene.names), scene.method)).phases
    return (replace(first, floor=Floor.SILENT), *others)


@pytest.mark.parametrize("size", [PHONE, WIDE])
async def test_dots_are_given_and_taken_on_the_board_by_touch(tmp_path: Path, size: tuple[int, int]) -> None:
    scene = Scene(tmp_path, Hands(), method=lean_coffee.METHOD, owner=None)
    live = await scene.live()
    await to_phase(live, "stemmen")
    run = live.session.current
    assert run is not None
    assert run.plan.board is not None
    await go(live, c.AddNote("n1", run.id, "the rota", cell=run.plan.board.cells[0].id))
    async with guest(scene, size, live) as hand:
        await hand.tap("Dot (2 left)", "#doing")
        assert "board first" in hand.text
        await hand.tap("rota", "#board")
        await hand.tap("Dot (2 left)", "#doing")
        await hand.until(lambda: hand.screen.session.notes[0].dots == 1)
        assert "Dot (1 left)" in hand.text
        await hand.pilot.press("*")
        await hand.until(lambda: hand.screen.session.notes[0].dots == 2)
        await hand.tap("Dot away", "#doing")
        await hand.until(lambda: hand.screen.session.notes[0].dots == 1)
        await hand.pilot.press("delete")
        await hand.pilot.pause()
        assert len(hand.screen.session.notes) == 1
        assert "Only the timekeeper" in hand.text
    await live.stop()


async def test_a_guest_has_its_own_dots_when_the_room_has_given_all(tmp_path: Path) -> None:
    """Field-cases N13: the phone said "2 left" and was refused."""
    scene = Scene(tmp_path, Hands(), method=lean_coffee.METHOD, owner=None)
    live = await scene.live()
    await to_phase(live, "stemmen")
    run = live.session.current
    assert run is not None
    assert run.plan.board is not None
    await go(live, c.AddNote("n1", run.id, "the rota", cell=run.plan.board.cells[0].id))
    given = 2 * len(live.session.present)
    await go(live, *(c.GiveDots("n1", run.id) for _ in range(given)))
    async with guest(scene, WIDE, live) as hand:
        await hand.tap("rota", "#board")
        for left in (2, 1):
            await hand.tap(f"Dot ({left} left)", "#doing")
            await hand.until(lambda: hand.screen.session.notes[0].dots == given + 3 - left)  # noqa: B023 - waited for
        assert "Dot (0 left)" in hand.text
        await hand.tap("Dot (0 left)", "#doing")
        assert "no dot left" in hand.text
    await live.stop()


@pytest.mark.parametrize("others", [(), (0,), (0, 1), (0, 0, 1)])
async def test_the_line_of_a_guest_begins_at_the_first_place_of_the_board(
    tmp_path: Path, others: tuple[int, ...]
) -> None:
    """Field-cases N14: wherever others put their cards."""
    scene = Scene(tmp_path, Hands(), method=lean_coffee.METHOD, owner=None)
    live = await scene.live()
    await to_phase(live, "schrijven")
    run = live.session.current
    assert run is not None
    assert run.plan.board is not None
    cells = run.plan.board.cells
    for at, place in enumerate(others):
        await go(live, c.AddNote(f"n{at}", run.id, "a card", cell=cells[place].id))
    async with guest(scene, WIDE, live) as hand:
        await hand.write("mine")
        await hand.pilot.press("enter")
        await hand.until(lambda: len(hand.screen.session.notes) == len(others) + 1)
        assert hand.screen.session.notes[-1].cell == cells[0].id
        await hand.write("next")
        await hand.pilot.press("tab", "enter")
        await hand.until(lambda: len(hand.screen.session.notes) == len(others) + 2)
        assert hand.screen.session.notes[-1].cell == cells[1].id
    await live.stop()


async def test_a_veil_blanks_the_guest_too_and_keeps_what_was_typed(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.write("half a li")
        await hand.do(c.SetVeil(True))
        assert hand.text.split() == ["The", "room", "is", "veiled."]
        await hand.write("xh")
        await hand.pilot.press("enter", "f1", "ctrl+p")
        await hand.pilot.pause()
        assert hand.text.split() == ["The", "room", "is", "veiled."]
        await hand.do(c.SetVeil(False))
        assert hand.value == "half a li"
        await hand.write("n")
        assert hand.value == "half a lin"


async def test_who_was_shown_out_sees_a_sentence_and_nothing_else(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.pilot.press("escape")
        pass_by(hand.app)
        await hand.pilot.press("f1")
        await hand.do(c.ShowOut("phone"))
        assert " ".join(hand.text.split()) == "You have been shown out of this session."
        await hand.write("ch")
        await hand.pilot.press("enter")
        assert hand.screen.session.notes == ()


async def test_after_the_end_there_is_a_sentence_and_going_on_brings_all_back(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.do(c.Finish())
        assert "has finished" in " ".join(hand.text.split())
        assert hand.screen.query_one("#write").region.height == 0
        await hand.do(c.Unfinish())
        assert hand.screen.face is Face.PART


@pytest.mark.long
async def test_a_half_typed_line_comes_back_at_once_on_the_next_screen_of_the_guest(scene: Scene) -> None:
    live = await scene.live()
    async with guest(scene, room=live) as hand:
        await hand.pilot.press("shift+tab", "shift+tab")
        await hand.write("half a li")
        await hand.pilot.pause(0.4)
    async with guest(scene, room=live) as hand:
        await hand.until(lambda: hand.value == "half a li")
        await hand.write("ne")
        await hand.pilot.press("enter")
        await hand.until(lambda: bool(hand.screen.session.parking))
        assert [item.text for item in hand.screen.session.parking] == ["half a line"]
        await hand.pilot.pause(0.3)
    async with guest(scene, room=live) as hand:
        await hand.pilot.pause(0.1)
        assert hand.value == ""
    await live.stop()


@pytest.mark.long
async def test_a_guest_who_keeps_time_gets_the_room_at_the_desk_and_gives_it_back(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.write("half")
        await hand.pilot.pause(0.4)
        await hand.do(c.HandOver("phone"))
        await hand.until(lambda: isinstance(hand.app.screen, RoomScreen))
        await hand.until(lambda: hand.app.screen.line.is_open)  # type: ignore[attr-defined] # it is the room
        assert "half" in hand.text
        await hand.pilot.press("escape")
        pass_by(hand.app)
        await hand.pilot.press("space")
        await hand.until(lambda: hand.app.screen.session.started_at is not None)  # type: ignore[attr-defined] # it is the room
        await hand.room._look()
        await hand.do(c.TakeControl("phone"))
        await hand.until(lambda: isinstance(hand.app.screen, ParticipantScreen))
        assert hand.screen.me == "m3"
        assert not any(isinstance(screen, RoomScreen) for screen in hand.app.screen_stack)


async def test_a_guest_who_kept_time_and_is_shown_out_sees_only_that(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.do(c.HandOver("phone"))
        await hand.until(lambda: isinstance(hand.app.screen, RoomScreen))
        await hand.do(c.ShowOut("phone"))
        await hand.until(lambda: isinstance(hand.app.screen, ParticipantScreen))
        assert " ".join(hand.text.split()) == "You have been shown out of this session."


@pytest.mark.parametrize("size", [(20, 5), (24, 8), (40, 12), (400, 150)])
async def test_every_window_has_the_line_in_sight(scene: Scene, size: tuple[int, int]) -> None:
    async with guest(scene, size) as hand:
        line = hand.screen.line.field.region
        assert line.height == 1
        assert 0 <= line.y < size[1]
        assert line.right <= size[0]


@pytest.mark.long
async def test_hostile_names_and_notes_are_shown_as_words(tmp_path: Path) -> None:
    scene = Scene(tmp_path, Hands(), names=("[/x]", "[@click=app.quit]q[/]", "\x1b[2J"))
    async with guest(scene, PHONE, member=None) as hand:
        assert "[@click=app.quit]q[/]" in hand.text
        await hand.tap("[/x]", "#names")
        await hand.until(lambda: hand.screen.face is Face.PART)
        await hand.write("[/b] [@click=app.quit]x[/]")
        await hand.pilot.press("enter")
        await hand.until(lambda: bool(hand.screen.session.notes))
        assert "[@click=app.quit]x" in hand.text


async def test_the_caret_stands_still_so_that_only_the_clock_writes_over_the_line(scene: Scene) -> None:
    async with guest(scene) as hand:
        field = hand.screen.line.field
        assert (field.has_focus, field.cursor_blink, field._cursor_visible) == (True, False, True)


async def test_names_are_asked_for_in_another_language_too(scene: Scene) -> None:
    async with guest(scene, member=None) as hand:
        await hand.pilot.press("l")
        await hand.until(lambda: "Kies je naam" in hand.text)
        await hand.pilot.press("enter")
        await hand.until(lambda: hand.screen.face is Face.PART)
        assert "Schrijf hier; Enter verstuurt" in hand.text


async def test_in_another_language_the_line_takes_what_it_took(scene: Scene) -> None:
    async with guest(scene) as hand:
        await hand.pilot.press("escape")
        pass_by(hand.app)
        await hand.pilot.press("p")
        await hand.write("the rota")
        await hand.app.action_switch_language()
        assert hand.screen.line.field.placeholder == "Schrijf hier; Enter verstuurt"
        await hand.pilot.press("enter")
        await hand.until(lambda: hand.screen.session.parking)
        await hand.pilot.press("escape")
        pass_by(hand.app)
        await hand.pilot.press("a")
        await hand.write("call Jan")
        await hand.pilot.press("enter")
        await hand.app.action_switch_language()
        # Its date is still being asked for.
        await hand.pilot.press("enter")
        await hand.until(lambda: hand.screen.session.actions)
        assert [action.text for action in hand.screen.session.actions] == ["call Jan"]
