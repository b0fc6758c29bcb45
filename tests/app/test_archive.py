"""The archive: to read, and to erase with its word."""

import pytest
from textual.widgets import Input

from intervisie_tui.domain.commands import AddNote, Finish, StartClock
from intervisie_tui.domain.session import Keep
from intervisie_tui.method import Capture
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.archive import ArchiveScreen, ReadScreen
from intervisie_tui.screens.lobby import LobbyScreen
from intervisie_tui.screens.typed_word import TypedWord
from tests.app.helpers_screens import a_start, app_of, text_on, until


async def closed(rooms: Rooms) -> None:
    live = await rooms.start(a_start("one"))
    note = AddNote("n1", live.session.agenda[0].id, "[/b] who was there?", Capture.INSIGHT)
    for command in (StartClock(), note, Finish()):
        assert await live.do(command) is None
    assert await rooms.close(live, Keep.ALL) is None


async def test_an_old_session_is_read_as_it_was_typed() -> None:
    rooms = Rooms.at()
    await closed(rooms)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("o")
        await until(pilot, ArchiveScreen)
        await pilot.pause(0.1)
        await pilot.press("enter")
        await until(pilot, ReadScreen)
        await pilot.pause(0.1)
        assert "[/b] who was there?" in text_on(app)


async def test_erasing_asks_for_its_word() -> None:
    rooms = Rooms.at()
    await closed(rooms)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("o")
        await until(pilot, ArchiveScreen)
        await pilot.pause(0.1)
        await pilot.press("e")
        await until(pilot, TypedWord)
        await pilot.press("escape")
        await until(pilot, ArchiveScreen)
        assert len(await rooms.archive()) == 1
        await pilot.press("e")
        await until(pilot, TypedWord)
        app.screen.query_one("#word", Input).value = "erase"
        await pilot.press("enter")
        await until(pilot, ArchiveScreen)
        await pilot.pause(0.1)
        assert await rooms.archive() == ()
        with pytest.raises(Exception, match=r".+"):
            await rooms.record("one")


async def test_delete_hides_a_session_and_shows_it_again_and_erases_nothing() -> None:
    rooms = Rooms.at()
    await closed(rooms)
    app = app_of(rooms)
    async with app.run_test(size=(120, 34)) as pilot:
        await until(pilot, LobbyScreen)
        await pilot.press("o")
        await until(pilot, ArchiveScreen)
        await pilot.pause(0.1)
        await pilot.press("delete")
        await pilot.pause(0.2)
        assert await rooms.archive() == ()
        assert (await rooms.record("one"))["id"] == "one"
        await pilot.press("h")
        await pilot.pause(0.2)
        assert "hidden" in text_on(app)
        await pilot.press("delete")
        await pilot.pause(0.2)
        assert [row.id for row in await rooms.archive()] == ["one"]


async def test_what_was_hidden_leaves_no_trace_when_it_is_erased() -> None:
    rooms = Rooms.at()
    await closed(rooms)
    await rooms.hide("one")
    await rooms.wipe("one")
    assert await rooms.hidden() == frozenset()
