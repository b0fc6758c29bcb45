"""Wise Crowds, of the Liberating Structures: everyone in turn is helped by the whole group."""

from intervisie_tui.method import (
    Capture,
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
)

# A text reads best as a pair of lines, Dutch above English.
# fmt: off
METHOD = Method(
    id="wise-crowds",
    name=Text(nl="Wijze kring (Wise Crowds)", en="Wise Crowds"),
    summary=Text(nl="Iedereen krijgt een kwartier de wijsheid van de hele groep.",
                 en="Everyone gets a quarter of an hour of the whole group's wisdom."),
    suits=Text(nl="De groep is klein, iedereen heeft een vraag en er is ongeveer een uur.",
               en="The group is small, everyone has a question and there is about an hour."),
    avoid=Text(nl="Er is één grote casus die diepte vraagt.", en="One big case needs depth."),
    size=Size(least=4, ideal=5, most=7),
    level=Level.STARTER,
    roles=(
        Text(nl="Klant: de inbrenger van deze ronde", en="Client: the owner of this round"),
        Text(nl="Adviseurs: alle anderen", en="Consultants: all others"),
    ),
    aka=(Text(nl="snelle collegiale consultatie", en="quick peer consultation"),),
    wishes=(Text(nl="Iedereen moet vandaag aan de beurt komen", en="Everyone must get a turn today"),),
    note=Text(nl="De bronnen noemen dezelfde minuten; alleen de uitleg is gekozen. Met 7 mensen duren de "
                 "rondes samen 105 minuten: spreek dan af wie vandaag inbrengt. Variant: vragen in "
                 "plaats van advies.",
              en="The sources agree on the minutes; only the explanation is chosen. With 7 people the rounds "
                 "take 105 minutes: agree on who brings a question today. Variant: questions instead of "
                 "advice."),
    credit=Text(nl="Wise Crowds is een Liberating Structure, ontwikkeld door Henri Lipmanowicz en Keith "
                   "McCandless en gedeeld onder een niet-commerciële Creative Commons-licentie (algemene "
                   "kennis, niet nagekeken). De teksten hier zijn eigen woorden.",
                en="Wise Crowds is a Liberating Structure, developed by Henri Lipmanowicz and Keith "
                   "McCandless and published under a non-commercial Creative Commons licence (general "
                   "knowledge, not checked). The texts here are our own wording."),
    sources=(
        ("Wise crowds - liberatingstructures-uncovered.com/wise-crowds (15 min per client: 2, 3, 8, 2; "
         "groups 4-6; 60 min)"),
        ("Wise Crowds - collaboratiohelvetica.ch (same minutes; groups of 4 to 7; equal time; questions "
         "instead of advice as variant)"),
        "Wise Crowds - workshopbank.com and wilmahartenfels.com (same minutes; note keeping by the client)",
    ),
    phases=(
        Phase(
            id="kader",
            name=Text(nl="Uitleg en volgorde", en="Steps and order"),
            purpose=Text(nl="Rollen, stappen en volgorde uitleggen.", en="Explain roles, steps and order."),
            minutes=Minutes(3),
            floor=Floor.FACILITATOR,
            stance=Stance.WRITES,
            owner=Text(nl="Denkt na over de eigen vraag.", en="Thinks about the own question."),
            rule=Text(nl="Eerst de uitleg; nog niets over de vragen zelf",
                      en="First the steps; nothing yet about the questions"),
            prompts=(
                Text(nl="Ieder is één keer inbrenger; ieder krijgt evenveel tijd.",
                     en="Everyone is owner once; everyone gets equal time."),
                Text(nl="Schrijf je vraag in één zin op.", en="Write your question in one sentence."),
            ),
            cues=(
                Cue(1, Text(nl="Nog 1 minuut: is de volgorde bekend?",
                            en="1 minute left: is the order known?")),
            ),
            origin=Origin.CHOSEN,
        ),
        Repeat(
            times=Per.PERSON,
            new_owner=True,
            phases=(
                Phase(
                    id="vraag",
                    name=Text(nl="Uitdaging", en="Challenge"),
                    purpose=Text(nl="De inbrenger vraagt om hulp.", en="The owner asks for help."),
                    minutes=Minutes(2),
                    floor=Floor.OWNER,
                    stance=Stance.SPEAKS,
                    owner=Text(nl="Vertelt en vraagt.", en="Tells and asks."),
                    rule=Text(nl="Kort is krachtig; niemand onderbreekt",
                              en="Short is strong; nobody interrupts"),
                    captures=(Capture.QUESTION,),
                    prompts=(
                        Text(nl="Wat speelt er?", en="What is going on?"),
                        Text(nl="Wat heb je al geprobeerd?", en="What have you tried?"),
                        Text(nl="Welke hulp wil je?", en="What help do you want?"),
                    ),
                    cues=(
                        Cue(1, Text(nl="Nog 1 minuut: welke hulp is gewenst?",
                                    en="1 minute left: what help is wanted?")),
                    ),
                    origin=Origin.SOURCED,
                ),
                Phase(
                    id="verhelderen",
                    name=Text(nl="Verhelderende vragen", en="Clarifying questions"),
                    purpose=Text(nl="De vraag begrijpen.", en="Understand the question."),
                    minutes=Minutes(3),
                    floor=Floor.ROUND,
                    stance=Stance.ANSWERS,
                    owner=Text(nl="Antwoordt.", en="Answers."),
                    rule=Text(nl="Korte vragen; geen verkapte adviezen",
                              en="Short questions; no disguised advice"),
                    captures=(Capture.QUESTION,),
                    prompts=(
                        Text(nl="Vraag alleen wat je nodig hebt om te helpen.",
                             en="Ask only what you need to help."),
                        Text(nl="Zit er een advies in je vraag? Bewaar dat voor het overleg.",
                             en="Is there advice in your question? Keep it for the consultation."),
                    ),
                    cues=(
                        Cue(1, Text(nl="Nog 1 minuut: een laatste vraag, dan draait de inbrenger zich om.",
                                    en="1 minute left: a last question, then the owner turns round.")),
                    ),
                    origin=Origin.SOURCED,
                ),
                Phase(
                    id="overleg",
                    name=Text(nl="Overleg", en="Consultation"),
                    purpose=Text(nl="De groep denkt hardop mee.", en="The group thinks aloud."),
                    minutes=Minutes(8, least=5),
                    floor=Floor.PEERS,
                    stance=Stance.TURNED_AWAY,
                    owner=Text(nl="Draait zich om en noteert.", en="Turns round and takes notes."),
                    rule=Text(nl="Praat met elkaar; de inbrenger zwijgt",
                              en="Talk to each other; the owner is silent"),
                    captures=(Capture.ADVICE, Capture.HYPOTHESIS),
                    prompts=(
                        Text(nl="De inbrenger draait zich om. Wat valt ons op?",
                             en="The owner turns round. What do we notice?"),
                        Text(nl="Bouw op elkaar voort.", en="Build on each other."),
                        Text(nl="Spreek elkaar ook tegen.", en="Disagree too."),
                    ),
                    cues=(
                        Cue(4, Text(nl="Halverwege: klinkt er ook een ander geluid?",
                                    en="Halfway: is there a different view too?")),
                        Cue(1, Text(nl="Nog 1 minuut: een laatste idee.", en="1 minute left: a last idea.")),
                    ),
                    origin=Origin.SOURCED,
                ),
                Phase(
                    id="terugkoppeling",
                    name=Text(nl="Terugkoppeling", en="Feedback"),
                    purpose=Text(nl="De inbrenger noemt de opbrengst.", en="The owner names the yield."),
                    minutes=Minutes(2),
                    floor=Floor.OWNER,
                    stance=Stance.SPEAKS,
                    owner=Text(nl="Zegt wat nuttig was en wat de stap is.",
                               en="Says what was useful and what the step is."),
                    rule=Text(nl="Alleen de inbrenger; niemand legt nog iets uit",
                              en="Only the owner; nobody explains any more"),
                    captures=(Capture.INSIGHT, Capture.ACTION),
                    prompts=(
                        Text(nl="Wat neem je mee?", en="What do you take along?"),
                        Text(nl="Wat wordt je stap?", en="What will be your step?"),
                        Text(nl="Dank je wel; we gaan door.", en="Thank you; on we go."),
                    ),
                    cues=(
                        Cue(1, Text(nl="Nog 1 minuut: leg de stap vast, met een datum.",
                                    en="1 minute left: record the step, with a date.")),
                    ),
                    origin=Origin.SOURCED,
                ),
            ),
        ),
    ),
)
