"""The frame's phases as data: texts, floors and cues, and their minutes beside them."""

from typing import Final

from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.method import Capture, Cue, Floor, Stance, Text

# Minutes by phase: 90 minutes, 120 minutes, short.
FRAME_MINUTES: Final[dict[str, tuple[float, float, float]]] = {
    "frame-check-in": (5, 8, 3),
    "frame-roles": (2, 2, 0),
    "frame-look-back": (8, 12, 5),
    "frame-collect": (8, 10, 0),
    "frame-choose": (4, 5, 0),
    "frame-harvest-owner": (2, 3, 2),
    "frame-harvest-round": (3, 5, 3),
    "frame-evaluation": (5, 7, 2),
    "frame-next-date": (3, 3, 0),
}

BEFORE: Final = (
    PlannedPhase(
        id="frame-check-in",
        name=Text(nl="Inchecken", en="Check-in"),
        seconds=0,
        least=0,
        floor=Floor.ROUND,
        stance=Stance.TAKES_PART,
        purpose=Text(nl="Aankomen en horen hoe iedereen erbij zit.", en="Arrive, and hear how everyone is."),
        rule=Text(nl="Eén zin per persoon; niemand reageert.", en="One sentence each; nobody responds."),
        prompts=(
            Text(nl="Hoe zit je erbij, in één zin?", en="How are you here, in one sentence?"),
            Text(nl="Wat heb je nodig om er te zijn?", en="What do you need to be present?"),
        ),
        cues=(
            Cue(
                1,
                Text(
                    nl="Wordt het een gesprek? Parkeer het en geef de volgende het woord.",
                    en="Has it become a conversation? Park it and give the floor to the next.",
                ),
            ),
        ),
        framed=True,
    ),
    PlannedPhase(
        id="frame-roles",
        name=Text(nl="Rollen en spelregels", en="Roles and ground rules"),
        seconds=0,
        least=0,
        floor=Floor.FACILITATOR,
        stance=Stance.TAKES_PART,
        purpose=Text(
            nl="Weten wie wat doet en wat we afspreken.", en="Know who does what and what we agree on."
        ),
        rule=Text(nl="De spelregels worden hardop gelezen.", en="The ground rules are read aloud."),
        prompts=(
            Text(
                nl="Wie begeleidt, wie bewaakt de tijd, wie schrijft?",
                en="Who facilitates, who keeps time, who writes?",
            ),
            Text(
                nl="Kan iedereen zich in de spelregels vinden?", en="Does everyone agree to the ground rules?"
            ),
        ),
        cues=(
            Cue(
                0.5,
                Text(
                    nl="Geeft iemand hier leiding aan een ander? Benoem het nu.",
                    en="Does somebody here lead another person in the room? Say so now.",
                ),
            ),
        ),
        framed=True,
    ),
    PlannedPhase(
        id="frame-look-back",
        name=Text(nl="Terugblik op acties", en="Look back at actions"),
        seconds=0,
        least=0,
        floor=Floor.ROUND,
        stance=Stance.TAKES_PART,
        purpose=Text(
            nl="Leren van wat er met de acties gebeurde.", en="Learn from what became of the actions."
        ),
        rule=Text(
            nl="Wie een actie had, vertelt; geen nieuwe raad.", en="Who had an action tells; no new advice."
        ),
        captures=(Capture.INSIGHT, Capture.ACTION),
        prompts=(
            Text(nl="Wat heb je gedaan? Wat gebeurde er?", en="What did you do? What happened?"),
            Text(nl="Wat leer je daarvan?", en="What do you learn from it?"),
        ),
        cues=(
            Cue(
                2,
                Text(
                    nl="Zet elke actie op gedaan, bezig, gewijzigd of vervallen.",
                    en="Mark each action as done, doing, changed or dropped.",
                ),
            ),
        ),
        framed=True,
    ),
    PlannedPhase(
        id="frame-collect",
        name=Text(nl="Casussen verzamelen", en="Collect cases"),
        seconds=0,
        least=0,
        floor=Floor.ROUND,
        stance=Stance.TAKES_PART,
        purpose=Text(nl="Horen wat er speelt, bij ieder kort.", en="Hear what is alive, briefly from each."),
        rule=Text(
            nl="Drie zinnen en een vraag; geen gesprek.", en="Three sentences and a question; no talk."
        ),
        captures=(Capture.QUESTION,),
        prompts=(
            Text(nl="Wat speelt er nu, in drie zinnen?", en="What is alive now, in three sentences?"),
            Text(nl="Begin je vraag met: hoe kan ik ...", en="Start your question with: how can I ..."),
        ),
        cues=(
            Cue(
                2,
                Text(
                    nl="Gaat een vraag over iemand die er niet is? Vraag naar het eigen aandeel.",
                    en="Is a question about somebody who is absent? Ask for the own part in it.",
                ),
            ),
        ),
        framed=True,
    ),
    PlannedPhase(
        id="frame-choose",
        name=Text(nl="Casus en methode kiezen", en="Choose case and method"),
        seconds=0,
        least=0,
        floor=Floor.OPEN,
        stance=Stance.TAKES_PART,
        purpose=Text(
            nl="Eén casus en een methode die erbij past.", en="One case, and a method that suits it."
        ),
        prompts=(
            Text(nl="Welke casus is het dringendst?", en="Which case is most urgent?"),
            Text(nl="Van welke leren we samen het meest?", en="From which do we learn most together?"),
        ),
        cues=(
            Cue(
                1,
                Text(
                    nl="Geen keuze? Laat ieder één casus aanwijzen, op drie tellen.",
                    en="No choice yet? On three, everyone points at one case.",
                ),
            ),
        ),
        framed=True,
    ),
)

