"""An action learning set after Revans: questions that lead to action, and a look back at it next time."""

from intervisie_tui.method import (
    Capture,
    Cue,
    Floor,
    Level,
    Method,
    Minutes,
    Origin,
    Phase,
    Size,
    Stance,
    Text,
)

# A text reads best as a pair of lines, Dutch above English.
# fmt: off
METHOD = Method(
    id="action-learning",
    name=Text(nl="Action learning (Revans)", en="Action learning set (Revans)"),
    summary=Text(nl="Met vragen de inbrenger helpen tot actie te komen, en de volgende keer terugkijken "
                    "op die actie.",
                 en="Use questions to help the owner act, and review that action next time."),
    suits=Text(nl="Een vaste groep volgt elkaar over langere tijd, met echte, dringende kwesties.",
               en="A steady group follows each other over time, with real, urgent issues."),
    avoid=Text(nl="De inbrenger kan zelf niets beslissen.", en="The owner cannot decide anything."),
    size=Size(least=4, ideal=6, most=8),
    level=Level.STARTER,
    facilitator_joins=False,
    aka=(Text(nl="actieleren", en="action learning"), Text(nl="WIAL-variant", en="WIAL variant")),
    wishes=(
        Text(nl="Ik wil vooruit, niet analyseren", en="I want to move, not analyse"),
        Text(nl="Weinig tijd (30-40 minuten)", en="Little time (30-40 minutes)"),
    ),
    note=Text(nl="De minuten zijn het midden van wat de bron aangeeft. In 90 tot 120 minuten passen twee "
                 "kwesties. De WIAL-variant heeft dezelfde opbouw, met een strenge regel (beweringen "
                 "alleen als antwoord op een vraag) en een coach die mag onderbreken; minuten daarvoor "
                 "zijn niet gevonden. Hulpbronnen is naar keuze: je mag die fase overslaan.",
              en="The minutes are midpoints of the sourced ranges. In 90 to 120 minutes two issues fit. "
                 "The WIAL variant has the same skeleton, with a strict rule (statements only in answer "
                 "to a question) and a coach who may interrupt; its minutes were not found. Resources is "
                 "optional: you may skip that phase."),
    credit=Text(nl="Action learning komt van Reg Revans. WIAL is volgens algemene kennis een beschermde "
                   "naam en staat hier alleen om een variant aan te duiden.",
                en="Action learning comes from Reg Revans. WIAL is a protected name, according to "
                   "general knowledge, and is used here only to describe a variant."),
    sources=(
        ("Action learning frequently asked questions / Role of the facilitator - "
         "personal-coaching-information.com (30-40 min per issue: 2, 5-10, 10-15, 2, optional 5, 2; "
         "fixed order, air time, facilitator outside the questioning)"),
        ("Action Learning - learningwiki.unitar.org (4 to 8 people, real urgent problem, commitment to "
         "action and learning)"),
        ("WIAL Talk / blog - wial.org (ground rule 1: statements only in response to questions; the "
         "coach asks the team what it does well and can improve)"),
    ),
    phases=(
        Phase(
            id="voortgang",
            name=Text(nl="Terugblik vorige actie", en="Progress so far"),
            purpose=Text(nl="Leren van wat er met de vorige actie gebeurde.",
                         en="Learn from what happened to the last action."),
            minutes=Minutes(3),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Meldt wat gelukt is en wat niet.", en="Reports what worked and what did not."),
            rule=Text(nl="Kort; de groep luistert en oordeelt niet",
                      en="Brief; the group listens and does not judge"),
            captures=(Capture.INSIGHT,),
            prompts=(
                Text(nl="Wat heb je gedaan sinds de vorige keer?", en="What have you done since last time?"),
                Text(nl="Wat leerde je daarvan?", en="What did you learn from it?"),
            ),
            cues=(
                Cue(2, Text(nl="Is er geen vorige actie? Ga dan door naar de kwestie.",
                            en="Is there no earlier action? Then go on to the issue.")),
                Cue(1, Text(nl="Nog 1 minuut: wat viel ervan te leren?",
                            en="1 minute left: what was there to learn?")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="kwestie",
            name=Text(nl="Kwestie", en="Issue"),
            purpose=Text(nl="De kwestie kort en concreet op tafel krijgen.",
                         en="Get the issue on the table, short and concrete."),
            minutes=Minutes(2),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Vertelt de kwestie in twee minuten.", en="Tells the issue in two minutes."),
            rule=Text(nl="Niemand onderbreekt; nog geen vragen", en="Nobody interrupts; no questions yet"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Wat is de kwestie en waarom nu?", en="What is the issue and why now?"),
                Text(nl="Wat wil je uit dit half uur halen?", en="What do you want from this half hour?"),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: wat moet dit half uur opleveren?",
                            en="1 minute left: what should this half hour bring?")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="verhelderen",
            name=Text(nl="Verhelderende vragen", en="Clarifying questions"),
            purpose=Text(nl="De feiten kennen.", en="Know the facts."),
            minutes=Minutes(8),
            floor=Floor.ROUND,
            stance=Stance.ANSWERS,
            owner=Text(nl="Antwoordt kort.", en="Answers briefly."),
            rule=Text(nl="Alleen feiten; nog geen advies", en="Facts only; no advice yet"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Eén vraag per beurt, eventueel één vervolgvraag.",
                     en="One question per turn, perhaps one follow-up."),
                Text(nl="Wat is een feit, wat is een aanname?", en="What is fact, what is assumption?"),
            ),
            cues=(
                Cue(4, Text(nl="Halverwege: houd de vaste volgorde aan.",
                            en="Halfway: keep to the fixed order.")),
                Cue(1, Text(nl="Nog 1 minuut: een laatste korte vraag.",
                            en="1 minute left: a last short question.")),
            ),
            origin=Origin.ADAPTED,
        ),
        Phase(
            id="helpen",
            name=Text(nl="Helpende vragen", en="Helping questions"),
            purpose=Text(nl="De inbrenger verder laten denken.", en="Take the owner's thinking further."),
            minutes=Minutes(13, protected=True),
            floor=Floor.ROUND,
            stance=Stance.ANSWERS,
            owner=Text(nl="Denkt hardop; mag om stilte vragen.", en="Thinks aloud; may ask for silence."),
            rule=Text(nl="Vaste volgorde, alleen vragen; geen advies",
                      en="Fixed order, questions only; no advice"),
            captures=(Capture.QUESTION, Capture.INSIGHT),
            prompts=(
                Text(nl="Wat heb je nog niet overwogen?", en="What have you not considered yet?"),
                Text(nl="Wat houdt je tegen?", en="What holds you back?"),
                Text(nl="Wie kan je helpen?", en="Who can help?"),
                Text(nl="Strenge variant: beweringen mogen alleen als antwoord op een vraag.",
                     en="Strict variant: statements only in answer to a question."),
            ),
            cues=(
                Cue(7, Text(nl="Halverwege: krijgt ieder evenveel spreektijd?",
                            en="Halfway: does everyone get equal air time?")),
                Cue(4, Text(nl="Hoor je een advies met een vraagteken? Vraag om een echte vraag.",
                            en="Do you hear advice with a question mark? Ask for a real question.")),
                Cue(1, Text(nl="Nog 1 minuut: een laatste vraag.", en="1 minute left: a last question.")),
            ),
            origin=Origin.ADAPTED,
        ),
        Phase(
            id="samenvatten",
            name=Text(nl="Samenvatting", en="Summary"),
            purpose=Text(nl="De inbrenger zegt hoe het er nu voor staat.",
                         en="The owner says where they stand."),
            minutes=Minutes(2),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Vat de eigen gedachten samen.", en="Sums up own thoughts."),
            rule=Text(nl="Alleen de inbrenger; geen vragen meer", en="Only the owner; no more questions"),
            captures=(Capture.INSIGHT,),
            prompts=(
                Text(nl="Waar sta je nu?", en="Where are you now?"),
                Text(nl="Wil je nog hulpbronnen horen?", en="Do you want to hear resources?"),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: hulpbronnen gewenst? Zo niet, sla de volgende fase over.",
                            en="1 minute left: are resources wanted? If not, skip the next phase.")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="bronnen",
            name=Text(nl="Hulpbronnen, naar wens", en="Resources (optional)"),
            purpose=Text(nl="Namen, ervaringen en middelen aanreiken.",
                         en="Offer names, experiences and means."),
            minutes=Minutes(5),
            floor=Floor.ROUND,
            stance=Stance.WRITES,
            owner=Text(nl="Noteert.", en="Takes notes."),
            rule=Text(nl="Alleen als de inbrenger dat wil; geen discussie",
                      en="Only if the owner wants it; no discussion"),
            captures=(Capture.ADVICE,),
            prompts=(
                Text(nl="Noem één bron, persoon of ervaring; geen preek.",
                     en="Name one resource, person or experience; no sermon."),
                Text(nl="Passen mag.", en="Passing is fine."),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: de laatste bijdragen, passen mag.",
                            en="2 minutes left: the last turns, passing is fine.")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="actie",
            name=Text(nl="Actie", en="Action"),
            purpose=Text(nl="Vastleggen wat, wanneer en met wie.", en="Fix what, when and with whom."),
            minutes=Minutes(2),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Noemt de actie hardop.", en="States the action aloud."),
            rule=Text(nl="De inbrenger beslist; de groep vult niet aan",
                      en="The owner decides; the group adds nothing"),
            captures=(Capture.ACTION,),
            prompts=(
                Text(nl="Wat doe je vóór de volgende bijeenkomst?",
                     en="What will you do before the next meeting?"),
                Text(nl="Hoe zeker ben je, van 1 tot 10?", en="How sure are you, from 1 to 10?"),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: is genoteerd wat, wanneer en met wie?",
                            en="1 minute left: is it noted what, when and with whom?")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="proces",
            name=Text(nl="Procesreflectie", en="Process review"),
            purpose=Text(nl="De groep leert beter vragen.", en="The group learns to ask better."),
            minutes=Minutes(5),
            floor=Floor.OPEN,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Zegt welke vraag het meest hielp.", en="Says which question helped most."),
            rule=Text(nl="Over het vragen; niet meer over de kwestie",
                      en="About the asking; no longer about the issue"),
            captures=(Capture.INSIGHT,),
            prompts=(
                Text(nl="Welke vraag hielp het meest en waarom?", en="Which question helped most and why?"),
                Text(nl="Wat deden we goed, wat kan beter?", en="What did we do well, what can be better?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: wat doen we de volgende keer beter?",
                            en="2 minutes left: what will we do better next time?")),
            ),
            origin=Origin.CHOSEN,
        ),
    ),
)
