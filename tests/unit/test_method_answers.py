"""A method's functions were tried when it was loaded; what they do later cannot hurt."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from intervisie_tui.domain.plan import PlanWish, plan
from intervisie_tui.method import Circle, Method, Phase, Repeat
from intervisie_tui.methods_page import show
from intervisie_tui.methods_text import as_json, table
from intervisie_tui.registry import Door, Library, Loaded
from tests.unit.test_method import METHOD, PHASE

Answer = Callable[[], Any]


def leave() -> object:
    raise SystemExit(3)


LATER: dict[str, Answer] = {
    "raises": lambda: 1 / 0,
    "leaves": leave,
    "is_empty": tuple,
    "is_nothing": lambda: None,
    "is_another": lambda: (replace(PHASE, id="another"),),
}


def turning(later: Answer) -> tuple[Method, list[bool]]:
    """A method whose functions answer otherwise once the list is no longer empty."""
    turned: list[bool] = []

    def phases(_circle: Circle) -> tuple[Phase | Repeat, ...]:
        if turned:
            answer: tuple[Phase | Repeat, ...] = later()
            return answer
        return (Repeat(times, (PHASE,)),)

    def times(_circle: Circle) -> int:
        return int(str(later())) if turned else 2

    return replace(METHOD, phases=phases), turned


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_a_function_that_turns_bad_after_it_was_tried_is_told_and_planned_as_it_answered_then(
    later: Answer,
) -> None:
    method, turned = turning(later)
    turned.append(True)
    loaded = Loaded(method, Path("own.py"), Door.USER, 0.0)
    library = Library(MappingProxyType({method.id: loaded}), ())
    (told,) = json.loads(json.dumps(as_json(library, "en")))["methods"]
    assert [phase["id"] for phase in told["phases"]] == ["facts", "facts-2"]
    assert "own" in table(library, "en", people=5, minutes=75)
    assert "2 times" in show(method, "en")
    assert plan(PlanWish(5, method, 75)).phases


def test_a_function_is_asked_once_for_each_circle() -> None:
    method, turned = turning(lambda: 1 / 0)
    before = method.unrolled(Circle(5, 63))
    turned.append(True)
    assert method.unrolled(Circle(5, 63)) == before
    assert [step.phase.id for step in before] == ["facts", "facts-2"]


def test_a_function_that_fails_for_other_sizes_answers_as_for_the_nearest_one() -> None:
    def phases(circle: Circle) -> tuple[Phase, ...]:
        count = (3, 4, 5, 6, 7, 8).index(circle.people) + 1
        return tuple(replace(PHASE, id=f"p{n}") for n in range(count))

    method = replace(METHOD, phases=phases)
    assert [len(method.unrolled(Circle(people, 33))) for people in (1, 5, 20)] == [1, 3, 6]
