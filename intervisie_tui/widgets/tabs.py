"""The names of the panes that are not in sight in a small window."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual import events
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


DESK_TAB = "desk"


def tab_names(desk: bool) -> tuple[tuple[str, str], ...]:
    """The tabs from left to right, each a pane and its name; at the desk one more."""
    return ((DESK_TAB, N_("Desk")), *TABS) if desk else TABS


class Tabs(Words):
    """The strip of names; [ and ] go along it, and each can be clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[str, range]] = []

    def tell(self, chosen: str, counts: Mapping[str, int], *, desk: bool = False) -> None:
        """The chosen one is marked by brackets, not by colour alone; the numbers tell how many stand there."""
        self._places.clear()
        parts: list[tuple[str, str]] = []
        at = 0
        for pane, name in tab_names(desk):
            count = counts.get(pane)
            word = _(name) + (f" {count}" if count else "")
            here = pane == chosen
            parts.append((f"[{word}]" if here else f" {word} ", "bold $primary" if here else "$text-muted"))
            width = cell_len(word) + 2
            self._places.append((pane, range(at, at + width)))
            at += width
        self.show(Content.assemble(*parts))

    def on_click(self, event: events.Click) -> None:
        """Shows the pane whose name was clicked."""
        event.stop()
        for pane, place in self._places:
            if event.x in place:
                self.post_message(TabChosen(pane))
