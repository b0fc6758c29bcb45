"""The commented method that `intervisie methods new` writes, for a group to make its own of."""

from intervisie_tui.method.wrong import check_id

_SKELETON = '''\
"""A method of our own: put it in the methods folder, and check it with `intervisie methods check`."""

from intervisie_tui.method import (
    Capture, Cue, Floor, Level, Method, Minutes, Origin, Per, Phase, Size, Stance, Text,
)

METHOD = Method(
    id="@id@",  # unique: small letters, digits and dashes
    name=Text(nl="@name@", en="@name@"),
    summary=Text(nl="In één zin: wat het oplevert.", en="In one sentence: what it gives."),
    suits=Text(nl="Wanneer je het kiest.", en="When to choose it."),
    avoid=Text(nl="Wanneer liever niet.", en="When rather not."),
    size=Size(least=3, ideal=6, most=8),  # people in the room, owner and facilitator included
    level=Level.STARTER,  # STARTER, PRACTISED, ADVANCED
    # facilitator_joins=False,  # a facilitator who takes no turns
    # has_owner=False,  # a theme of all instead of a case
    phases=(
        Phase(
            id="story",  # unique in this method
            name=Text(nl="Verhaal", en="Story"),
            purpose=Text(nl="Iedereen kent de vraag.", en="Everyone knows the question."),
            minutes=Minutes(10, least=5),  # halves are fine; least is the floor for re-planning
            floor=Floor.OWNER,  # OWNER FACILITATOR ROUND OPEN DIALOGUE PEERS PAIRS SILENT
            stance=Stance.SPEAKS,  # SPEAKS ANSWERS LISTENS TURNED_AWAY WRITES TAKES_PART
            owner=Text(nl="Vertelt en stelt één vraag.", en="Tells, and asks one question."),
            rule=Text(nl="Niemand onderbreekt", en="Nobody interrupts"),
            captures=(Capture.QUESTION,),  # QUESTION FACT HYPOTHESIS FEELING ADVICE INSIGHT ACTION
            prompts=(Text(nl="Wat is je vraag aan ons?", en="What is your question to us?"),),
            cues=(  # only the timekeeper sees these, at the desk
                Cue(2, Text(nl="Nog 2 minuten: wat is de vraag?", en="2 minutes left: the question?")),
            ),
        ),
        Phase(
            id="advice",
            name=Text(nl="Adviesronde", en="Advice round"),
            purpose=Text(nl="Ieder geeft één advies.", en="Everyone gives one piece of advice."),
            minutes=Minutes(2, per=Per.PEER),  # for each of the others; PERSON counts everyone
            floor=Floor.ROUND,
            stance=Stance.LISTENS,
            owner=Text(nl="Luistert.", en="Listens."),
            captures=(Capture.ADVICE,),
            # together=Together.PAIRS,  # draws small groups: PAIRS CAROUSEL TRIOS; import Together above
        ),
        Phase(
            id="choice",
            name=Text(nl="Keuze", en="Choice"),
            purpose=Text(nl="De inbrenger kiest een stap.", en="The owner chooses a step."),
            minutes=Minutes(5, protected=True),  # re-planning takes nothing from it
            floor=Floor.OWNER,
            stance=Stance.SPEAKS,
            owner=Text(nl="Noemt de stap, en wanneer.", en="Names the step, and when."),
            captures=(Capture.INSIGHT, Capture.ACTION),
            origin=Origin.CHOSEN,  # of the minutes: SOURCED ADAPTED CHOSEN KNOWN
        ),
    ),
)
'''


def skeleton(name: str) -> str:
    """The text of a new method module with this id, which passes its check; ValueError for a wrong id."""
    check_id("Method.id", name)
    words = name.replace("-", " ").capitalize()
    return _SKELETON.replace("@id@", name).replace("@name@", words)
