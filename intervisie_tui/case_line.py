"""A quiet hint where a case is a complaint about somebody who is not there."""

import re
from dataclasses import dataclass

ABOUT_OTHERS = "about-others"
_READ = 500


@dataclass(frozen=True, slots=True)
class _Words:
    own: str
    opening: str
    pronoun: str
    determiner: str
    person: str
    sign: str


_WORDS = {
    "nl": _Words(
        own="ik|'k|mezelf|mijzelf",
        opening=r"(?:waarom|hoezo|hoe komt het dat|hoe kan het dat)\s+(?:\w+\s+)?",
        pronoun="hij|zij|ze",
        determiner="mijn|m'n|onze|ons|de|het|een|die|deze|dat|dit|sommige|alle|veel",
        person="collega(?:'s)?|leidinggevenden?|baas|bazen|chef|manager|directie|directeur|bestuur|management"
        "|teamleider|team|ouders?|moeder|vader|leerling(?:en)?|studenten|student|cliënt(?:en)?|klant(?:en)?|mensen|school",
        sign="nooit|altijd|steeds|niet|geen|weer|gewoon|alleen maar|zo|te|weigert|weigeren"
        "|is|zijn|heeft|hebben",
    ),
    "en": _Words(
        own="i|myself",
        opening=r"(?:why|how come)\s+(?:[\w']+\s+)?",
        pronoun="he|she|they",
        determiner="my|our|the|this|that|these|those|some|all|a",
        person="colleagues?|co-?workers?|boss|manager|management|board|director|team|parents?|mother|father|pupils?"
        "|students?|clients?|customers?|people|school",
        sign=r"never|always|not|no|again|just|only|so|too|refuses?|is|are|has|have|keeps?|\w+n't",
    ),
}


def about_others(question: str, language: str) -> str | None:
    """ABOUT_OTHERS where a question complains about somebody absent and is not an own question, else None.

    Only the opening and a few words are looked at; where it is in doubt it stays silent.
    """
    words = _WORDS.get(language)
    if words is None:
        return None
    line = " ".join(question[:_READ].casefold().replace("\u2019", "'").split())
    if re.search(rf"(?<!\w)(?:{words.own})(?!\w)", line):
        return None
    opening = f"(?P<why>{words.opening})?"
    if re.match(rf"{opening}(?:{words.pronoun})(?![\w-])", line):
        return ABOUT_OTHERS
    other = re.match(rf"{opening}(?:{words.determiner})\s+(?:\w+\s+)?(?:{words.person})(?![\w-])", line)
    bare = re.match(rf"{words.opening}(?:{words.person})(?![\w-])", line)
    found = other or bare
    if found is None:
        return None
    told = bool(other and other["why"]) or re.search(rf"(?<!\w)(?:{words.sign})(?!\w)", line[found.end() :])
    return ABOUT_OTHERS if told else None
