"""The moves that capture: notes, the parking lot and actions."""

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import events as e
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import clean
from intervisie_tui.method import Capture

Decision = tuple[e.Event, ...] | Refusal

_EMPTY = Refusal("There is nothing in it yet; type something first.")
_GONE = Refusal("That entry is no longer there.", quiet=True)
_THERE = Refusal("That has been captured already.", quiet=True)
_STRANGER = Refusal("Nobody of that name is in this session.")


def _ids(session: Session) -> set[str]:
    return _texts(session) | {action.id for action in session.actions}


def _texts(session: Session) -> set[str]:
    return {note.id for note in session.notes} | {item.id for item in session.parking}


def _wrong(session: Session, entry_id: str, text: str, by: str | None) -> Refusal | None:
    if not clean(text):
        return _EMPTY
    if entry_id in _ids(session):
        return _THERE
    return _STRANGER if by is not None and session.member(by) is None else None


def add_note(session: Session, command: c.AddNote, now: Moment, _: str) -> Decision:
    """Capture a note in a phase; without a kind it gets the first that the phase captures."""
    wrong = _wrong(session, command.id, command.text, command.by)
    if wrong is not None:
        return wrong
    run = session.phase(command.phase)
    if run is None:
        return Refusal("That phase is not in the agenda.")
    board = run.plan.board
    if command.cell is not None and (board is None or command.cell not in {cell.id for cell in board.cells}):
        return Refusal("That place is not on the board of this phase.")
    kind = command.kind or next(iter(run.plan.captures), Capture.INSIGHT)
    return (e.NoteAdded(now, command.id, run.id, kind, clean(command.text), command.by, command.cell),)


def park(session: Session, command: c.Park, now: Moment, _: str) -> Decision:
    """Park something."""
    wrong = _wrong(session, command.id, command.text, command.by)
    return wrong or (e.ThingParked(now, command.id, clean(command.text), command.by),)


def take_parked(session: Session, command: c.TakeParked, now: Moment, _: str) -> Decision:
    """Something parked has been dealt with, or is parked again."""
    if command.id not in {item.id for item in session.parking}:
        return _GONE
    return (e.ParkedTaken(now, command.id, command.taken),)


def add_action(session: Session, command: c.AddAction, now: Moment, _: str) -> Decision:
    """Agree on an action."""
    wrong = _wrong(session, command.id, command.text, command.owner)
    return wrong or (e.ActionAdded(now, command.id, clean(command.text), command.owner, command.due),)


def change_action(session: Session, command: c.ChangeAction, now: Moment, _: str) -> Decision:
    """Give an action another text, owner or date."""
    if command.id not in {action.id for action in session.actions}:
        return _GONE
    if not clean(command.text):
        return _EMPTY
    if command.owner is not None and session.member(command.owner) is None:
        return _STRANGER
    return (e.ActionChanged(now, command.id, clean(command.text), command.owner, command.due),)


def mark_action(session: Session, command: c.MarkAction, now: Moment, _: str) -> Decision:
    """Say how an action stands."""
    if command.id not in {action.id for action in session.actions}:
        return _GONE
    return (e.ActionMarked(now, command.id, command.status),)


def change_text(session: Session, command: c.ChangeText, now: Moment, _: str) -> Decision:
    """Word a note or something parked otherwise."""
    if command.id not in _texts(session):
        return _GONE
    if not clean(command.text):
        return _EMPTY
    return (e.TextChanged(now, command.id, clean(command.text)),)


def delete_entry(session: Session, command: c.DeleteEntry, now: Moment, _: str) -> Decision:
    """Take an entry out of sight; undo brings it back."""
    return (e.EntryDeleted(now, command.id),) if command.id in _ids(session) else _GONE
