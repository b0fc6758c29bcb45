"""What a re-plan would do: old and new minutes of all that is left, and whether the end can be kept."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button

from intervisie_tui import spoken
from intervisie_tui.domain.timing import Replanning, Row
from intervisie_tui.locale import _, n_
from intervisie_tui.screens.form import respeak_form
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.columns import two_sides
from intervisie_tui.widgets.pane import Words, heading, said
from intervisie_tui.widgets.signs import signs

_WIDTH = 60


class ReplanDialog(ModalScreen[bool]):
    """True: do it; else nothing happens."""

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, plan: Replanning) -> None:
        super().__init__()
        self._plan = plan

    def compose(self) -> ComposeResult:
        """A row for each phase, what comes of it, the answers."""
        with Vertical(classes="dialog"):
            title = Words(classes="heading")
            title.show(heading(_("Re-plan the rest")))
            yield title
            with VerticalScroll(classes="rows", can_focus=False):
                for row in self._plan.rows:
                    words = Words(classes="row")
                    words.show(_words(row))
                    yield words
            comes = Words(classes="question")
            comes.show(Content(_comes_of(self._plan)))
            yield comes
            with Horizontal(classes="answers"):
                if self._plan.changes:
                    yield Button(Content(_("Re-plan")), id="yes")
                yield Button(Content(_("Leave it as it is")), id="no")

    def on_mount(self) -> None:
        """Leaving all as it is has the focus, for the other answer overwrites the plan."""
        self.query_one("#no", Button).focus()

    async def respeak(self) -> None:
        """All of it again, in the language of now."""
        await respeak_form(self)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """An answer."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(False)


def _comes_of(plan: Replanning) -> str:
    if not plan.kept:
        late = max(1, round(plan.short / 60))
        return n_(
            "Even so the end is {n} minute late: no phase can be shorter.",
            "Even so the end is {n} minutes late: no phase can be shorter.",
            late,
        )
    return _("The planned end is kept.") if plan.changes else _("Nothing has to change.")


def _words(row: Row) -> Content:
    old, new = spoken.clock(row.old), spoken.clock(row.new)
    if row.protected:
        return two_sides(
            said(row.name), _("{minutes}  stays", minutes=old), _WIDTH, "$text-muted", "$text-muted"
        )
    if row.old == row.new:
        return two_sides(said(row.name), old, _WIDTH)
    return two_sides(said(row.name), f"{old} {signs().arrow} {new}", _WIDTH, "", "bold $primary")
