"""The words of dates that `due` puts right before a library reads them, in both languages."""

WEEKDAYS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "maandag ma monday mon",
            "dinsdag di tuesday tue tues",
            "woensdag wo woe wednesday wed",
            "donderdag do thursday thu thur thurs",
            "vrijdag vr vrij friday fri",
            "zaterdag za zat saturday sat",
            "zondag zo zon sunday sun",
        )
    )
    for word in words.split()
}
MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt march mar",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}
NUMBERS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "een één a an one",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
            "elf eleven",
            "twaalf twelve",
        ),
        start=1,
    )
    for word in words.split()
}
# In days, or in months where the second is not 0.
UNITS: dict[str, tuple[int, int]] = {
    word: size
    for words, size in {
        "dag dagen dagje day days": (1, 0),
        "week weken weekje weeks": (7, 0),
        "fortnight fortnights": (14, 0),
        "maand maanden maandje month months": (0, 1),
        "kwartaal quarter": (0, 3),
        "jaar jaren year years": (0, 12),
    }.items()
    for word in words.split()
}
# Which part of a week, a month or a year is meant.
PARTS: dict[str, str] = {
    word: part
    for part, words in {
        "begin": "begin early beginning start",
        "middle": "half halverwege medio midden mid middle mid-",
        "end": "eind einde end late",
    }.items()
    for word in words.split()
}
TODAY = frozenset({"vandaag", "today", "nu", "now", "vanavond", "tonight"})
TOMORROW = frozenset({"morgen", "tomorrow"})
DAY_AFTER = frozenset({"overmorgen", "day after tomorrow"})
NEXT = frozenset(["volgende", "volgend", "next", "komende", "komend", "coming", "aanstaande", "aankomende"])
THIS = frozenset(["deze", "dit", "this"])
# They may stand before a date and change nothing.
LEAD = frozenset(
    [
        "op",
        "on",
        "voor",
        "vóór",
        "by",
        "before",
        "until",
        "till",
        "tot",
        "uiterlijk",
        "vanaf",
        "the",
        "de",
        "het",
        "per",
        "due",
        "deadline",
    ]
)
# Within a phrase they say nothing either.
FILL = frozenset(["van", "of", "de", "het", "the", "in"])
DAY_PARTS = ("middag", "ochtend", "morgen", "avond", "morning", "afternoon", "evening", "night")
