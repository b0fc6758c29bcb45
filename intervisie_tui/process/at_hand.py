"""Which questions are at hand in a phase."""

from dataclasses import dataclass

from intervisie_tui.domain.evaluation import closes
from intervisie_tui.domain.phases import PhaseRun, PlannedPhase
from intervisie_tui.domain.session import Session
from intervisie_tui.method import Capture, Floor
from intervisie_tui.process.question_types import QUESTION_TYPES, QuestionType, Stage

_ENDS = frozenset({"frame-harvest-owner", "frame-harvest-round", "frame-next-date"})
_COLLECTS = "frame-collect"


@dataclass(frozen=True, slots=True)
class AtHand:
    """The kinds of questions that fit now, the most telling first, and all others.

    `closing` is for where the group looks back at the session itself.
    """

    fitting: tuple[QuestionType, ...]
    others: tuple[QuestionType, ...]
    closing: bool = False


def at_hand(session: Session) -> AtHand:
    """What is at hand in the phase of now."""
    run = session.current
    if run is None:
        return AtHand((), QUESTION_TYPES)
    stage = stage_of(run, session.agenda)
    suited = [kind for kind in QUESTION_TYPES if run.plan.method in kind.methods]
    staged = [kind for kind in QUESTION_TYPES if stage in kind.stages and kind not in suited]
    fitting = (*suited, *sorted(staged, key=lambda kind: len(kind.stages)))
    others = tuple(kind for kind in QUESTION_TYPES if kind not in fitting)
    return AtHand(fitting, others, closes(run.plan))


def stage_of(run: PhaseRun, agenda: tuple[PhaseRun, ...]) -> Stage:
    """How far the case is in this phase, by what the phase captures and where it stands in its method."""
    plan, captures = run.plan, set(run.plan.captures)
    if plan.framed:
        return Stage.END if plan.id in _ENDS or closes(plan) else Stage.EARLY
    if closes(plan) or (Capture.ACTION in captures and Capture.QUESTION not in captures):
        return Stage.END
    if Capture.ADVICE in captures:
        return Stage.LATE
    beside = captures - {Capture.QUESTION, Capture.FACT}
    mine = [each for each in agenda if (each.plan.method, each.plan.case) == (plan.method, plan.case)]
    early = not beside and mine.index(run) < len(mine) / 2
    return Stage.EARLY if early else Stage.MIDDLE


def asks_for_case(plan: PlannedPhase) -> bool:
    """Whether the questions of this phase are those of who brings a case, and not of peers about it."""
    return plan.floor is Floor.OWNER or plan.id == _COLLECTS
