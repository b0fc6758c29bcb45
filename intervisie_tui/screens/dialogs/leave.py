"""How a live session is left."""

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.locale import _
from intervisie_tui.screens.form import respeak_form
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.pane import Words, heading, muted
from intervisie_tui.widgets.plain import one_line


class Way(StrEnum):
    """The ways out of a session; staying is the harmless one."""

    STAY = "stay"
    LOBBY = "lobby"
    PAUSE = "pause"
    STOP = "stop"


class LeaveDialog(ModalScreen[Way | None]):
    """The way that was chosen; None for Esc."""

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, *, runs: bool) -> None:
        """`runs`: the clock runs, so that it can be paused first."""
        super().__init__()
        self._runs = runs

    def compose(self) -> ComposeResult:
        """The ways, staying first, and what a second ctrl+q does."""
        with Vertical(classes="dialog -narrow-dialog"):
            title = Words(classes="heading")
            title.show(heading(_("Leave the session?")))
            yield title
            yield OptionList(
                *(Option(one_line(words), id=way) for way, words in self._ways()), id="ways", markup=False
            )
            hint = Words(classes="hint")
            hint.show(muted(_("ctrl+q again stops at once: the session stays open and its clock runs on.")))
            yield hint

    def _ways(self) -> list[tuple[Way, str]]:
        ways = [(Way.STAY, _("Stay here"))]
        ways.append((Way.LOBBY, _("To the lobby; the clock runs on") if self._runs else _("To the lobby")))
        if self._runs:
            ways.append((Way.PAUSE, _("Pause, and to the lobby")))
        ways.append(
            (Way.STOP, _("Stop the program; the clock runs on") if self._runs else _("Stop the program"))
        )
        return ways

    def on_mount(self) -> None:
        """Staying is marked: Enter alone leaves nothing."""
        self.query_one(OptionList).focus()

    async def respeak(self) -> None:
        """Again in the current language; the row that was marked stays so."""
        marked = self.query_one(OptionList).highlighted
        await respeak_form(self)
        self.query_one(OptionList).highlighted = marked

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A way was chosen."""
        event.stop()
        self.dismiss(Way(event.option.id or Way.STAY))

    def action_leave(self) -> None:
        """Esc: stay."""
        self.dismiss(None)
