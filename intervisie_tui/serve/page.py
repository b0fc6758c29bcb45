"""The page in which a seat is seen."""

from collections.abc import Mapping

from aiohttp import web

from intervisie_tui import locale
from intervisie_tui.serve.address import Address
from intervisie_tui.serve.assignment import USUAL_SIZE, held_within
from intervisie_tui.serve.hub import Look
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


def context(request: web.Request, address: Address, ticket: Ticket, look: Look) -> dict[str, object]:
    """What the template is filled with."""
    return {
        "language": look.language,
        "theme": look.theme,
        "seat": str(ticket.seat),
        "socket": f"{address.url.replace('http', 'ws', 1)}/ws",
        "query": request.query_string,
        "static": STATIC,
        "textual": TEXTUAL,
    }
