import time

from intervisie_tui import clock
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.store.commits import Header

ANCHOR = Moment(1000.0, 50.0, "one")


def test_now_is_this_moment_of_this_boot() -> None:
    before = time.time()
    first, second = clock.now(), clock.now()
    assert before <= first.utc <= time.time()
    assert first.boot <= second.boot
    assert first.boot_id == second.boot_id


def rehearsal(speed: float) -> Header:
    return Header(1, "one", 1, ANCHOR, speed, ANCHOR)


def test_at_speed_60_a_real_minute_is_a_session_hour_by_both_clocks() -> None:
    later = rehearsal(60).in_session(ANCHOR.later(60))
    assert (later.utc, later.boot) == (4600.0, 3650.0)


def test_a_rehearsal_goes_on_at_its_speed_after_a_restart_of_the_machine() -> None:
    header = rehearsal(60)
    first, second = Moment(2000.0, 5.0, "two"), Moment(2010.0, 15.0, "two")
    assert span(header.in_session(first), header.in_session(second)) == 600
    assert span(header.in_session(ANCHOR), header.in_session(first)) == 60_000


def test_at_speed_1_session_time_is_real_time() -> None:
    assert rehearsal(1).in_session(ANCHOR) is ANCHOR
