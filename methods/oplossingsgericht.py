"""Solution-focused intervision with a reflecting team: from question to step in a short time."""

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
    Phase,
    Size,
    Stance,
    Text,
)

# A text reads best as a pair of lines, Dutch above English.
# fmt: off
SCALE = Board(
    Cell("nu", Text(nl="Nu", en="Now")),
    Cell("hoger", Text(nl="Eén punt hoger", en="One point higher")),
    form=Form.SCALE,
)

METHOD = Method(
    id="oplossingsgericht",
    name=Text(nl="Oplossingsgerichte intervisie", en="Solution-focused reflecting team"),
    summary=Text(nl="In korte tijd van vraag naar stap, via hulpbronnen en complimenten in plaats van "
                    "analyse.",
                 en="From question to step in a short time, via resources and compliments instead of "
                    "analysis."),
    suits=Text(nl="De inbrenger wil vooruit; er is weinig tijd; de groep heeft energie nodig.",
               en="The owner wants to move on; time is short; the group needs energy."),
    avoid=Text(nl="De inbrenger wil vooral gehoord worden of de oorzaak begrijpen.",
               en="The owner mainly wants to be heard or to understand the cause."),
    size=Size(least=4, ideal=6, most=8),
    level=Level.STARTER,
    aka=("SFRT", "Bristol model", "Norman/Hjerth"),
    wishes=(
        Text(nl="Ik wil vooruit, niet analyseren", en="I want to move, not analyse"),
        Text(nl="Weinig tijd (30-40 minuten)", en="Little time (30-40 minutes)"),
    ),
    note=Text(nl="Alle minuten komen uit een bron, samen 35. Met 7 of 8 mensen: rek het verhelderen op tot "
                 "10 à 12 minuten. De schaal van 0 tot 10 bij het afsluiten is een keuze. De naam Hjerth bij "
                 "dit model is alleen uit algemene kennis.",
              en="All minutes are sourced, 35 in all. For 7 or 8 people stretch clarifying to 10 to 12 "
                 "minutes. The scale from 0 to 10 at the closing is a choice. Hjerth is linked to the model by "
                 "general knowledge only."),
    sources=(
        ("A Solution Focused Team Process, adapted from Harry Norman - "
         "northwestsolutions.co.uk/cs-team-process-res.php (minutes 5, 5, 8, 3, 10, 4)"),
        ("Solution Focused Reflecting Teams - solutionsology.co.uk (model by Harry Norman / Bristol "
         "Solutions Group, popular in Sweden; rules for speaking and listening)"),
        ("The Solution-Focused Reflecting Management Team - Visser and Norman 2004, "
         "monggobolet.blogspot.com (one question plus one follow-up per turn)"),
        ("Oplossingsgerichte intervisie - devirieu.nl (Dutch question format: hoe kan ik + gewenste "
         "situatie)"),
    ),
    phases=(
        Phase(
            id="voorbereiden",
            name=Text(nl="Voorbereiden", en="Preparing"),
            purpose=Text(nl="De vraag om hulp scherp maken.", en="Sharpen the request for help."),
            minutes=Minutes(5),
            floor=Floor.SILENT,
            stance=Stance.WRITES,
            owner=Text(nl="Bedenkt wat dit gesprek zou moeten opleveren.",
                       en="Works out what they hope to gain."),
            rule=Text(nl="Stil; ieder maakt zich klaar om te luisteren",
                      en="Silent; each gets ready to listen"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Wat zou dit gesprek de moeite waard maken?",
                     en="What would make this talk worthwhile?"),
                Text(nl="Zet je vraag om in: hoe kan ik ... (gewenste situatie)?",
                     en="Turn your question into: how can I ... (desired situation)?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: begint de vraag met 'hoe kan ik'?",
                            en="2 minutes left: does the question start with 'how can I'?")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="presenteren",
            name=Text(nl="Presenteren", en="Presenting"),
            purpose=Text(nl="De situatie en het verzoek vertellen.", en="Tell situation and request."),
            minutes=Minutes(5),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Vertelt; niemand onderbreekt.", en="Tells; nobody interrupts."),
            rule=Text(nl="Alleen de inbrenger; niemand onderbreekt", en="Only the owner; nobody interrupts"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Vertel wat wij moeten weten om te kunnen helpen.",
                     en="Tell us what we must know to help."),
                Text(nl="Waarmee precies kunnen we helpen?", en="With what exactly can we help?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: waarmee precies kunnen we helpen?",
                            en="2 minutes left: with what exactly can we help?")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="verhelderen",
            name=Text(nl="Verhelderen", en="Clarifying"),
            purpose=Text(nl="Doel, hulpbronnen en uitzonderingen zichtbaar maken.",
                         en="Reveal goal, resources and exceptions."),
            minutes=Minutes(8),
            floor=Floor.ROUND,
            stance=Stance.ANSWERS,
            owner=Text(nl="Antwoordt zo lang als nodig.", en="Answers as long as needed."),
            rule=Text(nl="Eén vraag en één vervolgvraag; geen advies",
                      en="One question, one follow-up; no advice"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Ieder één vraag en één vervolgvraag, dan de volgende.",
                     en="One question and one follow-up each, then the next person."),
                Text(nl="Wanneer ging het al een beetje beter?",
                     en="When did it already go a little better?"),
                Text(nl="Stel: het is opgelost. Waaraan merk je dat?",
                     en="Suppose it is solved. How would you notice?"),
            ),
            cues=(
                Cue(4, Text(nl="Halverwege: vraag naar wat al werkt, niet naar de oorzaak.",
                            en="Halfway: ask what already works, not what the cause is.")),
                Cue(1, Text(nl="Nog 1 minuut: een laatste vraag.", en="1 minute left: a last question.")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="waarderen",
            name=Text(nl="Waarderen", en="Affirming"),
            purpose=Text(nl="Benoemen wat indruk maakt.", en="Name what impresses."),
            minutes=Minutes(3),
            floor=Floor.ROUND,
            stance=Stance.LISTENS,
            owner=Text(nl="Zegt alleen: dank je.", en="Only says: thank you."),
            rule=Text(nl="Eén eerlijke zin ieder; geen advies", en="One honest sentence each; no advice"),
            captures=(Capture.INSIGHT,),
            prompts=(
                Text(nl="Wat maakt indruk op je aan hoe de inbrenger dit doet?",
                     en="What impresses you about how the owner handles this?"),
                Text(nl="Eén eerlijke zin, geen advies.", en="One honest sentence, no advice."),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: wie heeft nog niets gewaardeerd?",
                            en="1 minute left: who has not named anything yet?")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="reflecteren",
            name=Text(nl="Reflecteren", en="Reflecting"),
            purpose=Text(nl="Mogelijkheden hardop overwegen en op elkaar voortbouwen.",
                         en="Think aloud about possibilities and build on each other."),
            minutes=Minutes(10),
            floor=Floor.PEERS,
            stance=Stance.LISTENS,
            owner=Text(nl="Luistert en noteert alleen wat bruikbaar is.",
                       en="Listens and notes only what is useful."),
            rule=Text(nl="Eén gedachte per beurt; bouw op elkaar voort",
                      en="One thought per turn; build on each other"),
            captures=(Capture.ADVICE,),
            prompts=(
                Text(nl="Eén gedachte per beurt; sluit aan op de vorige. Passen mag.",
                     en="One thought per turn; build on the last one. Passing is fine."),
                Text(nl="Begin met: ik vraag me af of ...", en="Start with: I wonder whether ..."),
                Text(nl="Hoe kan er meer komen van wat al werkt?",
                     en="How can there be more of what already works?"),
            ),
            cues=(
                Cue(5, Text(nl="Halverwege: spreek over de inbrenger, niet tegen de inbrenger.",
                            en="Halfway: speak about the owner, not to them.")),
                Cue(2, Text(nl="Nog 2 minuten: een laatste gedachte, passen mag.",
                            en="2 minutes left: a last thought, passing is fine.")),
            ),
            origin=Origin.SOURCED,
        ),
        Phase(
            id="afsluiten",
            name=Text(nl="Afsluiten", en="Closing"),
            purpose=Text(nl="De inbrenger kiest de volgende stap.", en="The owner chooses the next step."),
            minutes=Minutes(4),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Zegt wat het meest bruikbaar was en noemt de volgende stap.",
                       en="Says what was most useful and what they will do."),
            rule=Text(nl="De inbrenger kiest; niemand voegt nog iets toe",
                      en="The owner chooses; nobody adds anything"),
            captures=(Capture.ACTION,),
            board=SCALE,
            prompts=(
                Text(nl="Wat van dit alles past bij jou?", en="What of all this suits you?"),
                Text(nl="Waar sta je nu, van 0 tot 10? Hoe ziet één punt hoger eruit?",
                     en="Where are you now, from 0 to 10? What does one point higher look like?"),
                Text(nl="Wat is een kleine stap die je deze week kunt zetten?",
                     en="What small step can you take this week?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: leg de kleine stap vast, met een datum.",
                            en="2 minutes left: record the small step, with a date.")),
            ),
            origin=Origin.SOURCED,
        ),
    ),
)
