"""Whatever happened is read back from the journal's JSON exactly as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.events import EVENTS, Commit
from intervisie_tui.domain.group import Group, after_session
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.store.codec import from_json, to_json
from intervisie_tui.store.commits import Header, commit_from_json, commit_to_json
from intervisie_tui.store.replay import Replay, whole
from tests.property.random_commands import BY_KIND, HOSTILE, Played, Step, seats, steps
from tests.unit.demo_session import BEGIN


def through(commit: Commit) -> Commit:
    text = json.dumps(commit_to_json(commit), ensure_ascii=True, allow_nan=False)
    return commit_from_json(json.loads(text))


@given(steps)
def test_every_commit_of_a_session_comes_back_as_it_was(path: list[Step]) -> None:
    room = Played()
    for step in path:
        room.step(step)
    assert [through(commit) for commit in room.history.commits] == room.history.commits
    header = Header(1, "s1", 1, BEGIN)
    replay = Replay("s1.journal")
    assert replay.feed(whole(header, room.history.commits)) is None
    assert History(replay.commits).session == room.history.session


@given(st.data(), HOSTILE, seats, st.floats(allow_nan=False, allow_infinity=False))
def test_every_kind_of_event_comes_back(data: st.DataObject, screen: str, seat: Seat, utc: float) -> None:
    room = Played()
    for kind in BY_KIND:
        decision = decide(
            room.history.session, data.draw(BY_KIND[kind]), Moment(utc), Seat.TIMEKEEPER, screen
        )
        if isinstance(decision, tuple):
            commit = Commit(2, Moment(utc), seat, screen, decision)
            assert through(commit) == commit
            assert all(type(event).__name__ in EVENTS for event in decision)


@given(steps)
def test_a_group_comes_back_with_what_a_session_left_it(path: list[Step]) -> None:
    room = Played()
    for step in path:
        room.step(step)
    group = after_session(Group("g", "Kring"), room.history.session, "2027-01-02")
    assert from_json(Group, json.loads(json.dumps(to_json(group), allow_nan=False))) == group
