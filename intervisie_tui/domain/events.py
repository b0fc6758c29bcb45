"""What happened in a session, each with the moment at which it did."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from intervisie_tui.domain.events_doors import (
    ControlTaken,
    GuestShownOut,
    HandedOver,
    LinkClosed,
    LinkOpened,
    LinkRenewed,
    SeatTaken,
)
from intervisie_tui.domain.events_entries import (
    ActionAdded,
    ActionChanged,
    ActionMarked,
    DotsGiven,
    EntryDeleted,
    NoteAdded,
    NoteMoved,
    ParkedTaken,
    TextChanged,
    ThingParked,
)
from intervisie_tui.domain.happened import Happened, OfMember, OfRevision, OfSeconds
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.session import Action, Keep, Member, Order, Role, Seat
from intervisie_tui.domain.shown import Shown
from intervisie_tui.method import Text

__all__ = [
    "EVENTS", "ActionAdded", "ActionChanged", "ActionMarked", "BreakBegan", "BreakEnded", "BroughtBack",
    "ClockPaused", "ClockStarted", "Closed", "Commit", "ControlTaken", "DotsGiven", "EntryDeleted", "Event",
    "Finished", "FloorGiven", "GroundRulesSet", "GroupsDrawn", "GuestShownOut", "HandLowered", "HandRaised",
    "HandedOver", "Happened", "LinkClosed", "LinkOpened", "LinkRenewed", "MemberCame", "MemberLeft",
    "MethodChosen", "NoteAdded", "NoteMoved", "OrderChosen", "OwnerChosen", "ParkedTaken", "PausedSince",
    "PhaseBegan", "PhaseEntered", "QuestionSet", "QuietJudged", "RoleGiven", "SeatTaken", "StageSet", "Started",
    "TakenBack", "TalkShown", "TextChanged", "ThingParked", "TimeSet", "Unfinished", "Veiled",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Started(Happened):
    """A session was set up, with its whole agenda; no clock runs yet."""

    id: str
    language: str
    members: tuple[Member, ...]
    roles: tuple[tuple[Role, str], ...]
    ground_rules: tuple[Text, ...]
    agenda: tuple[PlannedPhase, ...]
    planned_seconds: float
    owner: str | None = None
    question: str = ""
    method: str | None = None
    method_name: Text | None = None
    facilitator_joins: bool = True
    has_owner: bool = True
    group: str | None = None
    group_name: str = ""
    number: int | None = None
    of: int | None = None
    speed: float = 1.0
    order: Order = Order.PLACE
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodChosen(Happened):
    """Another method, or the first: the agenda from now on; what was done before stays in it."""

    method: str
    method_name: Text
    agenda: tuple[PlannedPhase, ...]
    position: int
    facilitator_joins: bool
    has_owner: bool
    case: int


@dataclass(frozen=True, slots=True)
class OwnerChosen(Happened):
    """Somebody brings the case (None: open again)."""

    case: int
    member: str | None


@dataclass(frozen=True, slots=True)
class QuestionSet(Happened):
    """The question of a case was worded."""

    case: int
    question: str


@dataclass(frozen=True, slots=True)
class MemberCame(Happened):
    """A member came late, came back, or was added."""

    member: Member


class MemberLeft(OfMember):
    """A member left the circle."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class RoleGiven(Happened):
    """A member has a role from now on (None: nobody has)."""

    role: Role
    member: str | None


@dataclass(frozen=True, slots=True)
class GroundRulesSet(Happened):
    """The group agreed on these ground rules."""

    rules: tuple[Text, ...]


class ClockStarted(Happened):
    """The clock began or went on."""

    __slots__ = ()


class ClockPaused(Happened):
    """The clock came to a stand."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class PhaseEntered(Happened):
    """The session went to the phase at a position of the agenda."""

    position: int
    screen: str = ""


class PhaseBegan(OfSeconds):
    """This phase began so many seconds ago; pauses since do not count as pauses."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TimeSet(Happened):
    """Phases have these seconds from now on, as (phase id, seconds): more, fewer, or a re-plan."""

    seconds: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PausedSince(Happened):
    """After a gap without any live screen: the clock has stood still since that moment."""

    since: Moment


@dataclass(frozen=True, slots=True)
class FloorGiven(Happened):
    """The floor went to a member; None: to nobody, a round is complete."""

    member: str | None
    passed: bool = False
    """Whether the one before passed."""
    new_round: bool = False


@dataclass(frozen=True, slots=True)
class GroupsDrawn(Happened):
    """The small groups of now were drawn anew, as ids of members."""

    groups: tuple[tuple[str, ...], ...]


class HandRaised(OfMember):
    """A member wants the floor."""

    __slots__ = ()


class HandLowered(OfMember):
    """A member no longer wants the floor."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OrderChosen(Happened):
    """Rounds go by place or by least heard."""

    order: Order


@dataclass(frozen=True, slots=True)
class TalkShown(Happened):
    """The group asked to see talk time, or no longer."""

    shown: bool


@dataclass(frozen=True, slots=True)
class QuietJudged(Happened):
    """Somebody said whether a time in which nothing was done counts; it began and ended at these moments."""

    since: Moment
    until: Moment
    counts: bool


class BreakBegan(OfSeconds):
    """A break of so many seconds; the clock stands still."""

    __slots__ = ()


class BreakEnded(Happened):
    """The break is over; the clock waits."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class StageSet(Happened):
    """The stage shows this, and nothing else of what is written down."""

    what: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Veiled(Happened):
    """The room's screens were blanked, or shown again."""

    veiled: bool


class Finished(Happened):
    """The clock has ended."""

    __slots__ = ()


class Unfinished(Happened):
    """Finishing was a mistake: the session goes on, its clock waits."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Closed(Happened):
    """What is kept has been chosen; there is no way back."""

    keep: Keep


class TakenBack(OfRevision):
    """The commit of that revision counts as never made."""

    __slots__ = ()


class BroughtBack(OfRevision):
    """The commit of that revision, once taken back, counts again."""

    __slots__ = ()


Event = (
    Started | MethodChosen | OwnerChosen | QuestionSet | MemberCame | MemberLeft | RoleGiven | GroundRulesSet
    | ClockStarted | ClockPaused | PhaseEntered | PhaseBegan | TimeSet | PausedSince | FloorGiven | GroupsDrawn
    | HandRaised | HandLowered | OrderChosen | TalkShown | NoteAdded | NoteMoved | DotsGiven | ThingParked
    | ParkedTaken | ActionAdded | ActionChanged | ActionMarked | TextChanged | EntryDeleted | BreakBegan
    | BreakEnded | StageSet | Veiled | Finished | Unfinished | Closed | TakenBack | BroughtBack
    | QuietJudged | SeatTaken | GuestShownOut | HandedOver | ControlTaken | LinkRenewed | LinkClosed | LinkOpened
)  # fmt: skip

EVENTS: Mapping[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}


@dataclass(frozen=True, slots=True)
class Commit:
    """Events that happened together, made on one screen; revisions count from 1 without a gap."""

    revision: int
    at: Moment
    seat: Seat
    screen: str
    events: tuple[Event, ...]
