"""Laws of the history: however the commits come in, and wherever an undo reaches, the fold is the same."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.engine import fold
from intervisie_tui.domain.events import BroughtBack, Commit, NoteAdded, TakenBack
from intervisie_tui.domain.history import EVERY, History
from intervisie_tui.domain.session import Seat, Session
from tests.property.random_commands import Played, Step, steps

KEEPER = Seat.TIMEKEEPER


def grown(path: list[Step], filler: int) -> Played:
    """A session that has this number of notes first, so that the steps cross the places at which states are kept."""
    room = Played()
    for number in range(filler):
        assert room.do(c.AddNote(f"filler-{number}", "tell", "x"), KEEPER, "desk") is None
    for step in path:
        room.step(step)
    return room


FILLERS = st.sampled_from((0, EVERY - 12, EVERY - 5, 2 * EVERY - 10))


@settings(max_examples=40)
@given(steps, FILLERS, st.lists(st.integers(1, 30), max_size=20))
def test_commits_make_the_same_session_one_by_one_in_batches_and_all_at_once(
    path: list[Step], filler: int, batches: list[int]
) -> None:
    commits = grown(path, filler).history.commits
    one_by_one, batched = History(), History()
    for commit in commits:
        one_by_one.add(commit)
    place = 0
    for size in (*batches, len(commits)):
        batched.extend(commits[place : place + size])
        place += size
    assert one_by_one.session == batched.session == History(commits).session


@settings(max_examples=40)
@given(steps, FILLERS, st.data())
def test_undo_of_any_commit_is_the_fold_without_it_and_redo_the_fold_with_it(
    path: list[Step], filler: int, data: st.DataObject
) -> None:
    """Also of a commit of a guest, which no screen offers."""
    room = grown([step for step in path if step.command not in {"undo", "redo"}], filler)
    history = room.history
    turned = [one for one in history.commits if isinstance(one.events[0], TakenBack | BroughtBack)]
    if turned:
        return
    target = data.draw(st.sampled_from(history.commits[1:]))
    full = history.session
    without = Session()
    for commit in history.commits:
        if commit.revision != target.revision:
            without = fold(without, commit.events)
    _turn(room, TakenBack(room.at, target.revision))
    assert _same_but_told_anew(history.session, without)
    assert History(history.commits).session == history.session
    _turn(room, BroughtBack(room.at, target.revision))
    assert _same_but_told_anew(history.session, full)


def _turn(room: Played, event: TakenBack | BroughtBack) -> None:
    room.history.add(Commit(room.history.revision + 1, room.at, KEEPER, "desk", (event,)))


def _same_but_told_anew(one: Session, other: Session) -> bool:
    """Whether two sessions are equal but for how often, and when, actions changed: an undo is such a change."""

    def bare(session: Session) -> Session:
        return replace(session, actions=tuple(replace(a, revision=0, changed=0.0) for a in session.actions))

    return bare(one) == bare(other)


@pytest.mark.parametrize("depth", [1, EVERY - 1, EVERY, EVERY + 1, 8 * EVERY - 1, 8 * EVERY + 1, 2000, 2299])
def test_an_undo_finds_its_state_in_a_long_session_too(depth: int) -> None:
    room = grown([], 2300)
    history = room.history
    full, target = history.session, history.commits[-1 - depth]
    for _again in range(2):
        _turn(room, TakenBack(room.at, target.revision))
        (event,) = target.events
        assert isinstance(event, NoteAdded)
        assert [note.id for note in history.session.notes] == [
            note.id for note in full.notes if note.id != event.id
        ]
        _turn(room, BroughtBack(room.at, target.revision))
        assert history.session == full
    assert History(history.commits).session == full
