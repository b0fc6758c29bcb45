"""What may be asked, by whom and when; notes, methods, ends and undo."""

from dataclasses import FrozenInstanceError
from datetime import date
from typing import get_args

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import RIGHTS, decide
from intervisie_tui.domain.events import Commit, Event
from intervisie_tui.domain.history import EVERY, History
from intervisie_tui.domain.session import Keep, Seat, Session
from intervisie_tui.domain.shown import Shown
from intervisie_tui.method import Capture, Text
from tests.unit.demo_session import BEGIN, START, Room, phase


def test_every_command_is_in_the_table_of_rights() -> None:
    assert RIGHTS[Seat.TIMEKEEPER] == set(get_args(c.Command))


def test_a_stage_may_do_nothing_and_a_participant_only_take_part() -> None:
    room = Room()
    for seat in (Seat.STAGE, Seat.PARTICIPANT):
        assert room.do(c.NextPhase("tell"), seat) is not None
    assert room.do(c.AddNote("n", "tell", "why?"), Seat.STAGE) is not None
    assert room.do(c.TakeSeat("bram"), Seat.PARTICIPANT, "phone") is None
    assert room.do(c.AddNote("n", "tell", "why?", by="bram"), Seat.PARTICIPANT, "phone") is None


def test_a_note_is_kept_as_typed_and_gets_the_first_kind_of_its_phase() -> None:
    room = Room()
    text = "  [/b] \u200f\u05d0\u200d x\x1b[31m "
    room.do(c.AddNote("n", "ask", text))
    note = room.session.notes[0]
    assert (note.text, note.kind) == ("[/b] \u200f\u05d0\u200d x[31m", Capture.QUESTION)


def test_an_empty_note_a_strange_phase_and_a_strange_cell_are_refused() -> None:
    room = Room()
    for wrong in (
        c.AddNote("n", "ask", " \x07 "),
        c.AddNote("n", "no", "x"),
        c.AddNote("n", "ask", "x", cell="red"),
    ):
        assert room.do(wrong) is not None
    assert room.session.notes == ()
    assert room.do(c.AddNote("n", "board", "x", cell="red")) is None


def test_an_entry_that_was_deleted_elsewhere_is_not_changed() -> None:
    room = Room()
    room.do(c.Park("p", "later"))
    room.do(c.DeleteEntry("p"))
    refusal = room.do(c.ChangeText("p", "now"))
    assert refusal is not None
    assert refusal.quiet


def test_an_action_can_be_completed_later() -> None:
    room = Room()
    room.do(c.AddAction("a", "call", None))
    room.do(c.ChangeAction("a", "call them", "anna", date(2027, 1, 2)))
    action = room.session.actions[0]
    assert (action.text, action.owner, action.due) == ("call them", "anna", date(2027, 1, 2))


def test_finishing_erases_nothing_and_can_be_undone_but_closing_cannot() -> None:
    room = Room()
    room.do(c.StartClock())
    assert room.do(c.Close(Keep.ALL)) is not None
    room.do(c.Finish())
    assert room.session.clock.value == "finished"
    assert room.do(c.NextPhase("tell")) is not None
    room.do(c.Unfinish())
    assert room.session.clock.value == "paused"
    room.do(c.Finish())
    room.do(c.Close(Keep.ALL))
    assert room.do(c.Unfinish()) is not None


def test_another_method_keeps_what_was_done_and_every_note() -> None:
    room = Room()
    room.do(c.StartClock())
    room.do(c.AddNote("n", "tell", "x"))
    room.after(60).next()
    new = (phase("ask", 5), phase("fresh", 5))
    assert room.do(c.ChooseMethod("other", Text(nl="Ander", en="Other"), new)) is None
    assert [run.id for run in room.session.agenda] == ["tell", "ask", "ask-2", "fresh"]
    assert room.session.current is not None
    assert room.session.current.id == "ask-2"
    assert room.session.notes[0].phase == "tell"
    assert room.session.agenda[0].spent == 60


def test_a_placeholder_waits_for_a_method_and_makes_place_for_it() -> None:
    agenda = (
        phase("frame-choose", 4, framed=True),
        phase("frame-method", 50, framed=True, placeholder=True),
        phase("frame-end", 5, framed=True),
    )
    room = Room(c.Start(id="s", language="en", members=START.members, agenda=agenda, planned_seconds=3540))
    assert room.next() is not None
    room.do(c.ChooseMethod("m", Text(nl="M", en="M"), (phase("a"), phase("b"))))
    assert [run.id for run in room.session.agenda] == ["frame-choose", "a", "b", "frame-end"]
    refusal = room.next()
    assert refusal is not None
    assert "case" in refusal.message
    room.do(c.ChooseOwner("anna"))
    assert room.next() is None
    assert room.session.owner == "anna"


