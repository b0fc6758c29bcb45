"""What the room works at in this phase: the method's prompts, or else what the phase is for."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from intervisie_tui.widgets.pane import Pane, Words, muted, said
from intervisie_tui.widgets.plain import plain


class Prompts(Pane):
    """The prompts of the phase, in plain sight."""

    def compose(self) -> ComposeResult:
        """The case's question and the prompts."""
        with VerticalScroll(can_focus=False):
            yield Words(classes="question", hides=True)
            yield Words(classes="body")

    def paint(self) -> None:
        """Show the prompts."""
        session, run = self.session, self.session.current
        question = session.case.question if run and not run.plan.framed else ""
        self.query_one(".question", Words).show(plain(question, "italic") if question else plain(""))
        prompts = "\n".join(said(prompt) for prompt in run.plan.prompts) if run else ""
        purpose = said(run.plan.purpose) if run else ""
        self.query_one(".body", Words).show(plain(prompts) if prompts else muted(purpose))
