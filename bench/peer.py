"""The peer: a bare Textual app with a header, digits updated each second, six panes and a footer."""

import time
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits, Footer, Header, Static

PANES = 6
LINES = 5


def shown(count: int) -> str:
    """What the first pane says after so many keys."""
    return f"pressed {count:04d}"


class Peer(App[None]):
    """What anybody would write in ten minutes."""

    TITLE = "Peer"
    CSS = (
        "Horizontal { height: 1fr; } Vertical { width: 1fr; } .pane { height: 1fr; border: round $primary; }"
    )
    BINDINGS: ClassVar[list[BindingType]] = [("plus", "count", "Count"), ("q", "quit", "Quit")]

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def compose(self) -> ComposeResult:
        yield Header()
        yield Digits("00:00")
        with Horizontal():
            for column in range(2):
                with Vertical():
                    for row in range(PANES // 2):
                        pane = column * PANES // 2 + row
                        words = "\n".join(f"pane {pane} line {line}" for line in range(LINES))
                        yield Static(words, id=f"p{pane}", classes="pane")
        yield Footer()

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        self.query_one(Digits).update(time.strftime("%M:%S"))

    def action_count(self) -> None:
        self._count += 1
        self.query_one("#p0", Static).update(shown(self._count))


if __name__ == "__main__":
    Peer().run()
