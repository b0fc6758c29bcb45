"""When something is due: the day that words name, or the reason why it must be asked.

A strict grammar reads the words. Each of them is understood, or the day is asked: a word that was dropped would
give a wrong day that nobody notices. Both languages are known at any time, but never mixed in one date.
"""

from datetime import date

from intervisie_tui.due import asked
from intervisie_tui.due.asked import Asked, Unclear

__all__ = ["Asked", "due", "load"]

LONGEST = 80
"""Characters that a date may have."""
YEARS_AHEAD = 20
"""Years within which a day must lie: nobody means a step that far away, so a mistyped number is asked again."""


def due(words: str, today: date, language: str) -> date | Asked:
    """The day that words as "next friday", "over drie weken" or "3/12" name, never before today.

    The day stands before the month. Dutch and English are both understood; words that mean something in both are
    read in `language` (nl or en). Asked: not wholly understood, contradictory, or a day that has gone by.
    """
    if len(words) > LONGEST:
        return Asked(asked.TOO_LONG)
    from intervisie_tui.due.tokens import normal

    text = normal(words)
    if not text.isprintable():
        return Asked(asked.UNSEEN)
    if not text:
        return Asked(asked.UNFINISHED, {"words": words.strip()})
    try:
        found = _in_either(text, today, language)
        return found if isinstance(found, Asked) else _near(found, today)
    except Unclear as unclear:
        return unclear.asked


def load() -> None:
    """Load the grammar and all words, for which the first date would wait otherwise. Any thread may do so."""
    from intervisie_tui.due import reading  # noqa: F401  # the import builds the parser
    from intervisie_tui.due.words import words_of

    for language in ("nl", "en"):
        words_of(language)


def _in_either(text: str, today: date, language: str) -> date | Asked:
    from intervisie_tui.due.reading import NotUnderstood, read
    from intervisie_tui.due.tokens import tokens_of

    furthest, why = -1, Asked(asked.UNKNOWN, {"words": text})
    for tongue in ("en", "nl") if language == "en" else ("nl", "en"):
        tokens = tokens_of(text, tongue)
        try:
            return read(tokens, today)
        except NotUnderstood as wrong:
            if wrong.at > furthest:
                furthest = wrong.at
                why = _why([token.text for token in tokens], wrong.at)
    return why


def _why(words: list[str], at: int) -> Asked:
    """What was not understood: everything from the first word that fits nowhere."""
    before, rest = " ".join(words[:at]), " ".join(words[at:])
    if not rest:
        return Asked(asked.UNFINISHED, {"words": before})
    if not before:
        return Asked(asked.UNKNOWN, {"words": rest})
    return Asked(asked.UNKNOWN_AFTER, {"before": before, "words": rest})


def _near(day: date, today: date) -> date | Asked:
    if day < today:
        return Asked(asked.PAST, {"day": day})
    if day.year > today.year + YEARS_AHEAD:
        return Asked(asked.TOO_FAR, {"years": YEARS_AHEAD})
    return day
