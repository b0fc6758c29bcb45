"""What the picker tells of the method at the cursor: what it is for, why it does not fit, and its time plan."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.advice import Offer
from intervisie_tui.domain.group import Used
from intervisie_tui.domain.plan_warnings import people_warning
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.locale import N_, _, language, n_, tell
from intervisie_tui.method import Level, Origin
from intervisie_tui.screens.offer_words import length_words
from intervisie_tui.screens.picker_bar import Played, bar, played
from intervisie_tui.widgets.columns import two_sides
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.signs import signs

_LEVELS = {Level.STARTER: N_("starter"), Level.PRACTISED: N_("practised"), Level.ADVANCED: N_("advanced")}
_ORIGINS = {
    Origin.SOURCED: N_("from a source"),
    Origin.ADAPTED: N_("adapted"),
    Origin.CHOSEN: N_("chosen"),
    Origin.KNOWN: N_("from practice"),
}


NOBODY: Final = Used(0)
"""There is no group that may have used a method."""


def level_words(level: Level) -> str:
    """How much practice a group has, or needs."""
    return _(_LEVELS[level])


def page_of(
    offer: Offer, seconds: float | None, used: Used | None, width: int, *, airy: bool = True
) -> Content:
    """All of it in so many columns; `seconds` is what there is for a method, `used` NOBODY where there is no group.

    With `airy` the bar has a line to itself.
    """
    tongue = language()
    method = offer.method
    parts = played(offer.candidate.made)
    lines = [
        two_sides(method.name.of(tongue), length_words(offer), width, "bold $primary", "$text-muted"),
        plain(method.summary.of(tongue)),
        *bar(parts, width),
        *((Content(),) if airy else ()),
    ]
    if offer.first_choice:
        lines.append(_told(_("The first choice for this wish"), "bold"))
    lines += [_told(tell(misfit.told.message, misfit.told.values)) for misfit in offer.misfits]
    if not offer.misfits:
        lines += [_told(tell(news.message, news.values), "$text-muted") for news in _news(offer)]
    if seconds is not None and offer.candidate.made.slot > seconds + 1:
        slot = spoken.minutes(offer.candidate.made.slot)
        lines.append(
            _told(
                _("It has a part of the frame itself, so there are {minutes} for it", minutes=slot),
                "$text-muted",
            )
        )
    if method.caution is not None:
        lines.append(_labelled(_("Take care"), method.caution.of(tongue), "bold $warning"))
    lines.append(_labelled(_("When"), method.suits.of(tongue)))
    lines.append(_labelled(_("When not"), method.avoid.of(tongue)))
    lines.append(_labelled(_("People"), _people(offer)))
    if used is not NOBODY:
        lines.append(_labelled(_("Used before by this group"), used_words(used)))
    lines += [Content(), *_phases(parts, width), Content(), *_rest(offer, parts)]
    return Content("\n").join(lines)


def _news(offer: Offer) -> list[Refusal]:
    """What is good to know of a method that fits: small groups that do not come out, minutes that are fewer."""
    made, size = offer.candidate.made, offer.method.size
    found = (people_warning(size, made.parting, offer.candidate.people), made.warning)
    return [told for told in found if told is not None]


def used_words(used: Used | None) -> str:
    """How often, and when for the last time."""
    if used is None:
        return _("not yet")
    if used.last is None:
        return n_("{n} time", "{n} times", used.times)
    day = spoken.day(date.fromisoformat(used.last), year=True)
    return n_("{n} time, on {day}", "{n} times, last on {day}", used.times, day=day)


def _people(offer: Offer) -> str:
    size = offer.method.size
    people = _("{least} to {most}, best with {ideal}", least=size.least, most=size.most, ideal=size.ideal)
    if size.except_:
        people += ", " + _("not with {people}", people=spoken.names([str(number) for number in size.except_]))
    return f"{people}  {signs().dot}  {_('Level')}: {level_words(offer.method.level)}"


def _phases(parts: list[Played], width: int) -> Iterator[Content]:
    origin = max(cell_len(_(words)) for words in _ORIGINS.values())
    for part in parts:
        if part.again:
            continue
        minutes = spoken.minutes(part.seconds)
        if spoken.minutes(part.planned) != minutes:
            minutes = f"{spoken.number(part.planned / 60)} {signs().arrow} {minutes}"
        if part.times > 1:
            minutes = f"{part.times} x {minutes}"
        words = _(_ORIGINS[part.phase.origin])
        right = f"{minutes}  {words}{' ' * (origin - cell_len(words))}"
        yield two_sides(part.phase.name.of(language()), right, width, "", "$text-muted")


def _rest(offer: Offer, parts: list[Played]) -> Iterator[Content]:
    """Where the minutes are from, in one line; then what the module says of itself."""
    counted = Counter(part.phase.origin for part in parts if not part.again)
    said = ", ".join(f"{counted[origin]} {_(words)}" for origin, words in _ORIGINS.items() if counted[origin])
    yield _labelled(_("Minutes"), said)
    for label, text in ((_("Remark"), offer.method.note), (_("Credit"), offer.method.credit)):
        if text is not None:
            yield _labelled(label, text.of(language()))


def _labelled(label: str, words: str, style: str = "bold") -> Content:
    return Content.assemble(one_line(f"{label}  ", style), plain(words))


def _told(words: str, style: str = "$warning") -> Content:
    return Content.assemble((f"{signs().bullet} ", "bold $accent"), one_line(words, style))
