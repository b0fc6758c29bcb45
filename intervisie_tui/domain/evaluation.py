"""What a meeting closes with: other questions each time."""

from dataclasses import replace
from typing import Final

from intervisie_tui.domain.closing_questions import CLOSING_QUESTIONS, Asked
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.method import Text

EVALUATION: Final = "frame-evaluation"
CLOSINGS: Final = frozenset(
    {
        "oogst", "evaluatie", "terugblik", "debrief", "proces", "slot", "leren", "meenemen", "afronden",
        "harvest", "evaluation", "look-back", "process", "close", "learning",
    }
)  # fmt: skip
"""Ids of a method's last phase in which it looks back at the session itself."""

_ABOUT_US: Final = (Asked.PROCESS, Asked.FACILITATOR, Asked.GROUP)
_NOW_AND_THEN: Final = 5
"""Twice in a year of ten meetings."""


def rotating(number: int = 1, with_owner: bool = True) -> tuple[Text, ...]:
    """A question for the owner, for the peers and about how it went, for the how-manieth meeting (from 1).

    How it went is about the process, now and then about the facilitator or the group; each fifth time about
    what the group leaves aside.
    """
    owner = (_turn(number, Asked.OWNER),) if with_owner else ()
    return (*owner, _turn(number, Asked.PEERS), about_us(number))


def about_us(number: int = 1) -> Text:
    """The question about how the how-manieth meeting (from 1) went."""
    if number % _NOW_AND_THEN == 0:
        return _turn(number // _NOW_AND_THEN, Asked.NOW_AND_THEN)
    return _turn(number - number // _NOW_AND_THEN, *_ABOUT_US)


def closes(phase: PlannedPhase) -> bool:
    """Whether a phase looks back at the session itself, by its id; a number behind that does not matter."""
    return phase.id == EVALUATION or (not phase.framed and phase.id.rstrip("-0123456789") in CLOSINGS)


def closing(agenda: tuple[PlannedPhase, ...], number: int = 1) -> tuple[PlannedPhase, ...]:
    """An agenda without a frame, whose method looks back at its end: it asks there how this meeting went."""
    last = agenda[-1] if agenda else None
    if last is None or last.framed or not closes(last) or about_us(number) in last.prompts:
        return agenda
    return (*agenda[:-1], replace(last, prompts=(*last.prompts, about_us(number))))


def not_asking(agenda: tuple[PlannedPhase, ...]) -> tuple[PlannedPhase, ...]:
    """The agenda without the frame's closing questions; its evaluation says only what it is for."""
    return tuple(replace(phase, prompts=()) if phase.id == EVALUATION else phase for phase in agenda)


def _turn(number: int, *asked: Asked) -> Text:
    questions = [question.text for question in CLOSING_QUESTIONS if question.asked in asked]
    return questions[(number - 1) % len(questions)]
