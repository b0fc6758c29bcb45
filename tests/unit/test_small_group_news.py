"""Small groups that do not come out are told beforehand: in the plan, and in the picker."""

import pytest

from intervisie_tui.domain.advice import Candidate, Fits, advise
from intervisie_tui.domain.plan import PlanWish, measured, plan
from intervisie_tui.domain.plan_warnings import people_warning
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.locale import tell
from intervisie_tui.method import Method, Size, Together
from intervisie_tui.methods import speed, troika, wise_crowds
from intervisie_tui.screens.picker_page import NOBODY, page_of


def told(method: Method, people: int) -> list[str]:
    warnings = plan(PlanWish(people, method, 150)).warnings
    return [tell(warning.message, warning.values) for warning in warnings]


@pytest.mark.parametrize(
    ("method", "people", "news"),
    [
        (troika.METHOD, 4, "With 4 people you are one small group; it comes out with 3 or 6"),
        (troika.METHOD, 7, "With 7 people the small groups are of 3 + 4; it comes out with 6"),
        (troika.METHOD, 8, "With 8 people the small groups are of 4 + 4; it comes out with 6"),
        (speed.METHOD, 5, "With 5 people the small groups are of 2 + 3; it comes out with 4 or 6"),
        (speed.METHOD, 7, "With 7 people the small groups are of 2 + 2 + 3; it comes out with 6 or 8"),
    ],
)
def test_an_uneven_number_is_quiet_news_with_those_that_come_out(
    method: Method, people: int, news: str
) -> None:
    found = plan(PlanWish(people, method, 120)).warnings
    assert [(tell(each.message, each.values), each.quiet) for each in found] == [(news, True)]


@pytest.mark.parametrize(
    ("method", "people"),
    [(troika.METHOD, 3), (troika.METHOD, 6), (speed.METHOD, 4), (speed.METHOD, 8), (wise_crowds.METHOD, 5)],
)
def test_a_number_that_comes_out_is_no_news(method: Method, people: int) -> None:
    assert told(method, people) == []


def test_a_number_that_the_method_excepts_is_a_warning_that_says_what_would_come_of_it() -> None:
    [warning] = plan(PlanWish(5, troika.METHOD, 120)).warnings
    assert not warning.quiet
    assert told(troika.METHOD, 5) == [
        "This method does not come out with 5 people: you would make groups of 2 + 3; it does with 3, 4, 6, 7, 8"
    ]


@pytest.mark.parametrize(("people", "word"), [(2, "Too few"), (9, "Too many")])
def test_too_few_and_too_many_are_told_as_such_and_nothing_beside_it(people: int, word: str) -> None:
    [warning] = told(troika.METHOD, people)
    assert warning.startswith(word)


def test_where_no_number_comes_out_the_groups_are_told_alone() -> None:
    news = people_warning(Size(5, 5, 5), (Together.PAIRS,), 5)
    assert news == Refusal(
        "With {people} people the small groups are of {groups}", {"people": 5, "groups": "2 + 3"}, quiet=True
    )


@pytest.mark.parametrize(
    ("people", "fits", "words"),
    [(7, Fits.AS_IS, "the small groups are of 3 + 4"), (5, Fits.NOT, "you would make groups of 2 + 3")],
)
def test_the_picker_tells_it_of_the_method_at_the_cursor(people: int, fits: Fits, words: str) -> None:
    [offer] = advise([Candidate(troika.METHOD, people, measured(troika.METHOD, people, 3600))])
    assert offer.fits is fits
    assert words in page_of(offer, 3600, NOBODY, 90).plain
