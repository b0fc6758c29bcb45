"""The ground rules, in sight all the time."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Session
from intervisie_tui.locale import _
from intervisie_tui.widgets.folding import airy, folded, rows_of
from intervisie_tui.widgets.pane import Pane, Words, heading, muted, said
from intervisie_tui.widgets.plain import plain
from intervisie_tui.widgets.scrolled import Scrolled
from intervisie_tui.widgets.signs import signs


class GroundRules(Pane):
    """What the group agreed on."""

    def compose(self) -> ComposeResult:
        """A heading and the rules."""
        yield Words(classes="heading")
        yield Scrolled()

    def watch_session(self, before: Session, after: Session) -> None:
        """Others were agreed on; they hang there all the time, and all else may change every minute."""
        if before.ground_rules != after.ground_rules:
            self.paint_if_ready()

    def on_resize(self) -> None:
        """More fits in a line, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the rules."""
        self.query_one(".heading", Words).show(heading(_("Ground rules")))
        body = self.query_one(Scrolled)
        body.tell(lambda width: airy(self.fitting(self._folded(width), body.rows), body.rows))

    def fitting(self, rules: list[Content], height: int) -> list[Content]:
        """Those that are shown in so many rows: all, for one can scroll."""
        del height
        return rules

    def _folded(self, width: int) -> list[Content]:
        empty = muted(_("What the group agrees on with each other comes here."))
        rules = [plain(said(rule)) for rule in self.session.ground_rules] or [empty]
        return [folded(rule, width) for rule in rules]


class WholeRules(GroundRules):
    """Where nobody scrolls: as many whole rules as fit, and a sign where there are more."""

    def fitting(self, rules: list[Content], height: int) -> list[Content]:
        """The first ones that fit whole."""
        shown: list[Content] = []
        for at, rule in enumerate(rules):
            more = at + 1 < len(rules)
            if sum(map(rows_of, (*shown, rule))) + more > height and sum(map(rows_of, rules)) > height:
                return [*shown, muted(signs().ellipsis)]
            shown.append(rule)
        return shown
