"""The tabletop constellation, a light version for peers: a situation laid out with small objects."""

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
    id="opstelling",
    name=Text(nl="Tafelopstelling", en="Tabletop constellation"),
    summary=Text(nl="De situatie neerzetten met voorwerpen en zien hoe iedereen zich tot elkaar "
                    "verhoudt.",
                 en="Lay out the situation with objects and see how everyone relates."),
    suits=Text(nl="Er zijn veel partijen, of het is onduidelijk wie welke plek heeft.",
               en="Many parties or unclear positions are involved."),
    avoid=Text(nl="Er speelt persoonlijk trauma, of niemand heeft ervaring met opstellen.",
               en="Personal trauma is involved, or nobody has experience with constellations."),
    size=Size(least=3, ideal=5, most=8),
    level=Level.PRACTISED,
    facilitator_joins=False,
    aka=(
        Text(nl="opstelling op tafel", en="constellation on the table"),
        Text(nl="werken met poppetjes", en="working with figures"),
    ),
    wishes=(
        Text(nl="Het raakt me, ik blijf aan deze persoon denken",
             en="It touches me, I keep thinking about this person"),
    ),
    note=Text(nl="Nodig: kleine voorwerpen (kopjes, munten, blokjes) met een duidelijke voorkant. De "
                 "stappen komen uit de coachingspraktijk; een protocol voor intervisie is niet gevonden "
                 "en alle minuten zijn gekozen. Variant met mensen: deelnemers staan als representant; "
                 "alleen met een ervaren begeleider. Variant met lichaamstaal: de groep neemt bij "
                 "'Kijken' de houdingen over.",
              en="You need small objects (cups, coins, blocks) with a clear front side. The steps come "
                 "from coaching practice; a protocol for intervision was not found and all minutes are "
                 "chosen. Variant with people: participants stand as representatives; only with an "
                 "experienced leader. Body language variant: let the peers mirror the postures in "
                 "'Look'."),
    caution=Text(nl="Dit is een lichte versie onder collega's, geen opstelling met een opgeleide "
                    "begeleider, en geen therapie. Raakt het te diep, stop dan en zoek begeleiding.",
                 en="This is a light version among peers, not a constellation with a trained leader, and "
                    "no therapy. If it goes too deep, stop and look for guidance."),
    sources=(
        ("Tafelopstelling uitgelegd - mireliscoaching.nl (seven steps: question, choose objects, place, "
         "observe, explore, move, integrate)"),
        ("Tafelopstellingen voor systemisch begeleiders - hellingerinstituut.nl (usable in teams; "
         "intuitive placing; 'what good reason ...')"),
        "Een tafelopstelling - boostbyboot.nl; Tafelopstelling - fairleys.nl (organisation variant)",
    ),
    phases=(
        Phase(
            id="vraag",
            name=Text(nl="Vraag", en="Question"),
            purpose=Text(nl="Kort weten waar de inbrenger naar wil kijken.",
                         en="Know briefly what the owner wants to look at."),
            minutes=Minutes(7),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Vertelt weinig; noemt de vraag en de betrokkenen.",
                       en="Tells little; names the question and the parties."),
            rule=Text(nl="Kort; het verhaal komt straks op tafel",
                      en="Brief; the story will be on the table soon"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Waar wil je naar kijken?", en="What do you want to look at?"),
                Text(nl="Wie of wat hoort erbij? Een doel of een regel telt ook mee.",
                     en="Who or what belongs to it? A goal or a rule may count too."),
            ),
            cues=(
                Cue(4, Text(nl="Wordt het een lang verhaal? Vraag wie of wat erbij hoort.",
                            en="Is it getting long? Ask who or what belongs to it.")),
                Cue(2, Text(nl="Nog 2 minuten: liggen de voorwerpen klaar?",
                            en="2 minutes left: are the objects ready?")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="plaatsen",
            name=Text(nl="Plaatsen", en="Place"),
            purpose=Text(nl="Het innerlijke beeld op tafel zetten.", en="Lay out the inner picture."),
            minutes=Minutes(8, protected=True),
            floor=Floor.SILENT,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Kiest voorwerpen en zet ze op gevoel neer, ook een voor zichzelf.",
                       en="Chooses objects and places them by feel, one for themself too."),
            rule=Text(nl="Stil; alleen de inbrenger raakt de voorwerpen aan",
                      en="Silent; only the owner touches the objects"),
            prompts=(
                Text(nl="Zet de voorwerpen neer zoals het voelt. Let op afstand en kijkrichting.",
                     en="Place the objects as it feels. Mind distance and direction."),
                Text(nl="Niet praten, niet verklaren.", en="No talking, no explaining."),
            ),
            cues=(
                Cue(4, Text(nl="Halverwege: staat de inbrenger er zelf ook bij?",
                            en="Halfway: is the owner among the objects too?")),
                Cue(1, Text(nl="Nog 1 minuut: laat de stilte duren tot het beeld klopt.",
                            en="1 minute left: let the silence last until the picture is right.")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="kijken",
            name=Text(nl="Kijken", en="Look"),
            purpose=Text(nl="Waarnemen zonder te duiden.", en="Observe without interpreting."),
            minutes=Minutes(10),
            floor=Floor.ROUND,
            stance=Stance.LISTENS,
            owner=Text(nl="Luistert en kijkt van een afstand.", en="Listens and looks from a distance."),
            rule=Text(nl="Alleen wat er staat; nog geen uitleg",
                      en="Only what is there; no explaining yet"),
            captures=(Capture.HYPOTHESIS, Capture.FACT),
            prompts=(
                Text(nl="Wat zie je? Alleen wat er staat.", en="What do you see? Only what is there."),
                Text(nl="Wie kijkt naar wie, wie staat alleen, wie ontbreekt?",
                     en="Who looks at whom, who stands alone, who is missing?"),
            ),
            cues=(
                Cue(5, Text(nl="Halverwege: hoor je een verklaring? Vraag wat er te zien is.",
                            en="Halfway: do you hear an explanation? Ask what there is to see.")),
                Cue(2, Text(nl="Nog 2 minuten: wie heeft nog niets gezegd?",
                            en="2 minutes left: who has not spoken yet?")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="posities",
            name=Text(nl="Posities verkennen", en="Explore positions"),
            purpose=Text(nl="Op elke plek even stilstaan.", en="Stand in each place for a moment."),
            minutes=Minutes(10),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Legt een vinger op een voorwerp en spreekt vanuit die plek.",
                       en="Puts a finger on an object and speaks from that place."),
            rule=Text(nl="De inbrenger spreekt vanuit de plek; niemand vult in",
                      en="The owner speaks from the place; nobody fills in"),
            captures=(Capture.INSIGHT,),
            prompts=(
                Text(nl="Hoe is het op deze plek?", en="How is it in this place?"),
                Text(nl="Waarom is het misschien nodig dat dit precies hier staat?",
                     en="Why may it be necessary that this stands exactly here?"),
            ),
            cues=(
                Cue(5, Text(nl="Halverwege: vraag of het nog goed gaat; stoppen mag altijd.",
                            en="Halfway: ask whether it is still all right; stopping is always fine.")),
                Cue(2, Text(nl="Nog 2 minuten: een laatste plek.", en="2 minutes left: a last place.")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="verplaatsen",
            name=Text(nl="Verplaatsen", en="Move"),
            purpose=Text(nl="Kleine verschuivingen uitproberen.", en="Try small shifts."),
            minutes=Minutes(10),
            floor=Floor.OPEN,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Beslist over elke verplaatsing.", en="Decides on every move."),
            rule=Text(nl="Eén kleine beweging tegelijk; de inbrenger beslist",
                      en="One small move at a time; the owner decides"),
            captures=(Capture.INSIGHT, Capture.ADVICE),
            prompts=(
                Text(nl="Welke kleine beweging geeft lucht?", en="Which small move brings relief?"),
                Text(nl="Verplaats eerst jezelf, dan pas de ander.",
                     en="Move yourself first, then others."),
                Text(nl="Wat verandert er voor de rest?", en="What changes for the rest?"),
            ),
            cues=(
                Cue(5, Text(nl="Halverwege: wat verandert er voor de rest?",
                            en="Halfway: what changes for the rest?")),
                Cue(2, Text(nl="Nog 2 minuten: laat het eindbeeld staan.",
                            en="2 minutes left: let the final picture stand.")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="vertalen",
            name=Text(nl="Vertalen", en="Translate"),
            purpose=Text(nl="Van beeld naar werk.", en="From picture to work."),
            minutes=Minutes(10),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Zegt wat het eindbeeld betekent en welke stap past; haalt de voorwerpen weg.",
                       en="Says what the final picture means and which step fits; clears the objects."),
            rule=Text(nl="De inbrenger vertaalt; niemand duidt het beeld",
                      en="The owner translates; nobody interprets the picture"),
            captures=(Capture.ACTION, Capture.INSIGHT),
            prompts=(
                Text(nl="Wat doe je in het echt dat bij deze verschuiving past?",
                     en="What will you do in real life that fits this shift?"),
                Text(nl="Maak een foto als je wilt en ruim daarna op.",
                     en="Take a picture if you like, then clear up."),
            ),
            cues=(
                Cue(4, Text(nl="Nog 4 minuten: leg de stap vast, met een datum.",
                            en="4 minutes left: record the step, with a date.")),
                Cue(2, Text(nl="Nog 2 minuten: tijd voor een foto en om op te ruimen.",
                            en="2 minutes left: time for a picture and to clear up.")),
            ),
            origin=Origin.CHOSEN,
        ),
    ),
)
