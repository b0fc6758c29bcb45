"""What the page is filled with, and that it has the colours and the words of the rest."""

import json
import re
from functools import partial
from pathlib import Path

import jinja2
import pytest

from intervisie_tui import locale
from intervisie_tui.domain.session import Seat
from intervisie_tui.serve import page
from intervisie_tui.serve.incoming import Garbage, Tapped, understood
from intervisie_tui.serve.page_words import SCRIPT, spoken
from intervisie_tui.serve.tickets import Ticket
from intervisie_tui.widgets.theme import INTERVISIE_DARK, INTERVISIE_LIGHT

SERVE = Path(page.__file__).parent
FILES = (*SERVE.glob("templates/*.html"), *SERVE.glob("static/*.*"))


def _filled(seat: Seat, held: tuple[Seat, ...] = (), **query: str) -> str:
    tickets = [Ticket(one, "guest-1", 0, 1) for one in held or (seat,)]
    values = page.context(Ticket(seat, "guest-1", 0, 1), tickets, page.look_of(query, "en"))
    loader = jinja2.FileSystemLoader(SERVE / "templates")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.get_template("page.html").render(values)


@pytest.mark.parametrize(("theme", "which"), [(INTERVISIE_DARK, 0), (INTERVISIE_LIGHT, 1)])
def test_the_page_has_the_colours_of_the_themes(theme: object, which: int) -> None:
    known = set(re.findall(r"#[0-9a-f]{6}", repr(theme)))
    blocks = re.findall(r":root[^{]*\{([^}]*--room[^}]*)\}", (SERVE / "static/page.css").read_text())
    assert set(re.findall(r"#[0-9a-f]{6}", blocks[which])) <= known


def test_nothing_of_the_page_names_another_host_or_runs_a_script_within_it() -> None:
    assert {"page.html", "page.js", "page.css"} <= {file.name for file in FILES}
    for file in FILES:
        text = file.read_text().replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"(?m)(^|\s)//.*$", "", text), file.name
        assert not re.search(r"\son\w+=|<script(?![^>]*src=)|javascript:", text), file.name


def test_the_script_asks_for_no_word_that_the_page_has_not() -> None:
    scripts = "".join(file.read_text() for file in SERVE.glob("static/*.js"))
    assert set(re.findall(r"\bwords\.(\w+)", scripts)) <= set(SCRIPT)


def test_every_word_of_the_page_is_in_the_language_that_was_asked_for() -> None:
    text = _filled(Seat.TIMEKEEPER, lang="nl")
    assert '<html lang="nl"' in text
    assert all(word in text for word in ("Volgende fase", "Verbinding kwijt", "Versturen"))
    assert not any(word in text for word in ("Next phase", "Connection lost", "Send<"))


@pytest.mark.parametrize(("language", "refused"), [("en", "refuse"), ("nl", "weiger")])
def test_what_helps_where_sockets_are_refused_depends_on_whose_certificate_it_is(
    language: str, refused: str
) -> None:
    say = partial(locale.tell, values={}, language=language)
    own, of_others = (spoken(say, own_certificate=own)["blocked"] for own in (True, False))
    assert all(refused in words and "WebSocket" in words for words in (own, of_others))
    assert ("iPhone" in own, "iPhone" in of_others) == (True, False)
    assert ("proxy" in own, "proxy" in of_others) == (False, True)


def test_only_a_browser_with_several_seats_has_a_list_of_them() -> None:
    assert "<nav" not in _filled(Seat.STAGE)
    several = _filled(Seat.PARTICIPANT, (Seat.STAGE, Seat.PARTICIPANT), theme="light")
    assert 'href="?seat=stage&amp;lang=en&amp;theme=light"' in several
    assert several.count('aria-current="page"') == 1


def test_a_question_that_means_nothing_is_as_usual() -> None:
    text = _filled(Seat.STAGE, lang="x", theme='"><script>')
    assert '<html lang="en" data-theme="dark" data-seat="stage"' in text


@pytest.mark.parametrize("seat", [Seat.PARTICIPANT, Seat.TIMEKEEPER])
def test_every_large_key_of_a_phone_is_known_to_the_server(seat: Seat) -> None:
    keys = set(re.findall(r'data-(?:key|then)="(\w+)"', _filled(seat)))
    assert {"c", "h", "Escape", "Enter"} <= keys
    for key in keys - {"Enter"}:
        assert understood(json.dumps(["button", key])) == Tapped(key)


@pytest.mark.parametrize("sent", ["Enter", "ctrl+q", "", "N", "cc", 1, None, ["c"]])
def test_what_is_no_large_key_is_garbage(sent: object) -> None:
    with pytest.raises(Garbage):
        understood(json.dumps(["button", sent]))
