from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from intervisie_tui.method import (
    Board,
    Cell,
    Circle,
    Cue,
    Floor,
    Level,
    Method,
    Minutes,
    Per,
    Phase,
    Repeat,
    Size,
    Stance,
    Text,
    collecting,
    least_minutes,
    planned_minutes,
)

WORDS = Text(nl="Woorden", en="Words")
PHASE = Phase(
    id="facts",
    name=WORDS,
    purpose=WORDS,
    minutes=Minutes(10),
    floor=Floor.ROUND,
    stance=Stance.ANSWERS,
    owner=WORDS,
)
METHOD = Method(
    id="own",
    name=WORDS,
    summary=WORDS,
    suits=WORDS,
    avoid=WORDS,
    size=Size(3, 6, 8),
    level=Level.STARTER,
    phases=(PHASE,),
)


def with_(part: Phase | Method, **wrong: Any) -> object:
    """The part with values that are of no right type."""
    return replace(part, **wrong)


@pytest.mark.parametrize(("minutes", "least"), [(1.5, 1.5), (2, 2), (3, 2), (5, 3), (7, 4.2), (20, 12)])
def test_least_is_the_smaller_of_the_minutes_and_the_larger_of_two_and_sixty_percent(
    minutes: float, least: float
) -> None:
    assert Minutes(minutes).least == pytest.approx(least)


@pytest.mark.parametrize("minutes", [0, -1, 2.25, 481, float("nan"), float("inf"), True, "10"])
def test_minutes_that_no_phase_can_have_are_refused(minutes: float) -> None:
    with pytest.raises(ValueError, match=r"Minutes\.minutes is .*: give whole or half minutes"):
        Minutes(minutes)


def test_least_above_the_minutes_is_refused_with_its_mend() -> None:
    with pytest.raises(ValueError, match=r"Minutes\.least is 6 of 5: give at most 5"):
        Minutes(5, least=6)


@pytest.mark.parametrize("line", ["", "  ", "two\nlines", "\x1b[31mred", "a\x00b"])
def test_a_text_that_is_missing_or_is_no_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"Text\.en"):
        Text(nl="Woorden", en=line)


def test_a_missing_language_is_named() -> None:
    with pytest.raises(ValueError, match=r"Text\.en is missing: give a line of text"):
        Text(nl="Woorden")


def test_a_text_speaks_dutch_for_dutch_and_english_for_all_else() -> None:
    assert [WORDS.of(language) for language in ("nl", "nl_BE", "en", "de")] == [
        "Woorden",
        "Woorden",
        "Words",
        "Words",
    ]


@pytest.mark.parametrize("sizes", [(0, 1, 2), (3, 2, 8), (3, 6, 5), (3, 6, 101)])
def test_sizes_rise_from_one(sizes: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="Size is"):
        Size(*sizes)


