"""Troika Consulting, of the Liberating Structures: advice in trios, with the back to the consultants."""

from intervisie_tui.method import (
    Capture,
    Cue,
    Floor,
    Level,
    Method,
    Minutes,
    Origin,
    Phase,
    Repeat,
    Size,
    Stance,
    Text,
    Together,
)

# A text reads best as a pair of lines, Dutch above English.
# fmt: off
METHOD = Method(
    id="troika",
    name=Text(nl="Troika (adviestrio's)", en="Troika Consulting"),
    summary=Text(nl="In trio's krijgt iedereen in tien minuten advies, met de rug naar de adviseurs.",
                 en="In threes everyone gets advice within ten minutes, back turned to the advisers."),
    suits=Text(nl="Iedereen moet aan de beurt komen in een half uur.",
               en="Everyone must get a turn within half an hour."),
    avoid=Text(nl="De vraag is groot of emotioneel zwaar, of jullie zijn met vijf: dat is niet in drie- "
                  "of viertallen te verdelen.",
               en="The issue is big or emotionally heavy, or there are five of you: that does not split "
                  "into threes or fours."),
    size=Size(least=3, ideal=6, most=8, except_=(5,)),
    level=Level.STARTER,
    has_owner=False,
    roles=(
        Text(nl="Klant: de inbrenger van deze ronde, één in elk trio",
             en="Client: the owner of this round, one in each trio"),
        Text(nl="Adviseurs: de anderen in het trio", en="Consultants: the others in the trio"),
    ),
    aka=(Text(nl="twee gratis adviseurs", en="two free consultants"),),
    wishes=(
        Text(nl="Ik wil vooruit, niet analyseren", en="I want to move, not analyse"),
        Text(nl="Iedereen moet vandaag aan de beurt komen", en="Everyone must get a turn today"),
        Text(nl="Weinig tijd (30-40 minuten)", en="Little time (30-40 minutes)"),
    ),
    note=Text(nl="Verdeel de groep in trio's; viertallen kunnen ook, tweetallen niet: 3, 4, 6 (3+3), 7 "
                 "(3+4) of 8 (4+4) mensen. Met 5 kan het niet: kies dan de Wijze kring. Eén klok loopt "
                 "voor alle trio's tegelijk, drie rondes lang. Een viertal neemt zelf een vierde ronde "
                 "van 10 minuten, vóór de plenaire oogst. De minuten blijven binnen wat de bronnen "
                 "noemen; die verschillen van 7 tot 10 per inbrenger.",
              en="Split into trios; foursomes are possible, pairs are not: 3, 4, 6 (3+3), 7 (3+4) or 8 "
                 "(4+4) people. 5 does not work: choose Wise Crowds instead. One timer drives all trios "
                 "at once, for three rounds. A foursome takes a fourth round of 10 minutes by hand, "
                 "before the plenary harvest. The minutes stay within the sourced ranges, which differ "
                 "from 7 to 10 per owner."),
    credit=Text(nl="Troika Consulting is een Liberating Structure, ontwikkeld door Henri Lipmanowicz en "
                   "Keith McCandless en gedeeld onder een niet-commerciële Creative Commons-licentie "
                   "(algemene kennis, niet nagekeken). De teksten hier zijn eigen woorden.",
                en="Troika Consulting is a Liberating Structure, developed by Henri Lipmanowicz and "
                   "Keith McCandless and published under a non-commercial Creative Commons licence "
                   "(general knowledge, not checked). The texts here are our own wording."),
    sources=(
        ("Troika Consulting - newwaysofworking.notion.site and dhirubhai.net pulse (Rutten) (1 min "
         "reflect; per round 1-2, 1-2, turn, 4-5, 1-2; 30 min)"),
        "Troika consulting - leanstorydesign.com (1, 2, 5, 2 and a plenary discussion)",
        "Troika guide - roeltimmermans.com (7-minute version: 2, 2, 2, 1)",
    ),
    phases=(
        Phase(
            id="nadenken",
            name=Text(nl="Vraag bedenken", en="Think of a question"),
            purpose=Text(nl="Ieder kiest een uitdaging en het soort hulp.",
                         en="Everyone picks a challenge and the kind of help."),
            minutes=Minutes(1),
            floor=Floor.SILENT,
            stance=Stance.WRITES,
            owner=Text(nl="Schrijft de eigen vraag op, net als iedereen.",
                       en="Writes down an own question, like everyone."),
            rule=Text(nl="Stil; ieder schrijft één vraag op", en="Silent; everyone writes one question"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Waar loop je tegenaan, en waarmee kunnen de anderen je helpen?",
                     en="What are you struggling with, and how could the others help?"),
                Text(nl="Vorm trio's: stoelen dicht bij elkaar, geen tafel.",
                     en="Form threes: chairs close, no table."),
                Text(nl="Met z'n vieren? Dan nemen jullie straks zelf een vierde ronde.",
                     en="Four of you? Then you will take a fourth round yourselves."),
            ),
            cues=(
                Cue(0.5, Text(nl="Zit iedereen in een drie- of viertal?",
                              en="Is everyone in a group of three or four?")),
            ),
            origin=Origin.SOURCED,
            together=Together.TRIOS,
        ),
        Repeat(
            times=3,
            new_owner=True,
            phases=(
                Phase(
                    id="vertellen",
                    name=Text(nl="Vertellen", en="Tell"),
                    purpose=Text(nl="De inbrenger deelt de vraag.", en="The owner shares the question."),
                    minutes=Minutes(2),
                    floor=Floor.OWNER,
                    stance=Stance.SPEAKS,
                    owner=Text(nl="Brengt een vraag in en vertelt.", en="Brings a question and tells."),
                    rule=Text(nl="Alleen de inbrenger praat; adviseurs luisteren",
                              en="Only the owner speaks; consultants listen"),
                    captures=(Capture.QUESTION,),
                    prompts=(
                        Text(nl="Inbrenger: vertel in twee minuten wat er speelt.",
                             en="Owner: tell in two minutes what is going on."),
                        Text(nl="Adviseurs: alleen luisteren.", en="Consultants: only listen."),
                    ),
                    cues=(
                        Cue(1, Text(nl="Nog 1 minuut: is de vraag al gesteld?",
                                    en="1 minute left: has the question been asked?")),
                    ),
                    origin=Origin.ADAPTED,
                    together=Together.TRIOS,
                ),
                Phase(
                    id="vragen",
                    name=Text(nl="Verhelderen", en="Clarify"),
                    purpose=Text(nl="Snel scherp krijgen waar het om gaat.",
                                 en="Quickly sharpen what it is about."),
                    minutes=Minutes(2, least=1),
                    floor=Floor.ROUND,
                    stance=Stance.ANSWERS,
                    owner=Text(nl="Antwoordt kort.", en="Answers briefly."),
                    rule=Text(nl="Alleen vragen; nog geen tips", en="Questions only; no tips yet"),
                    captures=(Capture.QUESTION,),
                    prompts=(
                        Text(nl="Wat moet je nog weten om te kunnen helpen?",
                             en="What do you still need to know to help?"),
                        Text(nl="Wat zou een goede uitkomst zijn?", en="What would be a good outcome?"),
                    ),
                    cues=(
                        Cue(0.5, Text(nl="Een laatste vraag; dan draait de inbrenger zich om.",
                                      en="A last question; then the owner turns round.")),
                    ),
                    origin=Origin.ADAPTED,
                    together=Together.TRIOS,
                ),
                Phase(
                    id="overleg",
                    name=Text(nl="Overleg achter de rug", en="Talk behind the back"),
                    purpose=Text(nl="De adviseurs bedenken samen ideeën.",
                                 en="The consultants create ideas together."),
                    minutes=Minutes(4),
                    floor=Floor.PEERS,
                    stance=Stance.TURNED_AWAY,
                    owner=Text(nl="Draait zich om, luistert, noteert en zwijgt.",
                               en="Turns round, listens, takes notes and stays silent."),
                    rule=Text(nl="De inbrenger zwijgt; niemand kijkt om",
                              en="The owner stays silent; nobody looks round"),
                    captures=(Capture.ADVICE, Capture.HYPOTHESIS),
                    prompts=(
                        Text(nl="Inbrenger: draai je stoel om.", en="Owner: turn your chair."),
                        Text(nl="Adviseurs: praat met elkaar, niet tegen de inbrenger.",
                             en="Consultants: talk to each other, not to the owner."),
                        Text(nl="Wees moedig.", en="Be bold."),
                    ),
                    cues=(
                        Cue(2, Text(nl="Halverwege: moedig gewaagde ideeën aan.",
                                    en="Halfway: encourage bold ideas.")),
                        Cue(1, Text(nl="Nog 1 minuut: een laatste idee.", en="1 minute left: a last idea.")),
                    ),
                    origin=Origin.ADAPTED,
                    together=Together.TRIOS,
                ),
                Phase(
                    id="oogst",
                    name=Text(nl="Terugdraaien, oogsten", en="Turn back and harvest"),
                    purpose=Text(nl="De inbrenger zegt wat het meest waardevol was.",
                                 en="The owner says what was most valuable."),
                    minutes=Minutes(2, least=1),
                    floor=Floor.OWNER,
                    stance=Stance.SPEAKS,
                    owner=Text(nl="Deelt wat waardevol was; discussieert niet.",
                               en="Shares what was valuable; no discussion."),
                    rule=Text(nl="Alleen de inbrenger; geen discussie", en="Only the owner; no discussion"),
                    captures=(Capture.INSIGHT, Capture.ACTION),
                    prompts=(
                        Text(nl="Wat was het meest waardevol?", en="What was most valuable?"),
                        Text(nl="Volgt er nog een ronde? Wie is dan de inbrenger?",
                             en="Is there another round? Who is the owner then?"),
                    ),
                    cues=(
                        Cue(1, Text(nl="Nog 1 minuut: is er een stap om te noteren?",
                                    en="1 minute left: is there a step to note?")),
                    ),
                    origin=Origin.ADAPTED,
                    together=Together.TRIOS,
                ),
            ),
        ),
        Phase(
            id="plenair",
            name=Text(nl="Plenaire oogst", en="Plenary harvest"),
            purpose=Text(nl="Inzichten uit de trio's delen.", en="Share insights from the threes."),
            minutes=Minutes(6),
            floor=Floor.OPEN,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Noemt een stap, net als iedereen.", en="Names a step, like everyone."),
            rule=Text(nl="Over jezelf; vertel geen vraag van een ander na",
                      en="About yourself; do not retell another's question"),
            captures=(Capture.INSIGHT, Capture.ACTION),
            prompts=(
                Text(nl="Met z'n vieren? Neem nu eerst zelf de vierde ronde.",
                     en="Four of you? First take the fourth round yourselves."),
                Text(nl="Wat nam je mee, in één zin?", en="What did you take away, in one sentence?"),
                Text(nl="Hoe was het om met je rug naar de anderen te zitten?",
                     en="How was it to sit with your back to the others?"),
            ),
            cues=(
                Cue(5, Text(nl="Is er een viertal? Wacht met de oogst tot de vierde ronde klaar is.",
                            en="Is there a foursome? Hold the harvest until its fourth round is done.")),
                Cue(2, Text(nl="Nog 2 minuten: heeft iedereen een stap genoemd?",
                            en="2 minutes left: has everyone named a step?")),
            ),
            origin=Origin.CHOSEN,
        ),
    ),
)
