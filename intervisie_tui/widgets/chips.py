"""Words that can be clicked or tapped, beside and below each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message

from intervisie_tui.widgets.columns import cut
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line

_GAP = 1


@dataclass(frozen=True, slots=True)
class Chip:
    """One of them; the one that holds now is marked by brackets, not by colour alone."""

    id: str
    words: str
    now: bool = False


class Chips(Words):
    """A row of words, or as many rows as they take; a tap beside a word is meant for the nearest in its row."""

    @dataclass
    class Chosen(Message):
        """One of them was clicked."""

        chips: "Chips"
        chip: str

    def __init__(self, *, id: str, buttons: bool = False) -> None:
        super().__init__(id=id, hides=True)
        self._ground = " on $panel" if buttons else ""
        self._chips: tuple[Chip, ...] = ()
        self._places: list[tuple[str, Region]] = []

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What can be chosen here now."""
        return self._chips

    def tell(self, chips: Sequence[Chip]) -> None:
        """These can be chosen."""
        self._chips = tuple(chips)
        self.display = bool(chips)
        self._lay()

    def on_resize(self) -> None:
        """More fit on a row, or fewer."""
        self._lay()

    def _lay(self) -> None:
        width = self.size.width or 80
        self._places.clear()
        parts: list[Content] = []
        x = y = 0
        for chip in self._chips:
            word = cut(chip.words, width - 2)
            long = cell_len(word) + 2
            if x and x + long > width:
                parts.append(Content("\n"))
                x, y = 0, y + 1
            self._places.append((chip.id, Region(x, y, long, 1)))
            style = ("bold $primary" if chip.now else "$text") + self._ground
            first, last = ("[", "]") if chip.now else (" ", " ")
            parts += [Content.styled(first, style), one_line(word, style), Content.styled(last, style)]
            parts.append(Content(" " * _GAP))
            x += long + _GAP
        self.show(Content.assemble(*parts))

    def on_click(self, event: events.Click) -> None:
        """Chooses what was clicked, or what is nearest to it in that row."""
        event.stop()
        row = [(chip, place) for chip, place in self._places if place.y == event.y]
        if row:
            chip, _place = min(row, key=lambda found: _beside(found[1], event.offset))
            self.post_message(self.Chosen(self, chip))


def _beside(place: Region, point: Offset) -> int:
    return max(place.x - point.x, point.x - place.right + 1, 0)
