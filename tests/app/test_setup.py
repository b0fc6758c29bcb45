"""The set-up: from typed names to a session whose clock waits."""

import pytest
from textual.events import Key
from textual.widgets import Input, Static, TextArea

from intervisie_tui.domain.commands import Refusal, Start
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Action, Clock, Member, Order
from intervisie_tui.method import Text
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.picker import PickerScreen
from intervisie_tui.screens.picker_list import PickerList
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.screens.setup_plan import Draft, joined_group, rules_in, start_command, why_not
from intervisie_tui.settings import Config, Settings
from tests.app.helpers_screens import PEOPLE, app_of, text_on, until

HOSTILE = ("[/b]", "[@click=app.quit]x[/]", "\x1b[2J", "\u202eabc", "👩‍👩‍👧", "x" * 5000)


@pytest.mark.long
async def test_typed_names_and_enter_on_start_open_a_room_whose_clock_waits() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("n")
        await until(pilot, SetupScreen)
        await pilot.press(*"Anna, Bram, Chantal")
        app.screen.query_one("#begin").focus()
        await pilot.press("enter")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert [member.name for member in room.session.members] == ["Anna", "Bram", "Chantal"]
        assert room.session.clock is Clock.READY


async def test_a_pasted_list_becomes_one_member_for_each_line() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        screen.query_one("#names", TextArea).text = "Anna\nBram\n\nChantal"
        await pilot.pause()
        assert [member.name for member in screen.draft().members] == ["Anna", "Bram", "Chantal"]


async def test_the_plan_and_its_sum_follow_the_minutes_while_typing() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        screen.query_one("#minutes", Input).value = "60"
        await pilot.pause()
        assert "60 min" in text_on(app)
        assert "60 minutes is short" in " ".join(text_on(app).split())


async def test_minutes_that_cannot_be_meant_are_told_and_nothing_begins() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        screen.query_one("#names", TextArea).text = "Anna, Bram"
        for wrong in ("0", "-5", "99999999999999999999", "many"):
            screen.query_one("#minutes", Input).value = wrong
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert isinstance(app.screen, SetupScreen)
        assert await app.rooms.unfinished() == ()


async def test_a_question_about_somebody_absent_gets_a_quiet_hint() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        screen.query_one("#question", Input).value = "Why does my manager never listen?"
        await pilot.pause()
        assert screen.query_one("#case-hint").display
        screen.query_one("#question", Input).value = "How can I ask my manager for time?"
        await pilot.pause()
        assert not screen.query_one("#case-hint").display


@pytest.mark.long
async def test_hostile_text_in_every_field_is_shown_as_it_is() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        for text in HOSTILE:
            screen.query_one("#names", TextArea).text = f"Anna, {text}"
            screen.query_one("#rules", TextArea).text = text
            for field in ("group", "question", "minutes"):
                screen.query_one(f"#{field}", Input).value = text
            await pilot.pause()
            assert isinstance(app.screen, SetupScreen)
            assert "\x1b" not in text_on(app)


async def test_what_is_typed_behind_a_tab_in_one_burst_lands_in_the_next_field() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        await pilot.pause(0.2)
        for key in [*"Anna, Bram", "tab", *"Kring"]:
            app.post_message(Key({",": "comma", " ": "space"}.get(key, key), key if len(key) == 1 else None))
        for _ in range(100):
            await pilot.pause(0.02)
            if screen.query_one("#group", Input).value == "Kring":
                break
        assert screen.query_one("#names", TextArea).text == "Anna, Bram"
        assert screen.query_one("#group", Input).value == "Kring"


@pytest.mark.long
async def test_the_line_of_the_method_opens_the_picker_and_says_what_was_chosen_and_what_it_is_for() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        screen.query_one("#method").focus()
        await pilot.press("space")
        await until(pilot, PickerScreen)
        await pilot.press(*"incident", "enter")
        await until(pilot, SetupScreen)
        method = app.rooms.library.methods["incident"].method
        assert screen.method_id == "incident"
        shown = " ".join(text_on(app).split())
        assert method.name.en in shown
        assert method.summary.en[:30] in shown


async def test_a_letter_on_the_line_of_the_method_begins_the_search_and_esc_leaves_what_was_chosen() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        screen.method_id = "balint"
        screen.query_one("#method").focus()
        await pilot.press(*"tro")
        picker = await until(pilot, PickerScreen)
        assert picker.query_one("#search", Input).value == "tro"
        assert picker.query_one(PickerList).key == "troika"
        await pilot.press("escape")
        await until(pilot, SetupScreen)
        assert screen.method_id == "balint"


@pytest.mark.long
async def test_choosing_together_on_the_way_is_the_first_row_of_the_picker_of_the_set_up() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        screen.method_id = "incident"
        screen.query_one("#method").focus()
        await pilot.press("enter")
        await until(pilot, PickerScreen)
        app.screen.query_one(PickerList).focus()
        await pilot.press("home", "enter")
        await until(pilot, SetupScreen)
        assert screen.method_id is None
        assert "choose on the way" in text_on(app)


