"""What the room works at in this phase: the method's prompts, or else what the phase is for."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock
from intervisie_tui.domain.speaking import floor_line
from intervisie_tui.locale import _
from intervisie_tui.widgets.floor import owner_line
from intervisie_tui.widgets.pane import Pane, Scroll, Words, said
from intervisie_tui.widgets.plain import plain


class Prompts(Pane):
    """The prompts of the phase, in plain sight."""

    def compose(self) -> ComposeResult:
        """The prompts, what the case owner does, the question of the case."""
        with Scroll():
            yield Words(classes="body", hides=True)
            yield Words(classes="owner", hides=True)
            yield Words(classes="question", hides=True)

    def paint(self) -> None:
        """Show the prompts."""
        session, run = self.session, self.session.current
        if session.interval is not None or session.clock is Clock.FINISHED:
            run = None
        question = session.case.question if run and not run.plan.framed else ""
        self.query_one(".question", Words).show(_question(question))
        prompts = "\n".join(said(prompt) for prompt in run.plan.prompts) if run else ""
        purpose = said(run.plan.purpose) if run else ""
        self.query_one(".body", Words).show(plain(prompts or purpose))
        self.query_one(".owner", Words).show(owner_line(session, floor_line(session) if run else None))


def _question(question: str) -> Content:
    return Content.assemble((_("Question: "), "$text-muted"), plain(question)) if question else Content("")
