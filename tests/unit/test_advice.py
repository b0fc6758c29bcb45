"""The advice on the bundled library, and how methods are found."""

import pytest

from intervisie_tui.domain.advice import Candidate, Fits, advise, levels_of, wishes_of
from intervisie_tui.domain.first_choices import FIRST_CHOICES
from intervisie_tui.domain.group import Group, Held, Used, used_before
from intervisie_tui.domain.plan import measured
from intervisie_tui.domain.search import entry, find
from intervisie_tui.method import Level, Method
from intervisie_tui.registry import load

LIBRARY = tuple(loaded.method for loaded in load().methods.values())
ENTRIES = [entry(method) for method in LIBRARY]


def candidates(people: int, minutes: float) -> list[Candidate]:
    return [Candidate(each, people, measured(each, people, minutes * 60)) for each in LIBRARY]


def by_id(name: str) -> Method:
    return next(method for method in LIBRARY if method.id == name)


def test_each_wish_of_the_library_has_one_first_choice_that_answers_it() -> None:
    assert [wish.en for wish in wishes_of(LIBRARY)] == [words for _method, words in FIRST_CHOICES]
    for name, words in FIRST_CHOICES:
        assert words in {wish.en for wish in by_id(name).wishes}


@pytest.mark.parametrize(("name", "words"), FIRST_CHOICES)
def test_with_time_and_practice_enough_the_first_choice_comes_first(name: str, words: str) -> None:
    [wish] = [wish for wish in by_id(name).wishes if wish.en == words]
    first = advise(candidates(6, 120), Level.ADVANCED, wish)[0]
    assert (first.method.id, first.first_choice) == (name, True)


def test_troika_is_not_offered_to_five_people_and_says_so_in_a_sentence() -> None:
    [troika] = [offer for offer in advise(candidates(5, 60)) if offer.method.id == "troika"]
    assert troika.fits is Fits.NOT
    assert [misfit.short.message for misfit in troika.misfits] == ["not with {people}"]
    assert "does with 3, 4, 6, 7, 8" in troika.misfits[0].told.message.format(**troika.misfits[0].told.values)


def test_a_group_of_starters_is_told_which_methods_take_practice() -> None:
    offers = advise(candidates(6, 120), Level.STARTER)
    told = {offer.method.id for offer in offers if offer.fits is Fits.NOT}
    assert told == {method.id for method in LIBRARY if method.level is not Level.STARTER}


def test_in_one_minute_nothing_fits_and_the_shortest_way_off_is_offered_first() -> None:
    offers = advise(candidates(5, 1))
    assert all(offer.fits is Fits.NOT for offer in offers)
    assert offers[0].method.id not in {"dilemma", "troika"}


def test_only_levels_that_there_are_methods_for_are_asked() -> None:
    assert levels_of(LIBRARY) == (Level.STARTER, Level.PRACTISED)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("inci", "incident"),
        ("INSIDENT", "incident"),
        ("gossip", "roddel"),
        ("zes hoeden", "denkhoeden"),
        ("wise crowds", "wise-crowds"),
        ("trioka", "troika"),
        ("hetzelfde", "lean-coffee"),
    ],
)
def test_what_is_typed_leads_to_the_method_that_is_meant(typed: str, meant: str) -> None:
    found = find(ENTRIES, typed)
    assert found.best is not None
    assert LIBRARY[found.best].id == meant


def test_a_word_that_nothing_has_shows_all_and_says_that_it_found_nothing() -> None:
    found = find(ENTRIES, "xyzzy")
    assert (len(found.places), found.best, found.near) == (len(LIBRARY), None, True)


def test_what_a_group_did_before_is_counted_with_the_last_day() -> None:
    held = (
        Held("1", "2026-01-05", methods=("incident",)),
        Held("2", "2026-03-02", methods=("incident", "cura")),
        Held("3", "2026-02-02"),
    )
    group = Group("g", "Kring", roles_history=held, methods_used=("balint",))
    assert used_before(group, [("balint", "2025-12-01"), ("roddel", "2025-11-01")]) == {
        "balint": Used(1, "2025-12-01"),
        "incident": Used(2, "2026-03-02"),
        "cura": Used(1, "2026-03-02"),
    }
    assert used_before(group)["balint"] == Used(1, None)
