"""The phase of now: its name, and which of how many it is."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _
from intervisie_tui.widgets.columns import cut
from intervisie_tui.widgets.pane import Pane, Words, said
from intervisie_tui.widgets.plain import one_line


class PhaseLine(Pane):
    """One line above the clock."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Words(classes="body")

    def on_resize(self) -> None:
        """More of the name fits, or less."""
        self.paint_if_ready()

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
            # A long name is cut, never how far the session is.
            room = self.size.width - cell_len(which) - 2
            words = Content.assemble(
                one_line(cut(said(run.plan.name), room) if room > 0 else said(run.plan.name), "bold"),
                "  ",
                (which, "$text-muted"),
            )
        self.query_one(Words).show(words)
