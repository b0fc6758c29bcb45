"""How a method gives way to the minutes that there are."""

import pytest

from intervisie_tui.domain.fit import FitKind, Length, fit, in_halves


def minutes(*planned: float) -> tuple[Length, ...]:
    return tuple(Length(each * 60, max(2, each * 0.6) * 60) for each in planned)


def test_a_method_that_fits_stays_as_it_is_and_is_not_stretched() -> None:
    fitted = fit(minutes(10, 20), 3600)
    assert (fitted.kind, fitted.each, fitted.factor) == (FitKind.AS_IS, (600, 1200), 1)


def test_phases_of_the_group_give_way_by_one_factor() -> None:
    fitted = fit(minutes(10, 20), 24 * 60)
    assert fitted.kind is FitKind.SCALED
    assert fitted.each == pytest.approx((8 * 60, 16 * 60))
    assert fitted.factor == pytest.approx(0.8)


def test_fixed_phases_keep_their_time_and_the_others_give_more() -> None:
    fitted = fit((Length(600, 360, fixed=True), Length(1200, 720)), 1400)
    assert fitted.each == pytest.approx((600, 800))


def test_a_phase_at_its_least_stands_still_while_the_others_go_on_giving() -> None:
    fitted = fit((Length(180, 120), Length(1200, 600)), 120 + 660)
    assert fitted.each == pytest.approx((120, 660))


def test_two_phases_that_stop_at_the_same_factor_both_stop_there() -> None:
    fitted = fit((Length(600, 540), Length(600, 540), Length(600, 60)), 1300)
    assert fitted.each == pytest.approx((540, 540, 220))


def test_a_method_that_cannot_be_brought_down_gets_its_floors_and_says_so() -> None:
    fitted = fit(minutes(10, 20), 600)
    assert fitted.kind is FitKind.TOO_LONG
    assert fitted.each == pytest.approx((360, 720))
    assert fit(minutes(10), -300).kind is FitKind.TOO_LONG


def test_half_minutes_come_out_where_the_slot_is_in_half_minutes() -> None:
    lengths = minutes(5, 15, 8, 8, 5)
    tidy = in_halves(lengths, fit(lengths, 38 * 60))
    assert sum(tidy) == pytest.approx(38 * 60)
    assert all(each % 30 == 0 for each in tidy)
