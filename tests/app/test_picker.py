"""The picker: what fits is told, what is typed is found, and what is chosen comes back."""

from collections.abc import Awaitable, Callable, Mapping

import pytest
from textual.widgets import Input, Static

from intervisie_tui import locale
from intervisie_tui.domain.advice import Candidate
from intervisie_tui.domain.group import Group, GroupMember, Held, Used
from intervisie_tui.domain.plan import measured
from intervisie_tui.method import Floor, Level, Method, Minutes, Phase, Size, Stance, Text
from intervisie_tui.registry import load
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.help import HelpScreen
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.picker import PickerScreen
from intervisie_tui.screens.picker_list import PickerList
from intervisie_tui.screens.setup import SetupScreen
from intervisie_tui.widgets.signs import ASCII, UNICODE, use_signs
from tests.app.helpers_screens import app_of, text_on, until

SIZES = ((80, 24), (120, 34), (200, 50))
HOSTILE = "[/b][@click=app.quit]x[/]\u202e[bold]"
Using = Callable[[], Awaitable[Mapping[str, Used]]]


def a_picker(people: int = 5, minutes: float = 50, *more: Method, using: Using | None = None) -> PickerScreen:
    methods = [*(loaded.method for loaded in load().methods.values()), *more]
    seconds = minutes * 60
    candidates = [Candidate(method, people, measured(method, people, seconds)) for method in methods]
    return PickerScreen(candidates, people, seconds, using=using)


def hostile() -> Method:
    words = Text(nl=HOSTILE, en=HOSTILE)
    phase = Phase(
        id="one",
        name=words,
        purpose=words,
        minutes=Minutes(10),
        floor=Floor.OPEN,
        stance=Stance.LISTENS,
        owner=words,
    )
    return Method(
        id="hostile",
        name=words,
        summary=words,
        suits=words,
        avoid=words,
        size=Size(2, 3, 9),
        level=Level.ADVANCED,
        phases=(phase,),
        note=words,
        caution=words,
        wishes=(words,),
    )


def page(screen: PickerScreen) -> str:
    return " ".join(str(screen.query_one("#page", Static).visual).split())


@pytest.mark.parametrize("size", SIZES)
async def test_what_fits_what_is_shortened_and_what_does_not_fit_stand_apart_with_the_reason(
    size: tuple[int, int],
) -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker()
        app.push_screen(picker)
        await until(pilot, PickerScreen)
        rows = picker.query_one(PickerList).words.splitlines()
        headings = [row for row in rows if row.endswith(")") and not row.startswith(" ")]
        assert [row.partition(" (")[0] for row in headings] == [
            "Fits as it is",
            "Fits when shortened",
            "Does not fit",
        ]
        assert any("Troika Consulting" in row and row.rstrip().endswith("not with 5") for row in rows)
        assert any("Incident method" in row and "58 → 50 min" in row for row in rows)
        assert "5 people, 50 min for the method" in text_on(app)
        width = picker.query_one(PickerList).scrollable_content_region.width
        assert all(len(row) < width for row in rows)


@pytest.mark.long
async def test_the_method_at_the_cursor_is_drawn_phase_by_phase_with_its_minutes_and_where_they_are_from() -> (
    None
):
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker()
        app.push_screen(picker)
        await until(pilot, PickerScreen)
        await pilot.press(*"incident")
        told = page(picker)
        assert "The incident 4 min" in told or "5 → " in told
        assert "━" in told
        assert "chosen" in told
        assert "from a source" in told
        assert "Level: starter" in told
        assert "When not" in told
        await pilot.press(*["backspace"] * 8, *"wise crowds")
        assert "5 x " in page(picker)


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
async def test_typing_filters_arrows_go_on_meanwhile_and_enter_chooses(size: tuple[int, int]) -> None:
    app = app_of(Rooms.at())
    chosen: list[str | None] = []
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker()
        app.push_screen(picker, chosen.append)
        await until(pilot, PickerScreen)
        rows = picker.query_one(PickerList)
        await pilot.press(*"hoed")
        assert list(rows.keys) == ["denkhoeden"]
        await pilot.press(*["backspace"] * 4)
        assert len(rows.keys) == 37
        first = rows.key
        await pilot.press("down", "down", "up")
        assert rows.key == rows.keys[1] != first
        wanted = rows.key
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
    assert chosen == [wanted]


@pytest.mark.long
async def test_a_word_that_nothing_has_and_a_wish_that_nothing_fits_get_the_nearest() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker(5, 20)
        app.push_screen(picker)
        await until(pilot, PickerScreen)
        assert "Nothing fits as you ask it. The nearest:" in text_on(app)
        await pilot.press(*"insident")
        assert "perhaps you mean" in text_on(app)
        assert picker.query_one(PickerList).key == "incident"
        await pilot.press(*["backspace"] * 8, *"xyzzy")
        assert "these are all methods" in text_on(app)
        assert len(picker.query_one(PickerList).keys) == 37


