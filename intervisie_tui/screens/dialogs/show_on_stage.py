"""What the stage shows of all that is written down: each can be switched on and off, and is seen there at once."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.shown import Shown
from intervisie_tui.live import Live
from intervisie_tui.locale import _, tell
from intervisie_tui.screens.form import respeak_form
from intervisie_tui.screens.listening import listen
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.pane import Words, heading, muted
from intervisie_tui.widgets.plain import plain
from intervisie_tui.widgets.shown_words import shown_name
from intervisie_tui.widgets.signs import signs


class ShowOnStage(ModalScreen[None]):
    """A row for each kind; Enter switches it, Esc goes back."""

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("space", "switch", show=False),
    ]

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.live = live
        self._told: Session | None = None

    def compose(self) -> ComposeResult:
        """The rows, and what they do."""
        with Vertical(classes="dialog -narrow-dialog"):
            title = Words(classes="heading")
            title.show(heading(_("What the stage shows")))
            yield title
            yield OptionList(*map(self._row, Shown), markup=False)
            hint = Words(classes="hint")
            hint.show(muted(_("Enter shows or hides it; the whole room sees it at once. Esc goes back.")))
            yield hint

    def on_mount(self) -> None:
        """The rows have the focus."""
        self.query_one(OptionList).focus()
        listen(self, self.live, self._changed)

    async def respeak(self) -> None:
        """Again in the language of now; the row that was marked stays so."""
        marked = self.query_one(OptionList).highlighted
        await respeak_form(self)
        self.query_one(OptionList).highlighted = marked

    def _row(self, what: Shown) -> Option:
        on = what in self.live.session.shown
        mark = signs().checked if on else signs().unchecked
        state = _("shown") if on else _("not shown")
        return Option(Content.assemble(f"{mark} {shown_name(what)}  ", (state, "$text-muted")))

    def _changed(self, session: Session) -> None:
        if self.is_attached and session is not self._told:
            self._told = session
            rows = self.query_one(OptionList)
            for at, what in enumerate(Shown):
                rows.replace_option_prompt_at_index(at, self._row(what).prompt)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One of them is shown, or no longer."""
        event.stop()
        await self._switch(tuple(Shown)[event.option_index])

    async def action_switch(self) -> None:
        """Space does as Enter."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            await self._switch(tuple(Shown)[at])

    async def _switch(self, what: Shown) -> None:
        refusal = await self.live.do(c.ShowOnStage(what, what not in self.live.session.shown))
        if refusal is not None:
            self.query_one(".hint", Words).show(plain(tell(refusal.message, refusal.values), "$warning"))

    def action_leave(self) -> None:
        """Back to the room."""
        self.dismiss(None)
