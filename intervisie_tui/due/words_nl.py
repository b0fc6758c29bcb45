"""The Dutch words of dates, but for the names of months and weekdays, which CLDR has."""

MONTHS = {"mar": 3, "sept": 9, "oct": 10}
WEEKDAYS = {"maa": 0, "din": 1, "woe": 2, "don": 3, "vrij": 4, "vri": 4, "zat": 5, "zon": 6}
WEEKDAY_PARTS = ("ochtend", "morgen", "middag", "avond")
"""Parts of the day that are written on to the name of a weekday."""
_NUMBERS = (
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien"
    " negentien twintig eenentwintig tweeëntwintig drieëntwintig vierentwintig vijfentwintig zesentwintig"
    " zevenentwintig achtentwintig negenentwintig dertig eenendertig"
)
_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende"
    " vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste tweeëntwintigste"
    " drieëntwintigste vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste"
    " negenentwintigste dertigste eenendertigste"
)
NUMBERS = {word: number for number, word in enumerate(_NUMBERS.split(), start=2)}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}
OTHERS: dict[tuple[str, int | str], tuple[str, ...]] = {
    ("A", 1): ("een", "één", "'n"),
    ("_THE", 0): ("de", "het", "'t"),
    ("_OF", 0): ("van", "v/d", "vd", "v.d"),
    ("_ON", 0): ("op",),
    ("_IN", 0): ("in", "binnen"),
    ("_OVER", 0): ("over",),
    ("_AT", 0): ("om",),
    ("_BEFORE", 0): ("voor", "vóór"),
    ("_AFTER", 0): ("na",),
    ("_FROM", 0): ("vanaf",),
    ("_LEAD", 0): (
        *("tot", "t/m", "tm", "tot en met", "tot aan", "per", "deadline", "niet later dan", "op of voor"),
        *("voor of op", "vóór of op", "op of vóór"),
    ),
    ("_LATEST", 0): ("uiterlijk", "ten laatste", "op zijn laatst", "op z'n laatst", "nog"),
    ("NAMED_DAY", 0): ("vandaag", "nu", "vanochtend", "vanmorgen", "vanmiddag", "vanavond"),
    ("_NOW", 0): ("vanaf nu",),
    ("MORGEN", 1): ("morgen",),
    ("NAMED_DAY", 1): ("morgenochtend", "morgenmiddag", "morgenavond", "morgenvroeg"),
    ("NAMED_DAY", 2): ("overmorgen", "dag na morgen"),
    ("NEXT", "next"): ("volgende", "volgend"),
    ("COMING", "coming"): (
        *("komende", "komend", "aanstaande", "aankomende", "aankomend", "eerstkomende", "eerstvolgende"),
        *("a.s", "as", "e.k", "deze komende"),
    ),
    ("THIS", "this"): ("deze", "dit"),
    ("LAST", -1): ("laatste",),
    ("DAY", "days"): ("dag", "dagje"),
    ("WEEK", "weeks"): ("week", "weekje", "wk", "w", "weeknr", "weeknummer", "week nr", "week nummer"),
    ("MONTHLY", "months"): ("maand", "maandje", "mnd"),
    ("PERIOD", "quarters"): ("kwartaal",),
    ("YEARLY", "years"): ("jaar", "jaartje", "jr"),
    ("UNITS", "days"): ("dagen", "dgn", "dg"),
    ("UNITS", "weeks"): ("weken", "wkn"),
    ("UNITS", "months"): ("maanden", "mnden", "mndn"),
    ("UNITS", "quarters"): ("kwartalen",),
    ("PERIOD", "half years"): ("halfjaar",),
    ("UNITS", "years"): ("jaren", "jrn"),
    ("HALF", "middle"): ("half", "halve"),
    ("ONE_AND_HALF", 3): ("anderhalf", "anderhalve"),
    ("PART", "begin"): ("begin",),
    ("PART", "middle"): ("halverwege", "medio", "midden"),
    ("PART", "end"): ("eind", "einde"),
    ("HOUR", 0): ("uur", "u", "h"),
    ("_DAYPART", 0): (
        *("ochtend", "middag", "avond", "'s ochtends", "'s morgens", "'s middags", "'s avonds"),
        *("in de ochtend", "in de middag", "in de avond", "einde dag", "eind van de dag", "einde van de dag"),
        *("eind van de middag", "einde van de middag", "eind van de ochtend", "einde van de ochtend"),
    ),
}
