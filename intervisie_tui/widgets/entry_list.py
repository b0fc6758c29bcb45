"""A list of what was written down: arrows move in it, e edits, Delete deletes, x marks, Esc lets go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.actions import ACTIONS
from intervisie_tui.messages import DeleteEntry, EditEntry, MarkEntry
from intervisie_tui.widgets.pane import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list; without an id it is a heading between rows, which the cursor skips."""

    id: str
    words: Content


class Row(Words):
    """One row, which can be clicked."""

    @dataclass
    class Clicked(Message):
        """The row was clicked, so many times in a row."""

        row: "Row"
        chain: int

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.entry = line.id
        self.show(line.words)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor here; a second one edits."""
        self.post_message(self.Clicked(self, event.chain))


class EntryList(VerticalScroll, inherit_bindings=False):
    """Rows of entries, the newest in sight while nobody goes through them."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("home", "step(-100000)", show=False),
        Binding("end", "step(100000)", show=False),
        *(Binding(act.key_list, act.action, id=act.id, show=False) for act in ACTIONS if act.in_lists),
        Binding("escape", "let_go", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes="entries")
        self._lines: tuple[Line, ...] = ()
        self._rows: list[Row] = []
        self._chosen = ""

    @property
    def chosen(self) -> str:
        """The id of the entry at the cursor, or nothing."""
        return self._chosen

    @property
    def rows(self) -> tuple[str, ...]:
        """What stands in the rows, as plain text."""
        return tuple(line.words.plain for line in self._lines)

    def show(self, lines: Sequence[Line]) -> None:
        """Shows these rows; rows that stay are kept, so that little is painted."""
        before, self._lines = self._lines, tuple(lines)
        for row, line in zip(self._rows, lines, strict=False):
            row.entry = line.id
            row.show(line.words)
        if len(lines) < len(self._rows):
            gone, self._rows = self._rows[len(lines) :], self._rows[: len(lines)]
            for row in gone:
                row.remove()
        elif len(lines) > len(self._rows):
            fresh = [Row(line) for line in lines[len(self._rows) :]]
            self._rows += fresh
            self.mount(*fresh)
        if self._chosen and self._chosen not in self._ids():
            self._chosen = self._neighbour(before)
        self._mark_chosen()
        if not self.has_focus and len(lines) > len(before):
            self.scroll_end(animate=False, immediate=False)

    def _ids(self) -> list[str]:
        return [line.id for line in self._lines if line.id]

    def _neighbour(self, before: tuple[Line, ...]) -> str:
        """What stands now where the cursor stood."""
        was = [line.id for line in before if line.id]
        ids = self._ids()
        return ids[min(was.index(self._chosen), len(ids) - 1)] if ids and self._chosen in was else ""

    def _mark_chosen(self) -> None:
        for row in self._rows:
            here = bool(row.entry) and row.entry == self._chosen and self.has_focus
            row.set_class(here, "-chosen")

    def on_focus(self) -> None:
        """The cursor comes in at the newest."""
        ids = self._ids()
        if ids and self._chosen not in ids:
            self._chosen = ids[-1]
        self._mark_chosen()

    def on_blur(self) -> None:
        """The cursor is not shown."""
        self._mark_chosen()

    def action_step(self, by: int) -> None:
        """The cursor so many rows down."""
        ids = self._ids()
        if not ids:
            return
        at = ids.index(self._chosen) if self._chosen in ids else len(ids) - 1
        self._chosen = ids[min(max(at + by, 0), len(ids) - 1)]
        self._mark_chosen()
        for row in self._rows:
            if row.entry == self._chosen:
                self.scroll_to_widget(row, animate=False)

    def on_row_clicked(self, event: Row.Clicked) -> None:
        """The cursor comes to the row that was clicked; a double click edits."""
        event.stop()
        if event.row.entry:
            self.focus()
            self._chosen = event.row.entry
            self._mark_chosen()
            if event.chain > 1:
                self.post_message(EditEntry(self._chosen))

    def action_edit(self) -> None:
        """Word the entry otherwise."""
        self._tell(EditEntry)

    def action_delete(self) -> None:
        """Delete the entry."""
        self._tell(DeleteEntry)

    def action_mark(self) -> None:
        """The entry stands otherwise."""
        self._tell(MarkEntry)

    def _tell(self, kind: type[EditEntry] | type[DeleteEntry] | type[MarkEntry]) -> None:
        if self._chosen:
            self.post_message(kind(self._chosen))

    def action_let_go(self) -> None:
        """The keys are the room's alone again."""
        self.screen.set_focus(None)


def list_in(pane: Widget) -> EntryList:
    """The list of a pane."""
    return pane.query_one(EntryList)
