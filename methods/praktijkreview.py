"""The practice review, after the Peer Supervision Groups of New Zealand: one piece of work, step by step."""

from intervisie_tui.method import (
    Board,
    Capture,
    Cell,
    Cue,
    Floor,
    Form,
    Level,
    Method,
    Minutes,
    Origin,
    Per,
    Phase,
    Size,
    Stance,
    Text,
)

# A text reads best as a pair of lines, Dutch above English.
# fmt: off
METHOD = Method(
    id="praktijkreview",
    name=Text(nl="Praktijkreview", en="Practice review (PSG)"),
    summary=Text(nl="Stap voor stap terugkijken op een stuk werk: wat ging goed, wat niet, wat nu.",
                 en="Look back at a piece of work step by step: what went well, what not, what next."),
    suits=Text(nl="De inbrenger wil verantwoording afleggen en leren, ook van iets gewoons.",
               en="The owner wants to give account and learn, also from something ordinary."),
    avoid=Text(nl="De emotie staat voorop.", en="Emotion comes first."),
    size=Size(least=3, ideal=5, most=8),
    level=Level.STARTER,
    facilitator_joins=False,
    aka=("Peer Supervision Groups (McNicoll, Proudfoot)",),
    wishes=(Text(nl="Weinig tijd (30-40 minuten)", en="Little time (30-40 minutes)"),),
    note=Text(nl="De stappen en alle minuten komen uit algemene vakkennis, niet uit een bron. Drie "
                 "verwante vormen hebben hier een eigen methode: goed nieuws onderzoeken is Waarderende "
                 "intervisie, een kritiek voorval is de Incidentmethode, een actueel onderwerp is "
                 "Thema-intervisie.",
              en="Steps and all minutes are general professional knowledge, not found in a source. Three "
                 "related forms are methods of their own here: good news analysis is Appreciative "
                 "intervision, critical incident review is the Incident method, timely topic is the "
                 "Theme round."),
    credit=Text(nl="Naar de Peer Supervision Groups van McNicoll en Proudfoot (Nieuw-Zeeland).",
                en="After the Peer Supervision Groups of McNicoll and Proudfoot (New Zealand)."),
    sources=(
        ("CDANZ training in Peer Supervision, New Zealand - paperzz.com/doc/9298156 (peer supervision as "
         "formalised, structured, reflective review; facilitation skills; no process found)"),
        ("Names of the NZ PSG processes (practice review, critical incident review, good news analysis, "
         "timely topic) and these steps: general professional knowledge, not found in a source"),
    ),
    phases=(
        Phase(
            id="contract",
            name=Text(nl="Verzoek", en="Request"),
            purpose=Text(nl="Afspreken waar de review over gaat.", en="Agree what the review is about."),
            minutes=Minutes(3),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Noemt het werk en wat voor reactie welkom is.",
                       en="Names the work and what is wanted."),
            rule=Text(nl="Alleen het verzoek; het verslag komt zo",
                      en="Only the request; the account comes soon"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Welk stuk werk bekijken we?", en="Which piece of work do we review?"),
                Text(nl="Wil je vragen, feedback of ideeën?",
                     en="Do you want questions, feedback or ideas?"),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: is het verzoek helder?",
                            en="1 minute left: is the request clear?")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="verslag",
            name=Text(nl="Verslag", en="Account"),
            purpose=Text(nl="Horen wat er gebeurde en wat de bedoeling was.",
                         en="Hear what happened and what was intended."),
            minutes=Minutes(8),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Vertelt het in volgorde.", en="Tells it in order."),
            rule=Text(nl="Wat er gebeurde; nog geen oordeel", en="What happened; no judgement yet"),
            prompts=(
                Text(nl="Wat was je bedoeling?", en="What was your intention?"),
                Text(nl="Wat deed je achtereenvolgens?", en="What did you do, step by step?"),
            ),
            cues=(
                Cue(4, Text(nl="Halverwege: is de bedoeling al verteld?",
                            en="Halfway: has the intention been told?")),
                Cue(2, Text(nl="Nog 2 minuten: hoe liep het af?", en="2 minutes left: how did it end?")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="zelf",
            name=Text(nl="Zelfbeoordeling", en="Self-assessment"),
            purpose=Text(nl="Eerst het eigen oordeel.", en="Own judgement first."),
            minutes=Minutes(6),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Zegt wat goed ging en wat beter kon.",
                       en="Says what went well and what could be better."),
            rule=Text(nl="Alleen de inbrenger oordeelt; de groep luistert",
                      en="Only the owner judges; the group listens"),
            captures=(Capture.INSIGHT,),
            board=Board(
                Cell("goed", Text(nl="Ging goed", en="Went well")),
                Cell("beter", Text(nl="Kon beter", en="Could be better")),
                form=Form.COLUMNS,
            ),
            prompts=(
                Text(nl="Waar ben je tevreden over? Noem twee dingen.",
                     en="What are you pleased with? Name two things."),
                Text(nl="Wat zou je anders doen?", en="What would you do differently?"),
            ),
            cues=(
                Cue(3, Text(nl="Halverwege: zijn er al twee dingen die goed gingen?",
                            en="Halfway: are there two things that went well?")),
                Cue(1, Text(nl="Nog 1 minuut: wat kon anders?",
                            en="1 minute left: what could be different?")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="vragen",
            name=Text(nl="Vragen van collega's", en="Peers' questions"),
            purpose=Text(nl="De inbrenger verder helpen kijken.", en="Help the owner to look further."),
            minutes=Minutes(12),
            floor=Floor.ROUND,
            stance=Stance.ANSWERS,
            owner=Text(nl="Antwoordt.", en="Answers."),
            rule=Text(nl="Open vragen, één per beurt; nog geen feedback",
                      en="Open questions, one a turn; no feedback yet"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Wat maakte dat je zo handelde?", en="What made you act that way?"),
                Text(nl="Welke keuze maakte je zonder het te merken?",
                     en="Which choice did you make without noticing?"),
            ),
            cues=(
                Cue(6, Text(nl="Halverwege: wie heeft nog niets gevraagd?",
                            en="Halfway: who has not asked anything yet?")),
                Cue(2, Text(nl="Nog 2 minuten: een laatste vraag.", en="2 minutes left: a last question.")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="feedback",
            name=Text(nl="Feedback", en="Feedback"),
            purpose=Text(nl="Eén sterk punt en één gedachte per persoon.",
                         en="One strength and one thought per person."),
            minutes=Minutes(1.5, per=Per.PEER),
            floor=Floor.ROUND,
            stance=Stance.LISTENS,
            owner=Text(nl="Luistert en zegt dank je.", en="Listens and says thank you."),
            rule=Text(nl="Eén sterk punt, één gedachte; geen discussie",
                      en="One strength, one thought; no discussion"),
            captures=(Capture.ADVICE,),
            board=Board(
                Cell("sterk", Text(nl="Sterk", en="Strong")),
                Cell("overwegen", Text(nl="Om te overwegen", en="To consider")),
                form=Form.COLUMNS,
            ),
            prompts=(
                Text(nl="Noem één ding dat sterk was.", en="Name one thing that was strong."),
                Text(nl="Noem één ding om te overwegen.", en="Name one thing to consider."),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: de laatste beurt.", en="1 minute left: the last turn.")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="leren",
            name=Text(nl="Leerpunt en stap", en="Learning and step"),
            purpose=Text(nl="Vastleggen voor de volgende keer.", en="Keep it for next time."),
            minutes=Minutes(5),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Formuleert een leerpunt en een stap.",
                       en="Puts a learning and a step into words."),
            rule=Text(nl="De inbrenger kiest; de groep vult niet aan",
                      en="The owner chooses; the group adds nothing"),
            captures=(Capture.INSIGHT, Capture.ACTION),
            prompts=(
                Text(nl="Wat is je leerpunt in één zin?", en="What is your learning in one sentence?"),
                Text(nl="Wat ga je de volgende keer doen?", en="What will you do next time?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: leg de stap vast, met een datum.",
                            en="2 minutes left: record the step, with a date.")),
            ),
            origin=Origin.KNOWN,
        ),
    ),
)
