"""The words that people use for a day become that day, or the day is asked: never another one."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import assume, example, given
from hypothesis import strategies as st

from intervisie_tui import locale
from intervisie_tui.due import LONGEST, Asked, due
from intervisie_tui.due.reading import RULES, rules_of_the_grammar
from intervisie_tui.due.words import words_of

TABLES = Path(__file__).parent.parent / "due"
SATURDAY = date(2026, 11, 21)
LANGUAGES = ("nl", "en")
DAYS = st.dates(date(2000, 1, 1), date(2095, 12, 31))


def _rows(language: str) -> list[tuple[date, str, str]]:
    with (TABLES / f"{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(date.fromisoformat(row["today"]), row["text"], row["right"]) for row in rows]


ROWS = [(language, *row) for language in LANGUAGES for row in _rows(language)]
TAKEN = [(language, today, text) for language, today, text, right in ROWS if right != "asked"]


def _found(text: str, today: date, language: str) -> str:
    found = due(text, today, language)
    return "asked" if isinstance(found, Asked) else found.isoformat()


@pytest.mark.parametrize(("language", "today", "text", "right"), ROWS)
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_each_row_of_the_tables_is_right_in_either_language_of_the_screen(
    language: str, today: date, text: str, right: str, spoken: str
) -> None:
    """Rows 6 to 9 of the field's cases, and others of their kinds."""
    assert _found(text, today, spoken) == right


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_at_least_150_rows_and_none_twice(language: str) -> None:
    rows = [(today, text) for today, text, _right in _rows(language)]
    assert len(rows) >= 150
    assert len(set(rows)) == len(rows)


def test_each_rule_of_the_grammar_has_a_meaning_and_the_reverse() -> None:
    assert rules_of_the_grammar() == set(RULES)


@given(
    st.sampled_from(TAKEN),
    st.sampled_from(["xyzzy", "school", "elke", "every", "niet", "not", "~", "👍"]),
    st.data(),
)
def test_one_unknown_word_anywhere_makes_a_day_that_was_understood_a_question(
    row: tuple[str, date, str], word: str, data: st.DataObject
) -> None:
    language, today, text = row
    words = text.split(" ")
    at = data.draw(st.integers(0, len(words)))
    changed = " ".join([*words[:at], word, *words[at:]])
    assume(len(changed) <= LONGEST)
    assert isinstance(due(changed, today, language), Asked)


