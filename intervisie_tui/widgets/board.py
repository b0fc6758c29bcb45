"""A board in the room: its fields drawn, a cursor that goes through what stands there, notes that can be dragged."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.css.scalar import Unit
from textual.geometry import Offset

from intervisie_tui.messages import EditEntry, MoveEntry
from intervisie_tui.method import Form
from intervisie_tui.widgets.board_drawing import Shown, draw
from intervisie_tui.widgets.board_face import Face
from intervisie_tui.widgets.board_field import Look
from intervisie_tui.widgets.board_sheet import Drawing, Spot
from intervisie_tui.widgets.entry_keys import IN_LISTS, EntryKeys, neighbour
from intervisie_tui.widgets.still import Rolling

EACH = 3
"""At most so many rows of an entry that is not at the cursor, where there is not room for all."""


class BoardView(EntryKeys, Rolling, inherit_bindings=False):
    """A board of notes; as a list it has the focus, a cursor, and keys for the entry there."""

    ALLOW_SELECT = False
    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
        Binding("home", "step(-100000)", show=False),
        Binding("end", "step(100000)", show=False),
        *IN_LISTS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.drawing = Drawing()
        self.face = Face()
        self._head = Face(classes="head")
        self._shown = Shown((), Form.GRID)
        self._chosen = ""
        self._dragged = self._target = ""

    def compose(self) -> "list[Face]":
        """The names of columns, which do not scroll, and the lines."""
        return [self._head, self.face]

    @property
    def chosen(self) -> str:
        """The id of the entry at the cursor, or nothing."""
        return self._chosen

    @property
    def rows(self) -> tuple[str, ...]:
        """What stands in the lines, as plain text."""
        return tuple(line.plain.rstrip() for line in (*self.drawing.head, *self.drawing.lines))

    def show(self, shown: Shown) -> None:
        """Shows this board."""
        before, self._shown = self._ids(), shown
        self._chosen = neighbour(self._chosen, before, self._ids())
        self._draw()
        self.call_after_refresh(self._to_newest)

    def place(self, step: int) -> str:
        """The place so many further than that of the entry at the cursor; the last one where there is no further."""
        ids = [field.id for field in self._shown.fields]
        spot = self.drawing.of(self._chosen)
        here = spot.cell if spot else ""
        if here not in ids:
            return ids[0 if step > 0 else -1]
        return ids[min(max(ids.index(here) + step, 0), len(ids) - 1)]

    def on_resize(self) -> None:
        """Another size: lines are folded elsewhere."""
        self._draw()
        self.call_after_refresh(self._to_newest)

    def watch_virtual_size(self) -> None:
        """More lines, or fewer: the newest stays in sight."""
        self.call_after_refresh(self._to_newest)

    def on_focus(self) -> None:
        """The cursor comes in at the newest."""
        ids = self._ids()
        if ids and not self._chosen:
            self._chosen = self._shown.newest if self._shown.newest in ids else ids[0]
        self._draw()

    def on_blur(self) -> None:
        """The cursor is not shown."""
        self._draw()

    def action_step(self, by: int) -> None:
        """The cursor so many entries further."""
        ids = self._ids()
        if ids:
            at = ids.index(self._chosen) if self._chosen in ids else len(ids) - 1
            self._go(ids[min(max(at + by, 0), len(ids) - 1)])

    def action_across(self, by: int) -> None:
        """The cursor to the nearest entry in the fields at that side."""
        here = self.drawing.of(self._chosen)
        if here is None:
            return
        spots = [spot for spot in self.drawing.spots if spot.entry]
        side = [spot for spot in spots if (spot.region.x - here.region.x) * by > 0]
        if side:
            self._go(min(side, key=lambda spot: _distance(spot, here)).entry)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The cursor comes to the entry there, which can be dragged from now on."""
        spot = self._at(event.screen_offset)
        if spot is not None and spot.entry:
            self.focus()
            self._go(spot.entry)
            self._dragged = spot.entry
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Shows to which field an entry is being dragged."""
        if self._dragged:
            self._aim(self._field_at(event.screen_offset))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """What was dragged stands in the field where it was let go."""
        dragged, self._dragged = self._dragged, ""
        if not dragged:
            return
        self.release_mouse()
        target = self._field_at(event.screen_offset, dragged)
        self._aim("")
        if target:
            self.post_message(MoveEntry(dragged, target))

    def on_click(self, event: events.Click) -> None:
        """A second click edits."""
        event.stop()
        spot = self._at(event.screen_offset)
        if event.chain > 1 and spot is not None and spot.entry == self._chosen and self._chosen:
            self.post_message(EditEntry(self._chosen))

    def _aim(self, target: str) -> None:
        if target != self._target:
            self._target = target
            self._draw()

    def _at(self, point: Offset) -> Spot | None:
        if self._head.display and self._head.region.contains_point(point):
            return self.drawing.above(point - self._head.region.offset)
        return self.drawing.at(point - self.face.region.offset)

    def _field_at(self, point: Offset, dragged: str = "") -> str:
        """The field there, unless what is dragged stands in it already."""
        if not self.region.contains_point(point):
            return ""
        spot = self._at(point)
        held = self.drawing.of(dragged or self._dragged)
        return "" if spot is None or held is None or spot.cell == held.cell else spot.cell

    def _go(self, entry: str) -> None:
        self._chosen = entry
        self._draw()
        spot = self.drawing.of(entry)
        if spot is not None:
            # The head stands before the first of the lines in sight.
            region = spot.region.grow((0, 0, len(self.drawing.head), 0))
            self.scroll_to_region(region, animate=False)

    def _draw(self) -> None:
        region = self.scrollable_content_region
        if not region.width or not self.is_attached:
            return
        look = Look(
            width=region.width,
            rows=self._room(),
            each=0 if self.screen.has_class("-enlarged") else EACH,
            chosen=self._chosen if self.has_focus else "",
            target=self._target,
        )
        self.drawing = draw(self._shown, look)
        self._head.display = bool(self.drawing.head)
        self._head.tell(self.drawing.head)
        self.face.tell(self.drawing.lines)

    def _room(self) -> int:
        """The rows that it may take: all of its pane, or as many as the style sheet lets it grow to."""
        most = self.styles.max_height
        if most is None or most.unit is not Unit.VIEW_HEIGHT:
            return self.scrollable_content_region.height
        return int(most.value * self.screen.size.height / 100)

    def _to_newest(self) -> None:
        drawing = self.drawing
        height = self.scrollable_content_region.height - len(drawing.head)
        spot = drawing.of(self._shown.newest) or drawing.field(self._shown.begins)
        if spot is None or self.has_focus or height <= 0:
            return
        # To the top of a field: half of one at the top says little.
        tops = sorted({one.region.y for one in drawing.spots if not one.entry})
        first = next((top for top in tops if spot.region.bottom - top <= height), spot.region.y)
        self.scroll_to(y=first, animate=False)

    def _ids(self) -> list[str]:
        fields = (*self._shown.fields, self._shown.beside)
        return [entry.id for field in fields for entry in field.entries]


def _distance(spot: Spot, here: Spot) -> tuple[int, int]:
    return abs(spot.region.x - here.region.x), abs(spot.region.y - here.region.y)
