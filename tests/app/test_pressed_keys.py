"""Keys as a terminal sends them, in the whole app (field-cases 2, 3, 17, 18, R1)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from intervisie_tui.actions import ACTIONS
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Clock
from intervisie_tui.keys.hand import Target
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.key_target import target_of
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.hint import Hint
from tests.app.helpers_screens import app_of, until
from tests.app.room_scene import Hands, Scene, go, to_phase
from tests.unit.keyboard import read

SIZE = (120, 34)
REPEATING = {"more", "less", "dot", "dot-back"}
ONCE = {
    *(
        "start-pause",
        "next-phase",
        "back",
        "replan",
        "began",
        "break",
        "finish",
        "next-speaker",
        "pass",
        "hand",
    ),
    *(f"place-{place}" for place in range(1, 10)),
    *(
        "choose-speaker",
        "draw-groups",
        "order",
        "talk-time",
        "note",
        "park",
        "action",
        "edit",
        "delete",
        "mark",
    ),
    *(
        "move-on",
        "move-back",
        "look-back",
        "undo",
        "redo",
        "questions",
        "choose",
        "change-method",
        "another-case",
    ),
    *(
        "come",
        "doors",
        "show-out",
        "hand-over",
        "take-control",
        "who-am-i",
        "leave",
        "desk",
        "cue",
        "enlarge",
        "veil",
    ),
    *("show-on-stage", "tab-back", "tab-on", "sound", "language", "help", "palette", "quit"),
}
HOLD = [0.5, *[0.033] * 28]
"""The pauses between the presses of a key that is held: a keyboard waits, and then repeats."""


def test_of_every_action_it_is_decided_whether_holding_its_key_repeats_it() -> None:
    assert {action.id for action in ACTIONS if action.repeats} == REPEATING
    assert {action.id for action in ACTIONS} == REPEATING | ONCE


class Keys:
    """Types into an app what a terminal would send, with the moments at which it comes."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot

    async def __call__(self, *typed: str | float) -> None:
        for message in read(typed):
            message.set_sender(self._pilot.app)
            self._pilot.app.post_message(message)
        await self._pilot.press("f35")
        await self._pilot.pause()


def held(sent: str, pauses: list[float] = HOLD) -> Iterator[str | float]:
    yield sent
    for pause in pauses:
        yield pause
        yield sent


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def in_phase(scene: Scene, phase: str = "informatie") -> IntervisieApp:
    live = await scene.live()
    await go(live, c.StartClock())
    await to_phase(live, phase)
    await go(live, c.Park("p1", "one"))
    return IntervisieApp(Rooms.at(scene.folder / "data", scene.clock), live)


def room(app: IntervisieApp) -> RoomScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, RoomScreen))


def told(app: IntervisieApp) -> str:
    return room(app).query_one(Hint).words


@pytest.mark.parametrize(
    ("sent", "position"),
    [
        ("\x1b[110;65;78u", 3),
        ("\x1b[110;193;78u", 3),
        ("\x1b[110;66;110u", 1),
        ("\x1b[110;2;78u", 1),
        ("\x1b[5~", 1),
        ("\x1b[57421;129u", 1),
        ("\x1b[57422u", 3),
        ("n", 3),
        ("N", 2),
        ("\x1b[110;3;110u", 2),
        ("\x1b[110;5u", 2),
        ("\x1b[110;9;110u", 2),
        ("\x1bn", 2),
        ("\x1b[110;1:3u", 2),
        ("\x1b[57441;2u", 2),
    ],
)
async def test_a_press_does_what_it_means_and_no_other_thing(scene: Scene, sent: str, position: int) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)(sent)
        assert room(app).session.position == position


@pytest.mark.parametrize("capital", ["N", "U"])
async def test_a_plain_capital_asks_and_means_it_the_second_time(scene: Scene, capital: str) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        type_in = Keys(pilot)
        await type_in("+")
        before = room(app).session
        await type_in(capital)
        assert room(app).session == before
        assert "caps lock" in told(app)
        assert f"press {capital} again" in told(app)
        await type_in(capital, 0.5, capital, 0.1, capital)
        assert room(app).session == before
        await type_in(10.0, "+", 1.0, "u", 1.0, capital, 1.5, capital)
        assert (room(app).session.position, room(app).session.current) != (before.position, None)
        assert room(app).session != before


@pytest.mark.parametrize("capital", "CPAZDH")
async def test_a_capital_that_means_one_thing_needs_no_second_press(scene: Scene, capital: str) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        before = (app.screen, room(app).line.is_open, room(app).desk, room(app).has_class("-enlarged"))
        await Keys(pilot)(capital)
        assert (
            app.screen,
            room(app).line.is_open,
            room(app).desk,
            room(app).has_class("-enlarged"),
        ) != before


