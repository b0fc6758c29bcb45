"""A list of what was written down: arrows move in it, and its keys work on the entry at the cursor."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.messages import EditEntry
from intervisie_tui.widgets.entry_keys import IN_LISTS, EntryKeys, neighbour
from intervisie_tui.widgets.folding import folded, rows_of
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.still import Rolling


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list; without an id it is a heading between rows, which the cursor skips."""

    id: str
    words: Content
    tail: Content = field(default_factory=Content)
    """Words on a row of their own below, that are never left out."""

    @property
    def plain(self) -> str:
        """All its words, as plain text."""
        return f"{self.words.plain}\n{self.tail.plain}" if self.tail.plain else self.words.plain

    def is_same(self, other: "Line") -> bool:
        """Whether it looks the same; equal contents may differ in their style."""
        return self.words.is_same(other.words) and self.tail.is_same(other.tail)


class Row(Words):
    """One row, which can be clicked."""

    @dataclass
    class Clicked(Message):
        """The row was clicked, so many times in a row."""

        row: "Row"
        chain: int

    def __init__(self) -> None:
        super().__init__()
        self.entry = ""
        self._line = Line("", Content(""))
        self._most = 0
        self._folds: dict[int, Content] = {}

    @property
    def words(self) -> str:
        """All its words, also those for which there is no room."""
        return self._line.plain

    def tell(self, line: Line, most: int) -> None:
        """Shows a line on at most so many rows; 0: on as many as it takes."""
        if (most, line.id) == (self._most, self.entry) and line.is_same(self._line):
            return
        width = self.content_size.width
        before = rows_of(self.folded(width)) if width else 0
        self.entry, self._line, self._most = line.id, line, most
        self._folds.clear()
        self.refresh(layout=not width or rows_of(self.folded(width)) != before)

    def folded(self, width: int) -> Content:
        """What is shown in so many columns."""
        if width not in self._folds:
            tail = folded(self._line.tail, width)
            most = max(self._most - rows_of(tail), 1) if self._most else 0
            words = folded(self._line.words, width, most)
            self._folds = {width: Content.assemble(words, "\n", tail) if tail.plain else words}
        return self._folds[width]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many rows as it is folded into."""
        return rows_of(self.folded(width))

    def render(self) -> Content:
        """The words, folded."""
        return self.folded(self.content_size.width)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor here; a second one edits."""
        self.post_message(self.Clicked(self, event.chain))


class EntryList(EntryKeys, Rolling, inherit_bindings=False):
    """Rows of entries, the newest in sight while nobody goes through them."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("home", "step(-100000)", show=False),
        Binding("end", "step(100000)", show=False),
        *IN_LISTS,
    ]

    def __init__(self, newest: int = 8, rows: int = 0) -> None:
        """On so many rows the newest entry is whole; so many rows are made at once."""
        super().__init__(classes="entries")
        self._rows_of_newest = newest
        self._each = 0
        self._newest = ""
        self._lines: tuple[Line, ...] = ()
        self._rows = [Row() for _row in range(rows)]
        self._chosen = ""

    def compose(self) -> ComposeResult:
        """The rows that are known already."""
        yield from self._rows

    @property
    def chosen(self) -> str:
        """The id of the entry at the cursor, or nothing."""
        return self._chosen

    @property
    def rows(self) -> tuple[str, ...]:
        """What stands in the rows, as plain text."""
        return tuple(line.plain for line in self._lines)

    def show(self, lines: Sequence[Line], each: int = 3, newest: str = "") -> None:
        """Shows these lines, on at most `each` rows but for the newest one; by itself that is the last.

        Rows that stay are kept, so that little is painted.
        """
        before, self._lines = self._ids(), tuple(lines)
        self._each, self._newest = each, newest or next((line.id for line in reversed(lines) if line.id), "")
        if len(lines) < len(self._rows):
            gone, self._rows = self._rows[len(lines) :], self._rows[: len(lines)]
            for row in gone:
                row.remove()
        elif len(lines) > len(self._rows):
            fresh = [Row() for _line in lines[len(self._rows) :]]
            self._rows += fresh
            self.mount(*fresh)
        self._chosen = neighbour(self._chosen, before, self._ids())
        # After new rows have come in, which has all laid out: so once, and not before it too.
        self.call_next(self._tell_rows)

    def on_resize(self) -> None:
        """Another size: rows are cut elsewhere, and the newest stays in sight."""
        self._tell_rows()
        self.call_after_refresh(self._to_newest)

    def extent_changed(self) -> None:
        """More rows, or higher ones: the newest stays in sight."""
        self.call_after_refresh(self._to_newest)

    def _tell_rows(self) -> None:
        for row, line in zip(self._rows, self._lines, strict=True):
            row.tell(line, self._most(line))
        self._mark_chosen()

    def _most(self, line: Line) -> int:
        here = bool(line.id) and line.id == self._chosen and self.has_focus
        if here or self.screen.has_class("-enlarged"):
            return 0
        return max(self._rows_of_newest, self._each) if line.id == self._newest else self._each

    def _to_newest(self) -> None:
        """Scrolls there, to the top of an entry: half of one at the top says little."""
        newest = next((at for at, row in enumerate(self._rows) if row.entry == self._newest), None)
        if self.has_focus or newest is None or not self.size.height:
            return
        height, tops = self.scrollable_content_region.height, [0]
        for row in self._rows:
            tops.append(tops[-1] + row.size.height)
        first = next((top for top in tops[: newest + 1] if tops[newest + 1] - top <= height), tops[newest])
        below = max(first + height - tops[-1], 0) if first else 0
        if self._rows[-1].styles.margin.bottom != below:
            self._set_below(below)
        self.scroll_to(y=first, animate=False, immediate=True)

    def _set_below(self, rows: int) -> None:
        for row in self._rows:
            row.styles.margin = (0, 1, rows if row is self._rows[-1] else 0, 0)

    def _ids(self) -> list[str]:
        return [line.id for line in self._lines if line.id]

    def _mark_chosen(self) -> None:
        for row in self._rows:
            here = bool(row.entry) and row.entry == self._chosen and self.has_focus
            row.set_class(here, "-chosen")

    def on_focus(self) -> None:
        """The cursor comes in at the newest."""
        ids = self._ids()
        if ids and self._chosen not in ids:
            self._chosen = ids[-1]
        self._tell_rows()

    def on_blur(self) -> None:
        """The cursor is not shown."""
        self._tell_rows()

    def action_step(self, by: int) -> None:
        """The cursor so many rows down."""
        ids = self._ids()
        if not ids:
            return
        at = ids.index(self._chosen) if self._chosen in ids else len(ids) - 1
        self._chosen = ids[min(max(at + by, 0), len(ids) - 1)]
        self._tell_rows()
        for row in self._rows:
            if row.entry == self._chosen:
                self.scroll_to_widget(row, animate=False)

    def on_row_clicked(self, event: Row.Clicked) -> None:
        """The cursor comes to the row that was clicked; a double click edits."""
        event.stop()
        if event.row.entry:
            self.focus()
            self._chosen = event.row.entry
            self._tell_rows()
            if event.chain > 1:
                self.post_message(EditEntry(self._chosen))


def list_in(pane: Widget) -> EntryList:
    """The list of a pane."""
    return pane.query_one(EntryList)
