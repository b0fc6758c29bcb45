"""The phase of now: its name, and which of how many it is."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _
from intervisie_tui.widgets.pane import Pane, Words, said
from intervisie_tui.widgets.plain import one_line


class PhaseLine(Pane):
    """One line above the clock."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Words(classes="body")

    def paint(self) -> None:
        """Show the phase."""
        session = self.session
        run = session.current
        if run is None:
            words = Content.styled(_("No phase yet"), "bold")
        else:
            which = _("phase {n} of {total}", n=session.position + 1, total=len(session.agenda))
            if session.clock is Clock.FINISHED:
                which = _("finished")
            words = Content.assemble(one_line(said(run.plan.name), "bold"), "  ", (which, "$text-muted"))
        self.query_one(Words).show(words)
