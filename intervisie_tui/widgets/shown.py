"""What a group chose to see on its stage of what is written down: lists without a cursor, the newest in sight."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.shown import Shown
from intervisie_tui.locale import _
from intervisie_tui.widgets.actions_pane import action_state, action_words
from intervisie_tui.widgets.board_picture import BoardPicture
from intervisie_tui.widgets.board_words import board_shown
from intervisie_tui.widgets.entry_list import Line
from intervisie_tui.widgets.folding import folded, rows_of
from intervisie_tui.widgets.notes import count_of, hidden_notes, note_lines, note_title, on_board
from intervisie_tui.widgets.pane import Pane, Words, heading, muted
from intervisie_tui.widgets.parking_lot import parked_words
from intervisie_tui.widgets.signs import signs

MOST = 3
"""Rows of an entry that is not the newest."""


class ShownPane(Pane):
    """A heading, and as many of the newest entries as there is room for."""

    OF: ClassVar[Shown] = Shown.NOTES

    def compose(self) -> ComposeResult:
        """A heading and the entries."""
        yield Words(classes="heading")
        yield Words(classes="body")

    def title(self) -> tuple[str, int]:
        """What it shows, and how many there are of it."""
        raise NotImplementedError

    def lines(self) -> Sequence[Line]:
        """The entries, the newest last."""
        raise NotImplementedError

    def empty(self) -> str:
        """What stands there while there is none."""
        return _("Nothing yet.")

    def on_resize(self) -> None:
        """More fits, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the newest entries, each whole or with a sign that it goes on."""
        if not self.display:
            return
        words, count = self.title()
        body = self.query_one(".body", Words)
        self.query_one(".heading", Words).show(heading(words, count or None))
        width, height = body.size
        if width and height:
            body.show(newest(self.lines(), width, height) or muted(self.empty()))


def newest(lines: Sequence[Line], width: int, height: int) -> Content:
    """As many of the last entries as fit in so many columns and rows, in their order."""
    found: list[Content] = []
    left = height
    for line in reversed(lines):
        last = not found
        words = folded(line.words, width, height if last else MOST)
        if line.tail.plain:
            words = Content("\n").join([words, folded(line.tail, width)])
        if rows_of(words) > left:
            break
        found.insert(0, words)
        left -= rows_of(words)
    if found and len(found) < len(lines) and left:
        found.insert(0, muted(signs().ellipsis))
    return Content("\n").join(found)


class ShownNotes(ShownPane):
    """The notes."""

    def title(self) -> tuple[str, int]:
        """Of what kind they are."""
        run = self.session.current
        here = [note for note in self.session.notes if run is not None and note.phase == run.id]
        return note_title(self.session), len(here)

    def lines(self) -> Sequence[Line]:
        """Those of this phase last; what is written in silence is only counted."""
        return () if on_board(self.session) else note_lines(self.session)


class ShownBoard(ShownPane):
    """The board of this phase, in the place of the notes."""

    def compose(self) -> ComposeResult:
        """A heading and the board."""
        yield Words(classes="heading")
        yield BoardPicture()

    def paint(self) -> None:
        """Show the board."""
        run = self.session.current
        if self.display and run is not None and run.plan.board is not None:
            hidden = hidden_notes(self.session)
            shown = board_shown(self.session, run, run.plan.board, hidden, count_of(hidden))
            self.query_one(".heading", Words).show(heading(_("Board"), shown.count or None))
            self.query_one(BoardPicture).show(shown)


class ShownParking(ShownPane):
    """The parking lot."""

    OF = Shown.PARKING

    def title(self) -> tuple[str, int]:
        """The parking lot."""
        return _("Parking lot"), len(self.session.parking)

    def lines(self) -> Sequence[Line]:
        """What is for later."""
        return [Line(item.id, parked_words(item)) for item in self.session.parking]


class ShownActions(ShownPane):
    """The actions."""

    OF = Shown.ACTIONS

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._today: date | None = None

    def title(self) -> tuple[str, int]:
        """The actions."""
        return _("Actions"), len(self.session.actions)

    def lines(self) -> Sequence[Line]:
        """Who does what by when."""
        return [
            Line(item.id, action_words(self.session, item), action_state(item, self._today))
            for item in self.session.actions
        ]

    def tick(self, now: Moment) -> None:
        """Dates are told as days from today, which changes at midnight."""
        today = spoken.day_of(now)
        if today != self._today:
            self._today = today
            self.paint_if_ready()
