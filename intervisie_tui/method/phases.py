"""A phase, and a block of phases that is played again."""

from collections.abc import Callable
from dataclasses import dataclass

from intervisie_tui.method.missing import forgiving
from intervisie_tui.method.parts import Board, Cell, Circle, Cue, Minutes, Size
from intervisie_tui.method.words import Capture, Floor, Origin, Per, Stance, Text, Together
from intervisie_tui.method.wrong import (
    IS,
    N_,
    check_all,
    check_id,
    check_type,
    is_number,
    is_whole,
    refuse,
    shown,
)

MOST_TIMES = 100
FRAME = "frame-"

# Here and not where they stand: a room, which builds no methods, need not wait for it.
for _part in (Cell, Cue, Minutes, Size):
    forgiving(_part)


@forgiving
@dataclass(frozen=True, slots=True)
class Phase:
    """One step with a clock: who may speak, what the owner does meanwhile, what is noted."""

    id: str
    name: Text
    purpose: Text
    minutes: Minutes
    floor: Floor
    stance: Stance
    owner: Text
    rule: Text | None = None
    captures: tuple[Capture, ...] = ()
    board: Board | None = None
    prompts: tuple[Text, ...] = ()
    cues: tuple[Cue, ...] = ()
    origin: Origin = Origin.CHOSEN
    together: Together | None = None

    def __post_init__(self) -> None:
        where = f"Phase {shown(self.id)}"
        check_id(f"{where} id", self.id)
        self._check_types(where)
        check_all(f"{where} prompts", self.prompts, Text)
        if check_all(f"{where} captures", self.captures, Capture) and len(set(self.captures)) < len(
            self.captures
        ):
            refuse(f"{where} captures", N_("has a kind twice"), N_("name each kind once"))
        if check_all(f"{where} cues", self.cues, Cue):
            self._check_cues(where)

    def _check_types(self, where: str) -> None:
        check_type(f"{where} name", self.name, Text)
        check_type(f"{where} purpose", self.purpose, Text)
        check_type(f"{where} minutes", self.minutes, Minutes)
        check_type(f"{where} floor", self.floor, Floor)
        check_type(f"{where} stance", self.stance, Stance)
        check_type(f"{where} owner", self.owner, Text)
        check_type(f"{where} origin", self.origin, Origin)
        if self.rule is not None:
            check_type(f"{where} rule", self.rule, Text)
        if self.board is not None:
            check_type(f"{where} board", self.board, Board)
        if self.together is not None and check_type(f"{where} together", self.together, Together):
            self._check_together(where)

    def _check_together(self, where: str) -> None:
        if self.floor is Floor.FACILITATOR:
            message = N_("parts the circle while the facilitator has the floor")
            refuse(f"{where} together", message, N_("leave it out, or take another floor"))

    def _check_cues(self, where: str) -> None:
        minutes: object = self.minutes
        if not isinstance(minutes, Minutes) or not is_number(minutes.minutes) or minutes.minutes <= 0:
            return
        for cue in self.cues:
            # Where the minutes count for each person, the phase is longer than they say.
            if (
                minutes.per is Per.GROUP
                and is_number(cue.minutes_left)
                and cue.minutes_left >= minutes.minutes
            ):
                message = N_("has a cue at {left} minutes left")
                mend = N_("give fewer than the phase's {minutes} minutes")
                left, all_of_it = f"{cue.minutes_left:g}", f"{minutes.minutes:g}"
                refuse(f"{where} cues", message, mend, left=left, minutes=all_of_it)


@forgiving
@dataclass(frozen=True, slots=True)
class Repeat:
    """A block played `times` times, with `new_owner` each time for another owner.

    `times` is a number, Per.PERSON (once for each person) or a function of the Circle.
    """

    times: int | Per | Callable[[Circle], int]
    phases: tuple[Phase, ...]
    new_owner: bool = False

    def __post_init__(self) -> None:
        check_type("Repeat.new_owner", self.new_owner, bool)
        if check_all("Repeat.phases", self.phases, Phase) and not self.phases:
            refuse("Repeat.phases", N_("is empty"), N_("give at least one Phase"))
        self._check_carousel()
        if self.times is not Per.PERSON and not callable(self.times):
            check_times(self.times)

    def _check_carousel(self) -> None:
        phases: object = self.phases
        inside = phases if isinstance(phases, tuple) else ()
        if self.new_owner and any(getattr(phase, "together", None) is Together.CAROUSEL for phase in inside):
            message = N_("is set for a carousel, where the halves swap by themselves")
            refuse("Repeat.new_owner", message, N_("leave it out"))

    def times_for(self, circle: Circle) -> int:
        """How often the block is played by this circle; asks the plug-in's function where there is one."""
        if isinstance(self.times, Per):
            return circle.people
        if isinstance(self.times, int):
            return self.times
        times = self.times(circle)
        return times if check_times(times) else 1


def check_times(times: object) -> bool:
    """Refuse what is no number of times, and tell whether it was right."""
    if isinstance(times, int) and is_whole(times) and 1 <= times <= MOST_TIMES:
        return True
    mend = N_("give a whole number from 1 to {most}, Per.PERSON or a function that gives one")
    refuse("Repeat.times", IS, mend, value=shown(times), most=str(MOST_TIMES))
    return False


@dataclass(frozen=True, slots=True)
class Step:
    """A phase in its place: `block` counts the playings of repeated blocks from 1, and is 0 outside of them.

    `new_owner` is true where another owner begins: the second and later playings, at their first phase.
    `turn` counts the playings of its own block from 0, where each is another owner's; None elsewhere.
    """

    phase: Phase
    block: int = 0
    new_owner: bool = False
    turn: int | None = None
