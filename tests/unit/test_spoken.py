import re
import threading
import time
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui import locale, spoken
from intervisie_tui.domain.moments import Moment

TODAY = date(2026, 11, 21)


@pytest.fixture
def dutch() -> None:
    locale.use("nl")


@pytest.fixture
def zwolle(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("seconds", "face"),
    [
        *((462, "7:42"), (461.2, "7:42"), (0, "0:00"), (0.1, "0:01")),
        *((-0.9, "0:00"), (-1, "-0:01"), (-30, "-0:30")),
        *((3600, "1:00:00"), (4062, "1:07:42"), (-3605, "-1:00:05")),
    ],
)
def test_a_clock_shows_what_is_left_and_then_what_is_over(seconds: float, face: str) -> None:
    assert spoken.clock(seconds) == face


def test_each_face_of_the_clock_stands_for_one_second() -> None:
    faces = [spoken.clock(tenth / 10) for tenth in range(-50, 51)]
    assert all(faces.count(face) == 10 for face in {*faces[10:-10]} - {faces[0], faces[-1]})


@pytest.mark.parametrize(
    ("days", "english", "dutch"),
    [
        (0, "today", "vandaag"),
        (1, "tomorrow", "morgen"),
        (2, "the day after tomorrow", "overmorgen"),
        (6, "in 6 days", "over 6 dagen"),
        (14, "in 2 weeks", "over 2 weken"),
        (45, "a month from now", "over een maand"),
        (-1, "yesterday", "gisteren"),
        (-2, "the day before yesterday", "eergisteren"),
        (-5, "5 days ago", "5 dagen geleden"),
        (-21, "3 weeks ago", "3 weken geleden"),
    ],
)
def test_a_date_is_told_from_today(days: int, english: str, dutch: str) -> None:
    due = date.fromordinal(TODAY.toordinal() + days)
    assert spoken.in_days(due, TODAY) == english
    locale.use("nl")
    assert spoken.in_days(due, TODAY) == dutch


def test_how_long_ago_follows_the_language_while_running() -> None:
    assert (spoken.ago(3), spoken.ago(185)) == ("just now", "3 minutes ago")
    locale.use("nl")
    assert (spoken.ago(3), spoken.ago(185)) == ("zojuist", "3 minuten geleden")
    assert spoken.lasting(3600) == "een uur"
    locale.use("en")
    assert spoken.ago(185) == "3 minutes ago"


@pytest.mark.parametrize(
    ("seconds", "english", "dutch"),
    [
        (90 * 60, "1 hour and 30 minutes", "1 uur en 30 minuten"),
        (14 * 3600 + 45 * 60, "14 hours and 45 minutes", "14 uur en 45 minuten"),
        (89 * 60 + 31, "1 hour and 30 minutes", "1 uur en 30 minuten"),
        (59 * 60 + 45, "an hour", "een uur"),
        (20, "20 seconds", "20 seconden"),
        (59.6, "a minute", "een minuut"),
        (26 * 3600, "1 day and 2 hours", "1 dag en 2 uur"),
    ],
)
def test_a_span_is_said_to_the_minute(seconds: float, english: str, dutch: str) -> None:
    """Field cases, N10."""
    assert spoken.lasting(seconds) == english
    locale.use("nl")
    assert spoken.lasting(seconds) == dutch


UNITS: dict[str, float] = {
    "second": 1,
    "seconde": 1,
    "minute": 60,
    "minuut": 60,
    "minuten": 60,
    "hour": 3600,
    "uur": 3600,
    "day": 86400,
}
UNITS |= {
    "dag": 86400,
    "dagen": 86400,
    "month": 30.44 * 86400,
    "maand": 30.44 * 86400,
    "year": 365.25 * 86400,
}
UNITS |= {"jaar": 365.25 * 86400, "week": 7 * 86400, "weken": 7 * 86400}


def read_back(said: str) -> tuple[float, float]:
    """What a sentence says, in seconds, and its smallest unit."""
    found = re.findall(r"(\d+|an?|een) ([a-z]+)", said)
    parts = [
        (
            1 if many[0] in "ae" else int(many),
            UNITS.get(unit) or UNITS[unit.removesuffix("s").removesuffix("en")],
        )
        for many, unit in found
    ]
    return sum(many * unit for many, unit in parts), min(unit for _many, unit in parts)


@given(st.floats(1, 40 * 86400), st.sampled_from(("en", "nl")))
def test_a_span_that_is_read_back_differs_by_half_a_unit_at_most(seconds: float, language: str) -> None:
    locale.use(language)
    for said in (spoken.lasting(seconds), spoken.ago(seconds) if seconds >= 10 else spoken.lasting(seconds)):
        told, _smallest = read_back(said)
        assert abs(told - seconds) <= (30 if seconds >= 59.5 else 0.5) + 1e-6


@given(st.integers(-900, 900).filter(lambda days: abs(days) > 2), st.sampled_from(("en", "nl")))
def test_a_date_that_is_read_back_differs_by_half_a_unit_at_most(days: int, language: str) -> None:
    locale.use(language)
    told, smallest = read_back(spoken.in_days(date.fromordinal(TODAY.toordinal() + days), TODAY))
    # A day more: what a month is differs by as much.
    assert abs(told - abs(days) * 86400) <= smallest / 2 + 86400


@pytest.mark.usefixtures("dutch")
def test_a_worker_thread_speaks_the_same_language() -> None:
    said: list[str] = []
    worker = threading.Thread(target=lambda: said.append(spoken.ago(185)))
    worker.start()
    worker.join()
    assert said == ["3 minuten geleden"]


def test_minutes_are_told_to_the_half() -> None:
    told = [spoken.minutes(seconds) for seconds in (600, 450, 30, 0, 445)]
    assert told == ["10 min", "7.5 min", "0.5 min", "0 min", "7.5 min"]
    locale.use("nl")
    assert spoken.minutes(450) == "7,5 min"
    assert spoken.number(2.25) == "2,2"
    assert spoken.number(3) == "3"


def test_the_offset_has_its_sign_in_whole_minutes() -> None:
    assert [spoken.offset(seconds) for seconds in (240, -110, 20, -20, 0)] == ["+4", "-2", "0", "0", "0"]


@pytest.mark.usefixtures("zwolle")
def test_moments_are_told_in_local_time_in_summer_and_winter() -> None:
    winter, summer = Moment(1_795_273_320.0), Moment(1_782_000_000.0)
    assert (spoken.hour(winter), spoken.iso(winter)) == ("16:02", "2026-11-21T16:02:00+01:00")
    assert spoken.iso(summer).endswith("+02:00")
    assert spoken.day_of(Moment(1_795_302_000.0)) == date(2026, 11, 22)


def test_a_day_has_its_name_in_both_languages() -> None:
    assert spoken.day(date(2026, 11, 27)) == "Friday 27 November"
    locale.use("nl")
    assert spoken.day(date(2026, 11, 27)) == "vrijdag 27 november"
    assert spoken.day(date(2027, 3, 1), year=True) == "maandag 1 maart 2027"


def test_names_are_listed_as_they_are_said() -> None:
    people = ["Anna", "Bram", "Chantal"]
    assert [spoken.names(people[:count]) for count in range(4)] == [
        "",
        "Anna",
        "Anna and Bram",
        "Anna, Bram and Chantal",
    ]
    locale.use("nl")
    assert spoken.names(people) == "Anna, Bram en Chantal"
    assert spoken.names(["{last}", "{first}"]) == "{last} en {first}"
