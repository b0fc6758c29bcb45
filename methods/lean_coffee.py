"""Lean Coffee after Benson and Lightsmith: the group sets its own agenda, card by card."""

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
    Repeat,
    Size,
    Stance,
    Text,
)

# A text reads best as a pair of lines, Dutch above English.
# fmt: off
CARDS = (
    Cell("te-bespreken", Text(nl="Te bespreken", en="To discuss")),
    Cell("in-gesprek", Text(nl="In gesprek", en="Discussing")),
    Cell("besproken", Text(nl="Besproken", en="Discussed")),
)
BOARD = Board(*CARDS, form=Form.COLUMNS)
VOTES = Board(*CARDS, form=Form.COLUMNS, dots=2)

METHOD = Method(
    id="lean-coffee",
    name=Text(nl="Lean Coffee", en="Lean Coffee"),
    summary=Text(nl="De groep bepaalt ter plekke waarover het gaat en hoelang.",
                 en="The group decides on the spot what to discuss and for how long."),
    suits=Text(nl="Er zijn veel kleine vragen en er is geen duidelijke casus; het mag een lichte "
                  "bijeenkomst zijn.",
               en="There are many small questions and no clear case; a light meeting will do."),
    avoid=Text(nl="Er is één zware of vertrouwelijke casus.", en="There is one heavy or confidential case."),
    size=Size(least=3, ideal=6, most=8),
    level=Level.STARTER,
    has_owner=False,
    aka=(Text(nl="agendaloze intervisie", en="intervision without an agenda"),),
    wishes=(
        Text(nl="Iedereen moet vandaag aan de beurt komen", en="Everyone must get a turn today"),
        Text(nl="We zitten allemaal met hetzelfde", en="We all have the same issue"),
    ),
    note=Text(nl="Gerekend is met vier onderwerpen; het aantal is wat er in de tijd past. Iedereen mag "
                 "onderwerpen inbrengen, er is dus niet één inbrenger: dat is steeds wie de kaart "
                 "schreef. De bronnen verschillen: eerst 5, 6 of 8 minuten, verlengen met 2 of 3, en 2, "
                 "3 of 5 stemmen. Gekozen: 8 en 3 minuten, en 2 stemmen.",
              en="Four topics are counted; the number is what fits in the time. Everyone may add topics, "
                 "so there is no single owner: it is whoever wrote the card. Sources disagree: first 5, "
                 "6 or 8 minutes, extend by 2 or 3, and 2, 3 or 5 votes. Chosen: 8 and 3 minutes, and 2 "
                 "votes."),
    credit=Text(nl="Lean Coffee komt van Jim Benson en Jeremy Lightsmith.",
                en="Lean Coffee comes from Jim Benson and Jeremy Lightsmith."),
    sources=(
        ("Lean Coffee - workshopweaver.com (3-15 people, 30 min to 2 h, 2 votes, 8 minutes, then 2 more; "
         "by Benson and Lightsmith)"),
        "Lean coffee - handbook.confirm.ch (write 5, pitch 15-30 s, 3 votes, 5 minutes)",
        "Lean Coffee Format - thompson.wiki.innovateoregon.org (3-5 min writing, 5 votes, 5 minutes, plus 3)",
        "What is lean coffee - bback.se (6 minutes, then 3 each time)",
    ),
    phases=(
        Phase(
            id="schrijven",
            name=Text(nl="Onderwerpen schrijven", en="Write topics"),
            purpose=Text(nl="Iedereen brengt vragen in.", en="Everyone brings questions."),
            minutes=Minutes(3),
            floor=Floor.SILENT,
            stance=Stance.WRITES,
            owner=Text(nl="Schrijft één onderwerp per kaart.", en="Writes one topic per card."),
            rule=Text(nl="Stil, ieder voor zich; nog geen gesprek", en="Silent, each alone; no talk yet"),
            captures=(Capture.QUESTION,),
            board=BOARD,
            prompts=(
                Text(nl="Waarover wil je het vandaag hebben?", en="What do you want to talk about today?"),
                Text(nl="Eén onderwerp per kaart, liefst als vraag.",
                     en="One topic per card, preferably as a question."),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: heeft iedereen minstens één kaart?",
                            en="1 minute left: does everyone have at least one card?")),
            ),
            origin=Origin.ADAPTED,
        ),
        Phase(
            id="pitch",
            name=Text(nl="Korte toelichting", en="Pitch"),
            purpose=Text(nl="Iedereen weet wat er bedoeld wordt.", en="Everyone knows what is meant."),
            minutes=Minutes(0.5, per=Per.PERSON),
            floor=Floor.ROUND,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Licht de eigen kaart toe in 15 tot 30 seconden.",
                       en="Pitches their own card in 15 to 30 seconds."),
            rule=Text(nl="Alleen toelichten; nog niet bespreken", en="Explain only; do not discuss yet"),
            board=BOARD,
            prompts=(
                Text(nl="Eén zin per kaart, nog geen gesprek.", en="One sentence per card, no talk yet."),
                Text(nl="Welke kaarten kunnen samen?", en="Which cards belong together?"),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: voeg samen wat bij elkaar hoort.",
                            en="1 minute left: merge what belongs together.")),
            ),
            origin=Origin.ADAPTED,
        ),
        Phase(
            id="stemmen",
            name=Text(nl="Stemmen", en="Vote"),
            purpose=Text(nl="De volgorde bepalen.", en="Set the order."),
            minutes=Minutes(2),
            floor=Floor.SILENT,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Stemt mee.", en="Votes too."),
            rule=Text(nl="Stil; niemand pleit voor een kaart", en="Silent; nobody pleads for a card"),
            board=VOTES,
            prompts=(
                Text(nl="Ieder twee stippen, ook op je eigen kaart.",
                     en="Two dots each, your own card included."),
                Text(nl="De kaart met de meeste stippen komt eerst.",
                     en="The card with the most dots goes first."),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: de laatste stippen; dan ligt de volgorde vast.",
                            en="1 minute left: the last dots; then the order is set.")),
            ),
            origin=Origin.ADAPTED,
        ),
        Repeat(
            times=4,
            phases=(
                Phase(
                    id="gesprek",
                    name=Text(nl="Gesprek", en="Talk"),
                    purpose=Text(nl="Kort en gericht praten.", en="Short, focused talk."),
                    minutes=Minutes(8, least=5),
                    floor=Floor.OPEN,
                    stance=Stance.TAKES_PART,
                    owner=Text(nl="Opent met de eigen vraag.", en="Opens with own question."),
                    rule=Text(nl="Alleen over deze kaart; de rest wacht",
                              en="About this card only; the rest waits"),
                    captures=(Capture.INSIGHT, Capture.ADVICE),
                    board=BOARD,
                    prompts=(
                        Text(nl="Wie schreef deze kaart? Vertel kort waarom.",
                             en="Who wrote this card? Tell briefly why."),
                        Text(nl="Eerst vragen, dan pas ervaringen en tips.",
                             en="Questions first, then experiences and tips."),
                    ),
                    cues=(
                        Cue(4, Text(nl="Halverwege: zijn er eerst vragen gesteld?",
                                    en="Halfway: were questions asked first?")),
                        Cue(1, Text(nl="Nog 1 minuut: straks duimen. Rond de gedachte af.",
                                    en="1 minute left: thumbs next. Finish the thought.")),
                    ),
                    origin=Origin.SOURCED,
                ),
                Phase(
                    id="duim",
                    name=Text(nl="Duimen en verlengen", en="Thumbs and extend"),
                    purpose=Text(nl="Samen beslissen: door of de volgende.",
                                 en="Decide together: go on or next."),
                    minutes=Minutes(3),
                    floor=Floor.OPEN,
                    stance=Stance.TAKES_PART,
                    owner=Text(nl="Zegt of de vraag voldoende beantwoord is.",
                               en="Says whether the question is answered."),
                    rule=Text(nl="Eerst de duimen; dan pas weer praten",
                              en="Thumbs first; only then talk on"),
                    captures=(Capture.INSIGHT, Capture.ACTION),
                    prompts=(
                        Text(nl="Duim omhoog: nog drie minuten. Omlaag: volgende kaart.",
                             en="Thumb up: three more minutes. Down: next card."),
                        Text(nl="Wat nemen we hiervan mee?", en="What do we take from this?"),
                    ),
                    cues=(
                        Cue(2, Text(nl="Duimen omlaag? Ga meteen door naar de volgende kaart.",
                                    en="Thumbs down? Go straight on to the next card.")),
                        Cue(1, Text(nl="Nog 1 minuut: noteer wat jullie meenemen.",
                                    en="1 minute left: note what you take along.")),
                    ),
                    origin=Origin.SOURCED,
                ),
            ),
        ),
        Phase(
            id="afronden",
            name=Text(nl="Afronden", en="Wrap up"),
            purpose=Text(nl="De opbrengst delen.", en="Share the yield."),
            minutes=Minutes(5),
            floor=Floor.ROUND,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Noemt één ding.", en="Names one thing."),
            rule=Text(nl="Eén ding ieder; geen nieuw gesprek", en="One thing each; no new talk"),
            captures=(Capture.INSIGHT, Capture.ACTION),
            prompts=(
                Text(nl="Wat was het waardevolst vandaag?", en="What was most valuable today?"),
                Text(nl="Welke kaart bewaren we voor de volgende keer?",
                     en="Which card do we keep for next time?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: welke kaarten bewaren jullie?",
                            en="2 minutes left: which cards do you keep?")),
            ),
            origin=Origin.CHOSEN,
        ),
    ),
)
