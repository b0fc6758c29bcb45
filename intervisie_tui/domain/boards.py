"""Boards: phases of one case whose boards have the same places share what stands on them."""

from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Note, Role, Session
from intervisie_tui.method import Board, Floor

Places = tuple[str, ...]

_ALONE = frozenset({Floor.OWNER, Floor.FACILITATOR})
_ALIKE = 4
"""So many letters must be alike before a phase is taken to be about a place."""


def places(board: Board) -> Places:
    """The ids of the places of a board."""
    return tuple(cell.id for cell in board.cells)


def shared(session: Session, run: PhaseRun) -> tuple[PhaseRun, ...]:
    """The phases with the same board, in the order of the agenda; none where the phase has no board."""
    board = run.plan.board
    if board is None:
        return ()
    return tuple(
        other
        for other in session.agenda
        if _of_one_case(other, run) and other.plan.board and places(other.plan.board) == places(board)
    )


def belongs(session: Session, run: PhaseRun, note: Note) -> bool:
    """Whether a note may stand on the board of that phase: it was made there, or where no board was."""
    if run.plan.board is None:
        return False
    made_in = session.phase(note.phase)
    if made_in is None or not _of_one_case(made_in, run):
        return False
    board = made_in.plan.board
    return board is None or places(board) == places(run.plan.board)


def on_board(session: Session, run: PhaseRun) -> dict[str, tuple[Note, ...]]:
    """What stands in each place of the board of that phase, also from phases that share it.

    In columns those with the most dots come first, once no more dots are given: until then each note keeps its place.
    """
    board = run.plan.board
    if board is None:
        return {}
    found: dict[str, list[Note]] = {cell.id: [] for cell in board.cells}
    for note in session.notes:
        if note.cell in found and belongs(session, run, note):
            found[note.cell].append(note)
    if not board.dots:
        for notes in found.values():
            notes.sort(key=lambda note: -note.dots)
    return {place: tuple(notes) for place, notes in found.items()}


def board_of(session: Session, note: Note) -> PhaseRun | None:
    """The first phase on whose board a note stands."""
    stands = (run for run in session.agenda if note.cell in _ids(run) and belongs(session, run, note))
    return next(stands, None)


def _ids(run: PhaseRun) -> Places:
    return places(run.plan.board) if run.plan.board else ()


def most_dots(session: Session, run: PhaseRun) -> int:
    """How many dots there are to give in that phase: where one has the floor, that one's."""
    board = run.plan.board
    if board is None:
        return 0
    return board.dots * (1 if run.plan.floor in _ALONE else len(session.present))


def given_dots(session: Session, run: PhaseRun) -> int:
    """How many dots stand on the board of that phase."""
    return sum(note.dots for notes in on_board(session, run).values() for note in notes)


def may_dot(session: Session, run: PhaseRun, member: str) -> bool:
    """Whether that member has dots to give in that phase: all have, unless one has the floor."""
    if run.plan.floor is Floor.OWNER:
        return member == session.owner
    return run.plan.floor is not Floor.FACILITATOR or member == session.holder(Role.FACILITATOR)


def own_dots(session: Session, run: PhaseRun, member: str) -> int:
    """How many dots that member, as a guest, has given on the board of that phase."""
    standing = (note for notes in on_board(session, run).values() for note in notes)
    return sum(dict(note.dotted).get(member, 0) for note in standing)


def one_holds_all(run: PhaseRun) -> bool:
    """Whether all dots of that phase are one person's, so that the room gives them in that person's stead."""
    return run.plan.floor in _ALONE


def dots_left(session: Session, run: PhaseRun, member: str | None = None) -> int:
    """How many more dots are accepted in that phase: from that member as a guest, or (None) from the room.

    A guest's dots are the guest's own, whatever the room has given. The room gives what is left of all dots together.
    """
    board = run.plan.board
    if board is None:
        return 0
    if member is None or one_holds_all(run):
        if member is not None and not may_dot(session, run, member):
            return 0
        return max(0, most_dots(session, run) - given_dots(session, run))
    return max(0, board.dots - own_dots(session, run, member))


def first_place(session: Session, run: PhaseRun, by: str | None = None) -> str | None:
    """Where the next note of a person most naturally goes; None where the phase has no board.

    The place that this person (None: the room) used last in this phase, else the one that the phase is about, else
    the first place of the board.
    """
    board = run.plan.board
    if board is None:
        return None
    ids = places(board)
    used = [
        note.cell for note in session.notes if note.phase == run.id and note.by == by and note.cell in ids
    ]
    if used:
        return used[-1]
    return next((place for place in ids if _is_about(run.id, place)), ids[0])


def _is_about(phase: str, place: str) -> bool:
    name = phase.rstrip("-0123456789")
    return name == place or (min(len(name), len(place)) >= _ALIKE and (name in place or place in name))


def _of_one_case(one: PhaseRun, other: PhaseRun) -> bool:
    first, second = one.plan, other.plan
    return (first.case, first.method, first.framed) == (second.case, second.method, second.framed)
