"""The ground rules, in sight all the time."""

from textual.app import ComposeResult

from intervisie_tui.locale import _
from intervisie_tui.widgets.folding import airy, folded
from intervisie_tui.widgets.pane import Pane, Scroll, Words, heading, muted, said
from intervisie_tui.widgets.plain import plain


class GroundRules(Pane):
    """What the group agreed on."""

    def compose(self) -> ComposeResult:
        """A heading and the rules."""
        yield Words(classes="heading")
        with Scroll():
            yield Words(classes="body")

    def on_resize(self) -> None:
        """More fits in a line, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the rules."""
        self.query_one(".heading", Words).show(heading(_("Ground rules")))
        box = self.query_one(Scroll)
        if not box.text_width:
            return
        rules = [folded(plain(said(rule)), box.text_width) for rule in self.session.ground_rules]
        empty = muted(_("What the group agrees on with each other comes here."))
        self.query_one(".body", Words).show(airy(rules, box.size.height) if rules else empty)
