"""Laws of the advice: whoever is there, however little time there is, there is always an answer in a firm order."""

from dataclasses import replace
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.advice import Candidate, Fits, Offer, advise, wishes_of
from intervisie_tui.domain.fit import FitKind
from intervisie_tui.domain.plan import measured
from intervisie_tui.domain.search import entry, find, folded
from intervisie_tui.method import Level, Method, Text
from intervisie_tui.registry import load


@cache
def library() -> tuple[Method, ...]:
    return tuple(loaded.method for loaded in load().methods.values())


@cache
def candidate(place: int, people: int, minutes: int) -> Candidate:
    method = library()[place]
    return Candidate(method, people, measured(method, people, minutes * 60.0))


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[Candidate], Level | None, Text | None]:
    """Some methods in some order, for people and minutes that may fit none; a level and a wish, or any."""
    places = draw(st.lists(st.integers(0, len(library()) - 1), min_size=1, max_size=37, unique=True))
    people, minutes = draw(st.integers(1, 12)), draw(st.integers(1, 150))
    level = draw(st.none() | st.sampled_from(Level))
    wish = draw(st.none() | st.sampled_from(wishes_of(library())) | st.just(Text(nl="Iets", en="Something")))
    return [candidate(place, people, minutes) for place in places], level, wish


Asked = tuple[list[Candidate], Level | None, Text | None]


@given(asked())
def test_every_method_is_offered_once_so_the_answer_is_never_empty(question: Asked) -> None:
    candidates, level, wish = question
    offers = advise(candidates, level, wish)
    assert sorted(offer.method.id for offer in offers) == sorted(each.method.id for each in candidates)
    assert offers


@given(asked())
def test_the_order_is_firm_and_asking_again_changes_nothing(question: Asked) -> None:
    candidates, level, wish = question
    offers = advise(candidates, level, wish)
    again = advise([offer.candidate for offer in offers], level, wish)
    assert [offer.method.id for offer in again] == [offer.method.id for offer in offers]


@given(asked())
def test_what_answers_the_wish_comes_first_and_of_that_what_fits_best(question: Asked) -> None:
    offers = advise(*question)
    ranks = [(not offer.wished, offer.fits) for offer in offers]
    assert ranks == sorted(ranks)
    assert all(offer.wished for offer in offers) or question[2] is not None


@given(asked())
def test_a_method_is_told_to_fit_only_where_people_time_and_level_say_so(question: Asked) -> None:
    _candidates, level, _wish = question
    levels = list(Level)
    for offer in advise(*question):
        method, made, people = offer.method, offer.candidate.made, offer.candidate.people
        fits_size = people in method.size.all()
        fits_time = made.fit.kind is not FitKind.TOO_LONG
        fits_level = level is None or levels.index(method.level) <= levels.index(level)
        assert (offer.fits is not Fits.NOT) == (fits_size and fits_time and fits_level)
        assert bool(offer.misfits) == (offer.fits is Fits.NOT)
        assert (offer.fits is Fits.SHORTENED) <= (made.fit.total < made.planned)
        assert len(offer.misfits) == (not fits_size) + (not fits_time) + (not fits_level)


@given(asked())
def test_of_what_does_not_fit_the_nearest_comes_first(question: Asked) -> None:
    def strain(offer: Offer) -> float:
        return round(sum(misfit.strain for misfit in offer.misfits), 6)

    rest = [offer for offer in advise(*question) if offer.fits is Fits.NOT]
    for wished in (True, False):
        strains = [strain(offer) for offer in rest if offer.wished is wished]
        assert strains == sorted(strains)


@given(asked(), st.integers(1, 60))
def test_more_time_never_makes_a_method_fit_worse(question: Asked, more: int) -> None:
    candidates, level, wish = question
    before = {offer.method.id: offer.fits for offer in advise(candidates, level, wish)}
    longer = [
        replace(each, made=measured(each.method, each.people, each.made.slot + more * 60))
        for each in candidates
    ]
    for offer in advise(longer, level, wish):
        # A method whose phases follow from the minutes may become another one.
        if not callable(offer.method.phases):
            assert offer.fits <= before[offer.method.id]


@given(st.text(max_size=12))
def test_a_search_always_shows_something(typed: str) -> None:
    entries = [entry(method) for method in library()]
    found = find(entries, typed)
    assert found.places
    assert len(set(found.places)) == len(found.places)
    assert found.best is None or found.best in found.places


@given(st.data())
def test_each_name_finds_its_method_with_other_capitals_and_without_accents(data: st.DataObject) -> None:
    methods = library()
    place = data.draw(st.integers(0, len(methods) - 1))
    method = methods[place]
    name = data.draw(st.sampled_from((method.name.nl, method.name.en, method.id, *method.also("nl"))))
    typed = data.draw(st.sampled_from((name, name.upper(), folded(name), f"  {name} ", name.split()[0])))
    found = find([entry(each) for each in methods], typed)
    assert place in found.places
    assert not found.near
