"""What was captured: of this phase by kind or place on the board, and above it what came before."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock, Note, Session
from intervisie_tui.locale import _, n_
from intervisie_tui.method import Floor
from intervisie_tui.widgets import words
from intervisie_tui.widgets.entry_list import EntryList, Line
from intervisie_tui.widgets.pane import Pane, Words, heading, muted
from intervisie_tui.widgets.plain import one_line, plain

if TYPE_CHECKING:
    from intervisie_tui.widgets.board import BoardView

_CROWD = 4
"""From so many on, each is one row."""


class Notes(Pane):
    """The notes of the session, the newest in sight; those of a phase with a board stand on that."""

    _board: "BoardView | None" = None

    def compose(self) -> ComposeResult:
        """A heading, a line where there are none, the list."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        lines = note_lines(self.session)
        self._mark(lines)
        yield EntryList(newest=2, rows=len(lines))

    def paint(self) -> None:
        """Show the notes."""
        session = self.session
        here = _here(session)
        if not on_board(session):
            self.query_one(".heading", Words).show(heading(note_title(session), len(here) or None))
        lines = note_lines(session)
        newest = next((note.id for note in reversed(here) if any(line.id == note.id for line in lines)), "")
        self._mark(lines)
        self.query_one(EntryList).show(lines, 1 if len(lines) >= _CROWD else 3, newest)
        self.query_one(EntryList).display = bool(lines)
        self._paint_board()
        empty = not lines and not on_board(session)
        self.query_one(".empty", Words).show(
            muted(_("What should not be lost comes here: press c.")) if empty else Content("")
        )

    def _paint_board(self) -> None:
        """Show the board of the phase, which is made when it is first needed: the first picture waits for nothing."""
        run = self.session.current
        board = run.plan.board if run is not None else None
        if run is None or board is None:
            if self._board is not None:
                self._board.display = False
            return
        from intervisie_tui.widgets.board import BoardView
        from intervisie_tui.widgets.board_words import board_shown

        if self._board is None:
            self._board = BoardView()
            self.mount(self._board)
        self._board.display = True
        hidden = hidden_notes(self.session)
        shown = board_shown(self.session, run, board, hidden, count_of(hidden))
        self.query_one(".heading", Words).show(heading(_("Board"), shown.count or None))
        self._board.show(shown)

    def _mark(self, lines: list[Line]) -> None:
        """What is many is laid out otherwise, and so is a board."""
        self.set_class(len(lines) >= _CROWD, "-crowd")
        self.set_class(on_board(self.session), "-board")


def _here(session: Session) -> tuple[Note, ...]:
    run = session.current
    return tuple(note for note in session.notes if run is not None and note.phase == run.id)


def on_board(session: Session) -> bool:
    """Whether what is written in this phase stands on a board."""
    return session.current is not None and session.current.plan.board is not None


def note_title(session: Session) -> str:
    """What the notes of this phase are, as a heading."""
    run = session.current
    captures = run.plan.captures if run is not None else ()
    return words.kinds(captures[0]) if len(captures) == 1 else _("Notes")


def silent(session: Session) -> bool:
    """Whether everybody writes in silence now."""
    run = session.current
    return run is not None and run.plan.floor is Floor.SILENT and session.clock is not Clock.FINISHED


def hidden_notes(session: Session) -> list[Note]:
    """What others write in silence is theirs until the silence ends."""
    return [note for note in _here(session) if note.by is not None and silent(session)]


def count_of(hidden: list[Note]) -> str:
    """How many are hidden, in words; nothing where none is."""
    return n_("{n} written in silence", "{n} written in silence", len(hidden)) if hidden else ""


def note_lines(session: Session) -> list[Line]:
    """Every note as a line, those of this phase last; none where they stand on a board."""
    if on_board(session):
        return []
    here = _here(session)
    ids = {note.id for note in here}
    lines = [
        Line(note.id, _words(session, note, "$text-muted")) for note in session.notes if note.id not in ids
    ]
    hidden = hidden_notes(session)
    lines += [Line(note.id, _words(session, note, "")) for note in here if note not in hidden]
    if hidden:
        lines.append(Line("", muted(count_of(hidden))))
    return lines


def _words(session: Session, note: Note, style: str) -> Content:
    run = session.phase(note.phase)
    captures = run.plan.captures if run is not None else ()
    text = plain(note.text, style)
    if len(captures) == 1 and session.current is run:
        return text
    return Content.assemble(one_line(f"{words.about(note, run)}  ", "$text-muted"), text)
