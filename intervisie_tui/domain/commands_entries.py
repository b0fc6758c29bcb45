"""What may be asked of notes, the parking lot and actions."""

from dataclasses import dataclass
from datetime import date

from intervisie_tui.domain.session import Status
from intervisie_tui.method import Capture


@dataclass(frozen=True, slots=True)
class AddNote:
    """Capture a note in the phase of that id; an empty kind is the phase's first."""

    id: str
    phase: str
    text: str
    kind: Capture | None = None
    by: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class MoveNote:
    """Put a note in another place on the board of the phase of that id; the note stays of its own phase."""

    id: str
    phase: str
    cell: str


@dataclass(frozen=True, slots=True)
class GiveDots:
    """Give a note so many dots more on the board of the phase of that id, or (less than 0) take them."""

    id: str
    phase: str
    by: int = 1
    member: str | None = None
    """Whose dots they are, where a guest gives them."""


@dataclass(frozen=True, slots=True)
class Park:
    """Park something."""

    id: str
    text: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class TakeParked:
    """Something parked has been dealt with, or (False) is parked again."""

    id: str
    taken: bool = True


@dataclass(frozen=True, slots=True)
class AddAction:
    """Agree on an action."""

    id: str
    text: str
    owner: str | None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ChangeAction:
    """Give an action another text, owner or date."""

    id: str
    text: str
    owner: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class MarkAction:
    """Say how an action stands."""

    id: str
    status: Status


@dataclass(frozen=True, slots=True)
class ChangeText:
    """Word a note or something parked otherwise."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class DeleteEntry:
    """Take a note, something parked or an action out of sight."""

    id: str
