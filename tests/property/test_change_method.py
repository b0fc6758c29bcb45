"""Laws of changing the method on the way: nothing that was said, heard or done goes."""

from hypothesis import given

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import speaking, timing
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Clock, Seat, Session
from tests.property.random_commands import Played, Step, steps
from tests.unit.demo_session import both, phase

CHANGE = c.ChooseMethod("other", both("Other"), (phase("tell", 5), phase("new", 7), phase("end", 3)))


def played(path: list[Step]) -> Played:
    room = Played()
    for step in path:
        room.step(step)
    return room


@given(steps)
def test_notes_talk_time_parking_lot_and_actions_stay_whatever_was_done_before(path: list[Step]) -> None:
    room = played(path)
    before = room.history.session
    if room.do(CHANGE, Seat.TIMEKEEPER, "one") is not None:
        return
    after = room.history.session
    kept = ("notes", "parking", "actions", "members", "roles", "ground_rules")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    for member in before.members:
        then, now = (speaking.talk_now(each, member.id, room.at) for each in (before, after))
        # The turn of who speaks ends, and counts.
        assert (round(now.seconds, 3), now.turns - then.turns in (0, 1)) == (round(then.seconds, 3), True)
    assert timing.session_elapsed(after, room.at) == timing.session_elapsed(before, room.at)
    assert {note.phase for note in after.notes if note.phase in {run.id for run in before.agenda}} <= {
        run.id for run in after.agenda
    }


@given(steps)
def test_what_was_done_stays_in_the_agenda_as_done_in_its_order_and_with_its_time(path: list[Step]) -> None:
    room = played(path)
    before = room.history.session
    if room.do(CHANGE, Seat.TIMEKEEPER, "one") is not None:
        return
    after = room.history.session
    touched = [run for run in before.agenda if run.done or run.begun]
    kept = {run.id: run for run in after.agenda}
    assert [run.id for run in touched] == [
        run.id for run in after.agenda if run.id in {t.id for t in touched}
    ]
    for run in touched:
        assert seconds_of(kept[run.id], after, room) == seconds_of(run, before, room)
        if run.done or (run is before.current and not run.plan.framed):
            assert kept[run.id].done


def seconds_of(run: PhaseRun, session: Session, room: Played) -> float:
    return round(timing.phase_seconds(run, session, room.at), 3)


@given(steps)
def test_taking_the_change_back_is_as_though_it_had_never_been(path: list[Step]) -> None:
    room = played(path)
    before = room.history.session
    if before.clock is Clock.FINISHED or room.do(CHANGE, Seat.TIMEKEEPER, "one") is not None:
        return
    undone = room.history.undoable()
    assert undone is not None
    assert room.do(c.TakeBack(undone.revision), Seat.TIMEKEEPER, "one") is None
    assert room.history.session == before
