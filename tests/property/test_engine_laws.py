"""Laws of the engine, whatever is pressed, in whatever order, from whatever seat."""

import re
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import speaking, timing
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.engine import fold
from intervisie_tui.domain.events import ActionAdded, Commit, NoteAdded, ThingParked
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock, Keep, Member, Seat, Session
from intervisie_tui.domain.text import clean
from tests.property.random_commands import (
    AUTHORS,
    BY_KIND,
    GUESTS,
    HOSTILE,
    KEYS,
    SCREENS,
    Played,
    Step,
    any_command,
    steps,
)
from tests.unit.demo_session import AGENDA, BEGIN, MEMBERS, START, Room, phase

KEEPER, GUEST = Seat.TIMEKEEPER, Seat.PARTICIPANT
EARLIER = ("BeganAgo", "PauseSince")
"""Commands that say the clock ran otherwise than it did."""


def played(path: list[Step]) -> Played:
    room = Played()
    for step in path:
        room.step(step)
    return room


def sound(session: Session, now: Moment) -> None:
    """What holds in every state."""
    assert 0 <= session.position < len(session.agenda)
    entries = [note.id for note in session.notes] + [item.id for item in session.parking]
    entries += [action.id for action in session.actions]
    for ids in (entries, [member.id for member in session.members], [run.id for run in session.agenda]):
        assert len(set(ids)) == len(ids)
    assert session.present
    speaker = session.turns.speaker
    if speaker is not None:
        assert speaker in {member.id for member in speaking.eligible(session)}
    assert speaker not in speaking.upcoming(session) or speaker is None
    assert all(session.member(hand) for hand in session.hands)
    assert timing.elapsed(session, now) >= 0
    assert all(60 <= run.seconds <= 36_000 or run.seconds == run.plan.seconds for run in session.agenda)
    assert timing.session_elapsed(session, now) >= 0
    for member in session.members:
        assert speaking.talk_now(session, member.id, now).seconds >= 0


@given(steps)
def test_every_state_is_sound_and_a_refusal_changes_nothing(path: list[Step]) -> None:
    room = Played()
    for step in path:
        before, revision = room.history.session, room.history.revision
        refusal = room.step(step)
        if refusal is not None:
            assert (room.history.session, room.history.revision) == (before, revision)
            assert set(re.findall(r"{(\w+)}", refusal.message)) == set(refusal.values)
            assert refusal.message.format(**refusal.values)
        sound(room.history.session, room.at)
        timing.replan(room.history.session, room.at)
        timing.warning(room.history.session, room.at)
        timing.due_cues(room.history.session, room.at)
        speaking.floor_line(room.history.session)


@given(steps)
def test_the_clocks_add_up_to_the_time_that_the_clock_ran_and_nobody_talks_longer(path: list[Step]) -> None:
    room = Played()
    for step in path:
        if step.command in {"undo", "redo"} or type(step.command).__name__ in EARLIER:
            continue
        room.step(step)
    room.wait(10)
    assert timing.session_elapsed(room.history.session, room.at) == pytest.approx(room.running, abs=1e-3)
    talked = [
        speaking.talk_now(room.history.session, m.id, room.at).seconds for m in room.history.session.members
    ]
    assert max(talked) <= room.running + 1e-3
    # Only in small groups more than one can have the floor at a time.
    assert sum(talked) <= room.running + 1e-3 or room.history.session.drawn


@given(steps)
def test_folding_all_is_the_same_as_step_by_step(path: list[Step]) -> None:
    room = played(path)
    assert History(room.history.commits).session == room.history.session


@given(steps)
def test_undo_is_as_though_it_had_never_happened_and_redo_is_as_though_it_had(path: list[Step]) -> None:
    room = played(path)
    target = room.history.undoable()
    if target is None:
        return
    full, guests = room.history.session, _of_guests(room.history)
    assert room.do(c.TakeBack(target.revision), KEEPER, "desk") is None
    gone = {one.revision for one in room.history.commits if room.history.taken_back(one.revision)}
    without = Session()
    for commit in room.history.commits:
        if commit.revision not in gone:
            without = fold(without, commit.events)
    assert room.history.session == without
    assert guests <= _of_guests(room.history)
    sound(room.history.session, room.at)
    again = room.history.redoable()
    assert again is not None
    assert again.revision == target.revision
    assert room.do(c.BringBack(again.revision), KEEPER, "desk") is None
    assert room.history.session == full


def _of_guests(history: History) -> set[str]:
    made = {
        event.id
        for commit in history.commits
        if commit.seat is GUEST
        for event in commit.events
        if isinstance(event, NoteAdded | ThingParked | ActionAdded)
    }
    session = history.session
    notes, parking = {note.id for note in session.notes}, {item.id for item in session.parking}
    return made & (notes | parking | {action.id for action in session.actions})


