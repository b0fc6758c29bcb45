"""What the board of a phase shows of a session: notes in their places, and beside it all others."""

from collections.abc import Iterable

from textual.content import Content

from intervisie_tui.domain.boards import belongs, first_place, on_board
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Note, Session
from intervisie_tui.method import Board
from intervisie_tui.widgets import words
from intervisie_tui.widgets.board_drawing import Shown
from intervisie_tui.widgets.board_field import Entry, Field
from intervisie_tui.widgets.pane import said
from intervisie_tui.widgets.plain import plain


def board_shown(session: Session, run: PhaseRun, board: Board, hidden: Iterable[Note], last: str) -> Shown:
    """The board of a phase, without the notes that are hidden; `last` is a quiet line below it."""
    out = {note.id for note in hidden}
    standing = {
        place: [note for note in notes if note.id not in out]
        for place, notes in on_board(session, run).items()
    }
    placed = {note.id for notes in standing.values() for note in notes}
    known = placed | out
    others = [note for note in session.notes if note.id not in known]
    # What may still get a place comes first, then what was written down before.
    others.sort(key=lambda note: (note.phase != run.id, not belongs(session, run, note)))
    newest = next((note.id for note in reversed(session.notes) if note.id in placed), "")
    begun = any(note.phase == run.id for note in session.notes)
    return Shown(
        fields=tuple(
            Field(
                cell.id,
                said(cell.name),
                tuple(Entry(note.id, plain(note.text), note.dots) for note in standing[cell.id]),
            )
            for cell in board.cells
        ),
        form=board.form,
        arrows=board.arrows,
        beside=Field("", "", tuple(Entry(note.id, _beside(session, run, note)) for note in others)),
        last=last,
        newest=newest if begun else "",
        begins="" if begun else first_place(session, run) or "",
    )


def _beside(session: Session, run: PhaseRun, note: Note) -> Content:
    here = note.phase == run.id and belongs(session, run, note)
    kind = Content.styled(f"{words.kind(note.kind)}  ", "$text-muted")
    return Content.assemble(kind, plain(note.text, "" if here else "$text-muted"))
