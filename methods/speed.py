"""Speed consulting, a carousel: short rounds in pairs, each with another adviser."""

from intervisie_tui.method import (
    Capture,
    Circle,
    Cue,
    Floor,
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
    Together,
)


def rounds(circle: Circle) -> int:
    """As many rounds for each half as it has members; with an odd number one pair is a trio."""
    return 2 * (circle.people // 2)


# A text reads best as a pair of lines, Dutch above English.
# fmt: off
METHOD = Method(
    id="speed",
    name=Text(nl="Speed-intervisie (carrousel)", en="Speed consulting (carousel)"),
    summary=Text(nl="In korte rondes krijgt elke inbrenger advies van steeds een andere collega.",
                 en="In short rounds each owner gets advice from a different colleague each time."),
    suits=Text(nl="De vragen zijn klein en concreet, de energie mag omhoog.",
               en="Issues are small and concrete, energy may rise."),
    avoid=Text(nl="De kwesties zijn complex of gevoelig.", en="Issues are complex or sensitive."),
    size=Size(least=4, ideal=6, most=8),
    level=Level.STARTER,
    has_owner=False,
    roles=(
        Text(nl="Zittende helft: brengt in en blijft zitten; daarna wisselen de helften",
             en="Seated half: owners, who stay seated; afterwards the halves swap"),
        Text(nl="Wisselende helft: adviseurs, die na elke ronde één plaats doorschuiven",
             en="Rotating half: advisers, who move one seat after each round"),
    ),
    aka=("adviescarrousel", "speed consulting", "tienminutenronde"),
    wishes=(Text(nl="Iedereen moet vandaag aan de beurt komen", en="Everyone must get a turn today"),),
    note=Text(nl="De helft brengt in en blijft zitten, de anderen schuiven door; daarna wisselen de helften. "
                 "Met een oneven aantal wordt één tweetal een drietal. Een ronde is 2 minuten vertellen, 1 "
                 "vragen, 4 advies. Voor tweetallen in een groep van 3 tot 8 zijn geen minuten gevonden: 7 "
                 "is gekozen, met zes mensen drie rondes per helft. Een ronde van tien minuten is ook niet "
                 "gevonden; wil je die, geef dan elke ronde 3 minuten extra.",
              en="Half of the group are owners and stay seated, the others rotate; afterwards the halves "
                 "swap. With an odd number one pair becomes a trio. A round is 2 minutes telling, 1 asking, "
                 "4 advice. No minutes for pairs in a group of 3 to 8 were found: 7 are chosen, with six "
                 "people three rounds per half. A ten-minute round was not found either; if you want it, "
                 "give each round 3 minutes more."),
    sources=(
        ("Speed Consulting - usaidassist.org (owner stays, consultants move, 15 min per client, issue told "
         "in three minutes, owner keeps taking notes)"),
        "Werkvorm carrousel - wateropleidingen.nl (rotating stations, warn before the switch)",
        "Coaching Dojo - thekua.com (variant with observers: 5, 10, 10)",
    ),
    phases=(
        Phase(
            id="vraag",
            name=Text(nl="Vraag in drie zinnen", en="Three-line question"),
            purpose=Text(nl="Een kwestie die in korte tijd te vertellen is.",
                         en="An issue that can be told in a short time."),
            minutes=Minutes(4),
            floor=Floor.SILENT,
            stance=Stance.WRITES,
            owner=Text(nl="Iedereen schrijft een vraag.", en="Everyone writes a question."),
            rule=Text(nl="Stil; iedereen schrijft een eigen vraag",
                      en="Silent; everyone writes an own question"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Eén kwestie, drie zinnen, eindigend op een vraag.",
                     en="One issue, three sentences, ending in a question."),
                Text(nl="Kies iets dat je binnen twee minuten kunt vertellen.",
                     en="Pick something you can tell within two minutes."),
            ),
            cues=(
                Cue(2, Text(nl="Zet de stoelen twee aan twee; wie bij wie zit, staat straks op het scherm.",
                            en="Put the chairs in twos; who sits with whom comes on the screen.")),
                Cue(1, Text(nl="Nog 1 minuut: eindigt het verhaal op een vraag?",
                            en="1 minute left: does the story end in a question?")),
            ),
            origin=Origin.CHOSEN,
        ),
        Repeat(
            times=rounds,
            phases=(
                Phase(
                    id="ronde",
                    name=Text(nl="Ronde in tweetallen", en="Round in pairs"),
                    purpose=Text(nl="Vertellen, één vraag, advies.", en="Tell, one question, advice."),
                    minutes=Minutes(7, least=5),
                    floor=Floor.PAIRS,
                    stance=Stance.TAKES_PART,
                    owner=Text(nl="Vertelt kort, luistert en blijft noteren tot het eind.",
                               en="Tells briefly, listens and keeps noting to the end."),
                    rule=Text(nl="Twee minuten vertellen, één vragen, dan advies",
                              en="Two minutes telling, one asking, then advice"),
                    captures=(Capture.ADVICE,),
                    prompts=(
                        Text(nl="Vertel kort wat er speelt en stel je vraag.",
                             en="Tell briefly what is going on and ask your question."),
                        Text(nl="Ben je inbrenger? Schrijf elk advies op, ook als je het al kent.",
                             en="Is it your case? Write all advice down, even if you know it."),
                        Text(nl="Dan schuiven de adviseurs één plaats door; halverwege wisselen de rollen.",
                             en="Then the advisers move one seat; halfway the halves swap roles."),
                    ),
                    cues=(
                        Cue(5, Text(nl="De twee minuten zijn om: nu een korte vraag.",
                                    en="The two minutes are over: now a short question.")),
                        Cue(4, Text(nl="Nu advies, en wie inbrengt schrijft mee.",
                                    en="Now advice, and the owners write.")),
                        Cue(1, Text(nl="Nog 1 minuut: kondig het wisselen aan.",
                                    en="1 minute left: announce the switch.")),
                    ),
                    origin=Origin.CHOSEN,
                    together=Together.CAROUSEL,
                ),
            ),
        ),
        Phase(
            id="oogst",
            name=Text(nl="Oogst", en="Harvest"),
            purpose=Text(nl="Iedereen deelt het beste advies en een stap.",
                         en="Everyone shares the best advice and a step."),
            minutes=Minutes(1.5, per=Per.PERSON),
            floor=Floor.ROUND,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Noemt het advies dat blijft en de stap.",
                       en="Names the advice that stays and the step."),
            rule=Text(nl="Ieder kort: het beste advies en één stap",
                      en="All briefly: the best advice and one step"),
            captures=(Capture.INSIGHT, Capture.ACTION),
            prompts=(
                Text(nl="Welk advies gebruik je morgen?", en="Which advice will you use tomorrow?"),
                Text(nl="Wat viel op in de verschillen tussen de adviseurs?",
                     en="What struck you in the differences between advisers?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: wie heeft nog geen stap genoemd?",
                            en="2 minutes left: who has not named a step yet?")),
            ),
            origin=Origin.CHOSEN,
        ),
    ),
)
