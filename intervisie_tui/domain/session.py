"""Session: the state that the whole room sees."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from intervisie_tui.domain.attended import Attended
from intervisie_tui.domain.guests import LINKS, Guest, Link, Seat
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.shown import Shown
from intervisie_tui.method import Capture, Text

__all__ = [
    "Action", "Break", "Case", "Clock", "Drawn", "Guest", "Keep", "Link", "Member", "Note", "Order", "Parked", "Role",
    "Seat", "Session", "Status", "Talk", "Turns",
]  # fmt: skip


class Clock(StrEnum):
    """How the session's clock stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


class Order(StrEnum):
    """By what a round goes."""

    PLACE = "place"
    LEAST_HEARD = "least-heard"


class Role(StrEnum):
    """The roles that a member may have in a session, beside bringing a case."""

    FACILITATOR = "facilitator"
    TIMEKEEPER = "timekeeper"
    SCRIBE = "scribe"


class Status(StrEnum):
    """How an action stands."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    CHANGED = "changed"
    DROPPED = "dropped"


class Keep(StrEnum):
    """What the group chooses to keep when a session is closed."""

    ALL = "all"
    ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Member:
    """One of the people in the circle; the place is the order in the session's members."""

    id: str
    name: str
    present: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """A question and who brought it; each may still be open."""

    owner: str | None = None
    question: str = ""
    method: str | None = None
    method_name: Text | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something captured in a phase."""

    id: str
    phase: str
    kind: Capture
    text: str
    by: str | None = None
    cell: str | None = None
    dots: int = 0
    dotted: tuple[tuple[str, int], ...] = ()
    """How many of the dots are of guests, as (id of a member, dots)."""


@dataclass(frozen=True, slots=True)
class Parked:
    """Something for later; taken once it has been dealt with."""

    id: str
    text: str
    by: str | None = None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """An owner's own next step; `earlier` when it came along from a session before."""

    id: str
    text: str
    owner: str | None
    due: date | None = None
    status: Status = Status.OPEN
    earlier: bool = False
    session: str = ""
    """The id of the session in which it was agreed; when that is erased, so is this."""
    revision: int = 0
    """How often its text, owner, date or status has changed since it was agreed."""
    changed: float = 0.0
    """When it was agreed or last changed, in seconds since 1970 (UTC); 0 if that is not known."""


