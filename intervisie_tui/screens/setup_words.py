"""How the set-up says its plan, its methods and its warnings."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets.option_list import Option

from intervisie_tui import spoken
from intervisie_tui.domain.fit import FitKind
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.plan import Plan
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.locale import _, language, tell
from intervisie_tui.method import Method
from intervisie_tui.screens.setup_plan import Offer
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

LATER = "later"
"""The id of choosing the method on the way."""


def plan_words(made: Plan, width: int) -> Content:
    """The agenda, a line for each phase with its minutes at the right, `width` columns in all."""
    lines = []
    for phase in made.phases:
        minutes = spoken.minutes(phase.seconds)
        name = _cut(phase.name.of(language()), width - len(minutes) - 1)
        style = "$text-muted" if phase.framed else "bold" if phase.placeholder else ""
        lines.append(_line(name, minutes, width, style))
    return Content("\n").join(lines)


def end_words(made: Plan, now: Moment, width: int) -> Content:
    """The sum, and the end if the session began now."""
    first = _line(_("Together"), spoken.minutes(made.seconds), width, "bold")
    end = now.later(made.seconds)
    return first + Content("\n") + _line(_("Ends at"), spoken.hour(end), width, "bold $primary")


def _line(left: str, right: str, width: int, style: str) -> Content:
    gap = " " * max(1, width - len(left) - len(right))
    return one_line(f"{left}{gap}{right}", style)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(1, width - 1)] + signs().ellipsis


def fit_words(offer: Offer, *, short: bool = False) -> str:
    """Whether a method fits, in a few words, or in fewer."""
    planned = spoken.minutes(offer.planned)
    if short and offer.fit is FitKind.SCALED:
        return f"{spoken.number(offer.planned / 60)} {signs().arrow} {spoken.minutes(offer.fitted)}"
    if short and offer.fit is FitKind.TOO_LONG:
        return _("too long")
    if offer.fit is FitKind.SCALED:
        return _("{planned}, shortened to {fitted}", planned=planned, fitted=spoken.minutes(offer.fitted))
    if offer.fit is FitKind.TOO_LONG:
        return _("too long: needs {fitted}", fitted=spoken.minutes(offer.fitted))
    return planned


def method_words(offer: Offer | None, chosen: bool, *, short: bool = False) -> Content:
    """One method of the list; None stands for choosing later."""
    mark = signs().checked if chosen else signs().unchecked
    style = "bold $primary" if chosen else ""
    if offer is None:
        said = Content.assemble(one_line(_("Choose together, on the way"), style))
    else:
        tone = "$warning" if offer.fit is FitKind.TOO_LONG else "$text-muted"
        said = Content.assemble(
            one_line(offer.method.name.of(language()), style),
            "  ",
            one_line(fit_words(offer, short=short), tone),
        )
    return Content.assemble((f"{mark} ", style), said)


def method_options(rows: Iterable[Offer], chosen: Method | None, *, short: bool) -> list[Option]:
    """The list of methods, choosing later first."""
    later = Option(method_words(None, chosen is None), id=LATER)
    offered = [Option(method_words(row, row.method is chosen, short=short), id=row.method.id) for row in rows]
    return [later, *offered]


def told_words(told: Iterable[Refusal]) -> Content:
    """Each warning as a line with its sign; quiet news is muted."""
    lines = [
        Content.assemble(
            (f"{signs().bullet} ", "bold $accent"),
            one_line(tell(each.message, each.values), "$text-muted" if each.quiet else "$warning"),
        )
        for each in told
    ]
    return Content("\n").join(lines)
