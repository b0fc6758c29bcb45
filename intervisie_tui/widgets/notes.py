"""What was captured: of this phase by kind or place on the board, and above it what came before."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock, Note, Session
from intervisie_tui.locale import _, n_
from intervisie_tui.method import Floor
from intervisie_tui.widgets import words
from intervisie_tui.widgets.entry_list import EntryList, Line
from intervisie_tui.widgets.pane import Pane, Words, heading, muted, said
from intervisie_tui.widgets.plain import one_line, plain

_CROWD = 4
"""From so many on, each is one row."""


class Notes(Pane):
    """The notes of the session, the newest in sight."""

    def compose(self) -> ComposeResult:
        """A heading, a line where there are none, the list."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        lines = _lines(self.session, _here(self.session))
        self._mark(lines)
        yield EntryList(newest=2, rows=len(lines))

    def paint(self) -> None:
        """Show the notes."""
        session = self.session
        here = _here(session)
        self.query_one(".heading", Words).show(heading(_title(session), len(here) or None))
        lines = _lines(session, here)
        newest = next((note.id for note in reversed(here) if any(line.id == note.id for line in lines)), "")
        self._mark(lines)
        self.query_one(EntryList).show(lines, 1 if len(lines) >= _CROWD else 3, newest)
        self.query_one(EntryList).display = bool(lines)
        self.query_one(".empty", Words).show(
            Content("") if lines else muted(_("What should not be lost comes here: press c."))
        )

    def _mark(self, lines: list[Line]) -> None:
        """What is many is laid out otherwise, and so is a board."""
        run = self.session.current
        self.set_class(len(lines) >= _CROWD, "-crowd")
        self.set_class(run is not None and run.plan.board is not None, "-board")


def _here(session: Session) -> tuple[Note, ...]:
    run = session.current
    return tuple(note for note in session.notes if run is not None and note.phase == run.id)


def _title(session: Session) -> str:
    run = session.current
    captures = run.plan.captures if run is not None else ()
    return words.kinds(captures[0]) if len(captures) == 1 else _("Notes")


def _silent(session: Session) -> bool:
    run = session.current
    return run is not None and run.plan.floor is Floor.SILENT and session.clock is not Clock.FINISHED


def _lines(session: Session, here: tuple[Note, ...]) -> list[Line]:
    ids = {note.id for note in here}
    lines = [
        Line(note.id, _words(session, note, "$text-muted")) for note in session.notes if note.id not in ids
    ]
    run = session.current
    board = run.plan.board if run is not None else None
    # What others write in silence is theirs until the silence ends.
    hidden = [note for note in here if note.by is not None and _silent(session)]
    shown = [note for note in here if note not in hidden]
    if board is None:
        lines += [Line(note.id, _words(session, note, "")) for note in shown]
    else:
        for cell in board.cells:
            lines.append(Line("", one_line(said(cell.name), "$accent")))
            lines += [
                Line(note.id, Content.assemble("  ", plain(note.text)))
                for note in shown
                if note.cell == cell.id
            ]
        placed = {cell.id for cell in board.cells}
        lines += [Line(note.id, _words(session, note, "")) for note in shown if note.cell not in placed]
    if hidden:
        lines.append(Line("", muted(n_("{n} written in silence", "{n} written in silence", len(hidden)))))
    return lines


def _words(session: Session, note: Note, style: str) -> Content:
    run = session.phase(note.phase)
    captures = run.plan.captures if run is not None else ()
    text = plain(note.text, style)
    if len(captures) == 1 and session.current is run:
        return text
    return Content.assemble(Content.styled(f"{words.kind(note.kind)}  ", "$text-muted"), text)
