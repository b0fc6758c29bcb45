"""The names from which a guest chooses its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from intervisie_tui.locale import _
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

EACH = 2
"""Rows for each name: a finger is not as fine as a mouse."""


class Names(Words):
    """Names under each other; arrows and Enter, or a tap."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "step(-1)", show=False),
        Binding("down,tab", "step(1)", show=False),
        Binding("enter,space", "choose", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """This member was chosen."""

        member: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._names: tuple[tuple[str, str, bool], ...] = ()
        self._at = 0

    def tell(self, names: Sequence[tuple[str, str, bool]]) -> None:
        """These can be chosen, as (id, name, whether another screen has it)."""
        self._names = tuple(names)
        self._at = min(self._at, max(len(names) - 1, 0))
        self._paint()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is shown, or no longer."""
        super().watch_has_focus(has_focus)
        self._paint()

    def _paint(self) -> None:
        rows = []
        for at, (_member, name, taken) in enumerate(self._names):
            here = at == self._at and self.has_focus
            sign = f"{signs().now} " if here else "  "
            row = Content.assemble(
                (sign, "bold $primary"), one_line(name, "bold $primary" if here else "bold")
            )
            if taken:
                row = Content.assemble(row, ("  " + _("chosen elsewhere"), "$text-muted"))
            rows.append(row)
        self.show(Content("\n" * EACH).join(rows))

    def action_step(self, by: int) -> None:
        """The cursor so many names further, and around."""
        if self._names:
            self._at = (self._at + by) % len(self._names)
            self._paint()
            self.screen.query_one("#who-scroll").scroll_to(y=max(self._at * EACH - 2, 0), animate=False)

    def action_choose(self) -> None:
        """The name at the cursor."""
        if self._names:
            self.post_message(self.Chosen(self._names[self._at][0]))

    def on_click(self, event: events.Click) -> None:
        """A tap on a name, or on the empty row below it."""
        event.stop()
        if event.y // EACH < len(self._names):
            self._at = event.y // EACH
            self._paint()
            self.action_choose()
