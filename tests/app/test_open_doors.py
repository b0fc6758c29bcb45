"""The doors in the room: links, a QR code, who is in, and what can be done about them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from intervisie_tui import locale
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.doors_words import is_local
from intervisie_tui.screens.open_doors import OpenDoors
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.store.doors import Doors, Doorway
from tests.app.helpers_screens import a_start, app_of, text_on, until

URL = "https://192.168.178.123:8000"
LIT = "▀▀▀▀▀"
"""What a code has in its corners, unless it is a large one."""


@dataclass
class Served:
    """A room whose doors another program has opened: the files of its server, and no more of it."""

    app: IntervisieApp
    pilot: Pilot[None]
    live: Live
    rooms: Rooms
    doorway: Doorway
    said: Doors

    @property
    def text(self) -> str:
        return text_on(self.app)

    def token(self, seat: Seat) -> str:
        return self.rooms.links(self.live.session.id)[seat].rpartition("/")[2]

    def say(self, **changes: object) -> None:
        self.said = replace(self.said, **changes)  # type: ignore[arg-type]  # as the server says it
        self.doorway.say(self.said)

    async def shows(self, *texts: str) -> None:
        for _ in range(300):
            if all(text in self.text for text in texts):
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"never shown: {texts}\n{self.text}")

    async def hides(self, *texts: str) -> None:
        for _ in range(300):
            if not any(text in self.text for text in texts):
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"still shown: {texts}\n{self.text}")

    async def open(self) -> None:
        await self.app.screen.run_action("doors")
        await until(self.pilot, OpenDoors)
        await self.shows(URL)

    def code(self) -> tuple[int, int]:
        """Columns and rows of the code; all of them in sight."""
        code = self.app.screen.query_one("#code")
        assert self.app.screen.region.contains_region(code.region)
        return code.region.width, code.region.height

    async def go(self, *commands: c.Command) -> None:
        for command in commands:
            assert await self.live.do(command) is None


@asynccontextmanager
async def served(folder: Path, size: tuple[int, int] = (80, 24), **said: object) -> AsyncIterator[Served]:
    rooms = Rooms.at(folder / "data")
    live = await rooms.start(a_start())
    doorway = rooms.doorway("one")
    app = app_of(rooms)
    app._first = live
    async with app.run_test(size=size, notifications=True) as pilot:
        with doorway.serving():
            here = Served(app, pilot, live, rooms, doorway, Doors(URL))
            here.say(**said)
            await here.shows("in")
            yield here
        doorway.shut()
        await pilot.pause()


async def test_the_room_tells_quietly_that_its_doors_are_open_and_how_many_are_in(tmp_path: Path) -> None:
    async with served(tmp_path, (120, 34)) as here:
        await here.shows("doors open, 0 in")
        here.say(present=("g1", "g2"), watching=3)
        await here.shows("doors open, 5 in")
        here.doorway.shut()
        await here.hides("doors open")


async def test_in_a_small_window_the_room_tells_only_how_many_are_in(tmp_path: Path) -> None:
    async with served(tmp_path, watching=12) as here:
        await here.shows("12 in")
        assert "doors open" not in here.text


@pytest.mark.long
async def test_the_palette_has_the_doors_by_name(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.pilot.press("ctrl+p", *"open the doors")
        await here.pilot.pause(0.5)
        await here.pilot.press("enter")
        await until(here.pilot, OpenDoors)


@pytest.mark.parametrize(
    ("size", "code"), [((80, 24), (41, 21)), ((120, 34), (41, 21)), ((200, 50), (82, 41))]
)
async def test_the_links_to_watch_and_to_take_part_have_a_whole_code_and_an_address(
    tmp_path: Path, size: tuple[int, int], code: tuple[int, int]
) -> None:
    async with served(tmp_path, size) as here:
        await here.open()
        await here.shows(here.token(Seat.PARTICIPANT))
        assert here.code() == code
        await here.pilot.press("down")
        await here.shows(here.token(Seat.STAGE))
        assert here.code() == code


@pytest.mark.parametrize("size", [(80, 24), (120, 34), (200, 50)])
@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "http://localhost:8001", "http://[::1]:8000"])
async def test_an_address_of_this_machine_alone_is_never_a_code_and_the_network_is_offered(
    tmp_path: Path, size: tuple[int, int], url: str
) -> None:
    """Field-cases N11: the first thing that was shared was a code of 127.0.0.1, to watch."""
    async with served(tmp_path, size, url=url) as here:
        await here.app.screen.run_action("doors")
        await until(here.pilot, OpenDoors)
        for seat in (Seat.PARTICIPANT, Seat.STAGE):
            await here.shows(here.token(seat), "No QR code", "n lets other")
            assert not any(drawn in here.text for drawn in ("▀▀", "▄▄", "██"))
            await here.pilot.press("down")


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://127.8.0.1", True),
        ("http://localhost", True),
        ("http://session.localhost:8000", True),
        ("http://[::1]:8000", True),
        ("http://0.0.0.0:8000", True),
        ("https://192.168.50.1:8000", False),
        ("https://[fd00::2]:8000", False),
        ("https://xn--coperatie-17a.example", False),
        ("https://localhost.example", False),
        ("https://127.0.0.1.example", False),
    ],
)
def test_which_addresses_a_phone_would_look_for_on_itself(url: str, local: bool) -> None:
    assert is_local(url) is local


async def test_taking_part_comes_before_watching(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.open()
        rows = [here.text.index(name) for name in ("Take part  ", "Watch  ", "Keep time  ")]
        assert rows == sorted(rows)
        screen = here.app.screen
        assert isinstance(screen, OpenDoors)
        assert screen.marked is Seat.PARTICIPANT


async def test_the_other_addresses_of_this_machine_are_told(tmp_path: Path) -> None:
    others = ("https://10.8.0.2:8000", "https://[fd00::2]:8000")
    async with served(tmp_path, (120, 34), others=others, fingerprint=":".join(["AB"] * 32)) as here:
        await here.open()
        await here.shows(*others)


async def test_the_link_of_timekeepers_is_never_seen_in_the_room(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.open()
        await here.pilot.press("down", "down")
        await here.shows("Who has this link may do all")
        await here.pilot.press("s")
        await here.pilot.pause()
        assert isinstance(here.app.screen, OpenDoors)
        assert here.token(Seat.TIMEKEEPER) not in here.text
        assert LIT not in here.text


async def test_the_link_of_timekeepers_can_be_copied_unseen(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.open()
        await here.pilot.press("down", "down", "c")
        assert here.app.clipboard == f"{URL}/join/{here.token(Seat.TIMEKEEPER)}"
        assert here.token(Seat.TIMEKEEPER) not in here.text


async def test_at_the_desk_the_link_of_timekeepers_shows_after_a_question_and_never_as_a_code(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as here:
        await here.pilot.press("d")
        await here.open()
        await here.pilot.press("down", "down", "s")
        await here.shows("Show the link here?")
        assert here.token(Seat.TIMEKEEPER) not in here.text
        await here.pilot.press("left", "enter")
        await here.shows(here.token(Seat.TIMEKEEPER))
        assert LIT not in here.text
        await here.pilot.press("up", "down")
        await here.hides(here.token(Seat.TIMEKEEPER))


async def test_a_veil_takes_the_doors_away_also_while_something_is_asked(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.open()
        await here.pilot.press("r")
        await here.shows("Renew this link?")
        await here.go(c.SetVeil(True))
        await until(here.pilot, RoomScreen)
        await here.hides(LIT, here.token(Seat.PARTICIPANT))


async def test_at_the_desk_a_veil_takes_the_code_away(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.pilot.press("d")
        await here.open()
        await here.go(c.SetVeil(True))
        await here.shows("no QR code")
        assert LIT not in here.text


async def test_a_renewed_link_is_another_one(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.open()
        before = here.token(Seat.PARTICIPANT)
        await here.pilot.press("r")
        await here.shows("leads nowhere from then on")
        await here.pilot.press("left", "enter")
        await here.hides(before)
        await here.shows(here.token(Seat.PARTICIPANT))
        assert here.token(Seat.PARTICIPANT) != before


async def test_a_closed_link_has_no_code_and_opens_as_another_one(tmp_path: Path) -> None:
    async with served(tmp_path, watching=2) as here:
        await here.open()
        await here.pilot.press("down")
        before = here.token(Seat.STAGE)
        await here.pilot.press("o")
        await here.shows("who did are shown out.")
        await here.pilot.press("left", "enter")
        await here.shows("This link is closed")
        assert LIT not in here.text
        await here.pilot.press("o")
        await here.shows(LIT, here.token(Seat.STAGE))
        assert here.token(Seat.STAGE) != before


async def test_who_is_in_has_a_name_and_what_the_screen_may_do(tmp_path: Path) -> None:
    async with served(tmp_path, present=("g1", "g2"), keeping=("g2",), watching=7) as here:
        guest = await here.rooms.open("one", Seat.PARTICIPANT, "g1")
        assert await guest.do(c.TakeSeat("bram")) is None
        await guest.stop()
        await here.open()
        await here.shows("Watch      open  7 in", "Take part  open  1 in", "Keep time  open  1 in")
        await here.shows("Bram  takes part", "no name yet  keeps time")


async def test_a_guest_is_shown_out_after_a_question(tmp_path: Path) -> None:
    async with served(tmp_path, present=("g1",)) as here:
        await here.open()
        await here.pilot.press("tab", "x")
        await here.shows("That screen may do nothing any more.")
        await here.pilot.press("left", "enter")
        await here.pilot.pause(0.2)
        guest = here.live.session.guest("g1")
        assert guest is not None
        assert guest.out


async def test_control_is_handed_over_and_taken_back(tmp_path: Path) -> None:
    async with served(tmp_path, present=("g1",)) as here:
        guest = await here.rooms.open("one", Seat.PARTICIPANT, "g1")
        assert await guest.do(c.TakeSeat("bram")) is None
        await guest.stop()
        await here.open()
        await here.shows("Bram  takes part")
        await here.pilot.press("tab", "h")
        await here.shows("Hand over control to Bram?")
        await here.pilot.press("left", "enter")
        await here.shows("Bram  keeps time")
        await here.pilot.press("h")
        await here.shows("Take control back from Bram?")
        await here.pilot.press("left", "enter")
        await here.shows("Bram  takes part")


async def test_doors_that_another_program_opened_are_shut_there(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.open()
        await here.pilot.press("d")
        await here.shows("Another program")


async def test_the_doors_speak_the_language_of_now(tmp_path: Path) -> None:
    async with served(tmp_path, fingerprint=":".join(["AB"] * 32)) as here:
        await here.open()
        locale.use("nl")
        screen = here.app.screen
        assert isinstance(screen, OpenDoors)
        await screen.respeak()
        await here.shows("De deuren", "vingerafdruk", "AB:AB:AB:AB:AB:AB:AB:AB", here.token(Seat.PARTICIPANT))


async def test_when_the_server_has_gone_the_doors_are_shut(tmp_path: Path) -> None:
    async with served(tmp_path) as here:
        await here.open()
        here.doorway.shut()
        await here.shows("The doors are shut")
        assert LIT not in here.text
