"""The names of the panes that are not in sight in a small window."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.locale import N_, _
from intervisie_tui.messages import TabChosen
from intervisie_tui.widgets.pane import Words

TABS = (
    ("agenda", N_("Agenda")),
    ("ground-rules", N_("Rules")),
    ("notes", N_("Notes")),
    ("speaking-order", N_("Turns")),
    ("parking-lot", N_("Parked")),
    ("actions", N_("Actions")),
)


class Tab(Words):
    """One name, which can be clicked."""

    pane = ""

    def on_click(self, event: events.Click) -> None:
        """Shows that pane."""
        event.stop()
        self.post_message(TabChosen(self.pane))


class Tabs(Horizontal):
    """The strip of names; [ and ] go along it."""

    def compose(self) -> ComposeResult:
        """The brackets stand for the keys."""
        for pane, _words in TABS:
            tab = Tab(classes="tab")
            tab.pane = pane
            yield tab

    def show(self, chosen: str, counts: Mapping[str, int]) -> None:
        """The chosen one is marked by brackets, not by colour alone; the numbers tell how many stand there."""
        names = dict(TABS)
        for tab in self.children:
            if not isinstance(tab, Tab):
                continue
            count = counts.get(tab.pane)
            word = _(names[tab.pane]) + (f" {count}" if count else "")
            here = tab.pane == chosen
            tab.show(
                Content.styled(
                    f"[{word}]" if here else f" {word} ", "bold $primary" if here else "$text-muted"
                )
            )
