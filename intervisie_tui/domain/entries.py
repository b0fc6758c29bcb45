"""What events make of notes, the parking lot and actions."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from intervisie_tui.domain import events as e
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.rows import Rows
from intervisie_tui.domain.session import Action, Note, Parked, Session


class Entries:
    """All entries of a session while it is folded: an event changes one row, whatever the number of the others."""

    def __init__(self, session: Session) -> None:
        self.session = session.id
        self.notes: Rows[Note] = Rows(session.notes)
        self.parking: Rows[Parked] = Rows(session.parking)
        self.actions: Rows[Action] = Rows(session.actions)

    def apply(self, events: Iterable[e.Event]) -> None:
        """Take in what happened; other events than those of entries change nothing here."""
        for event in events:
            move = _MOVES.get(type(event))
            if move is not None:
                move(self, event)

    def told_anew(self, ids: Collection[str], at: Moment) -> None:
        """Count these actions as changed by an undo or redo.

        Without a change of its own an action has a lower revision than it had with it, so two are added: whoever knew
        it from before, such as a calendar, has to see that this is the later one.
        """
        for action_id in ids:
            self.actions.change(
                action_id, lambda action: replace(action, revision=action.revision + 2, changed=at.utc)
            )

    def within(self, session: Session) -> Session:
        """The session with these entries."""
        return replace(
            session,
            notes=self.notes.frozen(),
            parking=self.parking.frozen(),
            actions=self.actions.frozen(),
        )


def applied(session: Session, event: e.Event) -> Session:
    """The session after one event of an entry."""
    entries = Entries(session)
    entries.apply((event,))
    return entries.within(session)


def _started(entries: Entries, event: e.Started) -> None:
    entries.session = event.id
    entries.notes, entries.parking, entries.actions = Rows(), Rows(), Rows(event.actions)


def _note_added(entries: Entries, event: e.NoteAdded) -> None:
    entries.notes.add(Note(event.id, event.phase, event.kind, event.text, event.by, event.cell))


def _note_moved(entries: Entries, event: e.NoteMoved) -> None:
    entries.notes.change(event.id, lambda note: replace(note, cell=event.cell))


def _dots_given(entries: Entries, event: e.DotsGiven) -> None:
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

    entries.notes.change(event.id, given)


def _parked(entries: Entries, event: e.ThingParked) -> None:
    entries.parking.add(Parked(event.id, event.text, event.by))


def _taken(entries: Entries, event: e.ParkedTaken) -> None:
    entries.parking.change(event.id, lambda item: replace(item, taken=event.taken))


def _action_added(entries: Entries, event: e.ActionAdded) -> None:
    entries.actions.add(
        Action(event.id, event.text, event.owner, event.due, session=entries.session, changed=event.at.utc)
    )


def _action(entries: Entries, event: e.ActionChanged | e.ActionMarked, **changes: Any) -> None:
    def revised(action: Action) -> Action:
        changed = replace(action, **changes)
        if changed == action:
            return action
        return replace(changed, revision=action.revision + 1, changed=event.at.utc)

    entries.actions.change(event.id, revised)


def _action_changed(entries: Entries, event: e.ActionChanged) -> None:
    _action(entries, event, text=event.text, owner=event.owner, due=event.due)


def _action_marked(entries: Entries, event: e.ActionMarked) -> None:
    _action(entries, event, status=event.status)


def _text_changed(entries: Entries, event: e.TextChanged) -> None:
    entries.notes.change(event.id, lambda note: replace(note, text=event.text))
    entries.parking.change(event.id, lambda item: replace(item, text=event.text))


def _deleted(entries: Entries, event: e.EntryDeleted) -> None:
    entries.notes.remove(event.id)
    entries.parking.remove(event.id)
    entries.actions.remove(event.id)


_OF_ENTRIES: dict[type, Callable[[Entries, Any], None]] = {
    e.NoteAdded: _note_added,
    e.NoteMoved: _note_moved,
    e.DotsGiven: _dots_given,
    e.ThingParked: _parked,
    e.ParkedTaken: _taken,
    e.ActionAdded: _action_added,
    e.ActionChanged: _action_changed,
    e.ActionMarked: _action_marked,
    e.TextChanged: _text_changed,
    e.EntryDeleted: _deleted,
}
_MOVES: dict[type, Callable[[Entries, Any], None]] = {e.Started: _started, **_OF_ENTRIES}
KINDS = frozenset(_OF_ENTRIES)
"""The events that change entries and nothing else of a session but when it was last stirred."""
