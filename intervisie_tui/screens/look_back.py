"""Looking back: the actions of before, to be marked done, doing, changed or dropped."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Action, Session, Status
from intervisie_tui.live import Live
from intervisie_tui.locale import _, tell
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.listening import listen
from intervisie_tui.screens.record_words import STATES
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

_ROUND = (Status.OPEN, Status.DONE, Status.DOING, Status.CHANGED, Status.DROPPED)


def earlier(session: Session) -> tuple[Action, ...]:
    """The actions that came along from a session before."""
    return tuple(action for action in session.actions if action.earlier)


class LookBackDialog(ModalScreen[None]):
    """Enter or a click goes to the next state; a letter or digit marks at once; Esc lets go."""

    CSS_PATH = sheets("look_back")
    AUTO_FOCUS = "#earlier"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        *(Binding(str(place), f"mark('{status.value}')", show=False) for place, status in enumerate(_ROUND)),
    ]

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.live = live

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        with Vertical(classes="dialog"):
            yield Heading(_("What was agreed last time"))
            yield OptionList(id="earlier", markup=False)
            yield Static(_("Nothing was left open last time."), id="none", markup=False)
            keys = [
                (str(place), _(STATES[status.value]), f"mark('{status.value}')")
                for place, status in enumerate(_ROUND)
            ]
            yield KeyLine((*keys, ("esc", _("back"), "leave")))

    def on_mount(self) -> None:
        """Show the actions, and follow them."""
        listen(self, self.live, self._changed)
        self._show()

    async def respeak(self) -> None:
        """Everything again, in the language of now; the mark stays where it was."""
        marked = self.query_one("#earlier", OptionList).highlighted
        await self.recompose()
        self._show()
        actions = self.query_one("#earlier", OptionList)
        actions.highlighted = marked
        actions.focus()

    def _changed(self, _session: Session) -> None:
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        actions = self.query_one("#earlier", OptionList)
        marked = actions.highlighted
        rows = earlier(self.live.session)
        actions.clear_options()
        actions.add_options([Option(self._row(action), id=action.id) for action in rows])
        actions.display = bool(rows)
        self.query_one("#none").display = not rows
        if rows:
            actions.highlighted = min(marked or 0, len(rows) - 1)

    def _row(self, action: Action) -> Content:
        gone = action.status in (Status.DONE, Status.DROPPED)
        mark = signs().checked if gone else signs().unchecked
        style = "$text-muted" if gone else ""
        name = self.live.session.name(action.owner)
        return Content.assemble(
            (f"{mark} ", style),
            one_line(f"{name}  " if name else "", "bold"),
            one_line(action.text, style),
            one_line(f"  {_(STATES[action.status.value])}", "$accent"),
        )

    @on(OptionList.OptionSelected, "#earlier")
    def _next_state(self, event: OptionList.OptionSelected) -> None:
        action = next(each for each in earlier(self.live.session) if each.id == event.option.id)
        self._mark(action.id, _ROUND[(_ROUND.index(action.status) + 1) % len(_ROUND)])

    def action_mark(self, status: str) -> None:
        """The marked action stands so."""
        row = self.query_one("#earlier", OptionList).highlighted_option
        if row is not None and row.id:
            self._mark(row.id, Status(status))

    @work(group="mark")
    async def _mark(self, action_id: str, status: Status) -> None:
        refused = await self.live.do(c.MarkAction(action_id, status))
        if refused is not None:
            self.notify(tell(refused.message, refused.values), severity="warning", markup=False)

    def action_leave(self) -> None:
        """Back to the room."""
        self.dismiss(None)
