"""Kinds of questions that peers can ask: what each is for, when it fits, and examples. Data only."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from intervisie_tui.method import Text


class Stage(StrEnum):
    """How far a case is."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    END = "end"


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A kind of question; `stages` and `methods` are where it fits best, `when` says so in words."""

    id: str
    name: Text
    aim: Text
    when: Text
    examples: tuple[Text, ...]
    stages: tuple[Stage, ...] = ()
    methods: tuple[str, ...] = ()


_SOLUTIONS: Final = ("oplossingsgericht", "succes")

QUESTION_TYPES: Final = (
    QuestionType(
        "feit",
        Text(nl="feitelijk, verhelderend", en="factual, clarifying"),
        Text(nl="het beeld compleet maken", en="complete the picture"),
        Text(nl="vroeg", en="early"),
        (
            Text(nl="Wie waren erbij?", en="Who was there?"),
            Text(nl="Wat zei je precies?", en="What exactly did you say?"),
            Text(nl="Wanneer begon het?", en="When did it start?"),
        ),
        (Stage.EARLY,),
    ),
    QuestionType(
        "open",
        Text(nl="open", en="open"),
        Text(nl="de inbrenger de richting laten kiezen", en="let the owner choose the direction"),
        Text(nl="altijd", en="always"),
        (
            Text(nl="Hoe ging dat?", en="How did that go?"),
            Text(nl="Wat gebeurde er toen?", en="What happened then?"),
            Text(nl="Vertel eens meer over ...", en="Tell more about ..."),
        ),
        (Stage.EARLY, Stage.MIDDLE, Stage.LATE, Stage.END),
    ),
    QuestionType(
        "doorvragen",
        Text(nl="doorvragen", en="follow-up"),
        Text(nl="een laag dieper gaan", en="go one layer deeper"),
        Text(nl="na een antwoord", en="after an answer"),
        (
            Text(nl="Wat bedoel je met lastig?", en="What do you mean by difficult?"),
            Text(nl="Wat nog meer?", en="What else?"),
            Text(nl="Kun je een voorbeeld geven?", en="Can you give an example?"),
        ),
        (Stage.EARLY, Stage.MIDDLE),
    ),
    QuestionType(
        "verdiepend",
        Text(nl="verdiepend", en="deepening, probing"),
        Text(nl="naar overtuigingen, gevoelens, patronen", en="reach beliefs, feelings, patterns"),
        Text(nl="halverwege", en="in the middle"),
        (
            Text(nl="Wat raakt je hierin?", en="What touches you here?"),
            Text(nl="Waar ken je dit van?", en="Where do you know this from?"),
            Text(nl="Wat maakt dit belangrijk voor je?", en="What makes it important?"),
        ),
        (Stage.MIDDLE,),
    ),
    QuestionType(
        "aandeel",
        Text(nl="eigen aandeel", en="own part"),
        Text(nl="van de ander naar jezelf", en="shift from the other to self"),
        Text(nl="halverwege", en="in the middle"),
        (
            Text(nl="Wat doe jij waardoor het zo blijft?", en="What do you do that keeps it going?"),
            Text(nl="Wat wil jij hierin leren?", en="What do you want to learn?"),
        ),
        (Stage.MIDDLE,),
    ),
    QuestionType(
        "perspectief",
        Text(nl="ander perspectief", en="other view"),
        Text(nl="de blik verruimen", en="widen"),
        Text(nl="halverwege", en="in the middle"),
        (
            Text(nl="Hoe zou de ander dit vertellen?", en="How would the other tell this?"),
            Text(nl="Wat ziet een buitenstaander?", en="What does an outsider see?"),
        ),
        (Stage.MIDDLE,),
    ),
    QuestionType(
        "uitzondering",
        Text(nl="uitzondering", en="exception"),
        Text(nl="vinden wat werkt", en="find what works"),
        Text(nl="oplossingsgericht", en="solution-focused"),
        (
            Text(nl="Wanneer ging het wel?", en="When did it go well?"),
            Text(nl="Wat deed je toen anders?", en="What did you do differently?"),
        ),
        methods=_SOLUTIONS,
    ),
    QuestionType(
        "schaal",
        Text(nl="schaal", en="scaling"),
        Text(nl="vooruitgang zichtbaar maken", en="make progress visible"),
        Text(nl="laat", en="late"),
        (
            Text(nl="Waar sta je van 0 tot 10?", en="Where are you from 0 to 10?"),
            Text(nl="Wat maakt dat het geen 0 is?", en="Why not 0?"),
            Text(nl="Hoe ziet één punt hoger eruit?", en="What does one point higher look like?"),
        ),
        (Stage.LATE,),
        _SOLUTIONS,
    ),
    QuestionType(
        "toekomst",
        Text(nl="gewenste toekomst", en="desired future"),
        Text(nl="richting geven", en="set direction"),
        Text(nl="laat", en="late"),
        (
            Text(
                nl="Stel dat het gelukt is: wat zien we je dan doen?",
                en="Suppose it worked: what do we see you doing?",
            ),
        ),
        (Stage.LATE,),
        _SOLUTIONS,
    ),
    QuestionType(
        "actie",
        Text(nl="actie", en="action"),
        Text(nl="tot een afspraak met jezelf komen", en="commit"),
        Text(nl="aan het eind", en="at the end"),
        (
            Text(nl="Wat is je eerste stap?", en="What is your first step?"),
            Text(nl="Wanneer?", en="When?"),
            Text(nl="Wie weet ervan?", en="Who knows about it?"),
        ),
        (Stage.END,),
    ),
    QuestionType(
        "confronterend",
        Text(nl="confronterend", en="confronting"),
        Text(nl="met zorg benoemen wat vermeden wordt", en="name what is avoided, with care"),
        Text(nl="alleen in een veilige groep", en="in a safe group only"),
        (
            Text(nl="Wat vermijd je te zeggen?", en="What do you avoid saying?"),
            Text(nl="Wat levert het je op dat het zo blijft?", en="What do you gain by leaving it?"),
        ),
    ),
    QuestionType(
        "moreel",
        Text(nl="moreel", en="moral"),
        Text(nl="waarden vinden", en="find values"),
        Text(nl="bij een dilemma", en="with a dilemma"),
        (
            Text(nl="Welke waarde staat hier op het spel?", en="Which value is at stake?"),
            Text(nl="Wat is goed om te doen?", en="What is right to do?"),
        ),
        methods=("dilemma", "cura"),
    ),
)

ASKING_WELL: Final = (
    Text(nl="Eén vraag tegelijk.", en="One question at a time."),
    Text(nl="Houd hem kort.", en="Keep it short."),
    Text(
        nl="Laat na het antwoord drie seconden stilte.", en="Leave three seconds of silence after the answer."
    ),
    Text(
        nl="Geen waarom-vragen in de feitenronde: die lokken verdediging uit.",
        en="No why-questions in the fact round: they invite defence.",
    ),
    Text(nl="Sluit aan bij het laatste antwoord.", en="Connect to the last answer."),
    Text(
        nl="Vraag naar de inbrenger, niet naar het verhaal.", en="Ask about the owner, not about the story."
    ),
)
