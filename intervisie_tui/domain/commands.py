"""What may be asked of a session."""

from dataclasses import dataclass

from intervisie_tui.domain.commands_doors import (
    CloseLink,
    HandOver,
    OpenLink,
    RenewLink,
    ShowOut,
    TakeControl,
    TakeSeat,
)
from intervisie_tui.domain.commands_entries import (
    AddAction,
    AddNote,
    ChangeAction,
    ChangeText,
    DeleteEntry,
    GiveDots,
    MarkAction,
    MoveNote,
    Park,
    TakeParked,
)
from intervisie_tui.domain.commands_turns import (
    ChooseOrder,
    DrawGroups,
    GiveFloor,
    LowerHand,
    NextSpeaker,
    PassTurn,
    RaiseHand,
    ShowTalk,
)
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Action, Keep, Member, Order, Role
from intervisie_tui.domain.shown import Shown
from intervisie_tui.method import Text

__all__ = [
    "AddAction", "AddMember", "AddNote", "AddTime", "BeganAgo", "BringBack", "ChangeAction", "ChangeText",
    "ChooseMethod", "ChooseOrder", "ChooseOwner", "Close", "CloseLink", "Command", "DeleteEntry", "DrawGroups",
    "Finish", "GiveDots", "GiveFloor", "GiveRole", "HandOver", "JudgeQuiet", "LeaveBlocks", "LowerHand", "MarkAction",
    "MoveNote", "NextPhase", "NextSpeaker", "OpenLink", "Park", "PassTurn", "PauseClock", "PauseSince",
    "PreviousPhase", "RaiseHand", "Refusal", "RenewLink", "Replan", "SetGroundRules", "SetQuestion", "SetVeil",
    "ShowOnStage", "ShowOut", "ShowTalk", "Start", "StartClock", "TakeBack", "TakeBreak", "TakeControl",
    "TakeOutMember", "TakeParked", "TakeSeat", "Unfinish",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Start:
    """Set up a session; its clock waits."""

    id: str
    language: str
    members: tuple[Member, ...]
    agenda: tuple[PlannedPhase, ...]
    planned_seconds: float
    roles: tuple[tuple[Role, str], ...] = ()
    ground_rules: tuple[Text, ...] = ()
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
class ChooseMethod:
    """Play this method: `phases` take the place of what has not been done of the method, or of its placeholder.

    With `another_case` they come after what was done, for a new case. `replaces` are the ids of the frame's phases
    that the method has itself (a harvest of its own).
    """

    method: str
    method_name: Text
    phases: tuple[PlannedPhase, ...]
    facilitator_joins: bool = True
    has_owner: bool = True
    another_case: bool = False
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChooseOwner:
    """This member brings the case of now, or the case of that number (None: open again)."""

    member: str | None
    case: int | None = None


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """Word the question of the case of now, or of the case of that number."""

    question: str
    case: int | None = None


@dataclass(frozen=True, slots=True)
class AddMember:
    """Somebody comes late, or comes back."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TakeOutMember:
    """Somebody leaves."""

    member: str


@dataclass(frozen=True, slots=True)
class GiveRole:
    """Give a role to a member, or to nobody."""

    role: Role
    member: str | None


@dataclass(frozen=True, slots=True)
class SetGroundRules:
    """Agree on these ground rules."""

    rules: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class StartClock:
    """Start the clock, or let it go on; a break ends."""


@dataclass(frozen=True, slots=True)
class PauseClock:
    """Let the clock stand still."""


@dataclass(frozen=True, slots=True)
class NextPhase:
    """Leave the phase of that id for the next."""

    leaving: str


@dataclass(frozen=True, slots=True)
class LeaveBlocks:
    """Leave the phase of that id, and all blocks that are left, for what comes after them."""

    leaving: str


@dataclass(frozen=True, slots=True)
class PreviousPhase:
    """Go back from the phase of that id to the one before."""

    leaving: str


@dataclass(frozen=True, slots=True)
class AddTime:
    """So many seconds more (less, when negative) for the phase of that id."""

    phase: str
    seconds: float


@dataclass(frozen=True, slots=True)
class BeganAgo:
    """The phase of now began so many seconds ago."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Replan:
    """Give phases that are left these seconds, as (phase id, seconds)."""

    seconds: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PauseSince:
    """The clock has stood still since that moment (after a gap without a live screen)."""

    since: Moment


@dataclass(frozen=True, slots=True)
class JudgeQuiet:
    """Whether the time since that moment, in which nothing was done, counts."""

    since: Moment
    counts: bool


@dataclass(frozen=True, slots=True)
class TakeBreak:
    """A break of so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ShowOnStage:
    """Show one kind of what is written down on the stage, or no longer; the others stay as they are."""

    what: Shown
    shown: bool = True


@dataclass(frozen=True, slots=True)
class SetVeil:
    """Blank the room's screens, or show them again."""

    veiled: bool


@dataclass(frozen=True, slots=True)
class Finish:
    """End the clock."""


@dataclass(frozen=True, slots=True)
class Unfinish:
    """Go on after all."""


@dataclass(frozen=True, slots=True)
class Close:
    """Choose what is kept; there is no way back."""

    keep: Keep


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Count the commit of that revision as never made."""

    revision: int


@dataclass(frozen=True, slots=True)
class BringBack:
    """Count the commit of that revision again."""

    revision: int


Command = (
    Start | ChooseMethod | ChooseOwner | SetQuestion | AddMember | TakeOutMember | GiveRole | SetGroundRules
    | StartClock | PauseClock | NextPhase | LeaveBlocks | PreviousPhase | AddTime | BeganAgo | Replan
    | PauseSince | JudgeQuiet | NextSpeaker | PassTurn | GiveFloor | DrawGroups | RaiseHand | LowerHand | ChooseOrder
    | ShowTalk | AddNote | MoveNote | GiveDots | Park | TakeParked | AddAction | ChangeAction | MarkAction
    | ChangeText | DeleteEntry | TakeBreak | ShowOnStage | SetVeil | Finish | Unfinish | Close | TakeBack | BringBack
    | TakeSeat | ShowOut | HandOver | TakeControl | RenewLink | CloseLink | OpenLink
)  # fmt: skip
