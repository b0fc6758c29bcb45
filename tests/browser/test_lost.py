"""A picture that may be old is never shown as though it were not, and what was lost comes back by itself."""

import signal
from urllib.parse import urlsplit

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.guests import Seat
from tests.browser.pages import House, house
from tests.multiprocess.served import stop

pytestmark = [pytest.mark.chromium, pytest.mark.alone]
SOON = 3.0
"""Seconds within which a page says that it has lost touch."""


def test_a_server_that_stands_still_is_told_within_three_seconds_with_the_age_of_the_picture(
    own: House,
) -> None:
    with own.visit() as visit:
        watcher = visit.by("watch")
        watcher.shows("Information round")
        own.served.process.send_signal(signal.SIGSTOP)
        assert watcher.comes_to("lost") < SOON
        watcher.until(lambda: "Connection lost, reconnecting" in watcher.told, "lost")
        watcher.until(lambda: "picture of 4 s ago" in watcher.told, "that old")
        own.served.process.send_signal(signal.SIGCONT)
        watcher.shows("Information round")
        assert watcher.told == ""


def test_an_app_that_stands_still_is_told_within_three_seconds_and_replaced(own: House) -> None:
    with own.visit() as visit:
        keeper = visit.by("timekeeper")
        keeper.shows("Information round")
        (seat,) = own.served.seats
        stop(seat)
        assert keeper.comes_to("silent") < SOON
        assert "The session does not answer" in keeper.told
        keeper.shows("Information round")


def test_a_server_that_was_killed_is_found_again_with_the_seat_and_the_half_typed_line(own: House) -> None:
    with own.visit(complains=True) as visit:
        guest = visit.by("participant")
        guest.take_part_as("Dirk")
        guest.type("half a thou")
        guest.shows("half a thou")
        port = urlsplit(own.served.base).port
        assert port
        guest.until(lambda: own.keeps("half a thou"), "kept")
        own.served.process.kill()
        assert guest.comes_to("lost") < SOON
        guest.type_blindly("this goes nowhere")
        with house(own.served.data, own.served.session, own.browser, port) as again:
            guest.shows("Dirk", "half a thou", seconds=8)
            assert "this goes nowhere" not in guest.text
            guest.type("ght")
            guest.shows("half a thought")
            assert len(again.served.seats) == 1


def test_who_is_shown_out_is_told_so_and_does_not_come_back(own: House) -> None:
    with own.visit(complains=True) as visit:
        guest = visit.by("participant")
        guest.take_part_as("Anna")
        (present,) = own.session.guests
        own.do(c.ShowOut(present.id))
        guest.comes_to("ended")
        assert "You have no seat here any more" in guest.told
        sockets = visit.sockets
        guest.page.evaluate("dispatchEvent(new Event('online'))")
        guest.reloaded()
        assert guest.page.inner_text("body") == "403"
        assert visit.sockets == sockets


def test_a_page_whose_right_went_while_it_was_away_says_so_when_it_is_back(own: House) -> None:
    with own.visit(complains=True) as visit:
        guest = visit.by("participant")
        guest.shows("Choose your name")
        port = urlsplit(own.served.base).port
        assert port
        own.served.process.kill()
        guest.comes_to("lost")
        own.do(c.CloseLink(Seat.PARTICIPANT))
        with house(own.served.data, own.served.session, own.browser, port):
            guest.comes_to("ended")
            assert "You have no seat here any more" in guest.told


def test_who_leaves_by_the_key_is_told_how_to_come_back(own: House) -> None:
    with own.visit() as visit:
        keeper = visit.by("timekeeper")
        keeper.shows("Information round")
        keeper.press("Control+q")
        keeper.comes_to("ended")
        assert "Load the page again" in keeper.told
        keeper.reloaded()
        keeper.shows("Information round")


def test_the_end_of_the_session_is_told_in_a_sentence(own: House) -> None:
    with own.visit() as visit:
        watcher = visit.by("watch")
        watcher.shows("Information round")
        own.close()
        watcher.comes_to("ended")
        assert watcher.told == "The session has ended."
