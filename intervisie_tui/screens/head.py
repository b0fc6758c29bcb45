"""The quiet line at the top of a screen: what it is, and something at the right."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from intervisie_tui.widgets.plain import one_line

BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-broad")]
"""From how many columns a screen is laid out so."""


class Head(Horizontal):
    """A title, and what goes aside it; both plain text."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__(classes="head")
        self._words = (title, aside)

    def compose(self) -> ComposeResult:
        """The two texts, left and right."""
        title, aside = self._words
        yield Static(one_line(title), classes="title")
        yield Static(one_line(aside), classes="aside")

    def say(self, aside: str) -> None:
        """Another text at the right."""
        self.query_one(".aside", Static).update(one_line(aside))


class Heading(Static):
    """The heading of a pane."""

    def __init__(self, words: str, *, first: bool = False) -> None:
        super().__init__(one_line(words), classes="heading -first" if first else "heading")
