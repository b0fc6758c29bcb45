"""One action to be completed: its words, who, and when."""

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Button, Input

from intervisie_tui import spoken
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.text import clean
from intervisie_tui.due import Asked, due
from intervisie_tui.live import Live
from intervisie_tui.locale import _, language, tell
from intervisie_tui.screens.form import TABS, Cancel, Deed, Line, Row, respeak_form
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.kept_form import KeptForm
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.screens.typed_forms import phase_of
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line


class CompleteAction(ModalScreen[bool]):
    """True when the action was changed."""

    CSS_PATH = sheets("closing")
    AUTO_FOCUS = "#who"
    BINDINGS: ClassVar[list[BindingType]] = [*TABS, Binding("escape", "leave", show=False)]

    def __init__(self, live: Live, action_id: str) -> None:
        super().__init__()
        self.live = live
        self._action = next(each for each in live.session.actions if each.id == action_id)

    def compose(self) -> ComposeResult:
        """Three fields, and what was understood of the day."""
        action = self._action
        people = [(member.id, member.name) for member in self.live.session.members]
        with KeptForm("action", f"{phase_of(self.live.session)}/{action.id}", classes="dialog"):
            yield Heading(_("An action"))
            yield Row(_("Who"), Pick([(None, _("nobody yet")), *people], action.owner, id="who"))
            yield Row(
                _("When"),
                Line(action.due.isoformat() if action.due else "", placeholder=_("next friday"), id="when"),
            )
            yield Row(_("What"), Line(action.text, id="what"))
            yield Words(id="understood", classes="hint muted")
            with Horizontal(classes="answers"):
                yield Deed(one_line(_("Keep it so")), id="save")
                yield Cancel()

    async def respeak(self) -> None:
        """Everything again, in the language of now; what was typed stays."""
        await respeak_form(self, self._understand)

    @on(Input.Changed, "#when")
    def _understand(self) -> None:
        day = self._day()
        if isinstance(day, Asked):
            words = one_line(day.sentence(), "$warning")
        else:
            words = one_line(spoken.day(day, year=True) if day else "")
        self.query_one("#understood", Words).show(words)

    def _day(self) -> date | Asked | None:
        """The date that was typed; None if there is none. The date that the action had may have gone by."""
        typed = self.query_one("#when", Line).value.strip()
        if not typed:
            return None
        if self._action.due is not None and typed == self._action.due.isoformat():
            return self._action.due
        return due(typed, spoken.day_of(self.live.now()), language())

    @on(Button.Pressed, "#save")
    @work(exclusive=True)
    async def _save(self) -> None:
        day = self._day()
        if isinstance(day, Asked):
            self.query_one("#when").focus()
            return
        text = clean(self.query_one("#what", Line).value) or self._action.text
        owner = self.query_one("#who", Pick).value
        refused = await self.live.do(c.ChangeAction(self._action.id, text, owner, day))
        if refused is not None:
            self.notify(tell(refused.message, refused.values), severity="warning", markup=False)
            return
        self.query_one(KeptForm).done()
        self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """It stays as it was."""
        self.dismiss(False)
