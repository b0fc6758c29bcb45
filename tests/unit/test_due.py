"""The words that people use for a day become that day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.due import due

SATURDAY = date(2026, 11, 21)
NEXT_FRIDAY = date(2026, 11, 27)

MEANT = {
    "today": SATURDAY,
    "vandaag": SATURDAY,
    "morgen": date(2026, 11, 22),
    "Tomorrow morning": date(2026, 11, 22),
    "overmorgen": date(2026, 11, 23),
    "the day after tomorrow": date(2026, 11, 23),
    "vrijdag": NEXT_FRIDAY,
    "vr": NEXT_FRIDAY,
    "  Next   FRIDAY ": NEXT_FRIDAY,
    "volgende vrijdag": NEXT_FRIDAY,
    "aanstaande vrijdag": NEXT_FRIDAY,
    "vrijdag a.s.": NEXT_FRIDAY,
    "volgende week vrijdag": NEXT_FRIDAY,
    "vrijdag volgende week": NEXT_FRIDAY,
    "next week friday": NEXT_FRIDAY,
    "uiterlijk vrijdag": NEXT_FRIDAY,
    "by friday at 3 pm": NEXT_FRIDAY,
    "vrijdagmiddag": NEXT_FRIDAY,
    "vrijdag 14:00": NEXT_FRIDAY,
    "zaterdag": date(2026, 11, 28),
    "over drie weken": date(2026, 12, 12),
    "over 2 weken": date(2026, 12, 5),
    "in three weeks": date(2026, 12, 12),
    "in a fortnight": date(2026, 12, 5),
    "binnen een maand": date(2026, 12, 21),
    "over een half jaar": date(2027, 5, 21),
    "volgende week": date(2026, 11, 28),
    "next month": date(2026, 12, 21),
    "eind november": date(2026, 11, 30),
    "end of november": date(2026, 11, 30),
    "begin november": date(2027, 11, 1),
    "begin december": date(2026, 12, 1),
    "half december": date(2026, 12, 15),
    "end of december 2027": date(2027, 12, 31),
    "eind volgende week": NEXT_FRIDAY,
    "end of next week": NEXT_FRIDAY,
    "begin volgende week": date(2026, 11, 23),
    "end of month": date(2026, 11, 30),
    "eind van de maand": date(2026, 11, 30),
    "eind volgende maand": date(2026, 12, 31),
    "eind van het jaar": date(2026, 12, 31),
    "week 48": NEXT_FRIDAY,
    "week 2": date(2027, 1, 15),
    "3/12": date(2026, 12, 3),
    "3-12": date(2026, 12, 3),
    "3.12.2027": date(2027, 12, 3),
    "1/1/27": date(2027, 1, 1),
    "2026-12-05": date(2026, 12, 5),
    "12 december": date(2026, 12, 12),
    "december 12th": date(2026, 12, 12),
    "12 dec 2027": date(2027, 12, 12),
    "de 12e": date(2026, 12, 12),
    "vrijdag 4 december": date(2026, 12, 4),
    "29 februari": date(2028, 2, 29),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("words", "day"), MEANT.items())
def test_words_of_both_languages_are_understood_in_either(words: str, day: date, language: str) -> None:
    assert due(words, SATURDAY, language) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "a",
        "10",
        "10:00",
        "school",
        "de directeur",
        "mei",
        "yesterday",
        "gisteren",
        "2 weken geleden",
        "5 mei 2020",
        "20-11-2026",
        "31 april",
        "31/4",
        "32/12",
        "0/0",
        "12/13",
        "2026-13-05",
        "week 60",
        "over 99999999 weken",
        "in 999 years",
        "every friday or so",
        "[@click=app.quit]x[/]",
        "friday\x1b[2J",
        "fri\nday",
        "\u202efriday",
        "\ud800",
        "vrijdag" * 800,
        "1" * 5000,
        "👩‍👩‍👧",
    ],
)
def test_what_is_no_day_to_come_is_nothing(words: str) -> None:
    assert due(words, SATURDAY, "nl") is None
    assert due(words, SATURDAY, "en") is None


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("3/12", date(2026, 12, 10), date(2027, 12, 3)),
        ("3/12", date(2026, 12, 3), date(2026, 12, 3)),
        ("vrijdag", NEXT_FRIDAY, date(2026, 12, 4)),
        ("volgende week vrijdag", date(2026, 11, 23), date(2026, 12, 4)),
        ("volgende vrijdag", date(2026, 11, 23), NEXT_FRIDAY),
        ("over een maand", date(2027, 1, 31), date(2027, 2, 28)),
        ("eind februari", date(2028, 1, 1), date(2028, 2, 29)),
        ("eind van de week", date(2026, 11, 23), NEXT_FRIDAY),
        ("eind van de week", SATURDAY, date(2026, 11, 22)),
        ("begin volgende maand", date(2026, 12, 10), date(2027, 1, 1)),
        ("de 31e", date(2027, 2, 1), date(2027, 3, 31)),
    ],
)
def test_the_day_is_the_first_that_has_not_gone_by(words: str, today: date, day: date) -> None:
    assert due(words, today, "nl") == day


WORDS = st.lists(
    st.sampled_from(
        [
            "over",
            "in",
            "drie",
            "3",
            "31",
            "0",
            "99",
            "weken",
            "maand",
            "jaar",
            "eind",
            "begin",
            "half",
            "volgende",
            "next",
            "week",
            "vrijdag",
            "feb",
            "dec",
            "2027",
            "29",
            "/",
            "-",
            "van",
            "the",
            "de",
            "12e",
            "am",
            "morgen",
            "middag",
        ]
    ),
    max_size=6,
).map(" ".join)


@given(
    st.text(max_size=70) | WORDS, st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["nl", "en"])
)
def test_no_words_raise_and_no_day_lies_in_the_past(words: str, today: date, language: str) -> None:
    day = due(words, today, language)
    assert day is None or day >= today


@given(st.dates(date(2000, 1, 1), date(2098, 1, 1)), st.integers(0, 300))
def test_a_day_written_in_figures_is_that_day(today: date, later: int) -> None:
    day = today + timedelta(days=later)
    assert due(f"{day.day}/{day.month}", today, "en") == day
    assert due(day.isoformat(), today, "nl") == day


def test_the_last_days_of_the_calendar_do_no_harm() -> None:
    for words in ("over 3 weken", "volgende week vrijdag", "eind volgende maand", "3/1", "week 1", "morgen"):
        assert due(words, date.max, "nl") is None
