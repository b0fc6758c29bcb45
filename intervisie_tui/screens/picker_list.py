"""The picker's list: rows under headings; only those in sight are made, so that a key is answered at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual, visualize


@dataclass(frozen=True, slots=True)
class Row:
    """One line, made for a width when it comes in sight; a heading has no key, and the cursor skips it."""

    words: Callable[[int], Content]
    key: str | None = None


class PickerList(ScrollView, can_focus=True):
    """Rows with a cursor; it says where the cursor is, and what was chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picker-list--cursor"}
    DEFAULT_CSS = """
    PickerList { scrollbar-size-vertical: 1; overflow-x: hidden; }
    PickerList > .picker-list--cursor { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("enter,space", "choose", show=False),
    ]
    cursor: var[int] = var(-1, init=False)

    class Moved(Message):
        """The cursor is at another row."""

    @dataclass
    class Chosen(Message):
        """A row was chosen, by its key."""

        key: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()

    @property
    def key(self) -> str | None:
        """The key of the row at the cursor."""
        return self._rows[self.cursor].key if 0 <= self.cursor < len(self._rows) else None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all rows that can be chosen, in order."""
        return tuple(row.key for row in self._rows if row.key is not None)

    @property
    def words(self) -> str:
        """All rows as plain text."""
        return "\n".join(row.words(self._width).plain for row in self._rows)

    def show(self, rows: Sequence[Row], at: str | None = None) -> None:
        """Other rows, with the cursor at this key, else at the first that can be chosen."""
        self._rows = tuple(rows)
        # Set without its watchers: they would lay out the whole screen, and only the scroll bar may change.
        self.set_reactive(ScrollView.virtual_size, Size(0, len(self._rows)))
        self._scroll_update(self.virtual_size)
        place = next((place for place, row in enumerate(rows) if at is not None and row.key == at), -1)
        if place < 0:
            place = next((place for place, row in enumerate(rows) if row.key is not None), -1)
        self.set_reactive(PickerList.cursor, place)
        self._look()
        self.refresh()
        self.post_message(self.Moved())

    def watch_cursor(self) -> None:
        """Another row is at the cursor."""
        self._look()
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self._look()

    def _look(self) -> None:
        if self.cursor >= 0:
            # With the heading above it, where there is one.
            above = self.cursor > 0 and self._rows[self.cursor - 1].key is None
            top = self.cursor - above
            self.scroll_to_region(Region(0, top, 1, 1 + above), animate=False, force=True, immediate=True)

    def action_move(self, by: int) -> None:
        """To the next row that can be chosen, or the one before; round at both ends."""
        count = len(self._rows)
        for step in range(1, count + 1):
            place = (self.cursor + by * step) % count
            if self._rows[place].key is not None:
                self.cursor = place
                return

    def action_page(self, by: int) -> None:
        """A page on or back."""
        self._near(self.cursor + by * max(1, self.size.height - 1), -by)

    def action_end(self, by: int) -> None:
        """To the last row, or the first."""
        self._near(len(self._rows) if by > 0 else 0, -by)

    def _near(self, place: int, back: int) -> None:
        """To the row at this place; where that is none, to the nearest the other way round."""
        place = min(max(place, 0), len(self._rows) - 1)
        for step in (back, -back):
            at = place
            while 0 <= at < len(self._rows):
                if self._rows[at].key is not None:
                    self.cursor = at
                    return
                at += step

    def action_choose(self) -> None:
        """This one it is."""
        if self.key is not None:
            self.post_message(self.Chosen(self.key))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a row; another click on it chooses it."""
        place = self.scroll_offset.y + event.y
        if not 0 <= place < len(self._rows) or self._rows[place].key is None:
            return
        if place == self.cursor:
            self.action_choose()
        else:
            self.cursor = place

    @property
    def _width(self) -> int:
        # A column stays free before the scroll bar.
        return max(1, self.scrollable_content_region.width - 1)

    def render_line(self, y: int) -> Strip:
        """One row, or nothing below the last."""
        place, width = self.scroll_offset.y + y, self._width
        whole = self.scrollable_content_region.width
        part = ("picker-list--cursor",) if place == self.cursor else ()
        style = self.get_visual_style(*part)
        if not 0 <= place < len(self._rows):
            return Strip.blank(whole, style.rich_style)
        visual = visualize(self, self._rows[place].words(width), markup=False)
        [strip, *_] = Visual.to_strips(self, visual, width, 1, style)
        return strip.extend_cell_length(whole, style.rich_style)
