"""A field of one line that holds one of a few values; the arrows go through them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs


class Pick(Widget, can_focus=True):
    """One of the options, as (value, words); a click or an arrow takes the next. A letter does nothing."""

    enter_goes_on = True
    DEFAULT_CSS = "Pick { text-wrap: nowrap; text-overflow: ellipsis; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "app.focus_next", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    class Changed(Message):
        """Another value was picked."""

        def __init__(self, pick: "Pick") -> None:
            super().__init__()
            self.pick = pick

        @property
        def control(self) -> "Pick":
            """The field itself, for `on`."""
            return self.pick

    def __init__(
        self,
        options: Sequence[tuple[str | None, str]],
        value: str | None = None,
        *,
        id: str,
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self._place = self._where(value)

    def _where(self, value: str | None) -> int:
        return next((place for place, option in enumerate(self._options) if option[0] == value), 0)

    @property
    def value(self) -> str | None:
        """What is picked."""
        return self._options[self._place][0] if self._options else None

    @value.setter
    def value(self, value: str | None) -> None:
        self._place = self._where(value)
        self.refresh()

    def offer(self, options: Sequence[tuple[str | None, str]]) -> None:
        """Other options; what was picked stays when it is among them, else the first is."""
        before = self.value
        self._options = tuple(options)
        self._place = self._where(before)
        self.refresh()

    def action_step(self, by: int) -> None:
        """The next value, or the one before; round and round."""
        if self._options:
            self._place = (self._place + by) % len(self._options)
            self.refresh()
            self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """The next value; at the left arrow, the one before."""
        self.action_step(-1 if event.x <= 1 else 1)

    def render(self) -> Content:
        """The words of what is picked, between arrows while it has the focus."""
        words = self._options[self._place][1] if self._options else ""
        back, forth = ("<", ">") if signs().ascii else ("‹", "›")
        arrows = "bold $accent" if self.has_focus else "$text-muted"
        shown = one_line(words, "" if self.value is not None else "$text-muted")
        return Content.assemble((f"{back} ", arrows), shown, (f" {forth}", arrows))
