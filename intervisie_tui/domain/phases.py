"""A phase as the agenda holds it: everything the screen needs, so that the plug-in is never asked again."""

from dataclasses import dataclass, replace

from intervisie_tui.method import Board, Capture, Cue, Floor, Stance, Text, Together


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """One phase of the agenda; times in seconds."""

    id: str
    name: Text
    seconds: float
    least: float
    floor: Floor
    stance: Stance
    purpose: Text | None = None
    owner: Text | None = None
    rule: Text | None = None
    prompts: tuple[Text, ...] = ()
    captures: tuple[Capture, ...] = ()
    board: Board | None = None
    cues: tuple[Cue, ...] = ()
    protected: bool = False
    each: float | None = None
    """Seconds for each speaker, in a phase that gives time per person."""
    framed: bool = False
    """Whether it belongs to the frame and not to a method."""
    method: str = ""
    case: int = 0
    """Which case of the session it belongs to, from 0."""
    new_owner: bool = False
    """Whether another owner is to be chosen when it begins (a block played again)."""
    placeholder: bool = False
    """Whether it stands for a method that is still to be chosen."""
    block: int = 0
    """Which playing of the method's repeated blocks it belongs to, from 1; 0 outside of them."""
    together: Together | None = None
    """How the circle parts into small groups."""
    draw: int = 0
    """Which drawing of its method the small groups are of, from 1; phases of one drawing share their groups."""
    turn: int | None = None
    """Who in each small group brings the case, from 0; None where nobody in particular does."""

    @property
    def room_floor(self) -> Floor:
        """Who may speak as the whole room sees it: in small groups nobody in particular has the floor."""
        return self.floor if self.together is None or self.floor is Floor.SILENT else Floor.PAIRS


@dataclass(frozen=True, slots=True)
class PhaseRun:
    """A phase of the agenda together with how it goes; times in seconds."""

    plan: PlannedPhase
    seconds: float
    """What the phase has now: planned, plus what was added, less what was taken."""
    spent: float = 0.0
    """What its clock had counted when it last stood still."""
    begun: bool = False
    done: bool = False

    @property
    def id(self) -> str:
        """The id of the phase."""
        return self.plan.id

    def counting(self, seconds: float) -> "PhaseRun":
        """The same phase with so many seconds more on its clock."""
        return replace(self, spent=self.spent + seconds)


def ready(plan: PlannedPhase) -> PhaseRun:
    """A planned phase that has not begun."""
    return PhaseRun(plan=plan, seconds=plan.seconds)
