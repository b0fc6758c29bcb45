"""A held key does its deed once, and a capital that may come from caps lock is asked for twice (field-cases 2, 17)."""

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.keys.hand import Hand, Target, Verdict, after_nothing, judge
from intervisie_tui.keys.press import Press

NOT_TYPED = False
Presses = list[tuple[Press, float]]


def verdicts(
    presses: Presses, target: Target = Target.ONCE, *, typed: bool = NOT_TYPED, differs: bool = True
) -> list[Verdict]:
    hand, told = Hand(), []
    for press, moment in presses:
        hand, verdict = judge(hand, press, moment, typed, lambda _key: target, lambda _key: differs)
        told.append(verdict)
    return told


def done(presses: Presses, target: Target = Target.ONCE) -> int:
    return verdicts(presses, target).count(Verdict.GO)


def at(key: str, *moments: float, sure: bool = True) -> Presses:
    return [(Press(key, None, sure=sure), moment) for moment in moments]


delays = st.floats(0.15, 0.79)
steps = st.floats(0.01, 0.19)


@given(
    st.sampled_from(["n", "pagedown", "enter", "space", "f", "1", "delete", "N"]),
    delays,
    steps,
    st.integers(1, 99),
)
def test_a_key_that_is_held_does_its_deed_once_and_that_is_told_once(
    key: str, delay: float, step: float, n: int
) -> None:
    told = verdicts(at(key, 0.0, *(delay + nth * step for nth in range(n))))
    assert told == [Verdict.GO, Verdict.HELD, *[Verdict.SILENT] * (n - 1)]


@given(st.lists(st.floats(0.81, 9), min_size=1, max_size=9))
def test_presses_that_are_apart_are_presses(gaps: list[float]) -> None:
    moments = [sum(gaps[:n]) for n in range(len(gaps) + 1)]
    assert done(at("n", *moments)) == len(moments)


@given(st.lists(st.floats(0.0, 5.0), max_size=9))
def test_what_is_reported_as_a_repeat_is_held_however_slow_it_is(gaps: list[float]) -> None:
    moments = [sum(gaps[:n]) for n in range(1, len(gaps) + 1)]
    assert done([(Press("n"), 0.0), *((Press("n", None, True), moment) for moment in moments)]) == 1


@given(st.lists(st.floats(0.0, 0.5), min_size=1, max_size=20))
def test_what_may_be_repeated_is(gaps: list[float]) -> None:
    moments = [sum(gaps[:n]) for n in range(len(gaps))]
    assert done(at("plus", *moments), Target.REPEATS) == len(moments)


def test_a_key_that_does_nothing_is_not_told_of() -> None:
    assert Verdict.HELD not in verdicts(at("y", 0.0, 0.5, 0.53), Target.NOTHING)


def test_another_key_ends_the_holding() -> None:
    assert done([*at("enter", 0.0), *at("x", 0.1), *at("enter", 0.2)]) == 3


def test_leaving_is_never_taken_for_a_held_key() -> None:
    assert done(at("ctrl+q", 0.0, 0.1, 0.13)) == 3


def test_esc_twice_leaves_two_things_and_esc_held_no_more() -> None:
    assert done(at("escape", 0.0, 0.4)) == 2
    assert done(at("escape", 0.0, *(0.5 + n * 0.03 for n in range(30)))) == 2


@given(st.lists(st.floats(0.0, 0.5), min_size=1, max_size=20))
def test_what_is_typed_is_typed_however_often(gaps: list[float]) -> None:
    moments = [sum(gaps[:n]) for n in range(len(gaps))]
    assert set(verdicts(at("n", *moments), typed=True)) == {Verdict.GO}


def test_a_key_that_opened_a_line_and_is_still_down_is_not_typed() -> None:
    hand, verdict = judge(Hand(), Press("c", "c"), 0.0, False, lambda _key: Target.ONCE, lambda _key: False)
    assert verdict is Verdict.GO
    hand, verdict = judge(
        hand, Press("c", "c", True), 0.5, True, lambda _key: Target.ONCE, lambda _key: False
    )
    assert verdict is Verdict.SILENT
    _hand, verdict = judge(hand, Press("c", "c"), 0.6, True, lambda _key: Target.ONCE, lambda _key: False)
    assert verdict is Verdict.GO


@given(st.sampled_from(["N", "U"]), st.floats(0.8, 3.0))
def test_a_capital_in_doubt_is_done_when_it_is_pressed_again(key: str, later: float) -> None:
    assert verdicts(at(key, 0.0, later, sure=False)) == [Verdict.ASKS, Verdict.GO]


@given(st.floats(0.0, 0.79))
def test_a_capital_in_doubt_is_not_done_by_holding_it(soon: float) -> None:
    assert Verdict.GO not in verdicts(at("N", 0.0, soon, sure=False))
    assert Verdict.GO not in verdicts(at("N", 0.0, *(soon + n * 0.033 for n in range(80)), sure=False))


def test_a_capital_in_doubt_is_asked_for_again_when_it_comes_too_late_or_after_another_key() -> None:
    assert verdicts(at("N", 0.0, 3.1, sure=False)) == [Verdict.ASKS, Verdict.ASKS]
    presses = [*at("N", 0.0, sure=False), *at("x", 0.5), *at("N", 1.0, sure=False)]
    assert verdicts(presses) == [Verdict.ASKS, Verdict.GO, Verdict.ASKS]
    assert verdicts(at("N", 0.0, 0.5, 1.0, sure=False)) == [Verdict.ASKS, Verdict.SILENT, Verdict.GO]


def test_a_capital_that_is_reported_or_does_what_its_small_letter_does_needs_no_second_press() -> None:
    assert verdicts(at("N", 0.0)) == [Verdict.GO]
    assert verdicts(at("C", 0.0, sure=False), differs=False) == [Verdict.GO]
    assert verdicts(at("N", 0.0, sure=False), typed=True) == [Verdict.GO]


@given(st.sampled_from(["enter", "n", "f", "space", "1"]), st.floats(0.0, 3.0), steps, st.integers(1, 60))
def test_a_key_that_did_nothing_and_stays_down_does_nothing_later_either(
    key: str, begins: float, step: float, n: int
) -> None:
    """Enter that closed a line, or a letter that was typed behind it (N1), held beyond the time that it is told."""
    hand, _go = judge(Hand(), Press("enter"), 0.0, NOT_TYPED, lambda _key: Target.REPEATS, lambda _key: False)
    hand = after_nothing(hand, Press(key), begins)
    for nth in range(1, n + 1):
        moment = begins + nth * step
        hand, verdict = judge(
            hand, Press(key), moment, NOT_TYPED, lambda _key: Target.ONCE, lambda _key: False
        )
        assert verdict is (Verdict.HELD if nth == 1 else Verdict.SILENT)
    _hand, verdict = judge(
        hand, Press(key), begins + n * step + 0.9, NOT_TYPED, lambda _key: Target.ONCE, lambda _key: False
    )
    assert verdict is Verdict.GO
