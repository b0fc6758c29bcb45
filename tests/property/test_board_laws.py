"""Laws of boards, whatever is moved where and however many dots are given."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from intervisie_tui.domain import boards
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.engine import fold
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.method import Board, Cell, Floor, Form
from intervisie_tui.widgets.board_drawing import Shown, draw
from intervisie_tui.widgets.board_field import Entry, Field, Look
from intervisie_tui.widgets.board_scale import number_in
from intervisie_tui.widgets.plain import plain
from tests.property.random_commands import HOSTILE
from tests.unit.demo_session import AGENDA, BEGIN, START, Room, both, phase

PLACES = ("left", "right")
CELLS = tuple(Cell(place, both(place)) for place in PLACES)
OTHER = Board(Cell("left", both("left")), Cell("north", both("north")))
BOARDS = replace(
    START,
    agenda=(
        AGENDA[1],
        phase("write", 5, board=Board(*CELLS)),
        phase("vote", 5, floor=Floor.SILENT, board=Board(*CELLS, dots=2)),
        phase("talk", 5, board=Board(*CELLS)),
        phase("other", 5, board=OTHER),
    ),
)
PHASES = ("ask", "write", "vote", "talk", "other", "none")
ids = st.sampled_from([f"n{number}" for number in range(5)])
moves = st.lists(
    st.one_of(
        st.builds(
            c.AddNote,
            ids,
            st.sampled_from(PHASES),
            st.just("x"),
            cell=st.none() | st.sampled_from((*PLACES, "north")),
        ),
        st.builds(c.MoveNote, ids, st.sampled_from(PHASES), st.sampled_from((*PLACES, "north", "no"))),
        st.builds(c.GiveDots, ids, st.sampled_from(PHASES), st.integers(-3, 9)),
        st.builds(c.DeleteEntry, ids),
    ),
    max_size=30,
)


def _played(path: list[c.Command]) -> Session:
    room = Room(BOARDS)
    for command in path:
        room.do(command)
    return room.session


def _standing(session: Session, phase_id: str) -> list[str]:
    run = session.phase(phase_id)
    assert run is not None
    return [note.id for notes in boards.on_board(session, run).values() for note in notes]


@given(moves)
def test_a_note_stands_in_one_place_at_most_and_phases_with_the_same_places_show_the_same(
    path: list[c.Command],
) -> None:
    session = _played(path)
    for phase_id in ("write", "vote", "talk", "other"):
        standing = _standing(session, phase_id)
        assert len(set(standing)) == len(standing)
    assert sorted(_standing(session, "write")) == sorted(_standing(session, "talk"))
    assert _standing(session, "write") == sorted(
        _standing(session, "write"), key=lambda one: (_cell(session, one), -_dots(session, one))
    )


def _cell(session: Session, note_id: str) -> int:
    return next(PLACES.index(note.cell or "") for note in session.notes if note.id == note_id)


def _dots(session: Session, note_id: str) -> int:
    return next(note.dots for note in session.notes if note.id == note_id)


@given(moves)
def test_there_are_never_more_dots_than_each_has_nor_fewer_than_none(path: list[c.Command]) -> None:
    session = _played(path)
    vote = session.phase("vote")
    assert vote is not None
    assert boards.given_dots(session, vote) <= boards.most_dots(session, vote) == 2 * len(session.present)
    assert all(note.dots >= 0 for note in session.notes)


@given(moves, st.builds(c.MoveNote, ids, st.sampled_from(PHASES), st.sampled_from((*PLACES, "north"))))
def test_a_move_changes_the_place_of_one_note_and_nothing_else(
    path: list[c.Command], move: c.MoveNote
) -> None:
    session = _played(path)
    decided = decide(session, move, BEGIN, Seat.TIMEKEEPER)
    if isinstance(decided, c.Refusal):
        return
    after = fold(session, decided)
    assert replace(after, notes=()) == replace(session, notes=())
    assert after.notes == tuple(
        replace(note, cell=move.cell) if note.id == move.id else note for note in session.notes
    )
    assert move.id in _standing(after, move.phase)


@given(moves)
def test_the_next_note_goes_to_a_place_of_the_board(path: list[c.Command]) -> None:
    session = _played(path)
    for phase_id in ("write", "vote", "other"):
        run = session.phase(phase_id)
        assert run is not None
        assert run.plan.board is not None
        assert boards.first_place(session, run) in boards.places(run.plan.board)


writers = st.none() | st.sampled_from(("anna", "bram"))


@given(st.lists(st.tuples(writers, st.sampled_from(("write", "vote")), st.sampled_from(PLACES)), max_size=8))
def test_the_next_note_goes_where_this_person_wrote_last_else_to_the_first_place(
    written: list[tuple[str | None, str, str]],
) -> None:
    """Field-cases N14."""
    room = Room(BOARDS)
    for at, (by, phase_id, cell) in enumerate(written):
        assert room.do(c.AddNote(f"n{at}", phase_id, "x", by=by, cell=cell)) is None
    for phase_id in ("write", "vote"):
        run = room.session.phase(phase_id)
        assert run is not None
        for by in (None, "anna", "bram"):
            own = [cell for who, where, cell in written if (who, where) == (by, phase_id)]
            assert boards.first_place(room.session, run, by) == (own[-1] if own else PLACES[0])


entries = st.lists(st.builds(Entry, ids, HOSTILE.map(plain), st.integers(0, 40)), max_size=4)


@given(
    st.lists(entries, min_size=1, max_size=8),
    st.sampled_from(Form),
    st.booleans(),
    st.integers(12, 120),
    st.integers(0, 30),
    st.integers(0, 3),
    ids,
)
def test_each_line_of_a_board_fits_and_every_entry_has_its_spot(
    piles: list[list[Entry]], form: Form, arrows: bool, width: int, rows: int, each: int, chosen: str
) -> None:
    fields = tuple(
        Field(f"c{at}", f"Name {at}", tuple(replace(entry, id=f"{at}-{entry.id}") for entry in pile))
        for at, pile in enumerate(piles)
    )
    drawing = draw(Shown(fields, form, arrows, last="2 written"), Look(width, rows, each, chosen, "c0"))
    for line in (*drawing.head, *drawing.lines):
        assert isinstance(line, Content)
        assert cell_len(line.plain) <= width
        assert "\n" not in line.plain
    placed = [spot for spot in drawing.spots if spot.entry]
    assert sorted(spot.entry for spot in placed) == sorted(
        entry.id for field in fields for entry in field.entries
    )
    for spot in placed:
        assert spot.region.bottom <= len(drawing.lines)
        assert drawing.at(spot.region.offset) is not None


@given(st.floats(0, 10).map(lambda number: round(number, 1)), st.text(max_size=10))
def test_a_number_is_read_with_a_point_or_a_comma(number: float, text: str) -> None:
    words = f"{number} {text}"
    assert number_in(words) == number
    assert number_in(words.replace(".", ",", 1)) == number


def test_what_is_no_number_from_nought_to_ten_is_none() -> None:
    for text in ("", "eleven", "11", "-1", "100", "the 4th"):
        assert number_in(text) is None
