"""The clearness committee of the Quakers: open questions and silence, no advice."""

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
    id="clearness",
    name=Text(nl="Helderheidskring", en="Clearness committee"),
    summary=Text(nl="Met alleen open, eerlijke vragen en stilte iemand helpen de eigen wijsheid te "
                    "horen.",
                 en="With only honest, open questions and silence help someone hear their own wisdom."),
    suits=Text(nl="Een keuze in leven of loopbaan waarbij advies niet helpt.",
               en="A life or career decision in which advice does not help."),
    avoid=Text(nl="De inbrenger is erg kwetsbaar of heeft professionele hulp nodig, of de groep kan niet "
                  "zwijgen.",
               en="The owner is very fragile or needs professional help, or the group cannot be silent."),
    size=Size(least=4, ideal=5, most=7),
    level=Level.PRACTISED,
    facilitator_joins=False,
    roles=(
        Text(nl="Begeleider: heet in de bronnen 'clerk'", en="Facilitator: called 'clerk' in the sources"),
        Text(nl="Inbrenger: heet in de bronnen 'focus person'",
             en="Owner: called 'focus person' in the sources"),
        Text(nl="Notulist: schrijft de vragen op voor de inbrenger",
             en="Recorder: writes down the questions for the owner"),
    ),
    aka=(Text(nl="clearness committee (van de Quakers)", en="Quaker clearness"),),
    wishes=(Text(nl="Wat speelt hier echt bij mij?", en="What is really going on with me here?"),),
    note=Text(nl="De bronnen verschillen: 1 uur (aangepast), 1,5 tot 2 uur of 2 tot 3 uur. Gekozen: 85 "
                 "minuten. Korter kan met de kwestie vooraf op papier, de vragen achteraf op een lijst "
                 "en het spiegelen aan het eind.",
              en="Sources disagree: 1 hour (adapted), 1.5 to 2 or 2 to 3 hours. Chosen: 85 minutes. The "
                 "short form has the concern in writing beforehand, the questions listed afterwards and "
                 "the mirroring at the end."),
    credit=Text(nl="Uit de traditie van de Quakers.", en="From the Quaker tradition."),
    caution=Text(nl="Dit is geen therapie en het vervangt geen professionele hulp. Kom er later niet "
                    "ongevraagd op terug, ook niet bij de inbrenger.",
                 en="This is no therapy and does not replace professional help. Do not bring it up "
                    "unasked later, not even with the owner."),
    sources=(
        ("Clearness committee - viningcenter.org (1.5-2 hours; statement 10-15 min at most; questions, "
         "no disguised advice; not for very fragile people)"),
        ("Clearness committees: personal discernment - inwardlight.org, Jan Hoffman (2-3 hours, five or "
         "six people, clerk and recorder)"),
        ("Create a clearness committee - rotarypeacebuilder.com (3-5 members, 2-3 hours, advice "
         "forbidden)"),
        ("The one-hour clearness committee - paulmitchell.blog (short form: write-up in advance, "
         "questions listed afterwards, reflecting back at the end)"),
    ),
    phases=(
        Phase(
            id="stilte",
            name=Text(nl="Beginstilte", en="Opening silence"),
            purpose=Text(nl="Tot rust komen.", en="Settle."),
            minutes=Minutes(3),
            floor=Floor.SILENT,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Is stil en begint te praten wanneer dat goed voelt.",
                       en="Is silent and starts to speak when ready."),
            rule=Text(nl="Stil; de inbrenger verbreekt de stilte",
                      en="Silent; the owner breaks the silence"),
            prompts=(
                Text(nl="We beginnen in stilte; de inbrenger verbreekt die.",
                     en="We start in silence; the owner breaks it."),
                Text(nl="Wat je hier hoort, blijft hier. Begin er later ook met de inbrenger niet over.",
                     en="Everything here stays here. Do not return to it later with the owner either."),
            ),
            cues=(
                Cue(1, Text(nl="Wacht op de inbrenger; de stilte mag langer duren.",
                            en="Wait for the owner; the silence may last longer.")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="verhaal",
            name=Text(nl="De kwestie", en="The concern"),
            purpose=Text(nl="De kwestie, de achtergrond en de vermoedens horen.",
                         en="Hear the concern, its background and the hunches."),
            minutes=Minutes(12),
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Vertelt; mag vooraf iets op papier geven.",
                       en="Tells; may hand out something in writing beforehand."),
            rule=Text(nl="Niemand onderbreekt; de vragen komen straks",
                      en="Nobody interrupts; the questions come later"),
            captures=(Capture.QUESTION,),
            prompts=(
                Text(nl="Wat is de kwestie en wat hoort erbij?",
                     en="What is the concern and what belongs to it?"),
                Text(nl="Welk vermoeden heb je al over de weg vooruit?",
                     en="What hunch do you already have about the way forward?"),
            ),
            cues=(
                Cue(6, Text(nl="Halverwege: laat stiltes bestaan.", en="Halfway: let silences be.")),
                Cue(2, Text(nl="Nog 2 minuten: is er al een vermoeden genoemd?",
                            en="2 minutes left: has a hunch been named?")),
            ),
            origin=Origin.ADAPTED,
        ),
        Phase(
            id="vragen",
            name=Text(nl="Open, eerlijke vragen", en="Honest open questions"),
            purpose=Text(nl="De innerlijke stem van de inbrenger aan het woord laten.",
                         en="Let the owner's inner voice speak."),
            minutes=Minutes(50, least=35),
            floor=Floor.ROUND,
            stance=Stance.ANSWERS,
            owner=Text(nl="Antwoordt, of zegt: die neem ik mee. Zwijgen mag ook.",
                       en="Answers, or says: I will carry that one. Silence is fine too."),
            rule=Text(nl="Alleen open, eerlijke vragen; geen advies",
                      en="Only honest, open questions; no advice"),
            captures=(Capture.QUESTION, Capture.INSIGHT),
            prompts=(
                Text(nl="Stel alleen vragen waarvan jij het antwoord niet weet.",
                     en="Ask only questions you do not know the answer to."),
                Text(nl="Geen advies, geen eigen verhalen, geen boekentips.",
                     en="No advice, no own stories, no book tips."),
                Text(nl="Laat een stilte vallen tussen antwoord en volgende vraag.",
                     en="Leave a silence between an answer and the next question."),
            ),
            cues=(
                Cue(25, Text(nl="Halverwege: valt er genoeg stilte tussen de vragen?",
                             en="Halfway: is there enough silence between the questions?")),
                Cue(10, Text(nl="Hoor je advies of een eigen verhaal? Vraag om een open vraag.",
                             en="Do you hear advice or an own story? Ask for an open question.")),
                Cue(3, Text(nl="Nog 3 minuten: een laatste vraag.", en="3 minutes left: a last question.")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="spiegelen",
            name=Text(nl="Spiegelen (naar wens)", en="Mirroring (if wanted)"),
            purpose=Text(nl="Teruggeven wat er te zien en te horen was.",
                         en="Give back what was seen and heard."),
            minutes=Minutes(12),
            floor=Floor.ROUND,
            stance=Stance.LISTENS,
            owner=Text(nl="Kiest: spiegelen of doorgaan met vragen.",
                       en="Chooses: mirroring or more questions."),
            rule=Text(nl="Herhalen en beschrijven; geen uitleg", en="Repeat and describe; no explaining"),
            captures=(Capture.INSIGHT,),
            prompts=(
                Text(nl="Inbrenger: wil je dat we spiegelen, of liever nog vragen?",
                     en="Owner: do you want mirroring, or rather more questions?"),
                Text(nl="Herhaal woorden en beschrijf wat je zag, zonder uitleg.",
                     en="Repeat words and describe what you saw, without explaining."),
            ),
            cues=(
                Cue(10, Text(nl="Heeft de inbrenger gekozen: spiegelen of vragen?",
                             en="Has the owner chosen: mirroring or questions?")),
                Cue(5, Text(nl="Hoor je uitleg? Vraag om de woorden zelf.",
                            en="Do you hear explaining? Ask for the words themselves.")),
                Cue(2, Text(nl="Nog 2 minuten: wie heeft nog niets teruggegeven?",
                            en="2 minutes left: who has not given back yet?")),
            ),
            origin=Origin.CHOSEN,
        ),
        Phase(
            id="waardering",
            name=Text(nl="Waardering en slot", en="Affirmation and close"),
            purpose=Text(nl="Afronden zonder op te lossen.", en="Close without solving."),
            minutes=Minutes(8),
            floor=Floor.ROUND,
            stance=Stance.TAKES_PART,
            owner=Text(nl="Zegt als laatste wat helderder is; hoeft niets te besluiten.",
                       en="May say at the end what is clearer; need not decide."),
            rule=Text(nl="Waarderen; niets oplossen", en="Appreciate; solve nothing"),
            captures=(Capture.INSIGHT, Capture.ACTION),
            prompts=(
                Text(nl="Wat waardeer je in de inbrenger?", en="What do you appreciate in the owner?"),
                Text(nl="Inbrenger: wat is helderder? Een besluit hoeft niet.",
                     en="Owner: what is clearer? No decision is needed."),
                Text(nl="We sluiten af met een minuut stilte.", en="We close with a minute of silence."),
            ),
            cues=(
                Cue(3, Text(nl="Nog 3 minuten: het woord is aan de inbrenger.",
                            en="3 minutes left: the owner has the last word.")),
                Cue(1, Text(nl="Nog 1 minuut: sluit af in stilte.", en="1 minute left: close in silence.")),
            ),
            origin=Origin.CHOSEN,
        ),
    ),
)
