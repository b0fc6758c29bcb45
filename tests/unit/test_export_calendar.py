"""One action is one entry in a calendar for ever (field case 21)."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Component

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.group import Group, GroupMember, after_session
from intervisie_tui.domain.history import History
from intervisie_tui.domain.session import Keep, Session, Status
from intervisie_tui.export import render
from intervisie_tui.export.record import record
from intervisie_tui.export.shape import shaped
from intervisie_tui.rooms import Rooms
from tests.unit.demo_session import AGENDA, BEGIN, MEMBERS, START, Room
from tests.unit.test_attendance import Held

DUE = date(2027, 1, 2)


def event_of(session: Session, later: float = 0.0) -> Component:
    made = render(record(session, BEGIN.later(later)), "ics", "en")
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    return event


def order(event: Component) -> tuple[int, datetime]:
    return int(str(event["sequence"])), event.decoded("dtstamp")


def room() -> Room:
    made = Room()
    made.after(1).do(c.StartClock())
    made.after(5).do(c.AddAction("a1", "Call", "anna", DUE))
    return made


def test_the_same_data_is_the_same_file_whenever_it_is_exported() -> None:
    session = room().session
    assert render(record(session, BEGIN.later(10)), "ics", "en") == render(
        record(session, BEGIN.later(9999)), "ics", "en"
    )


@pytest.mark.parametrize(
    "change",
    [
        c.ChangeAction("a1", "Call", "anna", date(2027, 2, 3)),
        c.ChangeAction("a1", "Write", "anna", DUE),
        c.ChangeAction("a1", "Call", "bram", DUE),
        c.ChangeAction("a1", "Call", None, DUE),
        c.MarkAction("a1", Status.DOING),
    ],
)
def test_an_action_that_changes_is_the_same_entry_and_a_later_one(change: c.Command) -> None:
    made = room()
    before = event_of(made.session)
    made.after(90).do(change)
    after = event_of(made.session)
    assert after["uid"] == before["uid"]
    assert order(after)[0] > order(before)[0]
    assert order(after)[1] > order(before)[1]
    assert after.decoded("last-modified") == after.decoded("dtstamp")


def test_what_leaves_an_action_as_it_is_leaves_its_entry_as_it_is() -> None:
    made = room()
    before = event_of(made.session).to_ical()
    made.after(30).do(c.ChangeAction("a1", "Call", "anna", DUE))
    made.after(40).do(c.MarkAction("a1", Status.OPEN))
    made.after(50).do(c.AddNote("n1", "tell", "something else"))
    assert event_of(made.session).to_ical() == before


def test_an_action_that_comes_along_to_the_next_session_is_the_same_entry() -> None:
    made = room()
    first = made.session
    group = Group("g", "Demo", tuple(GroupMember(one.id, one.name) for one in MEMBERS))
    carried = after_session(group, first, "2026-11-20").actions
    second = Room(replace(START, id="s2", actions=carried))
    assert event_of(second.session).to_ical() == event_of(first).to_ical()
    second.after(100).do(c.ChangeAction("a1", "Call", "anna", date(2027, 3, 4)))
    assert event_of(second.session)["uid"] == event_of(first)["uid"]
    assert order(event_of(second.session)) > order(event_of(first))
    third = after_session(group, second.session, "2026-12-20").actions
    assert (
        event_of(Room(replace(START, id="s3", actions=third)).session).to_ical()
        == event_of(second.session).to_ical()
    )


def test_the_entry_is_the_same_live_closed_and_after_the_store_was_opened_again() -> None:
    async def held() -> tuple[str, str, str]:
        rooms = Rooms.at()
        members = tuple(GroupMember(one.id, one.name) for one in MEMBERS)
        await rooms.save_group(Group("g", "Demo", members))
        live = await rooms.start(replace(START, group="g", group_name="Demo", agenda=AGENDA))
        for command in (c.StartClock(), c.AddAction("a1", "Call", "anna", DUE), c.Finish()):
            assert await live.do(command) is None
        running = render(rooms.any_record("s1"), "ics", "en")
        assert await rooms.close(live, Keep.ACTIONS) is None
        closed = render(Rooms.at().any_record("s1"), "ics", "en")
        (group,) = await Rooms.at().groups()
        again = await Rooms.at().start(replace(START, id="s2", actions=group.actions))
        await again.stop()
        return running, closed, render(Rooms.at().any_record("s2"), "ics", "en")

    running, closed, carried = asyncio.run(held())
    assert running == closed == carried


def test_an_action_of_a_record_from_before_has_an_id_and_a_moment() -> None:
    made = shaped(record(room().session, BEGIN))
    action = made["actions"][0]
    made["actions"] = [{"text": "Call", "owner": "Anna", "due": action["due"], "status": "open"}]
    made["ended_at"] = "2026-11-20T16:00:00+01:00"
    (event,) = Calendar.from_ical(render(made, "ics", "en")).walk("VEVENT")
    assert str(event["uid"]) == "s1-1@intervisie-tui"
    assert event.decoded("dtstamp") == datetime(2026, 11, 20, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "change", [c.ChangeAction("a1", "Call", "anna", date(2027, 2, 3)), c.MarkAction("a1", Status.DOING)]
)
def test_an_undo_and_a_redo_of_a_change_are_later_entries_too(change: c.Command) -> None:
    """Row 21: a calendar that has the changed action takes the one from before again."""
    held = Held()
    held.at(1, c.AddAction("a1", "Call", "anna", DUE))
    known = [event_of(held.session)]
    held.at(2, change)
    revision = held.history.revision
    known.append(event_of(held.session))
    undo_and_redo: tuple[c.Command, ...] = (c.TakeBack(revision), c.BringBack(revision))
    for minute, command in enumerate(undo_and_redo * 2, start=3):
        assert held.at(minute, command) is None
        known.append(event_of(held.session))
    assert [one.decoded("dtstart") for one in known[::2]] == [DUE] * 3
    assert len({order(one)[0] for one in known}) == len(known)
    assert [order(one) for one in known] == sorted(order(one) for one in known)
    again = History(held.history.commits).session
    assert event_of(again).to_ical() == known[-1].to_ical()