@given(steps, st.sampled_from(Keep), any_command, st.sampled_from(Seat))
def test_a_closed_session_changes_no_more(
    path: list[Step], keep: Keep, command: c.Command, seat: Seat
) -> None:
    room = played(path)
    room.do(c.Finish(), KEEPER, "desk")
    room.do(c.Close(keep), KEEPER, "desk")
    assert room.history.session.closed is not None
    assert isinstance(decide(room.history.session, command, room.at, seat, "one"), c.Refusal)
    assert room.history.undoable() is None


def test_every_command_is_tried() -> None:
    assert set(BY_KIND) == set(get_args(c.Command))


@pytest.mark.parametrize("kind", BY_KIND, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("seat", Seat)
@settings(max_examples=8)
@given(path=steps, data=st.data())
def test_a_seat_can_do_only_what_it_may(
    kind: type[c.Command], seat: Seat, path: list[Step], data: st.DataObject
) -> None:
    room = played(path[:10])
    command = data.draw(BY_KIND[kind])
    for session in (Session(), room.history.session):
        before = session
        for screen in ("new", *GUESTS, *SCREENS):
            decision = decide(session, command, room.at, seat, screen)
            if not may(session, command, seat, screen):
                assert isinstance(decision, c.Refusal)
            elif isinstance(decision, tuple):
                fold(session, decision)
        assert session == before


def may(session: Session, command: c.Command, seat: Seat, screen: str) -> bool:
    """By its own count: who may do what, told as the promise tells it."""
    guest = session.guest(screen)
    if guest is not None and guest.out:
        return False
    seat = guest.seat if guest is not None else seat
    if seat is Seat.TIMEKEEPER:
        return True
    if seat is Seat.STAGE:
        return False
    if isinstance(command, c.TakeSeat):
        return True
    name = AUTHORS.get(type(command))
    return name is not None and guest is not None and getattr(command, name) == guest.member is not None


@given(HOSTILE, HOSTILE)
def test_hostile_text_comes_back_as_typed_in_every_field(text: str, other: str) -> None:
    members = (*MEMBERS, Member("x", text or "x"))
    room = Played.__new__(Played)
    room.history, room.at, room.running = History(), BEGIN, 0.0
    begun = replace(START, members=members, question=text, group_name=other)
    refusal = room.do(begun, KEEPER, "desk")
    if not clean(text or "x"):
        assert refusal is not None
        return
    assert refusal is None
    for command in (
        c.AddNote("n", "tell", text),
        c.Park("p", text),
        c.AddAction("a", text, None),
        c.AddMember("late", text + "2"),
    ):
        assert (room.do(command, KEEPER, "desk") is None) == bool(
            clean(text) or isinstance(command, c.AddMember)
        )
    session = room.history.session
    wanted = clean(text)
    assert session.members[4].name == clean(text or "x")
    assert (session.cases[0].question, session.group_name) == (wanted, clean(other))
    texts = [note.text for note in session.notes] + [item.text for item in session.parking]
    assert {*texts, *(action.text for action in session.actions)} <= {wanted}
    room.do(c.ChangeText("n", other), KEEPER, "desk")
    room.do(c.SetQuestion(other), KEEPER, "desk")
    assert room.history.session.cases[0].question == clean(other)


@given(HOSTILE)
def test_cleaning_takes_off_control_characters_and_blanks_at_the_ends_only(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    kept = iter(text)
    assert all(char in kept for char in cleaned)


@given(steps)
def test_a_replan_takes_nothing_under_the_least_and_a_second_finds_nothing(path: list[Step]) -> None:
    room = played([step for step in path if step.command != "replan"])
    session = room.history.session
    late = timing.offset(session, room.at)
    proposal = timing.replan(session, room.at)
    for row, run in zip(proposal.rows, session.agenda[session.position :], strict=True):
        if row.new < row.old:
            assert not row.protected
            assert row.new >= min(row.old, run.plan.least) - 1e-6
            assert row.new >= timing.phase_seconds(run, session, room.at) - 1e-6
        else:
            assert row.new <= max(row.old, run.plan.seconds) + 1e-6
    moved = sum(row.old - row.new for row in proposal.rows)
    if late > 0:
        assert moved + proposal.short == pytest.approx(late, abs=0.01)
    else:
        assert late - 0.01 <= moved <= 0
    if session.clock is Clock.FINISHED or not proposal.changes:
        return
    assert room.do(c.Replan(proposal.changes), KEEPER, "desk") is None
    after = timing.replan(room.history.session, room.at)
    assert all(abs(row.new - row.old) < 1 for row in after.rows)
    assert timing.offset(room.history.session, room.at) == pytest.approx(late - moved, abs=0.01)


@given(steps, st.sampled_from((-3600.0, 3600.0)))
def test_a_clock_that_is_set_by_an_hour_changes_nothing_that_counts(path: list[Step], jump: float) -> None:
    room = played(path)
    session, now = room.history.session, room.at.later(30)
    jumped = Moment(now.utc + jump, now.boot, now.boot_id)
    for told in (
        timing.remaining,
        timing.session_elapsed,
        timing.offset,
        timing.break_left,
        timing.forgotten,
    ):
        assert told(session, jumped) == pytest.approx(told(session, now), abs=1e-3)
    if session.finished_at is None:
        moved = timing.expected_end(session, jumped).utc - timing.planned_end(session, jumped).utc
        assert moved == pytest.approx(timing.offset(session, now), abs=1e-3)


@given(steps, st.floats(0, 5000), st.booleans())
def test_after_another_boot_the_calendar_counts_and_never_less_than_nothing(
    path: list[Step], later: float, back: bool
) -> None:
    room = played(path)
    session = room.history.session
    other = Moment(room.at.utc + (-later if back else later), 3.0, "another")
    more = timing.elapsed(session, other) - timing.elapsed(session, room.at)
    if back:
        assert timing.elapsed(session, other) >= 0
    elif session.running_since is not None:
        assert more == pytest.approx(later, abs=1e-3)
    else:
        assert more == 0


def test_talk_time_is_kept_when_the_phase_is_said_to_have_begun_earlier() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(300).do(c.BeganAgo(420))
    assert speaking.talk_now(room.session, "anna", room.at).seconds == 300


def test_another_method_with_a_phase_of_the_same_name_has_its_own_minutes_and_floor() -> None:
    room = Room()
    room.do(c.AddTime("tell", 600))
    other = (phase("tell", 3, protected=True), phase("more", 4))
    room.do(c.ChooseMethod("m", START.agenda[0].name, other))
    assert [run.seconds for run in room.session.agenda] == [180, 240]
    assert room.speaker() == "bram"


def test_a_method_that_is_changed_while_the_clock_runs_has_begun() -> None:
    room = Room()
    room.do(c.StartClock())
    room.after(60).do(c.ChooseMethod("m", START.agenda[0].name, (phase("a"), phase("b"))))
    room.after(60).do(c.ChooseMethod("n", START.agenda[0].name, (phase("d"),)))
    assert [run.id for run in room.session.agenda] == ["tell", "a", "d"]
    assert timing.session_elapsed(room.session, room.at) == 120


def test_who_begins_a_round_stays_when_the_owner_is_chosen_after_all() -> None:
    room = Room(replace(START, owner=None)).go_to("ask")
    first = room.speaker()
    assert first == "anna"
    room.do(c.ChooseOwner("dirk"))
    assert room.speaker() == first


def test_a_member_with_a_taken_id_is_nobody_else() -> None:
    room = Room()
    assert room.do(c.AddMember("anna", "Esra")) is not None
    assert [member.name for member in room.session.members] == [member.name for member in MEMBERS]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(START, members=(*MEMBERS, Member("anna", "Esra"))),
        replace(START, agenda=(*AGENDA, AGENDA[0])),
        replace(START, owner="nobody"),
        replace(START, speed=0.0),
        replace(START, speed=float("nan")),
    ],
    ids=("member twice", "phase twice", "strange owner", "no speed", "no number"),
)
def test_a_session_that_makes_no_sense_is_not_begun(wrong: c.Start) -> None:
    assert isinstance(decide(Session(), wrong, BEGIN, KEEPER), c.Refusal)


def test_a_history_never_shows_a_session_half_made() -> None:
    """Screens read it from another thread while it is folded again."""
    seen: list[Session] = []

    class Watched(History):
        def __setattr__(self, name: str, value: object) -> None:
            if isinstance(value, Session):
                seen.append(value)
            super().__setattr__(name, value)

    history = Watched()
    done: tuple[c.Command, ...] = (START, c.StartClock(), c.Park("p", "x"), c.TakeBack(3))
    for revision, command in enumerate(done, 1):
        decided = decide(history.session, command, BEGIN, KEEPER)
        assert isinstance(decided, tuple)
        history.add(Commit(revision, BEGIN, KEEPER, "one", decided))
    assert all(session.id for session in seen[1:])
    assert len(seen) == 5


def test_all_keys_are_words_of_a_step() -> None:
    assert all(Played().aimed(key) is not None or key in {"undo", "redo"} for key in KEYS)
