"""The clock of a phase, the agenda and the planned end."""

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock
from tests.unit.demo_session import BEGIN, START, Room


def test_a_clock_waits_until_it_is_started_and_then_counts() -> None:
    room = Room().after(300)
    assert (room.session.clock, timing.elapsed(room.session, room.at)) == (Clock.READY, 0)
    room.do(c.StartClock())
    room.after(90)
    assert timing.remaining(room.session, room.at) == 210


def test_pauses_do_not_count_and_move_the_end() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(60).do(c.PauseClock())
    room.after(100).do(c.StartClock())
    room.after(10)
    assert timing.elapsed(room.session, room.at) == 70
    assert timing.offset(room.session, room.at) == pytest.approx(100)


def test_next_leaves_a_phase_once_and_the_clock_runs_on() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(120).next()
    assert room.session.current is not None
    assert (room.session.position, room.session.clock) == (1, Clock.RUNNING)
    again = room.do(c.NextPhase("tell"))
    assert again is not None
    assert again.quiet
    assert room.session.position == 1


def test_a_next_from_another_screen_within_a_moment_is_refused() -> None:
    room = Room()
    room.do(c.NextPhase("tell"), screen="one")
    room.after(0.4)
    assert room.do(c.NextPhase("ask"), screen="two") is not None
    room.after(0.4)
    assert room.do(c.NextPhase("ask"), screen="two") is None


def test_a_phase_that_is_gone_back_to_goes_on_from_where_it_stood() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(100).next()
    room.after(30).do(c.PreviousPhase("ask"))
    room.after(5)
    assert timing.elapsed(room.session, room.at) == 105


def test_it_began_earlier_goes_back_no_further_than_the_phase_before() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(60).next()
    room.after(120).do(c.BeganAgo(600))
    assert timing.elapsed(room.session, room.at) == 120


def test_over_time_counts_up_and_moves_the_end() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(330)
    assert timing.warning(room.session, room.at) is timing.Threshold.OVER
    assert timing.remaining(room.session, room.at) == -30
    assert timing.offset(room.session, room.at) == pytest.approx(30)


def test_warnings_come_at_two_thresholds() -> None:
    room = Room().go_to("ask")
    room.do(c.StartClock())
    seen = [timing.warning(room.after(wait).session, room.at).value for wait in (479, 1, 59, 1, 60, 1)]
    assert seen == ["calm", "first", "first", "last", "last", "over"]


def test_a_replan_keeps_the_end_and_takes_nothing_under_the_least_nor_from_what_is_protected() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(600).next()
    proposal = timing.replan(room.session, room.at)
    assert proposal.kept
    assert all(row.new >= row.least for row in proposal.rows)
    assert room.do(c.Replan(proposal.changes)) is None
    assert timing.offset(room.session, room.at) == pytest.approx(0, abs=0.01)
    end = room.session.phase("end")
    assert end is not None
    assert end.seconds == 360


def test_a_replan_says_by_how_much_the_end_cannot_be_kept() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(3000).next()
    proposal = timing.replan(room.session, room.at)
    assert not proposal.kept
    assert proposal.short > 60


def test_a_break_stands_the_clock_still_and_space_ends_it() -> None:
    room = Room()
    room.do(c.StartClock())
    room.do(c.TakeBreak(300))
    room.after(120)
    assert timing.break_left(room.session, room.at) == 180
    assert not timing.forgotten(room.session, room.at)
    room.do(c.StartClock())
    assert timing.break_left(room.session, room.at) is None
    assert timing.elapsed(room.session, room.at) == 0


def test_a_clock_that_stands_still_for_a_minute_is_forgotten() -> None:
    room = Room()
    room.do(c.StartClock())
    room.do(c.PauseClock())
    assert not timing.forgotten(room.after(59).session, room.at)
    assert timing.forgotten(room.after(1).session, room.at)


def test_cues_come_when_their_time_has_come() -> None:
    room = Room().go_to("ask")
    room.do(c.StartClock())
    assert timing.due_cues(room.after(470).session, room.at) == ()
    assert len(timing.due_cues(room.after(10).session, room.at)) == 1


def test_a_system_clock_that_jumps_changes_no_time_left_within_one_boot() -> None:
    room = Room()
    room.do(c.StartClock())
    jumped = Moment(BEGIN.utc + 3600, BEGIN.boot + 60, "boot")
    assert timing.elapsed(room.session, jumped) == 60
    other_boot = Moment(BEGIN.utc + 90, 5.0, "another")
    assert timing.elapsed(room.session, other_boot) == 90


@pytest.mark.parametrize("seconds", [-1, 36_001, 1e12])
def test_impossible_minutes_are_refused_with_a_sentence(seconds: float) -> None:
    refusal = Room().do(c.BeganAgo(seconds))
    assert refusal is not None
    assert "600" in refusal.message


def test_a_phase_keeps_at_least_a_minute() -> None:
    room = Room()
    assert room.do(c.AddTime("tell", -240)) is None
    assert room.do(c.AddTime("tell", -60)) is not None


def test_after_the_last_phase_next_points_to_finishing() -> None:
    room = Room().go_to("end")
    refusal = room.next()
    assert refusal is not None
    assert "finish" in refusal.message
    assert START.agenda[-1].id == "end"


def test_a_phase_that_was_gone_back_to_may_have_begun_as_long_ago_as_its_clock_says() -> None:
    room = Room().go_to("ask")
    room.do(c.StartClock())
    room.after(600).next()
    room.after(60).do(c.PreviousPhase("write"))
    assert room.after(30).do(c.BeganAgo(600)) is None
    assert timing.elapsed(room.session, room.at) == 600


def test_time_left_is_right_after_three_hours_of_pauses_phases_and_entries() -> None:
    room = Room()
    room.do(c.StartClock())
    for number in range(3 * 60):
        room.after(30).do(c.PauseClock())
        room.do(c.AddNote(f"n{number}", "tell", "x"))
        room.after(30).do(c.StartClock())
    assert timing.remaining(room.session, room.at) == 300 - 3 * 60 * 30
    assert timing.offset(room.session, room.at) == 3 * 3600 - 300
