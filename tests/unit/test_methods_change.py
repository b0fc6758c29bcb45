"""A method that is chosen or changed on the way: where it comes, and what stays."""

from dataclasses import replace
from typing import Any

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Session
from intervisie_tui.export.record import record
from intervisie_tui.method import Floor, Stance, Text
from tests.unit.demo_session import BEGIN, START, Room, phase

OTHER = Text(nl="Ander", en="Other")
NEW = (phase("first", 5), phase("second", 5))


def ids(session: Session) -> list[str]:
    return [run.id for run in session.agenda]


def test_a_method_that_comes_after_skipped_phases_lies_before_those_who_wait_for_it() -> None:
    room = Room().go_to("write")
    room.do(c.StartClock())
    assert room.after(30).do(c.ChooseMethod("other", OTHER, NEW)) is None
    assert ids(room.session) == ["write", "first", "second"]
    assert room.session.position == 1
    assert room.session.agenda[0].done


def test_a_method_that_is_changed_in_the_frame_after_it_still_comes() -> None:
    agenda = (phase("tell"), phase("ask"), phase("frame-end", framed=True), phase("frame-date", framed=True))
    room = Room(replace(START, agenda=agenda)).go_to("frame-end")
    room.do(c.StartClock())
    assert room.do(c.ChooseMethod("other", OTHER, NEW)) is None
    assert ids(room.session) == ["frame-end", "first", "second", "frame-date"]
    assert room.session.position == 0


def test_a_phase_with_a_note_stays_although_its_clock_never_ran() -> None:
    room = Room()
    room.do(c.AddNote("n", "tell", "before the clock"))
    assert room.do(c.ChooseMethod("other", OTHER, (phase("tell", 5),))) is None
    assert ids(room.session) == ["tell", "tell-2"]
    assert room.session.position == 1


def test_notes_of_a_method_that_was_taken_back_are_still_exported() -> None:
    room = Room()
    room.do(c.AddNote("n", "ask", "why?"))
    gone = replace(room.session, agenda=room.session.agenda[:1])
    made: dict[str, Any] = dict(record(gone, BEGIN))
    assert [note["text"] for note in made["notes"]] == ["why?"]


def test_the_harvest_after_another_case_is_of_the_one_who_brought_that() -> None:
    harvest = phase("frame-harvest-owner", floor=Floor.OWNER, stance=Stance.SPEAKS, framed=True)
    room = Room(replace(START, agenda=(phase("tell"), harvest)))
    room.do(c.StartClock())
    room.after(60).do(c.ChooseMethod("other", OTHER, NEW, another_case=True))
    room.do(c.ChooseOwner("chantal"))
    room.go_to("frame-harvest-owner")
    assert room.session.owner == room.speaker() == "chantal"


def test_the_owner_of_a_case_to_come_can_be_chosen_before_it_begins() -> None:
    again = phase("tell-2", case=1, new_owner=True)
    room = Room(replace(START, agenda=(phase("tell"), again)))
    assert room.do(c.ChooseOwner("chantal", case=1)) is None
    assert room.do(c.SetQuestion("And mine?", case=1)) is None
    assert [(case.owner, case.question) for case in room.session.cases] == [
        ("anna", "How can I say no?"),
        ("chantal", "And mine?"),
    ]
    assert room.do(c.ChooseOwner("dirk", case=2)) is not None


def test_cases_that_no_phase_is_of_any_more_go_with_the_method_that_had_them() -> None:
    blocks = (phase("tell"), phase("tell-2", case=1, new_owner=True), phase("tell-3", case=2, new_owner=True))
    room = Room(replace(START, agenda=blocks))
    room.do(c.StartClock())
    room.after(60).do(c.ChooseOwner("chantal", case=1))
    room.do(c.NextPhase("tell"))
    assert room.after(60).do(c.ChooseMethod("other", OTHER, NEW)) is None
    assert [case.owner for case in room.session.cases] == ["anna", "chantal"]
    made: dict[str, Any] = dict(record(room.session, BEGIN))
    assert [case["phases"] for case in made["cases"]] == [["tell"], ["tell-2", "first", "second"]]