@dataclass(frozen=True, slots=True)
class Talk:
    """How long, in seconds, and how often a member has had the floor."""

    member: str
    seconds: float = 0.0
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Turns:
    """Who has the floor in this phase, and how its round stands; all are member ids."""

    speaker: str | None = None
    spoken: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    """Those who passed and have been asked once more."""
    complete: bool = False
    first: str | None = None
    """Who began the last round, also that of a phase before."""
    seconds: float = 0.0
    """What this turn had counted when the clock last stood still."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The small groups, as ids of members, of one drawing: that of a method, for the case at which it began."""

    method: str
    case: int
    draw: int
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A break of so many seconds that began at a moment."""

    began: Moment
    seconds: float


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting, as it stands now. Equal sessions look equal."""

    id: str = ""
    language: str = "en"
    group: str | None = None
    group_name: str = ""
    number: int | None = None
    """The how-manieth meeting of its group this is."""
    of: int | None = None
    speed: float = 1.0
    """How much faster than life its clock goes; a rehearsal when not 1."""
    planned_seconds: float = 0.0
    members: tuple[Member, ...] = ()
    roles: tuple[tuple[Role, str], ...] = ()
    ground_rules: tuple[Text, ...] = ()
    facilitator_joins: bool = True
    has_owner: bool = True
    cases: tuple[Case, ...] = (Case(),)
    agenda: tuple[PhaseRun, ...] = ()
    position: int = 0
    created_at: Moment | None = None
    started_at: Moment | None = None
    finished_at: Moment | None = None
    running_since: Moment | None = None
    still_since: Moment | None = None
    """When the clock last came to a stand, for the nag."""
    entered_at: Moment | None = None
    entered_by: str = ""
    """The screen that moved to the phase of now."""
    interval: Break | None = None
    turns: Turns = field(default_factory=Turns)
    hands: tuple[str, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    talk: tuple[Talk, ...] = ()
    order: Order = Order.PLACE
    talk_shown: bool = False
    shown: tuple[Shown, ...] = ()
    """What of all that is written down the stage shows."""
    notes: tuple[Note, ...] = ()
    parking: tuple[Parked, ...] = ()
    actions: tuple[Action, ...] = ()
    veiled: bool = False
    guests: tuple[Guest, ...] = ()
    links: tuple[Link, ...] = LINKS
    closed: Keep | None = None
    attended: Attended = field(default_factory=Attended)

    @property
    def rehearsal(self) -> bool:
        """Whether this is only played, not held."""
        return self.speed != 1.0

    @property
    def clock(self) -> Clock:
        """How the session's clock stands."""
        if self.finished_at is not None:
            return Clock.FINISHED
        if self.running_since is not None:
            return Clock.RUNNING
        return Clock.READY if self.started_at is None else Clock.PAUSED

    @property
    def current(self) -> PhaseRun | None:
        """The phase of now; None before there is an agenda."""
        return self.agenda[self.position] if self.agenda else None

    @property
    def case(self) -> Case:
        """The case that the phase of now belongs to."""
        return self.cases[min(self._case_index(), len(self.cases) - 1)]

    def _case_index(self) -> int:
        """A phase of the frame belongs to the case that was just played, before all of them to the first."""
        runs = [run for run in reversed(self.agenda[: self.position + 1]) if not run.plan.framed]
        if runs and self.current is not None and self.current.plan.framed:
            # Blocks that were left out are nobody's.
            runs = [run for run in runs if self._played(run)] or runs
        return runs[0].plan.case if runs else 0

    def _played(self, run: PhaseRun) -> bool:
        case = self.cases[run.plan.case] if run.plan.case < len(self.cases) else None
        return run.begun or run.done or (case is not None and case.owner is not None)

    @property
    def owner(self) -> str | None:
        """The id of who brought the case of now."""
        return self.case.owner

    @property
    def present(self) -> tuple[Member, ...]:
        """Those who are in the circle, by place."""
        return tuple(member for member in self.members if member.present)

    def member(self, member_id: str | None) -> Member | None:
        """The member of that id, present or not."""
        return next((member for member in self.members if member.id == member_id), None)

    def name(self, member_id: str | None) -> str:
        """The name of the member of that id, or nothing."""
        found = self.member(member_id)
        return found.name if found else ""

    def holder(self, role: Role) -> str | None:
        """The id of who has that role."""
        return dict(self.roles).get(role)

    def guest(self, screen: str) -> Guest | None:
        """The guest of that id, also one who was shown out."""
        return next((guest for guest in self.guests if guest.id == screen), None)

    def guest_name(self, screen: str) -> str:
        """The name that the guest of that screen chose, or nothing."""
        guest = self.guest(screen)
        return self.name(guest.member if guest is not None else None)

    def seat_of(self, screen: str) -> Seat | None:
        """What that screen may do, where it is a guest's that the session knows."""
        guest = self.guest(screen)
        return guest.seat if guest else None

    def link(self, seat: Seat) -> Link:
        """How the link to that seat stands."""
        return next((link for link in self.links if link.seat is seat), Link(seat))

    def phase(self, phase_id: str) -> PhaseRun | None:
        """The phase of that id."""
        return next((run for run in self.agenda if run.id == phase_id), None)

    def talked(self, member_id: str) -> Talk:
        """How long and how often that member has had the floor, up to the last change of turn or clock."""
        return next((talk for talk in self.talk if talk.member == member_id), Talk(member_id))
