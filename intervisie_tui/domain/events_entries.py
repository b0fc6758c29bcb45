"""What happened to notes, the parking lot and actions."""

from dataclasses import dataclass
from datetime import date

from intervisie_tui.domain.happened import Happened
from intervisie_tui.domain.session import Status
from intervisie_tui.method import Capture


@dataclass(frozen=True, slots=True)
class NoteAdded(Happened):
    """A note was captured."""

    id: str
    phase: str
    kind: Capture
    text: str
    by: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class NoteMoved(Happened):
    """A note was put in another place on the board."""

    id: str
    cell: str


@dataclass(frozen=True, slots=True)
class DotsGiven(Happened):
    """A note was given so many dots more; less than 0: they were taken."""

    id: str
    by: int
    member: str | None = None


@dataclass(frozen=True, slots=True)
class ThingParked(Happened):
    """Something was parked."""

    id: str
    text: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ParkedTaken(Happened):
    """Something parked was dealt with, or put back."""

    id: str
    taken: bool


@dataclass(frozen=True, slots=True)
class ActionAdded(Happened):
    """An action was agreed."""

    id: str
    text: str
    owner: str | None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ActionChanged(Happened):
    """An action has another text, owner or date."""

    id: str
    text: str
    owner: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class ActionMarked(Happened):
    """An action stands otherwise from now on."""

    id: str
    status: Status


@dataclass(frozen=True, slots=True)
class TextChanged(Happened):
    """A note or something parked was worded otherwise."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class EntryDeleted(Happened):
    """A note, something parked or an action was taken out of sight."""

    id: str
