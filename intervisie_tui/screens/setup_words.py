"""How the set-up says its plan and its warnings."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.plan import Plan
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.locale import _, language, n_, tell
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs


def count_words(people: int, doubtful: Sequence[str]) -> Content:
    """How many names were understood, and which of them are to be checked."""
    words = n_("{n} person", "{n} people", people) if people else ""
    told = _("check: {names}", names=", ".join(doubtful)) if doubtful else ""
    return one_line("  ".join(part for part in (words, told) if part), "$warning" if told else "")


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
