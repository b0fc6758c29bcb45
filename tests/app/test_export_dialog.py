"""The export dialog: name and kind agree, and what may be a name in a file without names is told (cases 5, 13, N8)."""

import os
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from textual.widgets import Button, Input, Static

from intervisie_tui.domain.commands import AddAction, AddNote, Command, Finish, StartClock
from intervisie_tui.export import FORMATS, format_of
from intervisie_tui.export.record import record
from intervisie_tui.locale import use
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.export_file import ExportDialog
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.pick import Pick
from tests.app.helpers_screens import a_start, app_of, until

BEGINS = {
    "md": "# ",
    "html": "<!doctype html>",
    "json": "{",
    "csv": "\ufeffkind,phase",
    "ics": "BEGIN:VCALENDAR",
}


async def dialog_on(rooms: Rooms, *texts: str, due: date | None = date(2027, 1, 2)) -> ExportDialog:
    live = await rooms.start(a_start("one"))
    first = live.session.agenda[0].id
    notes = [AddNote(f"n{place}", first, text) for place, text in enumerate(texts)]
    commands: tuple[Command, ...] = (StartClock(), *notes, AddAction("a1", "call", None, due), Finish())
    for command in commands:
        assert await live.do(command) is None
    await live.stop()
    return ExportDialog(lambda: record(live.session, live.now()), rooms.groups)


@pytest.mark.parametrize(("kind", "picked"), list(zip(FORMATS, (*FORMATS[1:], FORMATS[0]), strict=True)))
async def test_the_ending_that_is_typed_is_the_kind_that_is_written(
    tmp_path: Path, kind: str, picked: str
) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = await dialog_on(rooms)
        app.push_screen(dialog)
        await until(pilot, ExportDialog)
        dialog.query_one("#format", Pick).value = picked
        dialog.query_one("#path", Input).value = f"{tmp_path}/verslag.{kind}"
        await pilot.pause()
        assert dialog.query_one("#format", Pick).value == kind
        dialog.query_one("#write", Button).press()
        await until(pilot, LobbyScreen)
    assert (tmp_path / f"verslag.{kind}").read_text(encoding="utf-8").startswith(BEGINS[kind])


@pytest.mark.parametrize(
    ("typed", "named"),
    [("verslag.md", "verslag.html"), ("a.md/verslag.JSON", "a.md/verslag.csv"), ("verslag", "verslag")],
)
async def test_the_kind_that_is_picked_is_the_ending_of_the_name(typed: str, named: str) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = await dialog_on(rooms)
        app.push_screen(dialog)
        await until(pilot, ExportDialog)
        dialog.query_one("#path", Input).value = typed
        await pilot.pause()
        dialog.query_one("#format", Pick).focus()
        await pilot.press("right")
        assert dialog.query_one("#path", Input).value == named
        assert dialog.query_one("#format", Pick).value == (format_of(named) or "html")


async def test_a_name_without_an_ending_gets_that_of_the_kind_and_a_strange_one_is_told(
    tmp_path: Path,
) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = await dialog_on(rooms)
        app.push_screen(dialog)
        await until(pilot, ExportDialog)
        for typed, told in (
            ("verslag.docx", ".docx"),
            ("verslag.pdf", ".pdf"),
            ("a.md/", "Name a file"),
            ("..", "Name a file"),
        ):
            dialog.query_one("#path", Input).value = f"{tmp_path}/{typed}"
            dialog.query_one("#write", Button).press()
            await pilot.pause(0.3)
            assert told in str(dialog.query_one("#refused", Static).visual)
            assert app.screen is dialog
        dialog.query_one("#path", Input).value = f"{tmp_path}/verslag"
        dialog.query_one("#write", Button).press()
        await until(pilot, LobbyScreen)
    assert sorted(name for name in os.listdir(tmp_path) if name.startswith("verslag")) == ["verslag.md"]  # noqa: PTH208 - a test may block


async def test_a_calendar_without_a_date_is_no_file_and_a_sentence(tmp_path: Path) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = await dialog_on(rooms, due=None)
        app.push_screen(dialog)
        await until(pilot, ExportDialog)
        dialog.query_one("#path", Input).value = f"{tmp_path}/a.ics"
        dialog.query_one("#write", Button).press()
        while "No open action has a date" not in str(dialog.query_one("#refused", Static).visual):
            await pilot.pause()
    assert not (tmp_path / "a.ics").exists()


async def test_words_that_may_be_names_are_told_before_the_dialog_goes(tmp_path: Path) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    written: list[Path | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = await dialog_on(rooms, "Annas vraag", "Brammetje lacht")
        app.push_screen(dialog, written.append)
        await until(pilot, ExportDialog)
        dialog.query_one("#names", Pick).value = "masked"
        dialog.query_one("#path", Input).value = f"{tmp_path}/van anna.md"
        dialog.query_one("#write", Button).press()
        while dialog.query_one("#write").display:
            await pilot.pause()
        told = str(dialog.query_one("#refused", Static).visual)
        assert "1 word" in told
        assert "Brammetje" in told
        assert "name of the file" in told
        await pilot.press("escape")
        await until(pilot, LobbyScreen)
    assert written == [tmp_path / "van anna.md"]
    said = written[0].read_text(encoding="utf-8") if written[0] else ""
    assert "Anna" not in said
    assert "Member A's vraag" in said


async def test_a_table_from_the_dialog_is_as_from_the_command_line(tmp_path: Path) -> None:
    rooms = Rooms.at()
    use("nl")
    app = app_of(rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        dialog = await dialog_on(rooms, "x;=1+1;y")
        for name in ("a.csv", "a.ics"):
            app.push_screen(ExportDialog(dialog._record, rooms.groups))
            screen = await until(pilot, ExportDialog)
            screen.query_one("#path", Input).value = f"{tmp_path}/{name}"
            screen.query_one("#write", Button).press()
            await until(pilot, LobbyScreen)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfkind;phase;text")
    assert len(Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")) == 1
