"""How an offer of a method is said in a few words: its minutes, or why it does not fit."""

from collections.abc import Iterable

from intervisie_tui import spoken
from intervisie_tui.domain.advice import Offer
from intervisie_tui.locale import _, tell
from intervisie_tui.widgets.signs import signs


def fit_words(offer: Offer) -> str:
    """Its minutes, shortened where it is, or in a few words why it does not fit."""
    if offer.misfits:
        return ", ".join(misfit_words(offer))
    said = length_words(offer)
    return _("first choice, {minutes}", minutes=said) if offer.first_choice else said


def misfit_words(offer: Offer) -> Iterable[str]:
    """Each reason why it does not fit, in a few words."""
    return (tell(misfit.short.message, misfit.short.values) for misfit in offer.misfits)


def length_words(offer: Offer) -> str:
    """Its minutes, and what they become."""
    made = offer.candidate.made
    shown = spoken.minutes(made.fit.total)
    if spoken.minutes(made.planned) == shown:
        return shown
    return f"{spoken.number(made.planned / 60)} {signs().arrow} {shown}"
