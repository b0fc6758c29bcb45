"""The phases, in a module beside the method's, as larger packages have them."""

from intervisie_tui.method import Capture, Floor, Minutes, Per, Phase, Stance, Text

STORY = Phase(
    id="story",
    name=Text(nl="Verhaal", en="Story"),
    purpose=Text(nl="Iedereen kent de vraag.", en="Everyone knows the question."),
    minutes=Minutes(6),
    floor=Floor.OWNER,
    stance=Stance.SPEAKS,
    owner=Text(nl="Vertelt en stelt één vraag.", en="Tells, and asks one question."),
    captures=(Capture.QUESTION,),
)

GIFTS = Phase(
    id="gifts",
    name=Text(nl="Cadeaus", en="Gifts"),
    purpose=Text(nl="Ieder geeft één ding mee.", en="Everyone gives one thing to take along."),
    minutes=Minutes(1, per=Per.PEER),
    floor=Floor.ROUND,
    stance=Stance.LISTENS,
    owner=Text(nl="Luistert en bedankt.", en="Listens and says thank you."),
    captures=(Capture.ADVICE, Capture.ACTION),
)
