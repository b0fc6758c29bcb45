"""The board of the phase on the screen of a guest: all that stands on it, but for what others write in silence."""

from intervisie_tui.widgets.board import BoardView
from intervisie_tui.widgets.board_words import board_shown
from intervisie_tui.widgets.own_entries import count_of_others, of_others
from intervisie_tui.widgets.pane import Pane


class OwnBoard(Pane):
    """The board, made when a phase first has one."""

    _view: BoardView | None = None

    def __init__(self, screen: str, *, id: str) -> None:
        super().__init__(id=id)
        self._of = screen

    @property
    def chosen(self) -> str:
        """The id of the note at the cursor, or nothing."""
        return self._view.chosen if self._view is not None and self.display else ""

    def paint(self) -> None:
        """Show the board, or nothing in a phase that has none."""
        run = self.session.current
        board = run.plan.board if run is not None else None
        self.display = board is not None
        if run is None or board is None:
            return
        if self._view is None:
            self._view = BoardView()
            self.mount(self._view)
        guest = self.session.guest(self._of)
        me = guest.member if guest is not None else None
        hidden = of_others(self.session, me)
        self._view.show(board_shown(self.session, run, board, hidden, count_of_others(hidden)))