FORMS = {
    "nl": (
        *("d MMMM", "d MMM", "d MMMM y", "d MMM y", "EEEE d MMMM", "EEE d MMM", "EEEE, d MMMM y", "d/M", "d-M", "d.M"),
        *("d/M/y", "dd-MM-y", "d.M.y", "y-MM-dd", "EEE d/M", "'uiterlijk' d MMMM", "'t/m' EEEE d MMMM", "d MMMM'?'"),
        *("d'e' MMMM", "d MMMM 'a.s.'", "EEEE d MMMM 'voor 12:00'", "'op' d MMMM 'om 9 uur'"),
    ),
    "en": (
        *("d MMMM", "d MMM", "MMMM d", "MMM d", "MMMM d, y", "MMM d y", "EEEE d MMMM", "EEE, MMM d", "EEEE, MMMM d, y"),
        *("d/M", "d-M", "d.M", "d/M/y", "dd-MM-y", "d.M.y", "y-MM-dd", "EEE d/M", "'by' d MMMM", "'the' d'th of' MMMM"),
        *("MMMM 'the' d'th'", "'no later than' EEEE d MMMM", "d MMMM'?'", "d MMMM 'at 5 pm'"),
        *("'before noon on' MMMM d",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@given(today=DAYS, later=st.integers(0, 360), spoken=st.sampled_from(LANGUAGES))
@example(today=date(2028, 2, 1), later=28, spoken="nl")
def test_any_day_of_the_year_to_come_written_in_any_form_is_that_day(
    language: str, today: date, later: int, spoken: str
) -> None:
    day = today + timedelta(days=later)
    for form in FORMS[language]:
        text = format_date(day, form, locale=language)
        assert due(text, today, spoken) == day, text


@given(today=DAYS, count=st.integers(2, 200), spoken=st.sampled_from(LANGUAGES))
def test_any_number_of_days_or_weeks_is_that_number(today: date, count: int, spoken: str) -> None:
    for days, forms in {
        count: ("over {n} dagen", "binnen {n} dgn", "in {n} days", "{n} days from now", "{n} dagen vanaf vandaag"),
        7 * count: ("over {n} weken", "over {n} wk", "in {n} weeks", "{n} weeks from today", "vandaag over {n} weken"),
    }.items():  # fmt: skip
        for form in forms:
            assert due(form.format(n=count), today, spoken) == today + timedelta(days=days), form


@given(today=DAYS, later=st.integers(1, 180), spoken=st.sampled_from(LANGUAGES))
def test_any_week_number_lies_in_that_week_and_not_before_today(today: date, later: int, spoken: str) -> None:
    day = today + timedelta(days=later)
    year, week, weekday = day.isocalendar()
    for text in (f"week {week} {year}", f"wk{week} {year}", f"w{week} {year}", f"{year}-W{week:02}"):
        found = due(text, today, spoken)
        assert isinstance(found, date), text
        assert (found.isocalendar()[:2], found >= today) == ((year, week), True)
    for text in (f"{format_date(day, 'EEEE', locale='nl')} week {week}", f"{year}-W{week:02}-{weekday}"):
        assert due(text, today, spoken) == day, text


@given(today=DAYS, wrong=st.integers(1, 6), later=st.integers(0, 360))
def test_a_day_of_the_week_that_is_not_the_dates_is_asked(today: date, wrong: int, later: int) -> None:
    day = today + timedelta(days=later)
    for language in LANGUAGES:
        weekday = format_date(day + timedelta(days=wrong), "EEEE", locale=language)
        for form in ("d MMMM", "d/M", "y-MM-dd"):
            date_of = format_date(day, form, locale=language)
            assert isinstance(due(f"{weekday} {date_of}", today, language), Asked)


VOCABULARY = sorted({word for language in LANGUAGES for word in words_of(language)})
PHRASES = st.lists(
    st.sampled_from(VOCABULARY)
    | st.integers(0, 100).map(str)
    | st.sampled_from(["12e", "3/12", "2027", "12:00", "-", "/", ".", "'26", "29", "2026-W50"]),
    max_size=7,
).map(" ".join)


@given(st.text(max_size=100) | PHRASES, st.dates(), st.sampled_from(LANGUAGES))
@example("1" * 10_000, SATURDAY, "nl")
@example("vrijdag " * 2_000, SATURDAY, "nl")
@example("over " * 16, date.max, "nl")
@example("\ud800", SATURDAY, "en")
@example("İ", SATURDAY, "en")
def test_any_text_is_a_day_to_come_within_twenty_years_or_a_question_with_a_sentence(
    text: str, today: date, language: str
) -> None:
    found = due(text, today, language)
    if isinstance(found, Asked):
        assert "{" not in found.sentence().replace(text, "")
    else:
        assert today <= found
        assert found.year <= today.year + 20


@given(PHRASES)
def test_known_words_mean_one_day_whatever_the_language_of_the_screen(text: str) -> None:
    dutch, english = (due(text, SATURDAY, language) for language in LANGUAGES)
    if isinstance(dutch, date) and isinstance(english, date):
        assert dutch == english


@pytest.mark.parametrize(
    "text", ["friday\x1b[2J", "fri\nday", "\u202efriday", "vrij\u200bdag", "\ud800", "[@click=app.quit]x[/]"]
)
def test_signs_that_are_not_seen_and_markup_are_no_date(text: str) -> None:
    assert isinstance(due(text, SATURDAY, "nl"), Asked)


EXAMPLE = "for example: next friday, 12 december."
VOORBEELD = "bijvoorbeeld: volgende vrijdag, 12 december."


@pytest.mark.parametrize(
    ("language", "text", "sentence"),
    [
        ("en", "friday or monday", f'"friday" is understood, but "or monday" is not; {EXAMPLE}'),
        ("en", "every friday", f'"every friday" is not understood; {EXAMPLE}'),
        ("en", "december", f'"december" is not a whole date; {EXAMPLE}'),
        ("en", "yesterday", f'"yesterday" is not understood; {EXAMPLE}'),
        ("en", "3 december 2025", "Wednesday 3 December 2025 has gone by; name a day that is still to come."),
        ("nl", "vrijdag of maandag", f'"vrijdag" is duidelijk, maar "of maandag" niet; {VOORBEELD}'),
    ],
)
def test_a_question_tells_what_is_not_understood_and_what_helps(
    language: str, text: str, sentence: str
) -> None:
    found = due(text, SATURDAY, language)
    assert isinstance(found, Asked)
    before = locale.language()
    locale.use(language)
    try:
        assert found.sentence() == sentence
    finally:
        locale.use(before)
