"""A question with two answers."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button

from intervisie_tui.locale import N_, _
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.form import respeak_form
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import plain


class Confirm(ModalScreen[bool]):
    """True for the first answer, False for the second, None for Esc. User text in the question is plain."""

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    def __init__(
        self, question: Callable[[], str], yes: str, no: str = N_("Cancel"), *, harmless: Answer
    ) -> None:
        """`question` gives it in the current language; the answers are messages of the catalogue.

        `harmless` is the answer that takes, ends, erases and overwrites nothing: it has the focus, so that an Enter
        that was meant for something else does no harm.
        """
        super().__init__()
        self._question, self._yes, self._no = question, yes, no
        self.harmless = harmless

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog"):
            question = Words(classes="question")
            question.show(plain(self._question()))
            yield question
            with Horizontal(classes="answers"):
                yield Button(Content(_(self._yes)), id="yes")
                yield Button(Content(_(self._no)), id="no")

    def on_mount(self) -> None:
        """The harmless answer has the focus."""
        self.query_one(f"#{self.harmless}", Button).focus()

    async def respeak(self) -> None:
        """Again in the language of now."""
        await respeak_form(self)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """An answer."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)
