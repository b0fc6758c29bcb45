"""What the keys of a list do with the entry at its cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.actions import ACTIONS
from intervisie_tui.messages import DeleteEntry, DotEntry, EditEntry, MarkEntry, MoveEntry

IN_LISTS: Final = (
    *(Binding(act.key_list, act.action, id=act.id, show=False) for act in ACTIONS if act.in_lists),
    Binding("escape", "let_go", show=False),
)

if TYPE_CHECKING:
    _Base = Widget
else:
    # Textual looks for a widget's default style in its first base that is a widget: that is never this one.
    _Base = object


class EntryKeys(_Base):
    """e edits, Delete deletes, x marks, < and > move, * and / give dots, Esc lets go."""

    @property
    def chosen(self) -> str:
        """The id of the entry at the cursor, or nothing."""
        raise NotImplementedError

    def place(self, step: int) -> str:  # noqa: ARG002 - a board goes by it
        """The place so many further than that of the entry at the cursor; nothing where there is none."""
        return ""

    def action_edit(self) -> None:
        """Word the entry otherwise."""
        self._tell(EditEntry(self.chosen))

    def action_delete(self) -> None:
        """Delete the entry."""
        self._tell(DeleteEntry(self.chosen))

    def action_mark(self) -> None:
        """The entry stands otherwise."""
        self._tell(MarkEntry(self.chosen))

    def action_move_on(self) -> None:
        """The entry goes to the next place."""
        self._tell(MoveEntry(self.chosen, self.place(1)))

    def action_move_back(self) -> None:
        """The entry goes to the place before."""
        self._tell(MoveEntry(self.chosen, self.place(-1)))

    def action_dot(self) -> None:
        """The entry gets a dot."""
        self._tell(DotEntry(self.chosen, 1))

    def action_dot_back(self) -> None:
        """The entry gets a dot less."""
        self._tell(DotEntry(self.chosen, -1))

    def _tell(self, message: Message) -> None:
        if self.chosen:
            self.post_message(message)

    def action_let_go(self) -> None:
        """The keys are the room's alone again."""
        self.screen.set_focus(None)


def neighbour(chosen: str, before: Sequence[str], now: Sequence[str]) -> str:
    """Where the cursor is when its entry may have gone: there still, else at what stands in its place."""
    if chosen in now:
        return chosen
    return now[min(before.index(chosen), len(now) - 1)] if now and chosen in before else ""
