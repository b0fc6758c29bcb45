"""The gift round."""

from intervisie_tui.method import Level, Method, Size, Text

from .phases import GIFTS, STORY

METHOD = Method(
    id="gift-round",
    name=Text(nl="Cadeauronde", en="Gift round"),
    summary=Text(
        nl="Ieder geeft de inbrenger één ding mee.", en="Everyone gives the owner one thing to take along."
    ),
    suits=Text(nl="Er is maar een kwartier.", en="There is only a quarter of an hour."),
    avoid=Text(nl="De vraag is groot.", en="The question is large."),
    size=Size(least=3, ideal=6, most=8),
    level=Level.STARTER,
    phases=(STORY, GIFTS),
)
