"""The moves on a board: a note to another place, and dots."""

from intervisie_tui.domain import boards
from intervisie_tui.domain import commands as c
from intervisie_tui.domain import events as e
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Note, Session

Decision = tuple[e.Event, ...] | Refusal

_GONE = Refusal("That entry is no longer there.", quiet=True)
_NO_PHASE = Refusal("That phase is not in the agenda.")
_NO_BOARD = Refusal("This phase has no board.")
_NO_PLACE = Refusal("That place is not on the board of this phase.")
_ELSEWHERE = Refusal("That entry does not belong to this board.")
_THERE = Refusal("It stands there already.", quiet=True)
_NO_DOTS = Refusal("In this phase no dots are given.")
_LOOSE = Refusal("Give it a place on the board first.")
_NONE = Refusal("There is no dot on it.", quiet=True)
_NONE_LEFT = Refusal("You have no dot left; take one away first.")
_NOT_YOURS = Refusal("There is no dot of yours on it.", quiet=True)
_ANOTHER_GIVES = Refusal("In this phase somebody else gives the dots.")


def move_note(session: Session, command: c.MoveNote, now: Moment, _: str) -> Decision:
    """Put a note in another place on the board of a phase."""
    found = _found(session, command.id, command.phase)
    if isinstance(found, Refusal):
        return found
    run, note = found
    if run.plan.board is None or command.cell not in boards.places(run.plan.board):
        return _NO_PLACE
    return _THERE if note.cell == command.cell else (e.NoteMoved(now, note.id, command.cell),)


def give_dots(session: Session, command: c.GiveDots, now: Moment, _: str) -> Decision:
    """Give a note dots, or take them; never more than there are."""
    found = _found(session, command.id, command.phase)
    if isinstance(found, Refusal):
        return found
    run, note = found
    most = boards.most_dots(session, run)
    if not most:
        return _NO_DOTS
    if note.cell not in boards.on_board(session, run):
        return _LOOSE
    if not command.by or note.dots + command.by < 0:
        return _NONE
    refusal = _not_own(session, command, run, note) if command.member is not None else None
    if refusal is not None:
        return refusal
    if command.by > boards.dots_left(session, run, command.member):
        if command.member is not None and not boards.one_holds_all(run):
            return _NONE_LEFT
        return Refusal("All {n} dots have been given; take one away first.", {"n": str(most)})
    return (e.DotsGiven(now, note.id, command.by, command.member),)


def _not_own(session: Session, command: c.GiveDots, run: PhaseRun, note: Note) -> Refusal | None:
    """Why these are no dots for a guest to give or take; the one who holds all dots may take the room's too."""
    member = command.member or ""
    if not boards.may_dot(session, run, member):
        return _ANOTHER_GIVES
    if not boards.one_holds_all(run) and dict(note.dotted).get(member, 0) + command.by < 0:
        return _NOT_YOURS
    return None


def _found(session: Session, note_id: str, phase_id: str) -> tuple[PhaseRun, Note] | Refusal:
    """The phase whose board it is, and the note, which may stand on it."""
    note = next((one for one in session.notes if one.id == note_id), None)
    run = session.phase(phase_id)
    if run is None:
        return _NO_PHASE
    if run.plan.board is None:
        return _NO_BOARD
    if note is None:
        return _GONE
    return (run, note) if boards.belongs(session, run, note) else _ELSEWHERE
