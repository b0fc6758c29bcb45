"""What the note line says at the desk about how a question is worded, and the help that is one key away."""

from rich.cells import cell_len
from textual.content import Content

from intervisie_tui.case_line import about_others
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.locale import _, language
from intervisie_tui.process.at_hand import asks_for_case
from intervisie_tui.process.disguised_advice import FACILITATOR_ASKS, disguised_advice
from intervisie_tui.widgets import words
from intervisie_tui.widgets.pane import said
from intervisie_tui.widgets.plain import one_line

_STORY = "own-story"


def wording(text: str, plan: PlannedPhase, width: int) -> Content:
    """A quiet hint about a question that is being typed in a phase, in so many columns; empty where there is none."""
    if asks_for_case(plan):
        absent = about_others(text, language()) is not None
        return one_line(words.about_others(), "$text-muted") if absent else Content("")
    hint = disguised_advice(text, language())
    if hint is None:
        return Content("")
    better = Content.assemble(one_line(_("Better:") + " ", "$text-muted"), one_line(hint.better))
    if hint.id == _STORY:
        return better
    says = _("Facilitator: {sentence}", sentence=said(FACILITATOR_ASKS))
    between = "   " if cell_len(better.plain) + cell_len(says) + 3 <= width else "\n"
    return Content.assemble(better, between, one_line(says, "$text-muted"))
