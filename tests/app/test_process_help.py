"""Help for the process: hints at the desk only, questions at hand, and seven steps to an own question."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from intervisie_tui import locale
from intervisie_tui.actions import listed
from intervisie_tui.actions.user_action import YIELD
from intervisie_tui.domain import commands as c
from intervisie_tui.messages import EditEntry
from intervisie_tui.method import Capture
from intervisie_tui.paths import config_dir
from intervisie_tui.process.own_question import STEPS
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.commands import commands_of
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.help import ROOM, piles
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.own_question import OwnQuestion
from intervisie_tui.screens.questions import QuestionsPanel
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.screen_keys import keymap_of
from intervisie_tui.screens.setup import SetupScreen
from tests.app.helpers_screens import a_start, app_of, text_on, until
from tests.app.room_scene import Hands, RoomApp, Scene, go, to_phase

SIZE = (80, 24)
ADVICE = "Have you tried to call them?"
COMPLAINT = "My colleague never keeps agreements"


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def typed(pilot: Pilot[None], app: RoomApp, text: str) -> None:
    app.room.line.field.value = text
    await pilot.pause()
    await pilot.pause()


async def in_phase(scene: Scene, phase: str) -> RoomApp:
    live = await scene.live()
    await to_phase(live, phase)
    return RoomApp(live)


async def test_advice_in_disguise_gets_a_better_wording_at_the_desk_and_loses_it_when_it_is_none(
    scene: Scene,
) -> None:
    app = await in_phase(scene, "informatie")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d", "c")
        await typed(pilot, app, ADVICE)
        assert "What have you tried, and what happened?" in app.shown("#entry .understood")
        assert "I hear advice in your question." in app.shown("#entry .understood")
        await typed(pilot, app, "Who was there?")
        assert app.shown("#entry .understood") == ""
        await typed(pilot, app, ADVICE)
        await pilot.press("enter")
        await pilot.pause()
        assert app.shown("#entry .understood") == ""
        assert [note.text for note in app.room.session.notes] == [ADVICE]


async def test_in_the_room_nobody_is_put_to_shame(scene: Scene) -> None:
    app = await in_phase(scene, "informatie")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        await typed(pilot, app, ADVICE)
        assert app.shown("#entry .understood") == ""


async def test_only_a_question_gets_the_hint(scene: Scene) -> None:
    app = await in_phase(scene, "informatie")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d", "c")
        await typed(pilot, app, ADVICE)
        await pilot.press("tab")
        await pilot.pause()
        assert "fact" in app.shown("#entry .takes")
        assert app.shown("#entry .understood") == ""
        await pilot.press("tab")
        await pilot.pause()
        assert "Better" in app.shown("#entry .understood")


async def test_a_draft_that_comes_back_has_its_hint_again(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    await live.draft("note", ADVICE)
    [draft] = (scene.folder / "data" / "live").glob("s1.draft-*")
    draft.rename(draft.with_name("s1.draft-dead"))
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d", "c")
        await pilot.pause(0.1)
        assert "Better" in app.shown("#entry .understood")


@pytest.mark.parametrize("key", ["q", "Q", "f2"])
@pytest.mark.parametrize(
    ("tongue", "aim"), [("nl", "het beeld compleet maken"), ("en", "complete the picture")]
)
async def test_questions_at_hand_fit_the_phase_and_esc_goes_back(
    scene: Scene, key: str, tongue: str, aim: str
) -> None:
    locale.use(tongue)
    app = await in_phase(scene, "informatie")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        await until(pilot, QuestionsPanel)
        assert aim in text_on(app)
        await pilot.press("escape")
        await until(pilot, RoomScreen)


async def test_f2_while_a_note_is_written_keeps_what_was_typed(scene: Scene) -> None:
    app = await in_phase(scene, "informatie")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        assert "F2" in text_on(app)
        await pilot.press(*"Who q", "f2")
        await until(pilot, QuestionsPanel)
        await pilot.press("f2")
        await until(pilot, RoomScreen)
        await pilot.press("s")
        assert app.room.line.value == "Who qs"


async def test_where_the_meeting_closes_the_questions_are_those_to_close_with(scene: Scene) -> None:
    app = await in_phase(scene, "oogst")
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("q")
        await until(pilot, QuestionsPanel)
        assert "Did everyone get equal room?" in text_on(app)
        assert "complete the picture" not in text_on(app)


async def test_a_veiled_room_shows_no_questions(scene: Scene) -> None:
    app = await in_phase(scene, "informatie")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v", "q")
        await pilot.pause()
        assert app.screen is app.room


@pytest.mark.long
async def test_the_owners_question_about_others_leads_to_the_steps_and_comes_back_as_an_own_one(
    scene: Scene,
) -> None:
    app = await in_phase(scene, "incident")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d", "c")
        await typed(pilot, app, COMPLAINT)
        assert "F2" in app.shown("#entry .understood")
        await pilot.press("f2")
        await until(pilot, OwnQuestion)
        assert COMPLAINT in text_on(app)
        await pilot.press(*["enter"] * (len(STEPS) - 1), *"How can I ask?", "enter")
        await until(pilot, RoomScreen)
        assert app.room.line.value == "How can I ask?"
        assert app.room.session.notes == ()


async def stepping(question: str) -> tuple[Any, OwnQuestion, list[str | None]]:
    app = app_of(Rooms.at())
    return app, OwnQuestion(question), []


@pytest.mark.parametrize("size", [(80, 24), (120, 34)])
@pytest.mark.parametrize("tongue", ["nl", "en"])
async def test_the_steps_come_one_by_one_and_every_one_fits(tongue: str, size: tuple[int, int]) -> None:
    locale.use(tongue)
    app, dialog, _answers = await stepping(COMPLAINT)
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(dialog)
        await until(pilot, OwnQuestion)
        for number, step in enumerate(STEPS):
            shown = " ".join(text_on(app).split())
            assert step.asks.of(tongue).split()[-1] in shown
            assert f"{number + 1} {step.name.of(tongue)}" in shown
            assert all(
                f"{later + 1} " + STEPS[later].name.of(tongue) not in shown for later in range(number + 1, 7)
            )
            assert "esc" in shown
            await pilot.press("enter")
            await pilot.pause()
        assert dialog.query_one(Input).has_focus
        await pilot.press("up", "up")
        assert dialog.step == len(STEPS) - 3


async def test_leaving_the_steps_changes_nothing_and_an_empty_line_is_not_taken() -> None:
    app, dialog, answers = await stepping(COMPLAINT)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(dialog, answers.append)
        await until(pilot, OwnQuestion)
        await pilot.press(*["enter"] * (len(STEPS) + 3))
        assert isinstance(app.screen, OwnQuestion)
        await pilot.press(*"How", "escape")
        await until(pilot, LobbyScreen)
        assert answers == [None]


async def test_hostile_text_in_the_steps_is_only_text() -> None:
    app, dialog, answers = await stepping("[/b][@click=app.quit]\u202e" + "x" * 5000)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(dialog, answers.append)
        await until(pilot, OwnQuestion)
        await pilot.press(*["enter"] * (len(STEPS) - 1))
        dialog.query_one(Input).value = "[/x]\u202e?"
        await pilot.pause()
        assert "[/x]" in text_on(app)
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
        assert answers == ["[/x]\u202e?"]


@pytest.mark.long
@pytest.mark.parametrize("size", [(80, 24), (120, 34)])
async def test_the_case_of_the_set_up_has_its_hint_and_its_steps(size: tuple[int, int]) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(SetupScreen(rooms))
        screen = await until(pilot, SetupScreen)
        field = screen.query_one("#question", Input)
        field.focus()
        field.value = COMPLAINT
        await pilot.pause()
        assert "F2" in text_on(app)
        await pilot.press("f2")
        await until(pilot, OwnQuestion)
        await pilot.press("escape")
        await until(pilot, SetupScreen)
        assert field.value == COMPLAINT
        await pilot.press("f2")
        await until(pilot, OwnQuestion)
        await pilot.press(*["enter"] * (len(STEPS) - 1), *"How can I ask?", "enter")
        await until(pilot, SetupScreen)
        assert field.value == "How can I ask?"
        assert field.has_focus
        assert not screen.query_one("#case-hint").display


def switched_off() -> Rooms:
    folder = config_dir()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text("process_help = false\n", encoding="utf-8")
    return Rooms.at()


async def test_switched_off_the_set_up_says_nothing_of_the_case() -> None:
    rooms = switched_off()
    app = app_of(rooms)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(SetupScreen(rooms))
        await none_in_a_form(pilot, await until(pilot, SetupScreen))


async def test_switched_off_choosing_says_nothing_of_the_case() -> None:
    rooms = switched_off()
    live = await rooms.start(a_start())
    app = app_of(rooms)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(ChooseDialog(live, rooms.library))
        await none_in_a_form(pilot, await until(pilot, ChooseDialog))


async def test_switched_off_the_room_has_no_hint_no_key_and_no_command() -> None:
    rooms = switched_off()
    live = await rooms.start(a_start())
    app = app_of(rooms)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, live)
        await none_in_the_room(pilot, await until(pilot, RoomScreen))


async def none_in_a_form(pilot: Pilot[None], form: Any) -> None:
    form.query_one("#question", Input).value = COMPLAINT
    await pilot.pause()
    await pilot.press("f2")
    await pilot.pause()
    assert pilot.app.screen is form
    assert not form.query_one("#case-hint").display
    form.query_one("#question", Input).value = ""
    await pilot.pause()


async def none_in_the_room(pilot: Pilot[None], room: Any) -> None:
    await to_phase(room.live, "frame-collect")
    await pilot.press("q", "f2", "d", "c")
    await pilot.pause(0.1)
    assert "F2" not in room.line.field.placeholder
    room.line.field.value = COMPLAINT
    await pilot.pause()
    assert room.line.query_one(".understood").words == ""
    await pilot.press("f2")
    await pilot.pause()
    assert pilot.app.screen is room
    assert "Questions at hand" not in {command.title.partition("  ")[0] for command in commands_of(room)}
    told = {words for _title, rows in piles(ROOM, keymap_of(pilot.app), False) for _key, words in rows}
    assert not told & {"Questions at hand", "from complaint to own question"}
    assert "questions" not in {action.id for action in listed(YIELD, process_help=False)}


async def test_a_question_that_is_changed_has_its_hint_too(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    await go(
        live,
        c.AddNote("n1", "informatie", ADVICE, Capture.QUESTION),
        c.AddNote("n2", "informatie", ADVICE, Capture.FACT),
    )
    app = RoomApp(live)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("d")
        for entry, hinted in (("n1", True), ("n2", False)):
            app.room.post_message(EditEntry(entry))
            await pilot.pause(0.1)
            assert ("Better" in app.shown("#entry .understood")) is hinted
            await pilot.press("escape")
            await pilot.pause()


async def test_before_all_eyes_the_question_of_a_case_gets_no_hint_and_its_key_works_even_so(
    scene: Scene,
) -> None:
    app = await in_phase(scene, "informatie")
    async with app.run_test(size=SIZE) as pilot:
        for key in ("", "d"):
            await pilot.press(*key)
            app.push_screen(ChooseDialog(app.live, Rooms.at().library))
            dialog = await until(pilot, ChooseDialog)
            dialog.query_one("#question", Input).value = COMPLAINT
            await pilot.pause()
            assert dialog.query_one("#case-hint").display is bool(key)
            dialog.query_one("#question").focus()
            await pilot.press("f2")
            await until(pilot, OwnQuestion)
            await pilot.press("escape", "escape")
            await until(pilot, RoomScreen)
