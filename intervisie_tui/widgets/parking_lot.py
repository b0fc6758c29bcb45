"""The parking lot: what is for later."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Parked
from intervisie_tui.locale import _
from intervisie_tui.widgets.entry_list import EntryList, Line
from intervisie_tui.widgets.pane import Pane, Words, heading, muted
from intervisie_tui.widgets.plain import plain
from intervisie_tui.widgets.signs import signs

_CROWD = 4
"""From so many on, each is one row."""


class ParkingLot(Pane):
    """What was parked; what was taken is muted."""

    def compose(self) -> ComposeResult:
        """A heading, a line where there is nothing, the list."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        yield EntryList(newest=3, rows=len(self.session.parking))

    def paint(self) -> None:
        """Show what is parked."""
        parking = self.session.parking
        self.query_one(".heading", Words).show(heading(_("Parking lot"), len(parking) or None))
        lines = [Line(item.id, parked_words(item)) for item in parking]
        self.query_one(EntryList).show(lines, 3 if len(lines) < _CROWD else 1)
        self.query_one(EntryList).display = bool(parking)
        self.query_one(".empty", Words).show(
            Content("") if parking else muted(_("What can wait comes here: press p."))
        )


def parked_words(item: Parked) -> Content:
    """What is parked as a row; muted once it was taken."""
    if not item.taken:
        return plain(item.text)
    return Content.assemble((f"{signs().done} ", "$text-muted"), plain(item.text, "$text-muted"))
