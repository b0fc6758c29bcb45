"""Guests in the room: who is in, what is done about them, and what another timekeeper's screen did."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.guests import Guest
from intervisie_tui.domain.session import Role, Seat
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.commands import commands_of
from intervisie_tui.screens.dialogs.choose_member import ChooseMember
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.serve.seat_app import SeatApp
from intervisie_tui.store.doors import Doors
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, Scene, go


class Doorway:
    """A room, and guests of the same session."""

    def __init__(self, app: IntervisieApp, pilot: Pilot[Any], scene: Scene) -> None:
        self.app = app
        self.pilot = pilot
        self.scene = scene

    @property
    def room(self) -> RoomScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, RoomScreen))

    @property
    def hint(self) -> str:
        return self.room.query_one("#hint").words  # type: ignore[attr-defined, no-any-return] # a line of words

    async def guest(self, member: str, screen: str, seat: Seat = Seat.PARTICIPANT) -> Live:
        live = await Rooms.at(self.scene.folder / "data", self.scene.clock).open("s1", seat, screen)
        await self.done(live, c.TakeSeat(member))
        return live

    async def done(self, live: Live, *commands: c.Command) -> None:
        """Done by somebody else; the room has seen it when this returns."""
        await live._look()
        await go(live, *commands)
        for _turn in range(200):
            await self.pilot.pause(0.01)
            if self.room.live.revision >= live.revision:
                break
        await self.pilot.pause()

    async def run(self, action: str, *keys: str) -> None:
        await self.room.run_action(action)
        await self.pilot.pause()
        await self.pilot.press(*keys)
        await self.pilot.pause()


@asynccontextmanager
async def doorway(
    scene: Scene,
    size: tuple[int, int] = (120, 34),
    make: type[IntervisieApp] = IntervisieApp,
    screen: str | None = None,
) -> AsyncIterator[Doorway]:
    live = await scene.live()
    await live.stop()
    rooms = Rooms.at(scene.folder / "data", scene.clock)
    app = make(rooms, await rooms.open("s1", Seat.TIMEKEEPER, screen))
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        yield Doorway(app, pilot, scene)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def test_the_room_tells_quietly_who_came_in(scene: Scene) -> None:
    async with doorway(scene) as seen:
        await seen.guest("m3", "phone")
        assert seen.hint == "Chantal is in."


async def test_two_timekeepers_are_told_what_the_other_did_in_the_words_of_undo(scene: Scene) -> None:
    async with doorway(scene) as seen:
        other = await Rooms.at(scene.folder / "data", scene.clock).open("s1")
        await seen.done(other, c.StartClock())
        assert seen.hint == "Another screen: the start of the clock."
        bram = await seen.guest("m2", "laptop", Seat.TIMEKEEPER)
        await seen.done(bram, c.AddTime("incident", 60))
        assert seen.hint == "Bram: the change of minutes."
        await bram.undo()
        await seen.done(bram)
        assert seen.hint == "Bram took back: the change of minutes."
        await bram.redo()
        await seen.done(bram)
        assert seen.hint == "Bram brought back: the change of minutes."
        await seen.pilot.press("n")
        await seen.pilot.pause()
        await bram._look()
        assert bram.session.position == 1


async def test_what_guests_write_is_no_news_and_neither_is_what_this_screen_did(scene: Scene) -> None:
    async with doorway(scene) as seen:
        phone = await seen.guest("m3", "phone")
        seen.room.query_one("#hint").hush()  # type: ignore[attr-defined] # the quiet line
        await seen.done(phone, c.AddNote("n", "incident", "x", by="m3"), c.RaiseHand("m3"))
        await seen.pilot.press("space")
        await seen.pilot.pause()
        assert seen.hint == ""


@pytest.mark.long
async def test_control_is_handed_over_and_taken_back_from_the_palette(scene: Scene) -> None:
    async with doorway(scene) as seen:
        await seen.guest("m3", "phone")
        await seen.run("hand_over", "enter")
        assert "Hand over control to Chantal?" in " ".join(text_on(seen.app).split())
        await seen.pilot.press("left", "enter")
        await seen.pilot.pause()
        assert seen.room.session.seat_of("phone") is Seat.TIMEKEEPER
        assert seen.room.session.holder(Role.TIMEKEEPER) == "m3"
        assert "Chantal keeps time from now on" in seen.hint
        await seen.run("take_control", "enter", "left", "enter")
        assert seen.room.session.seat_of("phone") is Seat.PARTICIPANT
        await seen.run("take_control")
        assert seen.hint == "There is no guest for that."


async def test_a_guest_is_shown_out_after_a_question(scene: Scene) -> None:
    async with doorway(scene) as seen:
        phone = await seen.guest("m3", "phone")
        await seen.run("show_out", "enter")
        assert "Show Chantal out?" in text_on(seen.app)
        await seen.pilot.press("escape")
        assert not any(guest.out for guest in seen.room.session.guests)
        await seen.run("show_out", "enter", "left", "enter")
        assert seen.room.session.guests[0].out
        await phone._look()
        assert await phone.do(c.Park("p", "x", "m3")) is not None


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_who_is_in_stands_in_the_room_by_name_and_watchers_as_a_count(
    scene: Scene, size: tuple[int, int]
) -> None:
    async with doorway(scene, size) as seen:
        await seen.guest("m3", "phone")
        assert not seen.room.query_one("#inside").display
        seen.room.live.doors = Doors("http://127.0.0.1", present=("phone", "new"), watching=12)
        seen.room.changed(seen.room.session)
        if size[0] < 100:
            await seen.pilot.press("]")
        await seen.pilot.pause()
        assert "In by a link: Chantal" in " ".join(text_on(seen.app).split())
        inside: Any = seen.room.query_one("#inside")
        assert inside.words == "In by a link: Chantal, 1 without a name, 12 watch"
        await seen.run("hand_over")
        assert isinstance(seen.app.screen, ChooseMember)
        assert "no name yet" not in text_on(seen.app)


async def test_control_can_be_taken_from_a_guest_without_a_name_who_came_by_that_link(scene: Scene) -> None:
    async with doorway(scene) as seen:
        seen.room.live.doors = Doors("http://127.0.0.1", present=("laptop",), keeping=("laptop",))
        await seen.run("take_control", "enter", "left", "enter")
        assert seen.room.session.seat_of("laptop") is Seat.PARTICIPANT


@pytest.mark.long
async def test_who_keeps_time_in_a_browser_can_choose_the_name_that_others_read(scene: Scene) -> None:
    async with doorway(scene, make=SeatApp, screen="laptop") as seen:
        assert "Who am I?" in [command.title for command in commands_of(seen.room)]
        await seen.run("who_am_i", "down", "down", "enter")
        assert seen.room.session.guest("laptop") == Guest(
            "laptop", Seat.TIMEKEEPER, "m3", link=Seat.TIMEKEEPER
        )
        # A name that another screen has is given up only when it is claimed.
        await seen.guest("m4", "phone")
        await seen.run("who_am_i", "down", "down", "down", "enter")
        assert "Is that you?" in text_on(seen.app)
        await seen.pilot.press("left", "enter")
        await seen.pilot.pause()
        assert seen.room.session.guest_name("laptop") == "Dirk"
        assert seen.room.session.guest_name("phone") == ""


async def test_the_screen_of_an_own_terminal_is_no_guest_and_offers_no_name(scene: Scene) -> None:
    async with doorway(scene) as seen:
        assert "Who am I?" not in [command.title for command in commands_of(seen.room)]
        await seen.run("who_am_i")
        assert seen.app.screen is seen.room
