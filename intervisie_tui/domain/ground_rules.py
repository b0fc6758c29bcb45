"""The ground rules that a group can choose from, as the screen shows them."""

from dataclasses import dataclass
from typing import Final

from intervisie_tui.method import Text


@dataclass(frozen=True, slots=True)
class GroundRule:
    """One ground rule: an id that stays, and its line in both languages."""

    id: str
    text: Text


GROUND_RULES: Final = (
    GroundRule(
        "vertrouwelijk",
        Text(nl="Wat je hier hoort, houd je voor je.", en="What you hear here you keep to yourself."),
    ),
    GroundRule(
        "anoniem",
        Text(nl="We noemen niemand herkenbaar bij naam.", en="We name nobody who could be recognised."),
    ),
    GroundRule(
        "vrijwillig",
        Text(
            nl="Je brengt in wat je wilt; passen mag altijd.", en="You bring what you want; passing is fine."
        ),
    ),
    GroundRule(
        "gelijk", Text(nl="In deze kring is niemand de baas.", en="Nobody is the boss in this circle.")
    ),
    GroundRule(
        "luisteren",
        Text(
            nl="We laten elkaar uitspreken en verdragen stiltes.",
            en="We let each other finish; we bear silence.",
        ),
    ),
    GroundRule("vragen", Text(nl="Eerst vragen, dan pas vinden.", en="Questions first, opinions later.")),
    GroundRule(
        "advies",
        Text(
            nl="Advies alleen als methode of inbrenger erom vraagt.",
            en="Advice only when method or owner asks.",
        ),
    ),
    GroundRule(
        "ik",
        Text(nl="We spreken voor onszelf, in de ik-vorm.", en="We speak for ourselves, in the first person."),
    ),
    GroundRule(
        "oordeel",
        Text(nl="We onderzoeken zonder te veroordelen.", en="We examine without condemning."),
    ),
    GroundRule(
        "regie",
        Text(nl="De inbrenger beslist wat ermee gebeurt.", en="The owner decides what to do with it."),
    ),
    GroundRule(
        "tijd",
        Text(nl="We houden ons aan de tijd en de methode.", en="We keep to the time and to the method."),
    ),
    GroundRule(
        "aanwezig",
        Text(nl="We komen altijd, op tijd, zonder telefoon.", en="We always come, on time, without phones."),
    ),
    GroundRule(
        "afwezigen",
        Text(
            nl="Het gaat over jouw aandeel, niet over afwezigen.",
            en="It is about your part, not about people absent.",
        ),
    ),
    GroundRule(
        "terugkomen",
        Text(
            nl="Buiten de groep kom je er niet ongevraagd op terug.",
            en="Outside the group you do not bring it up unasked.",
        ),
    ),
    GroundRule(
        "veiligheid",
        Text(
            nl="Bij acuut gevaar gelden de regels van de organisatie.",
            en="In acute danger the organisation's rules apply.",
        ),
    ),
)

USUAL_RULES: Final = ("vertrouwelijk", "luisteren", "vragen", "afwezigen", "regie")


def ground_rules(ids: tuple[str, ...] = USUAL_RULES) -> tuple[Text, ...]:
    """The lines of these rules in the order of the ids; an id that is not known is left out."""
    known = {rule.id: rule.text for rule in GROUND_RULES}
    return tuple(known[rule_id] for rule_id in ids if rule_id in known)
