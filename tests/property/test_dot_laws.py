"""Dots: what each seat is told it has left is what it can give, whatever others have given (field-cases N13)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import boards
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Board, Cell, Floor
from tests.unit.demo_session import AGENDA, BEGIN, MEMBERS, START, Room, both, phase

VOTE = Board(Cell("left", both("left")), Cell("right", both("right")), dots=2)
CHOICE = Board(Cell("up", both("up")), Cell("down", both("down")), dots=5)
PLAYED = replace(
    START,
    agenda=(
        AGENDA[1],
        phase("vote", 5, floor=Floor.SILENT, board=VOTE),
        phase("choice", 5, floor=Floor.OWNER, board=CHOICE),
        phase("advice", 5, floor=Floor.FACILITATOR, board=Board(Cell("only", both("only")), dots=1)),
    ),
)
DOTTED = ("vote", "choice", "advice")
ROOM = None
seats = st.sampled_from((ROOM, *(member.id for member in MEMBERS)))
steps = st.lists(
    st.tuples(
        seats, st.sampled_from(("l1", "l2", "u1", "a1")), st.sampled_from(DOTTED), st.sampled_from((1, 1, 1, 2, -1))
    ),
    max_size=40,
)  # fmt: skip


def seated() -> Room:
    """Every member has a seat; two notes stand on the board of the vote, one on each other board."""
    room = Room(PLAYED)
    for member in MEMBERS:
        assert room.do(c.TakeSeat(member.id), Seat.PARTICIPANT, f"of-{member.id}") is None
    for note, where, cell in (
        ("l1", "vote", "left"), ("l2", "vote", "right"), ("u1", "choice", "up"), ("a1", "advice", "only")
    ):  # fmt: skip
        assert room.do(c.AddNote(note, where, "x", cell=cell)) is None
    return room


def gives(room: Room, by: str | None, note: str, where: str, count: int = 1) -> c.Refusal | None:
    """The room or a guest gives a note dots; why it may not."""
    if by is ROOM:
        return room.do(c.GiveDots(note, where, count))
    return room.do(c.GiveDots(note, where, count, by), Seat.PARTICIPANT, f"of-{by}")


def _phase(room: Room, phase_id: str) -> PhaseRun:
    run = room.session.phase(phase_id)
    assert run is not None
    return run


def _accepted(room: Room, by: str | None, where: str) -> int:
    """How many dots that seat can give one after another; they are not kept."""
    before = room.session
    note = next(note for notes in boards.on_board(before, _phase(room, where)).values() for note in notes)
    count = 0
    while gives(room, by, note.id, where) is None:
        count += 1
    room.session = before
    return count


@given(steps)
def test_the_dots_that_a_seat_is_told_it_has_left_are_those_it_can_give(
    path: list[tuple[str | None, str, str, int]],
) -> None:
    room = seated()
    for by, note, where, count in path:
        gives(room, by, note, where, count)
    for where in DOTTED:
        for by in (ROOM, *(member.id for member in MEMBERS)):
            assert boards.dots_left(room.session, _phase(room, where), by) == _accepted(room, by, where)


@given(steps, st.sampled_from(MEMBERS))
def test_where_everybody_gives_nobody_else_takes_a_guests_dots(
    path: list[tuple[str | None, str, str, int]], guest: object
) -> None:
    room = seated()
    me = getattr(guest, "id", "")
    for by, note, where, count in path:
        if by != me:
            gives(room, by, note, where, count)
    assert boards.dots_left(room.session, _phase(room, "vote"), me) == VOTE.dots


@given(steps)
def test_what_a_guest_gave_the_guest_can_take_back_unless_the_room_did(
    path: list[tuple[str | None, str, str, int]],
) -> None:
    room = seated()
    for by, given_to, where, count in path:
        gives(room, by, given_to, where, count)
    for note in room.session.notes:
        assert note.dots >= sum(count for _member, count in note.dotted)
        for member, count in note.dotted:
            run = boards.board_of(room.session, note)
            assert run is not None
            if boards.may_dot(room.session, run, member):
                assert gives(room, member, note.id, run.id, -count) is None


@pytest.mark.parametrize("who", [member.id for member in MEMBERS])
def test_all_dots_given_in_the_room_leave_each_guest_its_own(who: str) -> None:
    room = seated()
    together = 2 * len(MEMBERS)
    assert [gives(room, ROOM, "l1", "vote") for _ in range(together)] == [None] * together
    assert gives(room, ROOM, "l1", "vote") is not None
    assert boards.dots_left(room.session, _phase(room, "vote"), who) == 2
    assert [gives(room, who, "l2", "vote") is None for _ in range(3)] == [True, True, False]
    assert gives(room, who, "l1", "vote", -1) is not None
    assert gives(room, who, "l2", "vote", -1) is None
    assert boards.dots_left(room.session, _phase(room, "vote"), who) == 1


def test_where_one_holds_all_dots_the_room_gives_them_in_that_ones_stead() -> None:
    room = seated()
    run = _phase(room, "choice")
    assert [gives(room, ROOM, "u1", "choice") for _ in range(4)] == [None] * 4
    assert [boards.dots_left(room.session, run, who) for who in ("anna", "bram", ROOM)] == [1, 0, 1]
    assert gives(room, "anna", "u1", "choice") is None
    assert gives(room, "anna", "u1", "choice") is not None
    assert gives(room, "anna", "u1", "choice", -3) is None
    assert boards.dots_left(room.session, run, "anna") == 3
    assert isinstance(
        decide(room.session, c.GiveDots("u1", "choice", 1, "bram"), BEGIN, Seat.PARTICIPANT, "of-bram"),
        c.Refusal,
    )
