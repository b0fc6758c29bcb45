"""The line at the bottom in which everything is typed."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content

from intervisie_tui.domain.limits import LINE
from intervisie_tui.locale import _
from intervisie_tui.messages import LineFull, Writing, Written
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line

if TYPE_CHECKING:
    from textual.widgets import Input

    from intervisie_tui.widgets.exact_input import ExactInput


class EntryLine(Vertical):
    """Says what it takes, shows what it understood, and sends what was typed; closed while it is not displayed.

    Its parts are made when it opens for the first time: the first picture need not wait for them.
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.display = False

        self._field: ExactInput | None = None

    @property
    def field(self) -> "ExactInput":
        """The input; below what was understood, and behind what it takes."""
        if self._field is None:
            from intervisie_tui.widgets.exact_input import ExactInput

            self._field = ExactInput(select_on_focus=False, compact=True, max_length=LINE.figure)
            line = Horizontal(classes="line")
            self.mount(Words(classes="understood", hides=True), line)
            line.mount(Words(classes="takes"), self._field)
        return self._field

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return bool(self.display)

    @property
    def value(self) -> str:
        """What stands in it now."""
        return self.field.value

    def open(self, takes: str, hint: str = "", value: str = "") -> None:
        """Opens, saying what it takes; `hint` stands in the empty line."""
        self.display = True
        field = self.field
        self.takes(takes, hint)
        self.understood("")
        field.value = value
        field.cursor_position = len(value)
        field.focus()

    def takes(self, words: str, hint: str | None = None) -> None:
        """Says what it takes now; without a hint that stays as it was."""
        self.query_one(".takes", Words).show(one_line(words, "bold $accent"))
        if hint is not None:
            self.field.placeholder = hint.replace("[", "\\[")

    def understood(self, words: str | Content) -> None:
        """Shows how the line is understood."""
        shown = one_line(words, "$text-muted") if isinstance(words, str) else words
        self.query_one(".understood", Words).show(shown)

    def clear(self) -> None:
        """Empty again."""
        self.field.value = ""
        self.understood("")

    def sent(self, lines: tuple[str, ...]) -> None:
        """Stays open for the next one; what was typed behind the line while that was being sent is kept."""
        field = self.field
        # A paste of many lines never stood in it.
        text = lines[0] if len(lines) == 1 else ""
        field.value = field.value.removeprefix(text) if field.value.startswith(text) else ""
        self.understood("")

    def put_back(self, text: str) -> None:
        """What was sent and not taken stands in the line again, before what was typed meanwhile."""
        field = self.field
        field.value = " ".join(filter(None, (text, field.value)))
        field.cursor_position = len(field.value)

    def close(self) -> None:
        """Closes, and gives the keys back to the room."""
        if self.display:
            self.clear()
            self.display = False
            self.screen.set_focus(None)
            # Losing the focus repaints the screen. With the layout asked for here, both are done in one painting;
            # otherwise the line would stay in sight for a second one.
            self.screen.refresh(layout=True)

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Tells the screen what stands in it."""
        event.stop()
        self.post_message(Writing(event.value))

    def on_line_full(self, event: LineFull) -> None:
        """Says that the line takes no more; what stands in it stays."""
        event.stop()
        self.understood(
            one_line(_("The line is full; what you typed or pasted last is not in it."), "$warning")
        )

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        """Tells the screen that the line is to be sent."""
        event.stop()
        self.post_message(Written((event.value,)))
