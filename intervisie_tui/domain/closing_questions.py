"""Questions to close a meeting with, and whom each is for. Data only."""

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

QUICK_ROUND: Final = (
    Text(nl="Hoe nuttig was dit voor je, van 1 tot 5?", en="How useful was this to you, from 1 to 5?"),
    Text(nl="Hoe veilig voelde je je, van 1 tot 5?", en="How safe did you feel, from 1 to 5?"),
    Text(nl="Eén ding om te houden.", en="One thing to keep."),
    Text(nl="Eén ding om te veranderen.", en="One thing to change."),
)
"""Where there is hardly any time: half a minute each."""
