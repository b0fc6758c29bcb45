"""A phone takes part: its own text field, large keys, and what its keyboard does to them."""

import pytest

from tests.browser.pages import PHONE, House

pytestmark = pytest.mark.chromium


def test_what_a_phone_writes_in_its_field_comes_in_as_a_note(home: House) -> None:
    with home.visit(PHONE, phone=True) as visit:
        guest = visit.by("participant")
        guest.take_part_as("Anna")
        guest.page.fill("#text", "Wat vond jij zelf? \U0001f642")
        guest.page.press("#text", "Enter")
        guest.until(lambda: guest.page.input_value("#text") == "", "sent")
        guest.until(lambda: _noted(home, "Wat vond jij zelf? \U0001f642", "anna"), "noted")


def test_the_large_keys_choose_what_is_written_and_raise_the_hand(home: House) -> None:
    with home.visit(PHONE, phone=True) as visit:
        guest = visit.by("participant")
        guest.take_part_as("Bram")
        guest.page.tap("[data-key=p]")
        guest.page.fill("#text", "for another time")
        guest.page.tap("#phone [type=submit]")
        guest.until(lambda: any(one.text == "for another time" for one in home.session.parking), "parked")
        guest.page.tap("[data-key=h]")
        guest.shows("hand up")
        guest.page.tap("[data-key=h]")
        guest.hides("hand up")


def test_text_that_nothing_takes_stays_in_the_field_and_chooses_no_name(home: House) -> None:
    with home.visit(PHONE, phone=True) as visit:
        guest = visit.by("participant")
        guest.shows("Choose your name")
        guest.page.fill("#text", "Hello there")
        guest.page.tap("#phone [type=submit]")
        guest.until(lambda: "Nothing takes text now" in guest.told, "told")
        assert guest.page.input_value("#text") == "Hello there"
        guest.shows("Choose your name")


def test_a_phone_that_keeps_time_opens_a_note_line_by_sending_and_no_key_falls_into_it(home: House) -> None:
    with home.visit(PHONE, phone=True) as visit:
        keeper = visit.by("timekeeper")
        keeper.shows("Information round")
        keeper.page.fill("#text", "now or never")
        keeper.page.tap("#phone [type=submit]")
        keeper.until(lambda: _noted(home, "now or never", None), "noted")
        keeper.page.tap("[data-key=v]")
        keeper.until(lambda: home.session.veiled, "veiled")
        keeper.page.tap("[data-key=v]")
        keeper.until(lambda: not home.session.veiled, "not veiled")


def test_a_tap_on_the_terminal_chooses_and_opens_no_keyboard(home: House) -> None:
    with home.visit(PHONE, phone=True) as visit:
        guest = visit.by("participant")
        text = guest.shows("Choose your name", "Dirk")
        row = next(at for at, line in enumerate(text.splitlines()) if "Dirk" in line)
        high = guest.page.evaluate("document.querySelector('.xterm-screen').offsetHeight") / guest.size[1]
        guest.page.touchscreen.tap(60, row * high + high / 2)
        guest.hides("Choose your name")
        assert guest.page.get_attribute(".xterm-helper-textarea", "inputmode") == "none"


def _noted(home: House, text: str, by: str | None) -> bool:
    return any((one.text, one.by) == (text, by) for one in home.session.notes)
