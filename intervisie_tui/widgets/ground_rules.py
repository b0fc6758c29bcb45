"""The ground rules, in sight all the time."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.widgets.folding import airy, folded, rows_of
from intervisie_tui.widgets.pane import Pane, Scroll, Words, heading, muted, said
from intervisie_tui.widgets.plain import plain
from intervisie_tui.widgets.signs import signs

BLANK = 1
"""The last column before a scroll bar, also where there is none."""
BESIDE_BAR = 2
"""Columns of a scroll bar and of the blank before it."""


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
        width, height = box.content_size
        if not width:
            return
        rules = self._folded(width - BLANK)
        if sum(map(rows_of, rules)) > height:
            rules = self._folded(width - BESIDE_BAR)
        empty = muted(_("What the group agrees on with each other comes here."))
        self.query_one(".body", Words).show(airy(self.fitting(rules, height), height) if rules else empty)

    def fitting(self, rules: list[Content], height: int) -> list[Content]:
        """Those that are shown in so many rows: all, for one can scroll."""
        del height
        return rules

    def _folded(self, width: int) -> list[Content]:
        return [folded(plain(said(rule)), width) for rule in self.session.ground_rules]


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
