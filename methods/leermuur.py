"""The learning wall: thinking along in writing and in silence, after the silent wall discussion."""

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
COLUMNS = (
    Cell("vragen", Text(nl="Vragen", en="Questions")),
    Cell("beelden", Text(nl="Beelden en gevoelens", en="Images and feelings")),
    Cell("vermoedens", Text(nl="Vermoedens", en="Hunches")),
    Cell("suggesties", Text(nl="Suggesties", en="Suggestions")),
)
WALL = Board(*COLUMNS, form=Form.COLUMNS)
DOTTED = Board(*COLUMNS, form=Form.COLUMNS, dots=5)

METHOD = Method(
    id="leermuur",
    name=Text(nl="Leermuur", en="Learning wall"),
    summary=Text(nl="Schriftelijk en in stilte meedenken, zodat iedereen evenveel inbreng heeft.",
                 en="Think along in writing and in silence, so everyone contributes equally."),
    suits=Text(nl="Er zitten snelle praters en stille denkers in de groep, of de emotie loopt hoog op.",
               en="The group mixes fast talkers and quiet thinkers, or emotions run high."),
    avoid=Text(nl="De inbrenger heeft vooral een gesprek nodig.",
               en="The owner mainly needs a conversation."),
    size=Size(least=3, ideal=6, most=8),
    level=Level.STARTER,
    aka=(
        Text(nl="muurmethode", en="wall method"),
        Text(nl="stille muurdiscussie", en="silent wall discussion"),
    ),
    wishes=(Text(nl="Feedback op een plan, tekst of product", en="Feedback on a plan, text or product"),),
    note=Text(nl="Alle minuten zijn gekozen; de vorm met kolommen en stippen is algemene kennis, niet in "
                 "een bron gevonden. De muur bestaat uit vier vellen of vier kolommen: vragen, beelden "
                 "en gevoelens, vermoedens, suggesties. Het scherm met de notities kan de muur zijn; de "
                 "bron geeft op papier ieder een eigen kleur. Alleen de inbrenger zet stippen; vijf is "
                 "een keuze.",
              en="All minutes are chosen; the form with columns and dots is general knowledge, not found "
                 "in a source. The wall is four sheets or four columns: questions, images and feelings, "
                 "hunches, suggestions. The screen with the notes can be the wall; on paper the source "
                 "gives each person a colour. Only the owner puts dots; five is a choice."),
    sources=(
        ("Muurdiscussie - ambrassade.be/nl/kennis/artikel/muurdiscussie (sheets on the wall, silent "
         "writing, nothing twice, own colour per person)"),
        ("The intervision version with columns and dots: general professional knowledge, not found in a "
         "source"),
    ),
    phases=(
        Phase(
            id="casus",
            name=Text(nl="Casus", en="Case"),
            purpose=Text(nl="De situatie kort horen en de vraag op de muur zetten.",
                         en="Hear the situation and put the question on the wall."),
            minutes=Minutes(6),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Vertelt en schrijft de vraag bovenaan.",
                       en="Tells and writes the question on top."),
            rule=Text(nl="De anderen stellen nog geen vragen hardop", en="The others ask nothing aloud yet"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Vertel kort wat er speelt.", en="Tell briefly what is going on."),
                Text(nl="Je vraag komt groot op de muur. Hoe luidt die?",
                     en="Your question goes large on the wall. How does it read?"),
            ),
            cues=(
                Cue(3, Text(nl="Halverwege: bewaar vragen voor de muur.",
                            en="Halfway: keep questions for the wall.")),
                Cue(1, Text(nl="Nog 1 minuut: staat de vraag op de muur?",
                            en="1 minute left: is the question on the wall?")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="muur",
            name=Text(nl="Zwijgend schrijven", en="Silent writing"),
            purpose=Text(nl="Reageren op de casus en op elkaar, zonder te praten.",
                         en="React to the case and to each other without talking."),
            minutes=Minutes(12, protected=True),
            floor=Floor.SILENT,
            stance=Stance.LISTENS,
            owner=Text(nl="Leest mee, schrijft niet.", en="Reads along, does not write."),
            rule=Text(nl="Er wordt niet gepraat; schrijf niets dubbel", en="No talking; write nothing twice"),
            captures=(Capture.QUESTION, Capture.FEELING, Capture.HYPOTHESIS, Capture.ADVICE),
            board=WALL,
            prompts=(
                Text(nl="Schrijf in minstens drie van de vier kolommen iets.",
                     en="Write something in at least three of the four columns."),
                Text(nl="Reageer met een pijl op wat er al staat.",
                     en="Respond with an arrow to what is there."),
            ),
            cues=(
                Cue(6, Text(nl="Halverwege: welke kolom is nog bijna leeg?",
                            en="Halfway: which column is still almost empty?")),
                Cue(2, Text(nl="Nog 2 minuten: lees de hele muur en vul aan.",
                            en="2 minutes left: read the whole wall and add.")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="lezen",
            name=Text(nl="Langs de muur", en="Along the wall"),
            purpose=Text(nl="De inbrenger kiest wat raakt.", en="The owner picks what touches."),
            minutes=Minutes(5),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Leest hardop voor wat opvalt en zet stippen.",
                       en="Reads aloud what stands out and puts dots."),
            rule=Text(nl="Alleen de inbrenger zet stippen; niemand licht toe",
                      en="Only the owner puts dots; nobody explains"),
            captures=(Capture.INSIGHT,),
            board=DOTTED,
            prompts=(
                Text(nl="Zet een stip bij wat raakt, nieuw is of niet klopt.",
                     en="Put a dot at what touches, is new or is off."),
                Text(nl="Waar blijf je staan?", en="Where do you stop?"),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: de laatste stippen.", en="2 minutes left: the last dots.")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="gesprek",
            name=Text(nl="Toelichting vragen", en="Ask for explanation"),
            purpose=Text(nl="Alleen praten over de briefjes met een stip.",
                         en="Talk only about the dotted notes."),
            minutes=Minutes(12),
            floor=Floor.OPEN,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Stelt vragen aan de schrijvers.", en="Asks the writers."),
            rule=Text(nl="Alleen over briefjes met een stip", en="Only about notes with a dot"),
            captures=(Capture.INSIGHT, Capture.ADVICE),
            prompts=(
                Text(nl="Wie schreef dit en wat bedoel je ermee?", en="Who wrote this and what do you mean?"),
                Text(nl="Blijf bij de stippen van de inbrenger.", en="Stay with the owner's dots."),
            ),
            cues=(
                Cue(6, Text(nl="Halverwege: hoeveel stippen zijn er nog?",
                            en="Halfway: how many dots are left?")),
                Cue(2, Text(nl="Nog 2 minuten: een laatste briefje.", en="2 minutes left: a last note.")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="stap",
            name=Text(nl="Volgende stap", en="Next step"),
            purpose=Text(nl="Van de muur naar het werk gaan.", en="Go from the wall to the work."),
            minutes=Minutes(5),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Schrijft één actie onderaan de muur.",
                       en="Writes one action at the bottom of the wall."),
            rule=Text(nl="De inbrenger kiest; de groep vult niet aan",
                      en="The owner chooses; the group adds nothing"),
            captures=(Capture.ACTION,),
            prompts=(
                Text(nl="Wat ga je doen?", en="What will you do?"),
                Text(nl="Hoe weten we dat je het gedaan hebt?", en="How will we know you did it?"),
                Text(nl="Maak een foto van de muur.", en="Take a picture of the wall."),
            ),
            cues=(
                Cue(2, Text(nl="Nog 2 minuten: leg de actie vast, met een datum.",
                            en="2 minutes left: record the action, with a date.")),
            ),
            origin=Origin.KNOWN,
        ),
        Phase(
            id="leren",
            name=Text(nl="Wat leerden wij?", en="What did we learn?"),
            purpose=Text(nl="Ieder schrijft een leerpunt.", en="Everyone writes a learning point."),
            minutes=Minutes(1, per=Per.PERSON),
            floor=Floor.ROUND,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Noemt als laatste een leerpunt.", en="Names a learning point last."),
            rule=Text(nl="Eén leerpunt ieder, voor je eigen werk",
                      en="One learning point each, for your own work"),
            captures=(Capture.INSIGHT,),
            prompts=(
                Text(nl="Welk briefje had je zelf willen schrijven?",
                     en="Which note do you wish you had written?"),
                Text(nl="Wat neem je mee?", en="What do you take along?"),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: de inbrenger komt als laatste.",
                            en="1 minute left: the owner comes last.")),
            ),
            origin=Origin.KNOWN,
        ),
    ),
)
