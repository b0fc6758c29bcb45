"""The ground rules, in sight all the time."""

from textual.app import ComposeResult

from intervisie_tui.locale import _
from intervisie_tui.widgets.pane import Pane, Scroll, Words, heading, muted, said
from intervisie_tui.widgets.plain import plain


class GroundRules(Pane):
    """What the group agreed on."""

    def compose(self) -> ComposeResult:
        """A heading and the rules."""
        yield Words(classes="heading")
        with Scroll():
            yield Words(classes="body")

    def paint(self) -> None:
        """Show the rules."""
        self.query_one(".heading", Words).show(heading(_("Ground rules")))
        rules = "\n".join(said(rule) for rule in self.session.ground_rules)
        empty = muted(_("What the group agrees on with each other comes here."))
        self.query_one(".body", Words).show(plain(rules) if rules else empty)
