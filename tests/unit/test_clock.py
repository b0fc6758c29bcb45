import time

import pytest

from intervisie_tui import clock
from intervisie_tui.clock import Pace
from intervisie_tui.domain.moments import Moment, span

ANCHOR = Moment(1000.0, 50.0, "one")


def test_now_is_this_moment_of_this_boot() -> None:
    before = time.time()
    first, second = clock.now(), clock.now()
    assert before <= first.utc <= time.time()
    assert first.boot <= second.boot
    assert first.boot_id == second.boot_id


def test_at_speed_60_a_real_minute_is_a_session_hour_by_both_clocks() -> None:
    pace = Pace(60, ANCHOR)
    later = pace.session(ANCHOR.later(60))
    assert (later.utc, later.boot) == (4600.0, 3650.0)
    assert span(pace.session(ANCHOR), later) == 3600
    assert pace.real_seconds(3600) == 60


def test_a_rehearsal_goes_on_at_its_speed_after_a_restart_of_the_machine() -> None:
    pace = Pace(60, ANCHOR)
    first, second = Moment(2000.0, 5.0, "two"), Moment(2010.0, 15.0, "two")
    assert span(pace.session(first), pace.session(second)) == 600
    assert span(pace.session(ANCHOR), pace.session(first)) == 60_000


def test_without_an_anchor_session_time_is_real_time() -> None:
    assert Pace().session(ANCHOR) is ANCHOR
    assert Pace().real_seconds(7) == 7


@pytest.mark.parametrize("speed", [0, -1, float("nan")])
def test_a_speed_that_is_not_above_zero_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Pace(speed, ANCHOR)
