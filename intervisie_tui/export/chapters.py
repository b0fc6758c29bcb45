"""What was noted, phase by phase: in piles of a kind, and boards as tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from intervisie_tui.export.owned import phase_name
from intervisie_tui.export.shape import NoteRow, PhaseRow, Record
from intervisie_tui.export.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Pile:
    """Notes of one kind, or in one place of a board."""

    name: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A board; its columns stand side by side, or its places below each other."""

    places: tuple[Pile, ...]
    columns: bool

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Its lines, one note in each cell: below the names of columns, or behind the names of places."""
        if self.columns:
            return tuple(zip_longest(*(place.notes for place in self.places), fillvalue=""))
        return tuple(
            (place.name if first == 0 else "", note)
            for place in self.places
            for first, note in enumerate(place.notes or ("",))
        )


@dataclass(frozen=True, slots=True)
class Chapter:
    """The notes of one phase, or the board of one or more."""

    name: str
    piles: tuple[Pile, ...] = ()
    board: Table | None = None


def chapters(record: Record, tongue: Tongue) -> list[Chapter]:
    """Each phase in which something was noted; a board comes where the first of its phases is."""
    phases = {phase["id"]: phase for phase in record["phases"]}
    order = {phase: place for place, phase in enumerate(phases)}
    loose = [note for note in record["notes"] if note.get("board") not in phases]
    # A note of a phase that the agenda no longer has still comes, at the end.
    gone = {note["phase"]: len(order) for note in loose if note["phase"] not in order}
    made = []
    for phase in [*order, *sorted(gone)]:
        name = phase_name(record, phases[phase]) if phase in phases else phase
        board = _board(phase, record, tongue)
        piles = _piles((note for note in loose if note["phase"] == phase), tongue)
        title = _title(phase, record, tongue)
        if board is not None and title != name:
            made.append(Chapter(title, board=board))
            board = None
        if board is not None or piles:
            made.append(Chapter(name, piles, board))
    return made


def _board(phase: str, record: Record, tongue: Tongue) -> Table | None:
    """The board that begins in a phase, where anything stands on it."""
    standing = [note for note in record["notes"] if note.get("board") == phase]
    row = next((one.get("board") for one in record["phases"] if one["id"] == phase), None)
    if row is None or not standing:
        return None
    places = tuple(
        Pile(cell, tuple(_note(note, tongue) for note in _by_dots(standing) if note.get("cell") == cell))
        for cell in row["cells"]
    )
    return Table(places, columns=row["form"] == "columns")


def _title(phase: str, record: Record, tongue: Tongue) -> str:
    """A board of more phases is named for the first and the last of them that came to pass."""
    share = [one for one in record["phases"] if _board_id(one) == phase]
    noted = {note["phase"] for note in record["notes"]}
    there = [one for one in share if one["actual_seconds"] or one["id"] in noted] or share
    names = list(dict.fromkeys(phase_name(record, one) for one in there))
    if len(names) < 2:
        return names[0] if names else ""
    return tongue._("{first} to {last}", first=names[0], last=names[-1])


def _board_id(phase: PhaseRow) -> str | None:
    board = phase.get("board")
    return board["id"] if board else None


def _by_dots(notes: Iterable[NoteRow]) -> list[NoteRow]:
    return sorted(notes, key=lambda note: -note.get("dots", 0))


def _piles(notes: Iterable[NoteRow], tongue: Tongue) -> tuple[Pile, ...]:
    kinds, piles = _kinds(tongue), dict[str, list[str]]()
    for note in notes:
        name = note.get("cell") or kinds.get(note["kind"], note["kind"])
        piles.setdefault(name, []).append(_note(note, tongue))
    return tuple(Pile(name, tuple(texts)) for name, texts in piles.items())


def _note(note: NoteRow, tongue: Tongue) -> str:
    dots = note.get("dots", 0)
    about = [note["by"] or "", tongue._("dots: {n}", n=dots) if dots else ""]
    words = "; ".join(part for part in about if part)
    return f"{note['text']} ({words})" if words else note["text"]


def _kinds(tongue: Tongue) -> dict[str, str]:
    return {
        "question": tongue._("Questions"),
        "fact": tongue._("Facts"),
        "hypothesis": tongue._("Hypotheses"),
        "feeling": tongue._("Feelings"),
        "advice": tongue._("Advice"),
        "insight": tongue._("Insights"),
        "action": tongue._("Steps"),
    }