def test_an_excepted_size_is_left_out_and_must_lie_between() -> None:
    assert Size(3, 6, 8, except_=(5, 7)).all() == (3, 4, 6, 8)
    with pytest.raises(ValueError, match=r"Size\.except_"):
        Size(3, 6, 8, except_=(6,))


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: replace(PHASE, id="No Id"), "id"),
        (lambda: with_(PHASE, floor="round"), "floor"),
        (lambda: with_(PHASE, prompts=WORDS), "prompts is no tuple"),
        (lambda: replace(PHASE, cues=(Cue(10, WORDS),)), "cues has a cue at 10"),
        (lambda: with_(PHASE, rule="Words"), "rule"),
        (lambda: Cue(-1, WORDS), r"Cue\.minutes_left"),
        (Board, r"Board\.cells is empty"),
        (lambda: Board(Cell("one", WORDS), Cell("one", WORDS)), r"Board\.cells has the id 'one' 2 times"),
        (lambda: Board(Cell("one", WORDS), dots=-1), r"Board\.dots"),
        (lambda: Repeat(0, (PHASE,)), r"Repeat\.times"),
        (lambda: Repeat(2, ()), r"Repeat\.phases is empty"),
        (lambda: replace(METHOD, phases=()), r"Method\.phases is empty"),
        (lambda: replace(METHOD, phases=(PHASE, PHASE)), "has the id 'facts' 2 times"),
        (lambda: replace(METHOD, phases=(replace(PHASE, id="frame-facts"),)), "belongs to the frame"),
        (
            lambda: replace(METHOD, phases=lambda circle: (PHASE,) if 1 / (circle.people - 7) else ()),
            "fails for 7 people",
        ),
        (lambda: with_(METHOD, level="starter"), r"Method\.level"),
        (lambda: with_(METHOD, sources="a book"), r"Method\.sources is no tuple"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(make: Callable[[], object], field: str) -> None:
    with pytest.raises(ValueError, match=field):
        make()


def test_all_wrong_values_are_told_at_once_where_they_are_collected() -> None:
    with collecting() as found:
        with_(METHOD, id="No", phases=(replace(PHASE, minutes=Minutes(0)),), level=3)
    assert [wrong.field for wrong in found] == ["Minutes.minutes", "Method.id", "Method.level"]
    assert all(wrong.mend for wrong in found)


def test_a_repeated_block_numbers_its_ids_its_blocks_and_its_owners() -> None:
    block = Repeat(3, (PHASE, replace(PHASE, id="advice")), new_owner=True)
    steps = replace(METHOD, phases=(replace(PHASE, id="start"), block)).unrolled(Circle(4, 90))
    assert [step.phase.id for step in steps] == [
        "start", "facts", "advice", "facts-2", "advice-2", "facts-3", "advice-3",
    ]  # fmt: skip
    assert [step.block for step in steps] == [0, 1, 1, 2, 2, 3, 3]
    assert [step.phase.id for step in steps if step.new_owner] == ["facts-2", "facts-3"]


def test_a_block_can_be_played_for_each_person_or_as_a_function_says() -> None:
    each = replace(METHOD, phases=(Repeat(Per.PERSON, (PHASE,)),))
    asked = replace(METHOD, phases=(Repeat(lambda circle: circle.people // 3, (PHASE,)),))
    assert [planned_minutes(each, people) for people in (3, 8)] == [30, 80]
    assert [planned_minutes(asked, people) for people in (3, 8)] == [10, 20]


def test_phases_may_depend_on_the_circle() -> None:
    def phases(circle: Circle) -> tuple[Phase, ...]:
        return (PHASE,) if circle.minutes < 60 else (PHASE, replace(PHASE, id="more"))

    method = replace(METHOD, phases=phases)
    assert planned_minutes(method, 6, 30) == 10
    assert planned_minutes(method, 6, 90) == 20


@pytest.mark.parametrize(
    ("per", "joins", "owner", "minutes"),
    [
        (Per.GROUP, True, True, 2),
        (Per.PERSON, True, True, 12),
        (Per.PEER, True, True, 10),
        (Per.PEER, False, True, 8),
        (Per.PEER, False, False, 10),
    ],
)
def test_minutes_count_for_the_group_each_person_or_each_peer(
    per: Per, joins: bool, owner: bool, minutes: float
) -> None:
    phase = replace(PHASE, minutes=Minutes(2, per=per))
    method = replace(METHOD, phases=(phase,), facilitator_joins=joins, has_owner=owner)
    assert planned_minutes(method, 6) == minutes


def test_the_least_minutes_leave_a_protected_phase_whole() -> None:
    kept = replace(PHASE, id="kept", minutes=Minutes(10, protected=True))
    assert least_minutes(replace(METHOD, phases=(PHASE, kept)), 6) == 16


def test_a_method_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        METHOD.id = "other"  # type: ignore[misc] # that it is refused is what is tested


def test_unrolling_asks_the_plug_in_once() -> None:
    asked: list[Circle] = []

    def phases(circle: Circle) -> tuple[Phase, ...]:
        asked.append(circle)
        return (PHASE,)

    method = replace(METHOD, phases=phases)
    asked.clear()
    method.unrolled(Circle(5, 60))
    assert asked == [Circle(5, 60)]


def test_a_text_that_people_typed_may_be_longer_than_one_of_a_method() -> None:
    rule = Text(nl="n" * 5000, en="e" * 5000)
    with pytest.raises(ValueError, match=r"Text\.nl is 5000 characters long"):
        Cue(minutes_left=1, say=rule)
