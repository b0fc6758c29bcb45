"""Entries come in rows, and a key that was meant for a line that has closed does nothing (field-cases N1)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from intervisie_tui import locale
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.widgets.hint import Hint
from tests.app.room_scene import Hands, Scene, go, pass_by, to_phase

FIVE = ("call the parents", "Fatima: no nonsense", "finish the report", "n f u space", "thank Bram")


class Room:
    """A room in the whole app, whose keys wait for each other; its time stands still between keys."""

    def __init__(self, app: IntervisieApp, pilot: Pilot[Any], live: Live) -> None:
        self.app, self.pilot, self.live = app, pilot, live
        stands = app.seconds()
        app.seconds = lambda: stands

    @property
    def screen(self) -> RoomScreen:
        return next(each for each in self.app.screen_stack if isinstance(each, RoomScreen))

    @property
    def hint(self) -> str:
        return self.screen.query_one("#hint", Hint).words

    def burst(self, typed: str) -> None:
        """All of these keys at once."""
        names = {"\r": "enter", " ": "space", "\x1b": "escape"}
        for sign in typed:
            self.app.post_message(events.Key(names.get(sign, sign), sign if sign.isprintable() else None))

    async def until(self, holds: Callable[[], bool]) -> None:
        for _turn in range(500):
            await self.pilot.pause(0.01)
            if holds():
                await self.pilot.pause(0.05)
                return
        raise AssertionError(self.live.session.actions)

    def standing(self) -> tuple[object, ...]:
        session = self.live.session
        return session.clock, session.position, session.hands, session.turns, session.veiled, self.app.screen


@asynccontextmanager
async def room_of(scene: Scene) -> AsyncIterator[Room]:
    live = await scene.live()
    await go(live, c.StartClock())
    app = IntervisieApp(Rooms.at(scene.folder / "data", scene.clock), live)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        yield Room(app, pilot, live)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "nl"])
async def test_five_actions_in_one_burst_are_five_actions_and_nothing_else(
    scene: Scene, language: str
) -> None:
    locale.use(language)
    due = {"en": "next friday", "nl": "volgende week vrijdag"}[language]
    async with room_of(scene) as room:
        before = room.standing()
        texts = [text.removeprefix("Fatima: ") for text in FIVE]
        room.burst("a" + "".join(f"Anna: {text} @ {due}\r" for text in texts))
        await room.until(lambda: len(room.live.session.actions) == len(FIVE))
        assert [action.text for action in room.live.session.actions] == texts
        assert {action.owner for action in room.live.session.actions} == {"m1"}
        assert room.screen.line.is_open
        assert room.standing() == before


@pytest.mark.long
@pytest.mark.parametrize("key", ["c", "p", "a"])
async def test_a_third_enter_behind_the_one_that_closes_does_nothing_and_is_told(
    scene: Scene, key: str
) -> None:
    async with room_of(scene) as room:
        await to_phase(room.live, "informatie")
        await room.pilot.pause()
        before = room.standing()
        room.burst(f"{key}Bram: one @ tomorrow\r\r\r")
        await room.until(lambda: "did nothing" in room.hint)
        assert not room.screen.line.is_open
        assert room.standing() == before


async def _by_esc(room: Room) -> None:
    await room.pilot.press("c", "x", "escape")


async def _by_empty(room: Room) -> None:
    await room.pilot.press("a", "enter")


async def _by_sending(room: Room) -> None:
    await room.pilot.press("t", "1", "enter")


async def _by_a_late_comer(room: Room) -> None:
    room.screen.action_come()
    await room.pilot.press(*"Gijs", "enter")


async def _by_a_change(room: Room) -> None:
    await go(room.live, c.Park("p1", "one"))
    await room.pilot.pause()
    room.screen.query_one("#parking-lot .entries").focus()
    await room.pilot.press("e", "!", "enter")


async def _by_a_veil_from_elsewhere(room: Room) -> None:
    await room.pilot.press("p", "x")
    await go(room.live, c.SetVeil(True))
    await room.pilot.pause()


CLOSINGS = (_by_esc, _by_empty, _by_sending, _by_a_late_comer, _by_a_change, _by_a_veil_from_elsewhere)


@pytest.mark.long
@pytest.mark.parametrize("closes", CLOSINGS, ids=lambda each: each.__name__)
async def test_whatever_closed_the_line_each_key_waits_and_then_does_its_work(
    scene: Scene, closes: Callable[[Room], Awaitable[None]]
) -> None:
    async with room_of(scene) as room:
        await closes(room)
        assert not room.screen.line.is_open
        before = room.standing()
        await room.pilot.press(
            "n", "f", "enter", "space", "v", "h", "c", "a", "1", "pagedown", "question_mark"
        )
        await room.pilot.pause()
        assert room.standing() == before
        assert not room.screen.line.is_open
        assert "did nothing" in room.hint
        pass_by(room.app, 0.71)
        await room.pilot.press("v")
        await room.until(lambda: room.live.session.veiled is not before[4])


@pytest.mark.long
async def test_a_line_that_is_opened_by_a_click_takes_its_letters_at_once(scene: Scene) -> None:
    async with room_of(scene) as room:
        await room.pilot.press("c", "escape")
        await room.screen.run_action("park")
        await room.pilot.press(*"later", "enter")
        assert [item.text for item in room.live.session.parking] == ["later"]


@pytest.mark.long
async def test_after_the_questions_for_who_and_when_the_line_is_open_for_the_next(scene: Scene) -> None:
    async with room_of(scene) as room:
        await room.pilot.press("a", *"call", "enter")
        await room.pilot.pause()
        await room.pilot.press("down", "enter")
        await room.pilot.pause()
        await room.pilot.press(*"tomorrow", "enter")
        await room.until(lambda: len(room.live.session.actions) == 1)
        assert (room.screen.line.is_open, room.screen.line.value) == (True, "")
        await room.pilot.press(*"Bram: write @ tomorrow", "enter")
        await room.until(lambda: len(room.live.session.actions) == 2)
        assert [action.text for action in room.live.session.actions] == ["call", "write"]
