"""What events make of notes, the parking lot and actions."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from intervisie_tui.domain import events as e
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Action, Note, Parked, Session


def _text_changed(session: Session, event: e.TextChanged) -> Session:
    notes = tuple(replace(note, text=event.text) if note.id == event.id else note for note in session.notes)
    parking = tuple(
        replace(item, text=event.text) if item.id == event.id else item for item in session.parking
    )
    return replace(session, notes=notes, parking=parking)


def _deleted(session: Session, event: e.EntryDeleted) -> Session:
    return replace(
        session,
        notes=tuple(note for note in session.notes if note.id != event.id),
        parking=tuple(item for item in session.parking if item.id != event.id),
        actions=tuple(action for action in session.actions if action.id != event.id),
    )


def _note_added(session: Session, event: e.NoteAdded) -> Session:
    note = Note(event.id, event.phase, event.kind, event.text, event.by, event.cell)
    return replace(session, notes=(*session.notes, note))


def _note(session: Session, note_id: str, changed: Callable[[Note], Note]) -> Session:
    notes = tuple(changed(note) if note.id == note_id else note for note in session.notes)
    return replace(session, notes=notes)


def _dots_given(session: Session, event: e.DotsGiven) -> Session:
    def given(note: Note) -> Note:
        dots = max(note.dots + event.by, 0)
        own = dict(note.dotted)
        if event.member is not None:
            own[event.member] = own.get(event.member, 0) + event.by
        left = dots
        dotted = []
        # A timekeeper may have taken away what a guest gave.
        for member, count in own.items():
            kept = max(0, min(count, left))
            left -= kept
            if kept:
                dotted.append((member, kept))
        return replace(note, dots=dots, dotted=tuple(dotted))

    return _note(session, event.id, given)


def _parked(session: Session, event: e.ThingParked) -> Session:
    return replace(session, parking=(*session.parking, Parked(event.id, event.text, event.by)))


def _taken(session: Session, event: e.ParkedTaken) -> Session:
    parking = tuple(
        replace(item, taken=event.taken) if item.id == event.id else item for item in session.parking
    )
    return replace(session, parking=parking)


def _action_added(session: Session, event: e.ActionAdded) -> Session:
    action = Action(event.id, event.text, event.owner, event.due, session=session.id, changed=event.at.utc)
    return replace(session, actions=(*session.actions, action))


def _action(session: Session, event: e.ActionChanged | e.ActionMarked, **changes: Any) -> Session:
    def revised(action: Action) -> Action:
        changed = replace(action, **changes)
        if action.id != event.id or changed == action:
            return action
        return replace(changed, revision=action.revision + 1, changed=event.at.utc)

    return replace(session, actions=tuple(map(revised, session.actions)))


def told_anew(session: Session, ids: Collection[str], at: Moment) -> Session:
    """The session in which these actions were changed by an undo or redo.

    Without a change of its own an action has a lower revision than it had with it, so two are added: whoever knew it
    from before, such as a calendar, has to see that this is the later one.
    """
    actions = tuple(
        replace(action, revision=action.revision + 2, changed=at.utc) if action.id in ids else action
        for action in session.actions
    )
    return replace(session, actions=actions)


TABLE: dict[type, Callable[[Session, Any], Session]] = {
    e.NoteAdded: _note_added,
    e.NoteMoved: lambda session, event: _note(session, event.id, lambda note: replace(note, cell=event.cell)),
    e.DotsGiven: _dots_given,
    e.ThingParked: _parked,
    e.ParkedTaken: _taken,
    e.ActionAdded: _action_added,
    e.ActionChanged: lambda session, event: _action(
        session, event, text=event.text, owner=event.owner, due=event.due
    ),
    e.ActionMarked: lambda session, event: _action(session, event, status=event.status),
    e.TextChanged: _text_changed,
    e.EntryDeleted: _deleted,
}
