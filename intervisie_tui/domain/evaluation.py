"""Questions to close a meeting with, another choice each time."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from intervisie_tui.method import Text


class Asked(StrEnum):
    """Whom or what a closing question is for."""

    OWNER = "owner"
    PEERS = "peers"
    PROCESS = "process"
    FACILITATOR = "facilitator"
    GROUP = "group"
    NOW_AND_THEN = "now-and-then"


@dataclass(frozen=True, slots=True)
class ClosingQuestion:
    """One closing question and whom it is for."""

    id: str
    asked: Asked
    text: Text


CLOSING_QUESTIONS: Final = (
    ClosingQuestion(
        "e1",
        Asked.OWNER,
        Text(
            nl="Inbrenger: hoe kijk je nu anders naar je situatie dan toen we begonnen?",
            en="Owner: how do you look at your situation differently from when we started?",
        ),
    ),
    ClosingQuestion(
        "e2",
        Asked.OWNER,
        Text(
            nl="Inbrenger: welke vraag of opmerking hielp je het meest?",
            en="Owner: which question or remark helped you most?",
        ),
    ),
    ClosingQuestion(
        "e3",
        Asked.OWNER,
        Text(
            nl="Inbrenger: is je vraag beantwoord, veranderd of nog open?",
            en="Owner: is your question answered, changed or still open?",
        ),
    ),
    ClosingQuestion(
        "e4",
        Asked.OWNER,
        Text(
            nl="Inbrenger: hoe veilig voelde je je, van 1 tot 5?",
            en="Owner: how safe did you feel, from 1 to 5?",
        ),
    ),
    ClosingQuestion(
        "e5",
        Asked.PEERS,
        Text(nl="Wat neem jij mee naar je eigen werk?", en="What do you take to your own work?"),
    ),
    ClosingQuestion(
        "e6",
        Asked.PEERS,
        Text(nl="Waarin herkende je jezelf?", en="Where did you recognise yourself?"),
    ),
    ClosingQuestion(
        "e7",
        Asked.PEERS,
        Text(nl="Wat heb je over vragen stellen geleerd?", en="What did you learn about asking questions?"),
    ),
    ClosingQuestion(
        "e8",
        Asked.PROCESS,
        Text(nl="Hielden we ons aan de methode en de tijd?", en="Did we keep to the method and the time?"),
    ),
    ClosingQuestion(
        "e9",
        Asked.PROCESS,
        Text(nl="Wanneer gaven we te vroeg advies?", en="When did we give advice too early?"),
    ),
    ClosingQuestion(
        "e10",
        Asked.PROCESS,
        Text(nl="Kreeg iedereen evenveel ruimte?", en="Did everyone get equal room?"),
    ),
    ClosingQuestion(
        "e11",
        Asked.PROCESS,
        Text(nl="Paste deze methode bij deze vraag?", en="Did this method fit this question?"),
    ),
    ClosingQuestion(
        "e12",
        Asked.FACILITATOR,
        Text(
            nl="Wat deed de begeleider dat hielp? Wat wil je een volgende keer anders?",
            en="What did the facilitator do that helped? What do you want different next time?",
        ),
    ),
    ClosingQuestion(
        "e13",
        Asked.GROUP,
        Text(nl="Wat houden we erin, wat veranderen we?", en="What do we keep, what do we change?"),
    ),
    ClosingQuestion(
        "e14",
        Asked.GROUP,
        Text(nl="Eén woord om mee af te sluiten.", en="One word to close with."),
    ),
    ClosingQuestion(
        "e15",
        Asked.NOW_AND_THEN,
        Text(
            nl="Welke onderwerpen laten we liggen, en wat passen we aan?",
            en="Which subjects do we leave aside, and what do we adjust?",
        ),
    ),
)

_EACH_TIME: Final = (Asked.OWNER, Asked.PEERS, Asked.PROCESS)


def rotating(number: int = 1, with_owner: bool = True) -> tuple[Text, ...]:
    """A question for the owner, for the peers and about the process, for the how-manieth meeting (from 1)."""
    kinds = _EACH_TIME if with_owner else _EACH_TIME[1:]
    return tuple(_turn(kind, number) for kind in kinds)


def _turn(asked: Asked, number: int) -> Text:
    questions = [question.text for question in CLOSING_QUESTIONS if question.asked is asked]
    return questions[(number - 1) % len(questions)]