async def test_caps_lock_does_no_harm_in_the_lobby(tmp_path: Path) -> None:
    app = app_of(Rooms.at(tmp_path / "data"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        before = app.theme
        await Keys(pilot)("T")
        assert app.theme != before


@pytest.mark.parametrize("sent", ["\x1b[57413;129;43u", "\x1bOk", "+", "\x1b[61;2;43u"])
async def test_a_minute_more_can_be_had_by_every_plus_and_by_holding_it(scene: Scene, sent: str) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)(*held(sent, [0.5, 0.033, 0.033]))
        assert room(app).session.agenda[2].seconds == 19 * 60


async def test_the_pad_types_in_a_line(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        pad = "".join(f"\x1b[{code};129u" for code in range(57399, 57414))
        await Keys(pilot)("p", 1.0, pad, "\x1bOp\x1bOk", "\x1b[57417u", "x", 1.0, "\x1b[57414u")
        assert room(app).session.parking[-1].text == "0123456789./*-+0x+"


@pytest.mark.parametrize("sent", ["n", "\x1b[6~", "\x1b[110u", "\x1b[57422u"])
async def test_a_held_key_goes_one_phase_on_and_that_is_told(scene: Scene, sent: str) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        type_in = Keys(pilot)
        await type_in(*held(sent))
        assert room(app).session.position == 3
        assert "counts once" in told(app)


async def test_a_repeat_that_is_reported_is_held_however_late_it_comes(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)("\x1b[110u", 1.5, "\x1b[110;1:2u", 1.5, "\x1b[110;1:2u")
        assert room(app).session.position == 3


async def test_two_presses_are_two_phases(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)("n", 1.1, "n")
        assert room(app).session.position == 4


async def test_enter_that_is_held_gives_the_word_to_one_person(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        assert room(app).session.turns.speaker == "m2"
        await Keys(pilot)(*held("\r", [0.5, 0.033, 0.033, 0.033]))
        assert room(app).session.turns.speaker == "m3"


async def test_space_that_is_held_pauses_once(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)(*held(" "))
        assert room(app).session.clock is Clock.PAUSED


async def test_a_key_that_is_held_does_not_answer_the_question_that_it_opened(scene: Scene) -> None:
    live = await scene.live()
    app = IntervisieApp(Rooms.at(scene.folder / "data", scene.clock), live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        while (current := live.session.current) is not None and current is not live.session.agenda[-1]:
            await go(live, c.NextPhase(current.id))
        app.set_keymap({"next-phase": "enter", "next-speaker": "w"})
        await Keys(pilot)(*held("\r"))
        assert isinstance(app.screen, Confirm)
        assert live.session.clock is not Clock.FINISHED


@pytest.mark.parametrize("enter", ["\r", "\x1b[13u", "\x1b[57414u"])
async def test_enter_that_is_held_in_a_line_sends_it_once_and_does_no_more(scene: Scene, enter: str) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)("c", 1.0, "one", *held(enter))
        assert [note.text for note in room(app).session.notes] == ["one"]
        assert room(app).session.turns.speaker == "m2"
        assert not room(app).query_one(EntryLine).is_open


@pytest.mark.parametrize(("key", "late"), [("\r", 0.3), ("\r", 2.0), ("n", 0.0), ("n", 2.0), (" ", 0.0)])
async def test_a_key_that_is_held_beyond_a_closed_line_does_nothing_also_on_a_busy_machine(
    scene: Scene, key: str, late: float
) -> None:
    """`late` is how many seconds after the Enter the line has closed (N1, 17)."""
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        app.seconds = lambda: 2.0 + late
        before = room(app).session
        await Keys(pilot)("c", 2.0, "\r", 0.15, *held(key, [0.033] * 120))
        assert not room(app).query_one(EntryLine).is_open
        assert room(app).session == before


async def test_letters_that_are_held_or_typed_fast_are_text(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)(
            "c", 0.1, "cc", *held("n", [0.5, 0.03]), "\x7f", 0.03, "\x7f", "\x1b[110;1:2u", 1.0, "\r"
        )
        assert room(app).session.notes[0].text == "ccnn"


async def test_the_key_that_opened_a_line_is_not_typed_while_it_is_down(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)("\x1b[99u", 0.5, "\x1b[99;1:2u", 0.03, "\x1b[99;1:2u", "\x1b[99;1:3u", "x\r")
        assert room(app).session.notes[0].text == "x"


async def test_arrows_in_a_list_go_on_while_they_are_held_and_deeds_do_not(scene: Scene) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await go(room(app).live, *(c.Park(f"q{n}", str(n)) for n in range(8)))
        await pilot.pause()
        room(app).query_one("#parking-lot .entries").focus()
        await pilot.pause()
        assert target_of(app.screen, "up") is Target.REPEATS
        assert target_of(app.screen, "delete") is Target.ONCE
        assert target_of(app.screen, "x") is Target.ONCE
        await Keys(pilot)(*held("\x1b[3~"))
        assert len(room(app).session.parking) == 8


@pytest.mark.parametrize("out", [[events.AppBlur()], [events.AppBlur(), events.AppBlur()]])
async def test_what_is_typed_or_pasted_while_the_terminal_is_out_of_focus_arrives(
    scene: Scene, out: list[events.AppBlur]
) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        type_in = Keys(pilot)
        await type_in("c")
        for event in out:
            app.post_message(event)
        await type_in("\x1b[O\x1b[200~hello\x1b[201~", 1.0, "\r")
        await type_in("\x1b[O", "typed", 1.0, "\r")
        assert [note.text for note in room(app).session.notes] == ["hello", "typed"]


@pytest.mark.parametrize(
    "sent", ["\x1b[117;5;117u", "\x1b[117;3;117u", "\x1bu", "\x1b[117;9;117u", "\x1b[27;5;117~"]
)
async def test_a_chord_types_nothing(scene: Scene, sent: str) -> None:
    app = await in_phase(scene)
    async with app.run_test(size=SIZE) as pilot:
        await Keys(pilot)("c", 1.0, "abc", 1.0, sent, 1.0, "\x1b[57424u!", 1.0, "\r")
        assert room(app).session.notes[0].text in {"!", "abc!"}