@pytest.mark.long
async def test_a_wish_brings_its_methods_to_the_top_and_the_level_tells_what_takes_practice() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker(6, 70)
        app.push_screen(picker)
        await until(pilot, PickerScreen)
        rows = picker.query_one(PickerList)
        await pilot.press("tab", "tab", "I", "I", "I")
        wish = picker.query_one("#wish", Pick)
        while "practise" not in str(wish.render()):
            await pilot.press("right")
        assert rows.keys[:2] == ("clinic", "rolwissel")
        assert rows.key == "clinic"
        assert "first choice" in rows.words
        assert "The first choice for this wish" in page(picker)
        await pilot.press("shift+tab", "right")
        assert "takes practice" in rows.words
        assert "This method is for a group with practice" in page(picker)
        assert "The nearest: Clinic method" in text_on(app)


@pytest.mark.long
async def test_what_the_group_has_done_before_is_told_with_the_day() -> None:
    rooms = Rooms.at()
    members = (GroupMember("a", "Anna"), GroupMember("b", "Bram"), GroupMember("c", "Chantal"))
    held = (Held("1", "2026-01-05", methods=("incident",)), Held("2", "2026-03-02", methods=("incident",)))
    group = Group("g", "Kring", members, roles_history=held)
    await rooms.save_group(group)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(SetupScreen(rooms, "g"))
        screen = await until(pilot, SetupScreen)
        await pilot.pause(0.1)
        screen.query_one("#method").focus()
        await pilot.press("enter")
        picker = await until(pilot, PickerScreen)
        assert isinstance(picker, PickerScreen)
        await pilot.press(*"incident")
        await pilot.pause(0.1)
        assert "Used before by this group 2 times, last on Monday 2 March 2026" in page(picker)
        await pilot.press(*["backspace"] * 8, *"balint")
        assert "Used before by this group not yet" in page(picker)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_of_a_plug_in_and_of_who_types_is_shown_as_it_is(size: tuple[int, int]) -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker(5, 50, hostile())
        app.push_screen(picker)
        await until(pilot, PickerScreen)
        picker.query_one("#search", Input).value = HOSTILE
        await pilot.pause()
        assert picker.query_one(PickerList).key == "hostile"
        assert "[/b][@click=app.quit]x[/]" in text_on(app)
        picker.query_one("#wish", Pick).action_step(-1)
        await pilot.pause()
        picker.query_one("#search", Input).value = HOSTILE * 30 + "?"
        await pilot.pause()
        assert app.screen is picker


async def test_another_language_keeps_what_was_typed_picked_and_pointed_at() -> None:
    app = app_of(Rooms.at())
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker()
        app.push_screen(picker)
        await until(pilot, PickerScreen)
        picker.query_one("#wish", Pick).action_step(1)
        await pilot.press(*"in", "down")
        rows = picker.query_one(PickerList)
        before = (rows.keys, rows.key)
        await app.action_switch_language()
        await pilot.pause()
        rows = picker.query_one(PickerList)
        assert (rows.keys, rows.key) == before
        assert picker.query_one("#search", Input).value == "in"
        assert "Kies een methode" in text_on(app)
        assert app.focused is picker.query_one("#search")


@pytest.mark.long
async def test_help_and_the_keys_of_the_list_work_and_esc_chooses_nothing() -> None:
    app = app_of(Rooms.at())
    chosen: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        picker = a_picker()
        app.push_screen(picker, chosen.append)
        await until(pilot, PickerScreen)
        await pilot.press("f1")
        await until(pilot, HelpScreen)
        assert "Choosing a method" in text_on(app)
        await pilot.press("escape")
        await until(pilot, PickerScreen)
        rows = picker.query_one(PickerList)
        rows.focus()
        await pilot.press("end")
        assert rows.key == rows.keys[-1]
        await pilot.press("down")
        assert rows.key == rows.keys[0]
        await pilot.press("pagedown", "pagedown", "pageup", "home")
        assert rows.key == rows.keys[0]
        await pilot.press("escape")
        await until(pilot, LobbyScreen)
    assert chosen == [None]


async def test_the_bar_tells_phases_apart_without_a_colour_also_where_there_is_only_ascii() -> None:
    app = app_of(Rooms.at())
    use_signs(ASCII)
    try:
        async with app.run_test(size=(120, 34)) as pilot:
            await until(pilot, LobbyScreen)
            picker = a_picker()
            app.push_screen(picker)
            await until(pilot, PickerScreen)
            await pilot.press(*"cura")
            assert "=-" in page(picker)
            assert page(picker).isascii()
    finally:
        use_signs(UNICODE)


async def test_everything_of_the_picker_is_dutch_in_dutch() -> None:
    locale.use("nl")
    app = app_of(Rooms.at())
    async with app.run_test(size=(200, 50)) as pilot:
        await until(pilot, LobbyScreen)
        app.push_screen(a_picker(9, 20))
        await until(pilot, PickerScreen)
        shown = text_on(app)
        for english in ("Fits", "fit ", "Search", "Level", "Wish", "people", "for ", "choose", "too long"):
            assert english not in shown
