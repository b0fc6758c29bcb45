"""Laws of drawing small groups: nobody left out, others each time, and no more change than must be."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.together import Groups, comes_out, draw, refit, size, sizes
from intervisie_tui.method import Together

kinds = st.sampled_from(Together)
PEOPLE = tuple("abcdefghijkl")


def rounds(together: Together, people: int, times: int) -> list[Groups]:
    drawn: list[Groups] = []
    for nth in range(times):
        drawn.append(draw(together, PEOPLE[:people], drawn, nth))
    return drawn


def once_each(groups: Groups, members: tuple[str, ...]) -> bool:
    return sorted(member for group in groups for member in group) == sorted(members)


def met(groups: Groups) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


@given(kinds, st.integers(1, 100), st.integers(0, 30))
def test_everybody_is_in_exactly_one_group(together: Together, people: int, nth: int) -> None:
    members = tuple(f"m{number}" for number in range(people))
    groups = draw(together, members, (), nth)
    assert once_each(groups, members)
    assert sorted(map(len, groups), reverse=True) == list(sizes(together, people))


@given(kinds, st.integers(2, 12), st.integers(0, 20))
def test_the_same_people_and_past_give_the_same_groups(together: Together, people: int, times: int) -> None:
    assert rounds(together, people, times) == rounds(together, people, times)


@given(kinds, st.integers(1, 60))
def test_nobody_is_alone_and_groups_are_at_most_one_too_large(together: Together, people: int) -> None:
    for one in sizes(together, people):
        assert one <= size(together) + 1
        assert one > 1 or people == 1
    assert sum(sizes(together, people)) == people


@given(kinds, st.integers(1, 60))
def test_it_comes_out_when_all_groups_are_of_the_size(together: Together, people: int) -> None:
    assert comes_out(together, people) == (people % size(together) == 0)


@pytest.mark.parametrize("people", range(2, 13, 2))
def test_no_pair_comes_twice_until_all_have_met(people: int) -> None:
    drawn = rounds(Together.PAIRS, people, 2 * (people - 1))
    first, second = drawn[: people - 1], drawn[people - 1 :]
    everybody = {frozenset(pair) for pair in combinations(PEOPLE[:people], 2)}
    for half in (first, second):
        pairs = [frozenset(group) for groups in half for group in groups]
        assert len(pairs) == len(set(pairs))
        assert set(pairs) == everybody


@pytest.mark.parametrize("people", range(3, 13, 2))
def test_of_an_odd_number_everybody_is_once_the_third_and_no_pair_is_the_same(people: int) -> None:
    drawn = rounds(Together.PAIRS, people, people)
    thirds = [group[2] for groups in drawn for group in groups if len(group) == 3]
    pairs = [frozenset(group[:2]) for groups in drawn for group in groups]
    assert sorted(thirds) == sorted(PEOPLE[:people])
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("people", range(2, 13))
def test_in_a_carousel_the_seated_half_brings_cases_to_other_advisers_and_then_the_halves_swap(
    people: int,
) -> None:
    half = people // 2
    drawn = rounds(Together.CAROUSEL, people, 2 * half)
    seated, moving = set(PEOPLE[:half]), set(PEOPLE[half:people])
    for nth, groups in enumerate(drawn):
        bringing = {group[0] for group in groups}
        assert bringing <= (seated if nth < half else moving)
        assert len(bringing) == half
    asked = Counter((group[0], group[1]) for groups in drawn for group in groups)
    assert set(asked.values()) == {1}
    assert {owner for owner, _adviser in asked} >= seated


def test_nine_people_in_trios_meet_nobody_twice_in_two_drawings() -> None:
    first, second = rounds(Together.TRIOS, 9, 2)
    assert not met(first) & met(second)


@pytest.mark.parametrize("people", range(6, 13))
def test_trios_that_are_drawn_anew_are_others_and_part_neighbours(people: int) -> None:
    first, second = rounds(Together.TRIOS, people, 2)
    assert set(first) != set(second)
    assert len(met(first) & met(second)) < len(met(first))


@given(kinds, st.integers(2, 12), st.integers(0, 5), st.lists(st.integers(0, 11), max_size=10))
def test_who_comes_or_leaves_is_in_one_group_and_who_need_not_move_stays(
    together: Together, people: int, nth: int, moves: list[int]
) -> None:
    members = PEOPLE[:people]
    groups = draw(together, members, (), nth)
    for place in moves:
        one = PEOPLE[place]
        if members == (one,):
            continue
        members = tuple(each for each in members if each != one) if one in members else (*members, one)
        before, groups = groups, refit(together, groups, members)
        assert once_each(groups, members)
        assert sorted(map(len, groups), reverse=True) == list(sizes(together, len(members)))
        stayed = {group for group in before if one not in group} & set(groups)
        # The group of who came or left changes, and those that it takes to come out again.
        assert len(before) - len(stayed) <= size(together)


@given(kinds, st.integers(2, 12), st.integers(0, 5))
def test_nothing_changes_for_the_same_people(together: Together, people: int, nth: int) -> None:
    groups = draw(together, PEOPLE[:people], (), nth)
    assert refit(together, groups, PEOPLE[:people][::-1]) == groups


def test_a_late_comer_makes_a_pair_with_the_third_of_a_group() -> None:
    groups = (("a", "b", "e"), ("c", "d"))
    assert refit(Together.PAIRS, groups, tuple("abcdef")) == (("a", "b"), ("c", "d"), ("f", "e"))


def test_who_is_left_alone_joins_another_pair() -> None:
    groups = (("a", "b"), ("c", "d"), ("e", "f"))
    assert refit(Together.PAIRS, groups, tuple("abcdf")) == (("a", "b", "f"), ("c", "d"))