async def test_esc_gives_up_what_was_typed_only_after_a_question() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        await pilot.press(*"Anna", "escape")
        await until(pilot, Confirm)
        await pilot.press("enter")
        await until(pilot, SetupScreen)
        assert screen.query_one("#names", TextArea).text == "Anna"
        await pilot.press("escape")
        await until(pilot, Confirm)
        await pilot.click("#no")
        await until(pilot, LobbyScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 34), (200, 50)])
async def test_start_and_the_sum_stay_in_sight_whatever_there_is_to_warn_of(size: tuple[int, int]) -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=size) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        screen.query_one("#names", TextArea).text = "Anna, Bram, Anna"
        screen.query_one("#minutes", Input).value = "30"
        screen.method_id = "incident"
        await pilot.pause()
        for field in ("owner", "facilitator"):
            screen.query_one(f"#{field}", Pick).action_step(1)
        await pilot.pause(0.1)
        shown = text_on(app)
        assert "Start" in shown
        assert "Ends at" in shown
        rows = str(screen.query_one("#plan", Static).visual).count("\n") + 1
        assert screen.query_one("#plan").size.height == rows
        plan = screen.query_one("#plan-scroll")
        assert plan.can_focus == (plan.max_scroll_y > 0)
        told = str(screen.query_one("#warnings", Static).visual)
        assert "Two people are called Anna" in told
        assert "does better not to lead" in told


@pytest.mark.long
async def test_another_language_keeps_what_was_typed_and_picked() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        screen.query_one("#names", TextArea).text = "Anna, Bram"
        screen.query_one("#rules", TextArea).text = "Questions first, opinions later.\nOur own"
        screen.query_one("#question", Input).value = "How can I rest?"
        await pilot.pause()
        screen.query_one("#owner", Pick).focus()
        await pilot.press("right")
        owner = screen.draft().owner
        await app.action_switch_language()
        await pilot.pause()
        draft = screen.draft()
        assert [member.name for member in draft.members] == ["Anna", "Bram"]
        assert (draft.owner, draft.question) == (owner, "How can I rest?")
        assert owner is not None
        assert screen.query_one("#rules", TextArea).text == "Eerst vragen, dan pas vinden.\nOur own"
        assert app.focused is screen.query_one("#owner")


async def test_the_form_begins_with_what_the_settings_say() -> None:
    rooms = Rooms.at()
    own = Settings(minutes=75, frame="short", order="least heard", ground_rules=("vragen", "Our own"))
    rooms.config = Config(own)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(rooms))
        screen = await until(pilot, SetupScreen)
        assert isinstance(screen, SetupScreen)
        draft = screen.draft()
        assert (draft.minutes, draft.frame, draft.order) == ("75", Frame.SHORT, Order.LEAST_HEARD)
        assert [rule.en for rule in draft.rules] == ["Questions first, opinions later.", "Our own"]


async def test_a_rehearsal_runs_fast_and_makes_no_group() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        app.push_screen(SetupScreen(rooms))
        screen = await until(pilot, SetupScreen)
        screen.query_one("#names", TextArea).text = "Anna"
        screen.query_one("#group", Input).value = "Kring"
        screen.query_one("#rehearsal", Pick).focus()
        await pilot.press("right", "ctrl+s")
        room = await until(pilot, RoomScreen)
        assert isinstance(room, RoomScreen)
        assert room.session.rehearsal
        assert await rooms.groups() == ()


def test_a_short_frame_asks_for_the_method_before_the_start() -> None:
    refused = why_not(Draft(members=PEOPLE, frame=Frame.SHORT))
    assert refused is not None
    assert "method" in refused.message


def test_one_person_alone_is_sent_to_a_rehearsal() -> None:
    assert isinstance(start_command(Draft(members=PEOPLE[:1]), "one", "en"), Refusal)


def test_who_is_in_the_group_keeps_the_own_id_when_typed_anew() -> None:
    open_action = Action("a1", "call", "g1", earlier=True)
    group = Group("g", "Kring", (GroupMember("g1", "Anna"),), actions=(open_action,))
    typed = Draft(members=(Member("x1", "Anna"), Member("x2", "Bram")), owner="x1", group_name="Kring")
    joined, draft = joined_group(group, typed)
    assert [member.id for member in joined.members] == ["g1", "x2"]
    assert (draft.owner, draft.number) == ("g1", 1)
    command = start_command(draft, "one", "en")
    assert isinstance(command, Start)
    assert command.actions == (open_action,)


def test_a_rule_that_was_offered_keeps_both_its_languages() -> None:
    rule = Text(nl="Eerst vragen.", en="Questions first.")
    assert rules_in("Questions first.\nOur own", (rule,)) == (rule, Text(nl="Our own", en="Our own"))


@pytest.mark.long
async def test_a_long_question_is_read_from_its_beginning_once_the_field_is_left() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(SetupScreen(app.rooms))
        screen = await until(pilot, SetupScreen)
        screen.query_one("#question").focus()
        await pilot.press(*"How can I say no to more work than there are hours?")
        assert "How can I say" not in text_on(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "How can I say" in text_on(app)
