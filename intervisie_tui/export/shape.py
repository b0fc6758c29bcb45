"""The shape of an exported session, as the public contract fixes it (schema 1)."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict, cast

SCHEMA = 1


class MethodRow(TypedDict):
    """A method by id and by name; both null while it is open."""

    id: str | None
    name: str | None


class SpanRow(TypedDict):
    """From and until when a member was in the circle, as ISO moments."""

    since: str
    until: str


class AttendedRow(TypedDict):
    """A member's attendance: whole seconds of the clock, and from when until when.

    Of `unsure_seconds` nobody has said whether they count: the clock ran on and nothing was done; they are among
    `seconds`.
    """

    seconds: int
    unsure_seconds: int
    spans: list[SpanRow]


class MemberRow(TypedDict):
    """A member, with roles as small words.

    The attendance is for lists of attendance and stays out of the JSON; sessions of versions before have none.
    """

    name: str
    roles: list[str]
    present: bool
    attended: NotRequired[AttendedRow]


class CaseRow(TypedDict):
    """Who brought which question."""

    owner: str | None
    question: str


class CaseOfSession(CaseRow):
    """A case, its method's id, the ids of its phases; the method's name only where it is another than before."""

    method: str | None
    phases: list[str]
    method_name: NotRequired[str]


class BoardRow(TypedDict):
    """A board: its id is that of the first phase that has it, its form a small word, its cells are names."""

    id: str
    form: str
    cells: list[str]


class PhaseRow(TypedDict):
    """A phase of the agenda; times in whole seconds, origin is frame or method.

    Its board is for minutes, and stays out of the JSON.
    """

    id: str
    name: str
    origin: str
    planned_seconds: int
    actual_seconds: int
    board: NotRequired[BoardRow]


class SpeakingRow(TypedDict):
    """How long, in whole seconds, and how often a member has had the floor."""

    member: str
    seconds: int
    turns: int


class NoteRow(TypedDict):
    """A note; the name of its cell only where the phase has a board, dots only where it has any.

    The id of its board is for minutes, and stays out of the JSON.
    """

    phase: str
    kind: str
    text: str
    by: str | None
    cell: NotRequired[str | None]
    dots: NotRequired[int]
    board: NotRequired[str]


class ParkedRow(TypedDict):
    """Something parked; state is parked or taken."""

    text: str
    state: str


class ActionRow(TypedDict):
    """An action; due is an ISO date.

    Its id, how often it was changed and when for the last time (ISO 8601, UTC) are for the calendar, and stay out
    of the JSON.
    """

    id: NotRequired[str]
    text: str
    owner: str | None
    due: str | None
    status: str
    revision: NotRequired[int]
    changed: NotRequired[str | None]


class Record(TypedDict):
    """One exported session; moments are ISO 8601 with the local offset, or null until they happen."""

    schema: int
    id: str
    group: str | None
    language: str
    rehearsal: bool
    method: MethodRow
    started_at: str | None
    ended_at: str | None
    ground_rules: list[str]
    members: list[MemberRow]
    case: CaseRow
    phases: list[PhaseRow]
    speaking: list[SpeakingRow]
    notes: list[NoteRow]
    parking: list[ParkedRow]
    actions: list[ActionRow]
    cases: list[CaseOfSession]
    current: str | None
    clock: str


def shaped(record: Mapping[str, object]) -> Record:
    """The same record, known to the type checker; nothing is copied or checked."""
    return cast(Record, record)