def _commits(*steps: tuple[float, Seat, c.Command]) -> History:
    history = History()
    for revision, (seconds, seat, command) in enumerate(steps, 1):
        at = BEGIN.later(seconds)
        decided = decide(history.session, command, at, seat, seat.value)
        assert not isinstance(decided, c.Refusal)
        history.add(Commit(revision, at, seat, "one", decided))
    return history


def _take(
    history: History, revision: int, command: type[c.TakeBack] | type[c.BringBack] = c.TakeBack
) -> None:
    decided = decide(history.session, command(revision), BEGIN.later(900), Seat.TIMEKEEPER)
    assert isinstance(decided, tuple)
    history.add(Commit(history.revision + 1, BEGIN.later(900), Seat.TIMEKEEPER, "one", decided))


KEEPER, GUEST = Seat.TIMEKEEPER, Seat.PARTICIPANT


def test_after_undo_the_clock_stands_as_though_it_had_never_happened() -> None:
    before = _commits((0, KEEPER, START), (10, KEEPER, c.StartClock()))
    history = _commits((0, KEEPER, START), (10, KEEPER, c.StartClock()), (70, KEEPER, c.NextPhase("tell")))
    target = history.undoable()
    assert target is not None
    _take(history, target.revision)
    assert history.session == before.session


def test_undo_never_touches_what_guests_wrote() -> None:
    history = _commits(
        (0, KEEPER, START),
        (1, GUEST, c.TakeSeat("bram")),
        (5, KEEPER, c.StartClock()),
        (9, GUEST, c.AddNote("n", "tell", "x", by="bram")),
    )
    target = history.undoable()
    assert target is not None
    assert target.revision == 3
    _take(history, 3)
    assert [note.text for note in history.session.notes] == ["x"]
    assert history.undoable() is None


def test_redo_brings_back_the_last_until_something_new_is_done() -> None:
    history = _commits((0, KEEPER, START), (1, KEEPER, c.Park("p", "x")), (2, KEEPER, c.Park("q", "y")))
    full = history.session
    _take(history, 3)
    _take(history, 2)
    for expected in (2, 3):
        again = history.redoable()
        assert again is not None
        assert again.revision == expected
        _take(history, expected, c.BringBack)
    assert history.session == full
    assert history.redoable() is None


@pytest.mark.parametrize("kind", get_args(Event))
def test_every_event_is_frozen(kind: type[Event]) -> None:
    event = kind.__new__(kind)
    with pytest.raises(FrozenInstanceError):
        event.at = BEGIN  # type: ignore[misc] # that it is refused is what is tested


def test_a_session_without_members_is_refused() -> None:
    nobody = c.Start(id="s", language="en", members=(), agenda=START.agenda, planned_seconds=60)
    assert isinstance(decide(Session(), nobody, BEGIN, Seat.TIMEKEEPER), c.Refusal)


def test_the_stage_shows_what_the_group_chose_each_once_and_in_the_order_of_the_house() -> None:
    room = Room()
    assert not room.session.shown
    assert room.do(c.ShowOnStage(Shown.ACTIONS)) is None
    assert room.do(c.ShowOnStage(Shown.NOTES)) is None
    assert list(room.session.shown) == [Shown.NOTES, Shown.ACTIONS]
    assert room.do(c.ShowOnStage(Shown.NOTES)) is not None
    assert room.do(c.ShowOnStage(Shown.ACTIONS, shown=False)) is None
    assert list(room.session.shown) == [Shown.NOTES]


def test_whatever_was_done_can_be_taken_back_one_after_the_other_and_brought_back_again() -> None:
    parked = [(float(number), KEEPER, c.Park(f"p{number}", "x")) for number in range(2 * EVERY + 20)]
    history = _commits((0, KEEPER, START))
    states = [history.session]
    for seconds, _seat, command in parked:
        decided = decide(history.session, command, BEGIN.later(seconds), KEEPER)
        assert isinstance(decided, tuple)
        history.add(Commit(history.revision + 1, BEGIN.later(seconds), KEEPER, "one", decided))
        states.append(history.session)
    for state in reversed(states[:-1]):
        target = history.undoable()
        assert target is not None
        _take(history, target.revision)
        assert history.session == state
    for state in states[1:]:
        again = history.redoable()
        assert again is not None
        _take(history, again.revision, c.BringBack)
        assert history.session == state
