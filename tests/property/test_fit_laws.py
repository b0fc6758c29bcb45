"""What holds of the fit rule for any method and any slot."""

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.fit import Fit, FitKind, Length, fit, in_halves

SMALL = 1e-4


@st.composite
def lengths_of_phases(draw: st.DrawFn) -> tuple[Length, ...]:
    planned = draw(st.lists(st.integers(1, 120), min_size=1, max_size=12))
    return tuple(
        Length(each * 30.0, each * 30.0 * draw(st.floats(0.1, 1.0)), draw(st.booleans())) for each in planned
    )


slots = st.floats(-600, 50_000, allow_nan=False)


def shares(lengths: tuple[Length, ...], slot: float) -> tuple[Fit, tuple[tuple[float, ...], ...]]:
    fitted = fit(lengths, slot)
    return fitted, (fitted.each, in_halves(lengths, fitted))


@given(lengths_of_phases(), slots)
def test_no_phase_gets_less_than_its_least_or_more_than_its_plan(
    lengths: tuple[Length, ...], slot: float
) -> None:
    for each in shares(lengths, slot)[1]:
        for length, seconds in zip(lengths, each, strict=True):
            assert length.least - SMALL <= seconds <= length.planned + SMALL


@given(lengths_of_phases(), slots)
def test_fixed_phases_are_never_touched(lengths: tuple[Length, ...], slot: float) -> None:
    for each in shares(lengths, slot)[1]:
        for length, seconds in zip(lengths, each, strict=True):
            assert not length.fixed or abs(seconds - length.planned) < SMALL


@given(lengths_of_phases(), slots)
def test_all_fits_whenever_the_floors_allow_it_and_a_shortened_method_fills_the_slot(
    lengths: tuple[Length, ...], slot: float
) -> None:
    fitted, each_way = shares(lengths, slot)
    for each in each_way:
        if fitted.kind is FitKind.SCALED:
            assert abs(sum(each) - slot) < SMALL
        elif fitted.kind is FitKind.AS_IS:
            assert sum(each) <= slot + SMALL
        else:
            assert sum(length.floor for length in lengths) > slot


@given(lengths_of_phases(), slots, st.floats(0, 5_000))
def test_more_time_never_makes_a_phase_shorter(lengths: tuple[Length, ...], slot: float, more: float) -> None:
    for less, longer in zip(fit(lengths, slot).each, fit(lengths, slot + more).each, strict=True):
        assert longer >= less - SMALL
