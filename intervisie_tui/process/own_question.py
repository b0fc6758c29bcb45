"""From a complaint to an own question: seven steps, examples, and what else may be needed. Data only."""

from dataclasses import dataclass
from typing import Final

from intervisie_tui.method import Text


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One step, as the facilitator asks it."""

    id: str
    name: Text
    asks: Text


@dataclass(frozen=True, slots=True)
class Turned:
    """A complaint, and the own question that it became."""

    complaint: Text
    question: Text


STEPS: Final = (
    OwnStep(
        "erken",
        Text(nl="Erken", en="Acknowledge"),
        Text(
            nl="Dat klinkt vervelend. Wat doet het met jou?",
            en="That sounds unpleasant. What does it do to you?",
        ),
    ),
    OwnStep(
        "moment",
        Text(nl="Eén moment", en="One moment"),
        Text(nl="Noem één moment waarop je dit merkte.", en="Name one moment when you noticed it."),
    ),
    OwnStep(
        "rol",
        Text(nl="Eigen rol", en="Own role"),
        Text(
            nl="Wat deed jij toen? Wat deed je niet?",
            en="What did you do then? What did you not do?",
        ),
    ),
    OwnStep(
        "invloed",
        Text(nl="Invloed", en="Influence"),
        Text(nl="Welk deel hiervan ligt bij jou?", en="Which part of this lies with you?"),
    ),
    OwnStep(
        "wens",
        Text(nl="Wens", en="Wish"),
        Text(
            nl="Wat zou je willen dat jij anders doet of kunt?",
            en="What would you like yourself to do or be able to do differently?",
        ),
    ),
    OwnStep(
        "vraag",
        Text(nl="Vraag", en="Question"),
        Text(
            nl="Maak er een vraag van: hoe kan ik ... (terwijl ...)?",
            en="Make it a question: how can I ... (while ...)?",
        ),
    ),
    OwnStep(
        "check",
        Text(nl="Check", en="Check"),
        Text(
            nl="Is het actueel, concreet, in de ik-vorm, onopgelost, open en binnen je invloed?",
            en="Is it current, concrete, in the first person, unsolved, open and within your influence?",
        ),
    ),
)

EXAMPLES: Final = (
    Turned(
        Text(
            nl="Mijn collega komt haar afspraken nooit na.",
            en="My colleague never keeps her agreements.",
        ),
        Text(
            nl="Hoe kan ik haar aanspreken op afspraken en toch prettig blijven samenwerken?",
            en="How can I address her about agreements and still work well together?",
        ),
    ),
    Turned(
        Text(nl="Die ouders luisteren gewoon niet.", en="Those parents just don't listen."),
        Text(
            nl="Hoe kan ik met deze ouders in gesprek komen zonder me aangevallen te voelen?",
            en="How can I get into conversation with these parents without feeling attacked?",
        ),
    ),
    Turned(
        Text(nl="De directie heeft geen visie.", en="Management has no vision."),
        Text(
            nl="Hoe kan ik mijn werk goed doen zolang de koers onduidelijk is?",
            en="How can I do my work well while the course is unclear?",
        ),
    ),
    Turned(
        Text(nl="Hij is zo passief in het team.", en="He is so passive in the team."),
        Text(
            nl="Wat doe ik als hij afwacht, en hoe kan ik hem ruimte geven in plaats van het over te nemen?",
            en="What do I do when he waits, and how can I give him room instead of taking over?",
        ),
    ),
    Turned(
        Text(nl="Ze vragen altijd alles aan mij.", en="They always ask me everything."),
        Text(
            nl="Hoe kan ik grenzen stellen zonder me schuldig te voelen?",
            en="How can I set limits without feeling guilty?",
        ),
    ),
    Turned(
        Text(nl="Er is nooit tijd.", en="There is never any time."),
        Text(
            nl="Wat kies ik als niet alles kan, en hoe leg ik dat uit?",
            en="What do I choose when not everything fits, and how do I explain it?",
        ),
    ),
)

STILL_ANGRY: Final = Text(
    nl="Nog boos? Geef twee minuten om stoom af te blazen, benoem het gevoel, en ga dan naar stap 2.",
    en="Still angry? Give two minutes to vent, name the feeling, then go to step 2.",
)
REAL_WRONG: Final = Text(
    nl="Deed de ander echt iets ergs (misbruik, gevaar)? Stop: neem dan de route van je organisatie.",
    en="Has the other done real wrong (abuse, danger)? Stop: take your organisation's route instead.",
)
