"""Somebody from a list."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.locale import _
from intervisie_tui.screens.form import respeak_form
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.pane import Words, heading
from intervisie_tui.widgets.plain import one_line

NOBODY = ""


class ChooseMember(ModalScreen[str | None]):
    """The id of who was chosen; NOBODY where that is offered; None for Esc."""

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, members: Sequence[tuple[str, str]], nobody: str = "") -> None:
        """The question, and how nobody is offered, are messages of the catalogue.

        Nobody stands first, so that Enter alone takes no person whom nobody named.
        """
        super().__init__()
        self._question, self._members, self._nobody = question, tuple(members), nobody

    def compose(self) -> ComposeResult:
        """The question and the names."""
        words = [one_line(name) for _member, name in self._members]
        if self._nobody:
            words.insert(0, Content.styled(_(self._nobody), "$text-muted"))
        with Vertical(classes="dialog -narrow-dialog"):
            title = Words(classes="heading")
            title.show(heading(_(self._question)))
            yield title
            # Names may hold what an option's id may not, so options are known by their index.
            yield OptionList(*map(Option, words), id="who", markup=False)
            if not words:
                empty = Words(classes="empty")
                empty.show(Content(_("There is nobody to choose.")))
                yield empty

    def on_mount(self) -> None:
        """The names have the focus."""
        self.query_one(OptionList).focus()

    async def respeak(self) -> None:
        """Again in the language of now; who was marked stays so."""
        marked = self.query_one(OptionList).highlighted
        await respeak_form(self)
        self.query_one(OptionList).highlighted = marked

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Somebody was chosen."""
        event.stop()
        answers = [*([NOBODY] if self._nobody else []), *(member for member, _name in self._members)]
        self.dismiss(answers[event.option_index])

    def action_leave(self) -> None:
        """Nobody was chosen."""
        self.dismiss(None)
