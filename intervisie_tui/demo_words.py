"""What the made-up group of the demo says."""

from intervisie_tui.method import Text

METHOD = "incident"

QUESTION = Text(
    nl="Hoe kan ik mijn teamleider aanspreken zonder dat het een strijd wordt?",
    en="How can I speak up to my team leader without it becoming a fight?",
)

QUESTIONS = (
    Text(nl="Wat gebeurde er precies in die vergadering?", en="What exactly happened in that meeting?"),
    Text(nl="Wie waren erbij?", en="Who were there?"),
    Text(nl="Hoe vaak spraken jullie elkaar daarvoor?", en="How often did you two talk before that?"),
    Text(nl="Wat zei je zelf, letterlijk?", en="What did you say yourself, word for word?"),
    Text(nl="Wanneer moet het besluit vallen?", en="When does it have to be decided?"),
)
FACTS = (
    Text(nl="Er waren acht collega's bij.", en="Eight colleagues were there."),
    Text(nl="Het besluit valt over drie weken.", en="The decision falls in three weeks."),
)
PARKED = (
    (3, Text(nl="De casus van Dirk: volgende keer als eerste", en="Dirk's case: first next time")),
    (
        4,
        Text(
            nl="Misschien helpt een gesprek met z'n drieën?", en="Perhaps a talk with the three of you helps?"
        ),
    ),
)
NEXT_STEP = Text(nl="Om een gesprek van een half uur vragen", en="Ask for a conversation of half an hour")
EARLIER = (
    (3, Text(nl="Een ochtend per week vrijhouden", en="Keep one morning a week free")),
    (4, Text(nl="Feedback vragen aan twee collega's", en="Ask two colleagues for feedback")),
)
