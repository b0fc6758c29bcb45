"""The rows of the picker: what fits, what fits shortened, what does not and why, and what is for other wishes."""

from collections.abc import Iterator, Sequence
from functools import partial

from rich.cells import cell_len
from textual.content import Content

from intervisie_tui.domain.advice import Fits, Offer
from intervisie_tui.locale import N_, _, language
from intervisie_tui.screens.offer_words import fit_words
from intervisie_tui.screens.picker_list import Row
from intervisie_tui.widgets.columns import cut
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

LATER = ""
"""The key of choosing the method together, on the way; no method has it."""

_LEAST_NAME = 18
_HEADINGS = {
    Fits.AS_IS: N_("Fits as it is"),
    Fits.SHORTENED: N_("Fits when shortened"),
    Fits.NOT: N_("Does not fit"),
}


def rows_of(offers: Sequence[Offer], chosen: str | None, *, later: bool) -> list[Row]:
    """All rows under their headings; with `later` choosing on the way comes first."""
    rows = [Row(partial(_later, chosen == LATER), LATER)] if later else []
    wished = [offer for offer in offers if offer.wished]
    for fits, heading in _HEADINGS.items():
        rows += _section(_(heading), [offer for offer in wished if offer.fits is fits], chosen)
    rows += _section(_("For other wishes"), [offer for offer in offers if not offer.wished], chosen)
    return rows


def _section(heading: str, offers: Sequence[Offer], chosen: str | None) -> Iterator[Row]:
    if offers:
        yield Row(partial(_heading, f"{heading} ({len(offers)})"))
    for offer in offers:
        yield Row(partial(_offered, offer, offer.method.id == chosen), offer.method.id)


def _heading(words: str, width: int) -> Content:
    return one_line(cut(words, width), "bold $accent")


def _later(chosen: bool, width: int) -> Content:
    return _marked(chosen, cut(_("Choose together, on the way"), width - 2))


def _offered(offer: Offer, chosen: bool, width: int) -> Content:
    name = offer.method.name.of(language())
    room = max(width - 2 - min(cell_len(name), _LEAST_NAME) - 2, 8)
    right = cut(fit_words(offer), room)
    name = cut(name, max(1, width - 2 - cell_len(right) - 2))
    gap = " " * max(1, width - 2 - cell_len(name) - cell_len(right))
    tone = "$warning" if offer.fits is Fits.NOT else "$text-muted"
    return Content.assemble(_marked(chosen, name), gap, one_line(right, tone))


def _marked(chosen: bool, words: str) -> Content:
    mark = signs().checked if chosen else " "
    return one_line(f"{mark} {words}", "bold $primary" if chosen else "")
