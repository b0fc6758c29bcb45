"""Who brings the next case: the next place stands ready, so that Enter goes on."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _, language
from intervisie_tui.method import Text
from intervisie_tui.screens.form import TABS, LastLine, Selectable, respeak_form
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.kept_form import KeptForm
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.plain import one_line

Brought = tuple[str, str]
"""A member's id, or nothing where nobody else does, and the question; the question may be empty."""


class NextOwner(ModalScreen[Brought | None]):
    """Who brings the next case, and its question; None for Esc."""

    CSS_PATH = sheets("dialogs")
    AUTO_FOCUS = "#who"
    BINDINGS: ClassVar[list[BindingType]] = [
        *TABS,
        Binding("escape", "leave", show=False),
        # The keys that asked for the next phase also go on; in the field n is a letter.
        Binding("n,N", "go_on", show=False),
        Binding("pagedown", "go_on", show=False, priority=True),
    ]

    def __init__(self, members: Sequence[tuple[str, str]], after: Text | None = None) -> None:
        """`after` is the phase that comes when nobody else brings a case; None: the end."""
        super().__init__()
        self._members = tuple(members)
        self._after = after

    def compose(self) -> ComposeResult:
        """The names, the question, how to go on."""
        with KeptForm("next-owner", repr((self._members, self._after)), classes="dialog"):
            yield Heading(_("Who brings the next case?"))
            # Names may hold what an option's id may not, so options are known by their index.
            names = (Option(one_line(name)) for _member, name in self._members)
            nobody = Option(one_line(self._nobody(), "$text-muted"))
            yield Selectable(*names, nobody, id="who", markup=False)
            yield LastLine(placeholder=_("The question, if you like: How can I ...?"), id="question")
            yield Static(one_line(_("Enter goes on; Tab: the question"), "$text-muted"), classes="hint")

    def _nobody(self) -> str:
        if self._after is None:
            return _("Nobody else: finish the session")
        return _("Nobody else: on to {phase}", phase=self._after.of(language()))

    async def respeak(self) -> None:
        """Again in the language of now; what was typed and marked stays."""
        marked = self.query_one(OptionList).highlighted
        await respeak_form(self)
        self.query_one(OptionList).highlighted = marked

    @on(OptionList.OptionSelected, "#who")
    @on(Input.Submitted, "#question")
    def _answered(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        """With who is marked, and the question as far as it is there."""
        place = self.query_one(OptionList).highlighted or 0
        question = clean(self.query_one("#question", LastLine).value)
        self.query_one(KeptForm).done()
        self.dismiss((self._members[place][0] if place < len(self._members) else "", question))

    def action_leave(self) -> None:
        """The phase of now goes on."""
        self.dismiss(None)
