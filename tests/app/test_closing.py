"""The closing: nothing is erased before somebody has chosen so."""

from pathlib import Path

import pytest
from textual.widgets import Button, Input

from intervisie_tui.domain.commands import AddAction, AddNote, Finish, StartClock
from intervisie_tui.domain.session import Clock
from intervisie_tui.live import Live
from intervisie_tui.method import Capture
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.closing import ClosingScreen
from intervisie_tui.screens.complete_action import CompleteAction
from intervisie_tui.screens.doors import enter_room
from intervisie_tui.screens.export_file import ExportDialog, write_new
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.screens.typed_word import TypedWord
from intervisie_tui.serve.seat_app import SeatApp
from tests.app.helpers_screens import a_start, app_of, text_on, until

SECRET = "canaryword"


async def finished(rooms: Rooms) -> Live:
    live = await rooms.start(a_start("one", question=f"How can I {SECRET}?"))
    first = live.session.agenda[0].id
    note = AddNote("n1", first, f"note {SECRET}", Capture.INSIGHT)
    for command in (StartClock(), note, AddAction("a1", "call", None), Finish()):
        assert await live.do(command) is None
    return live


@pytest.mark.long
async def test_only_actions_needs_its_word_and_then_the_rest_is_in_no_file(tmp_path: Path) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await finished(rooms))
        await until(pilot, ClosingScreen)
        app.screen.query_one("#keep-actions", Button).press()
        await until(pilot, TypedWord)
        await pilot.press(*"no", "enter")
        assert isinstance(app.screen, TypedWord)
        app.screen.query_one("#word", Input).value = "erase"
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
    files = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]
    assert (await rooms.record("one"))["actions"][0]["text"] == "call"


async def test_keep_all_keeps_the_notes_and_goes_to_the_lobby() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await finished(rooms))
        await until(pilot, ClosingScreen)
        app.screen.query_one("#keep-all", Button).press()
        await until(pilot, LobbyScreen)
    assert (await rooms.record("one"))["notes"][0]["text"] == f"note {SECRET}"


async def test_nothing_is_preselected_and_escape_leaves_the_session_open() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await finished(rooms))
        await until(pilot, ClosingScreen)
        assert not isinstance(app.focused, Button)
        await pilot.press("escape")
        await until(pilot, LobbyScreen)
    rows = await rooms.unfinished()
    assert [row.clock for row in rows] == [Clock.FINISHED]


async def test_go_on_after_all_leads_back_to_the_room() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        live = await finished(rooms)
        await enter_room(app, rooms, live)
        await until(pilot, ClosingScreen)
        await pilot.press("g")
        await until(pilot, RoomScreen)
        assert live.session.clock is Clock.PAUSED


async def test_an_action_without_owner_and_date_can_be_completed() -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        live = await finished(rooms)
        await enter_room(app, rooms, live)
        await until(pilot, ClosingScreen)
        await pilot.press("down", "enter")
        await until(pilot, CompleteAction)
        await pilot.press("right")
        app.screen.query_one("#when", Input).value = "tomorrow"
        app.screen.query_one("#save", Button).press()
        await until(pilot, ClosingScreen)
        action = live.session.actions[0]
        assert (action.owner, action.due is not None) == ("anna", True)


async def test_who_keeps_time_in_a_browser_names_no_files_on_this_computer() -> None:
    rooms = Rooms.at()
    app = SeatApp(rooms, await finished(rooms), "dark")
    async with app.run_test(size=(120, 34)) as pilot:
        closing = await until(pilot, ClosingScreen)
        assert "export" not in text_on(app).lower()
        assert not closing.query("#export")
        await pilot.press("x")
        await closing.run_action("export")
        await pilot.pause()
        assert app.screen is closing


@pytest.mark.long
async def test_an_export_is_written_where_the_user_says_and_never_over_a_file(tmp_path: Path) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    goal = tmp_path / "minutes.md"
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await enter_room(app, rooms, await finished(rooms))
        await until(pilot, ClosingScreen)
        await pilot.press("x")
        await until(pilot, ExportDialog)
        app.screen.query_one("#path", Input).value = str(goal)
        app.screen.query_one("#write", Button).press()
        await until(pilot, ClosingScreen)
    assert SECRET in goal.read_text(encoding="utf-8")
    assert goal.stat().st_mode & 0o077 == 0
    assert write_new(goal, "other") is not None
    assert SECRET in goal.read_text(encoding="utf-8")


@pytest.mark.long
async def test_closing_says_that_a_copy_of_the_session_was_not_touched(tmp_path: Path) -> None:
    """Field cases, row 1."""
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await until(pilot, LobbyScreen)
        live = await finished(rooms)
        journal = tmp_path / "data" / "live" / "one.journal"
        copy = journal.with_name("one (1).journal")
        copy.write_bytes(journal.read_bytes())
        await enter_room(app, rooms, live)
        await until(pilot, ClosingScreen)
        app.screen.query_one("#keep-actions", Button).press()
        await until(pilot, TypedWord)
        app.screen.query_one("#word", Input).value = "erase"
        await pilot.press("enter")
        await until(pilot, LobbyScreen)
        await pilot.pause(0.2)
        shown = " ".join(text_on(app).replace("▌", "").split())
        assert "one (1).journal" in shown
        assert "were not touched" in shown
    assert SECRET.encode() in copy.read_bytes()


async def test_a_copy_beside_a_journal_is_named_in_the_lobby_and_nothing_stops(tmp_path: Path) -> None:
    """Field cases, row 1."""
    rooms = Rooms.at()
    live = await rooms.start(a_start("one"))
    await live.stop()
    journal = tmp_path / "data" / "live" / "one.journal"
    journal.with_name("one-LAPTOP.journal").write_bytes(journal.read_bytes())
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        for _ in range(100):
            await pilot.pause(0.02)
            if "one-LAPTOP.journal" in text_on(app).replace("\n", ""):
                break
        assert "one-LAPTOP.journal" in text_on(app)
        await pilot.press("enter")
        await until(pilot, RoomScreen)
