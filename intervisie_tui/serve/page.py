"""The page in which a seat is seen."""

from collections.abc import Iterable, Mapping
from functools import partial

from intervisie_tui import locale
from intervisie_tui.serve.assignment import USUAL_SIZE, held_within
from intervisie_tui.serve.hub import Look
from intervisie_tui.serve.page_words import SEATS, spoken
from intervisie_tui.serve.tickets import Ticket

THEMES = ("dark", "light")
STATIC, TEXTUAL = "/static/", "/static/textual/"


def look_of(query: Mapping[str, str], language: str) -> Look:
    """How a request wants to see it: what it does not say, or says wrongly, is as usual."""
    wished = locale.known_language(query.get("lang", "")) or language
    theme = query.get("theme", "")
    size = held_within(
        _number(query.get("width"), USUAL_SIZE[0]), _number(query.get("height"), USUAL_SIZE[1])
    )
    return Look(wished, theme if theme in THEMES else THEMES[0], size)


def _number(typed: str | None, otherwise: int) -> int:
    return int(typed) if typed and len(typed) < 9 and typed.isascii() and typed.isdecimal() else otherwise


def context(
    ticket: Ticket, held: Iterable[Ticket], look: Look, *, own_certificate: bool = False
) -> dict[str, object]:
    """What the template is filled with.

    `held` are all tickets of that browser; `own_certificate` says that the machine made its certificate itself.
    """
    say = partial(_say, look.language)
    seats = [(str(one.seat), say(SEATS[one.seat])) for one in held]
    return {
        "_": say,
        "language": look.language,
        "theme": look.theme,
        "seat": str(ticket.seat),
        "seats": seats if len(seats) > 1 else [],
        "title": f"Intervisie: {say(SEATS[ticket.seat])}",
        "words": spoken(say, own_certificate=own_certificate),
        "static": STATIC,
        "textual": TEXTUAL,
    }


def _say(language: str, sentence: str) -> str:
    return locale.tell(sentence, {}, language)
