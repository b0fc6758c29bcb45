"""One session in several browsers and a terminal, all in step."""

from pathlib import Path

import pytest

from tests.browser.pages import House
from tests.terminal.tmux import Tmux

pytestmark = [pytest.mark.chromium, pytest.mark.tmux]
WITHIN = 1.0
"""Seconds in which a window has its own size again."""


@pytest.fixture
def room(home: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tmux:
    """The timekeeper's own terminal."""
    monkeypatch.setenv("INTERVISIE_DATA_DIR", str(home.served.data))
    return Tmux(tmp_path / "tmux", "open", size=(120, 34))


@pytest.mark.parametrize(
    ("link", "words"),
    [("watch", "Information round"), ("participant", "Choose your name"), ("timekeeper", "Speaking order")],
)
def test_each_link_leads_to_its_seat_and_leaves_no_token_behind(home: House, link: str, words: str) -> None:
    with home.visit() as visit:
        screen = visit.by(link)
        screen.shows(words)
        token = home.served.links[link].rpartition("/")[2]
        assert screen.page.url == f"{home.served.base}/"
        assert token not in screen.page.content()
        assert visit.context.cookies()[0]["httpOnly"]
        assert screen.page.evaluate("document.cookie + document.referrer") == ""


def test_a_note_of_a_guest_comes_to_a_browser_and_to_a_terminal(home: House, room: Tmux) -> None:
    with room, home.visit() as one, home.visit() as other:
        room.shows("Information round")
        guest, keeper = one.by("participant"), other.by("timekeeper")
        keeper.shows("Information round")
        guest.take_part_as("Anna")
        guest.type("Did you say it to her face?")
        guest.press("Enter")
        keeper.shows("Did you say it to her face?")
        room.shows("Did you say it to her face?")


def test_the_veil_lies_over_all_who_watch_and_is_taken_off_again(home: House, room: Tmux) -> None:
    with room, home.visit() as one, home.visit() as other:
        watcher, guest = one.by("watch"), other.by("participant")
        room.shows("Information round")
        guest.take_part_as("Bram")
        watcher.shows("Information round")
        room.keys("v")
        watcher.hides("Information round")
        guest.hides("Information round")
        room.keys("v")
        watcher.shows("Information round")
        guest.shows("Information round")


def test_a_page_loaded_again_has_its_seat_and_its_half_typed_line(home: House) -> None:
    with home.visit() as visit:
        guest = visit.by("participant")
        guest.take_part_as("Chantal")
        guest.type("half a thou")
        guest.shows("half a thou")
        guest.reloaded()
        guest.shows("Chantal", "half a thou")
        guest.type("ght")
        guest.shows("half a thought")


def test_who_holds_several_seats_changes_between_them_by_a_quiet_list(home: House) -> None:
    with home.visit() as visit:
        first = visit.by("watch")
        first.shows("Information round")
        assert first.page.locator("#tools nav").count() == 0
        screen = visit.by("timekeeper")
        screen.shows("Speaking order")
        screen.page.mouse.move(300, 300)
        screen.page.click("#tools summary")
        screen.page.click("#tools a >> text=Watch")
        screen.shows("Information round")
        assert screen.size == (120, 34)
        assert screen.page.get_attribute("html", "data-seat") == "stage"


@pytest.mark.alone
@pytest.mark.parametrize("size", [(500, 460), (640, 480)])
def test_when_a_second_window_closes_the_first_has_its_own_size_again(
    home: House, size: tuple[int, int]
) -> None:
    """Field-cases 25: two windows of one cookie, of which the second is closed."""

    def drawn() -> int:
        """How many columns of the first window have anything in them."""
        return max(len(row.rstrip()) for row in first.text.splitlines())

    with home.visit() as visit:
        first = visit.by("timekeeper")
        first.shows("Speaking order")
        columns = first.size[0]
        wide = drawn()
        second = visit.by("timekeeper")
        second.page.set_viewport_size({"width": size[0], "height": size[1]})
        second.until(lambda: second.size[0] < wide, "another size")
        first.until(lambda: drawn() <= second.size[0], "the picture for the second")
        second.page.close()
        first.until(lambda: drawn() == wide, "the first as it was", WITHIN)
        assert first.size[0] == columns
