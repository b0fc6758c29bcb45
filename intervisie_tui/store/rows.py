"""One short row for each closed session, so that lists need not open the sessions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """A closed session in a list. Moments are ISO 8601 with offset, or None where the session never began."""

    id: str
    group_id: str | None
    group: str | None
    method_id: str | None
    method: str | None
    started_at: str | None
    ended_at: str | None
    people: int
    notes: int
    actions: int
    rehearsal: bool


def row_of(record: Mapping[str, Any]) -> Row:
    """The row of a session's record (the export's fields, and `group_id` where there is a group)."""
    method = record.get("method") or {}
    return Row(
        id=record["id"],
        group_id=record.get("group_id"),
        group=record.get("group") or None,
        method_id=method.get("id"),
        method=method.get("name"),
        started_at=record.get("started_at"),
        ended_at=record.get("ended_at"),
        people=sum(bool(member.get("present", True)) for member in record.get("members", ())),
        notes=len(record.get("notes", ())),
        actions=len(record.get("actions", ())),
        rehearsal=bool(record.get("rehearsal")),
    )
