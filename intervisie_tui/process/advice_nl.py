"""Dutch openings of questions that hold their own answer, and what to ask instead. Data only.

One opening a line: `<x>` is a word of kind x and `[x]` any number of them, `a|b` is a or b, `...` is up to three
words, `*` is any word or the rest of one, and `!x` is none of kind x.
"""

from typing import Final

KINDS: Final = {
    "you": "je|jij|u|jullie",
    "it": "het|dat|dit|er|daar|hem|haar|hen|ze|die",
    "soft": "gewoon|misschien|al|eens|wel|weleens|ook|ooit|niet|nog|toch|echt|een|keer|beetje|wat|veel|beter|zelf"
    "|eigenlijk|even|nou|nu",
    "vague": "zoiets|zulk|zulke|zo|dergelijks",
    "thing": "iets|niets|het|dit|dat",
    "able": "kun|kan|kunt|kunnen",
    "be": "is|was|zou",
    "wise": "beter|handig|handiger|verstandig|verstandiger|slim|slimmer|goed|idee|makkelijker|fijner",
    "hand": "uitbesteden|delegeren|overlaten|overdragen|doorschuiven|weggeven",
    "act": "praat|bel|belt|vraag|vraagt|ga|gaat|zeg|zegt|doe|doet|neem|neemt|mail|spreek|spreekt|stuur|stuurt|schakel"
    "|geef|geeft|maak|maakt|laat|leg|legt|schrijf|stop|zet|probeer|probeert|begin|plan|bespreek|meld|zoek|overleg|stap"
    "|roep|nodig|betrek|hou|houd",
    "think": "denk|denkt|denken|vind|vindt|vinden|geloof|gelooft",
    "lies": "ligt|komt|gaat|heeft|lijkt",
    "why": "aan|door|doordat|om|over|te|alsof",
    "much": "veel|weinig|snel|hard|hoog|streng|aardig|lief|persoonlijk|zwaar|moeilijk|ingewikkeld|perfect|makkelijk"
    "|gemakkelijk|vaak",
    "once": "ook|eens|ooit|laatst|vroeger|hetzelfde|precies",
    "thus": "zo|logisch|duidelijk|normaal",
    "mine": "op|was|ging|werkt|werkte|hielp|helpt|in|thuis",
}

OPENINGS: Final = {
    "tried": """
        heb|hebt|hebben <you> [soft] geprobeerd|overwogen !thing
        heb|hebt|hebben <you> <it> [soft] geprobeerd|overwogen om|te|door|met
        heb|hebt|hebben <you> [soft] er [soft] aan|over gedacht|nagedacht om|te
        heb|hebt|hebben <you> [soft] eraan|erover gedacht|nagedacht om|te
        heb|hebt|hebben <you> al eens met !vague
        ben|bent <you> al eens naar|bij
    """,
    "delegate": """
        kun|kan|kunt|kunnen|zou <you> ... niet ... <hand>
        kun|kan|kunt|kunnen|zou <you> ... niet ... uit handen geven
    """,
    "better": """
        zou|zouden <you> niet
        zou|zouden <you> <it> niet
        moet|moeten <you> niet
        moet|moeten <you> toch niet
        moet|moeten <you> <it> niet
        had|hadden <you> niet [soft] beter|moeten|kunnen
        had|hadden <you> <it> niet [soft] beter|moeten|kunnen
        <able> <you> niet gewoon|beter|eens|toch|misschien|even
        <able> <you> <it> niet gewoon|beter|eens|toch|misschien|even
        <be> het niet [soft] <wise>
        <be> het niet beter
        is het geen idee om
        zou het [soft] <wise> zijn om|als
        zou het [soft] helpen|schelen om|als
        wat als <you> gewoon|eens|nou|nu
        wat dacht|denk|vind <you> ervan om
        als ik jou was
        misschien moet|kun|kan|kunt|zou <you>
        <you> zou|zoudt|moet|kunt|kan gewoon|beter|toch|ook|misschien
    """,
    "why-not": """
        waarom <act> <you> ... niet
        waarom * <you> ... niet gewoon|eens|even
    """,
    "leading": """
        is het niet [soft] <thus>
        <think> <you> niet dat
        <think> <you> ook niet dat
        <lies> het [soft] niet [soft] <why>
        kan het niet [soft] zijn|liggen
        kan het niet zo zijn
        zou het niet [soft] kunnen|zijn|liggen|komen
    """,
    "too": """
        ben|bent|zijn <you> niet [soft] te *
        is dat niet [soft] te *
        <act> <you> ... niet [soft] te <much>
        werk|werkt|stel|stelt|verwacht <you> ... niet [soft] te <much>
    """,
    "own-story": """
        ik had|heb <once>
        ik had|heb dat|het|zelf <once>
        ik had|heb een keer
        dat had|heb|herken ik ook
        bij mij|ons <mine>
        wat mij [soft] hielp|helpt
        wat bij mij [soft] hielp|helpt|werkte|werkt
        toen ik nog|zelf|ooit|net|begon|bij|in
    """,
}

BETTER: Final = {
    "tried": "Wat heb je al geprobeerd, en wat gebeurde er toen?",
    "delegate": "Wat moet echt door jou gebeuren?",
    "better": "Welke mogelijkheden zie je zelf?",
    "why-not": "Wie zou je hierbij kunnen helpen?",
    "leading": "Wat denk je dat er speelt?",
    "too": "Hoe zou je je eigen aanpak noemen?",
    "own-story": "Bewaar het voor de oogst.",
}

LEADING_IN: Final = "maar|en|dus|nou|zeg|oke|ja|eh|uh|hm|vraagje|vraag"
