"""A question that is only answered by typing its word."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from intervisie_tui.locale import _
from intervisie_tui.screens.form import TABS, LastLine, respeak_form
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.plain import one_line, plain


class TypedWord(ModalScreen[bool]):
    """True when the word was typed and confirmed, False for all else."""

    CSS_PATH = sheets("closing")
    AUTO_FOCUS = "#word"
    BINDINGS: ClassVar[list[BindingType]] = [*TABS, Binding("escape", "leave", show=False)]

    def __init__(self, question: Callable[[], str], word: str, title: str) -> None:
        """The question in the language of now; the word and the title are messages of the catalogue."""
        super().__init__()
        self._question, self._message, self._title = question, word, title

    @property
    def _word(self) -> str:
        return _(self._message)

    def compose(self) -> ComposeResult:
        """The question, a field for the word, and the answers."""
        with Vertical(classes="dialog"):
            yield Heading(_(self._title))
            yield Static(plain(self._question()), classes="question")
            asked = (one_line(_("Type this word to go on:")), " ", one_line(self._word, "bold $accent"))
            yield Static(Content.assemble(*asked), classes="question")
            yield LastLine(id="word")
            with Horizontal(classes="answers"):
                yield Button(one_line(_(self._title)), id="sure", disabled=True)
                yield Button(one_line(_("Cancel")), id="cancel")

    async def respeak(self) -> None:
        """Everything again, in the language of now, with its word; what was typed stays."""
        await respeak_form(self, self._look)

    @property
    def _typed(self) -> bool:
        return self.query_one("#word", Input).value.strip().casefold() == self._word.casefold()

    @on(Input.Changed, "#word")
    def _look(self) -> None:
        self.query_one("#sure", Button).disabled = not self._typed

    @on(Input.Submitted, "#word")
    @on(Button.Pressed, "#sure")
    def _answer(self) -> None:
        if self._typed:
            self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Nothing is done."""
        self.dismiss(False)
