"""What the facilitator reads aloud at the start of a phase: its purpose, its rule, what the owner does, its prompts."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.domain.speaking import floor_line
from intervisie_tui.locale import _
from intervisie_tui.widgets.floor import owner_line
from intervisie_tui.widgets.folding import airy, folded
from intervisie_tui.widgets.pane import Pane, Words, heading, muted, said
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.scrolled import Scrolled


class ReadAloud(Pane):
    """The words of the phase of now."""

    def compose(self) -> ComposeResult:
        """A heading and the words."""
        yield Words(classes="heading")
        yield Scrolled()

    def on_resize(self) -> None:
        """More fits, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the words."""
        self.query_one(".heading", Words).show(heading(_("To read aloud")))
        body, parts, run = self.query_one(Scrolled), aloud(self.session), self.session.current
        body.tell(lambda width: airy([folded(part, width) for part in parts], body.rows), run and run.id)


def aloud(session: Session) -> list[Content]:
    """The words, in the order in which they are read."""
    run = session.current
    if run is None or session.clock is Clock.FINISHED:
        return [muted(_("There is nothing to read aloud now."))]
    plan = run.plan
    question = "" if plan.framed or plan.together is not None else session.case.question
    parts = [
        plain(said(plan.purpose), "bold"),
        plain(said(plan.rule), "$accent"),
        owner_line(session, floor_line(session)),
        *(plain(said(prompt)) for prompt in plan.prompts),
        Content.assemble((_("Question: "), "$text-muted"), one_line(question)) if question else Content(""),
    ]
    return [part for part in parts if part.plain]