PLACEHOLDER: Final = PlannedPhase(
    id="frame-method",
    name=Text(nl="Methode", en="Method"),
    seconds=0,
    least=0,
    floor=Floor.OPEN,
    stance=Stance.TAKES_PART,
    purpose=Text(nl="Hier komt de methode die jullie kiezen.", en="The method that you choose comes here."),
    framed=True,
    placeholder=True,
)

AFTER: Final = (
    PlannedPhase(
        id="frame-harvest-owner",
        name=Text(nl="Oogst van de inbrenger", en="Harvest: the case owner"),
        seconds=0,
        least=0,
        floor=Floor.OWNER,
        stance=Stance.SPEAKS,
        purpose=Text(nl="Van inzicht naar een eigen volgende stap.", en="From insight to an own next step."),
        owner=Text(nl="Noemt een eigen stap en een datum.", en="Names an own step and a date."),
        rule=Text(nl="De inbrenger kiest; niemand vult aan.", en="The owner chooses; nobody adds."),
        captures=(Capture.ACTION, Capture.INSIGHT),
        prompts=(Text(nl="Wat ga je doen, en wanneer?", en="What will you do, and when?"),),
        cues=(
            Cue(
                1,
                Text(
                    nl="Is het een eigen stap met een datum? Leg hem vast als actie.",
                    en="Is it an own step with a date? Write it down as an action.",
                ),
            ),
        ),
        framed=True,
    ),
    PlannedPhase(
        id="frame-harvest-round",
        name=Text(nl="Oogst van iedereen", en="Harvest: everyone"),
        seconds=0,
        least=0,
        floor=Floor.ROUND,
        stance=Stance.TAKES_PART,
        purpose=Text(
            nl="Ieder neemt iets mee voor eigen werk.", en="Everyone takes something to their own work."
        ),
        rule=Text(nl="Over jezelf, niet over de inbrenger.", en="About yourself, not about the owner."),
        captures=(Capture.INSIGHT, Capture.ACTION),
        prompts=(
            Text(nl="Wat neem jij mee?", en="What do you take along?"),
            Text(nl="Ga jij ook iets anders doen?", en="Will you do something differently too?"),
        ),
        cues=(
            Cue(
                1,
                Text(
                    nl="Klinkt er nieuwe raad? Vraag wat iemand er zelf mee doet.",
                    en="Is there new advice? Ask what the speaker will do with it.",
                ),
            ),
        ),
        framed=True,
    ),
    PlannedPhase(
        id="frame-evaluation",
        name=Text(nl="Evaluatie", en="Evaluation"),
        seconds=0,
        least=0,
        floor=Floor.ROUND,
        stance=Stance.TAKES_PART,
        purpose=Text(nl="Leren van hoe we samenwerkten.", en="Learn from how we worked together."),
        rule=Text(nl="Eén of twee zinnen per persoon.", en="One or two sentences each."),
        captures=(Capture.INSIGHT,),
        cues=(
            Cue(
                1,
                Text(nl="Nog niet iedereen? Vraag om één woord.", en="Not everyone yet? Ask for one word."),
            ),
        ),
        framed=True,
    ),
    PlannedPhase(
        id="frame-next-date",
        name=Text(nl="Volgende keer", en="Next date"),
        seconds=0,
        least=0,
        floor=Floor.FACILITATOR,
        stance=Stance.TAKES_PART,
        purpose=Text(nl="Uiteengaan met een afspraak.", en="Part with an agreement."),
        captures=(Capture.ACTION,),
        prompts=(
            Text(
                nl="Wanneer, waar, wie begeleidt, wie brengt in?",
                en="When, where, who facilitates, who brings a case?",
            ),
        ),
        cues=(
            Cue(
                1,
                Text(
                    nl="Ga niet weg zonder datum, plaats en begeleider.",
                    en="Do not part without a date, a place and a facilitator.",
                ),
            ),
        ),
        protected=True,
        framed=True,
    ),
)
