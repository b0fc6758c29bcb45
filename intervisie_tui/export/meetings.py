"""The meetings of a group as their records tell them: who was there, from when until when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from intervisie_tui.export.shape import MemberRow, Record, shaped

Times = tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One member at one meeting.

    `spans` are from and until when, the earliest first and at least one. `seconds` are those of the clock, pauses and
    breaks left out; `unsure` are seconds beyond these of which nobody has said whether they count.
    """

    name: str
    spans: Times
    seconds: int
    unsure: int = 0

    @property
    def begin(self) -> datetime:
        """When the member was there first."""
        return self.spans[0][0]

    @property
    def end(self) -> datetime:
        """When the member was there last."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session that was held, with all who attended, by name and at least one."""

    begin: datetime
    method: str
    visits: tuple[Visit, ...]


def meetings(
    records: Iterable[Mapping[str, object]], group: str, year: int | None = None
) -> tuple[Meeting, ...]:
    """The meetings of a group that have ended, the earliest first; its name counts in capitals or not."""
    counted = (record for record in map(shaped, records) if _counts(record, group, year))
    held = (_meeting(record) for record in counted)
    return tuple(sorted((each for each in held if each.visits), key=lambda meeting: meeting.begin))


def by_member(held: Iterable[Meeting]) -> list[tuple[str, list[tuple[Meeting, Visit]]]]:
    """Each member with the meetings attended, members by name."""
    found: dict[str, list[tuple[Meeting, Visit]]] = {}
    for meeting in held:
        for visit in meeting.visits:
            found.setdefault(visit.name, []).append((meeting, visit))
    return sorted(found.items(), key=lambda item: item[0].casefold())


def _counts(record: Record, group: str, year: int | None) -> bool:
    start = record["started_at"]
    if record["rehearsal"] or start is None or record["ended_at"] is None:
        return False
    ours = (record["group"] or "").casefold() == group.casefold()
    return ours and year in (None, datetime.fromisoformat(start).year)


def _meeting(record: Record) -> Meeting:
    begin = datetime.fromisoformat(record["started_at"] or "")
    visits = (_visit(record, member) for member in record["members"])
    attended = sorted((visit for visit in visits if visit), key=lambda visit: visit.name.casefold())
    return Meeting(begin, record["method"]["name"] or "", tuple(attended))


def _visit(record: Record, member: MemberRow) -> Visit | None:
    """The visit of a member; None for who was not there."""
    known = member.get("attended")
    if known is None:
        return _whole_meeting(record, member) if member["present"] else None
    spans = tuple(
        (datetime.fromisoformat(span["since"]), datetime.fromisoformat(span["until"]))
        for span in known["spans"]
    )
    if not spans:
        return None
    unsure = known["unsure_seconds"]
    return Visit(member["name"], spans, known["seconds"] - unsure, unsure)


def _whole_meeting(record: Record, member: MemberRow) -> Visit:
    """Who was there at the end, for all of it: older sessions did not keep more."""
    whole = (
        datetime.fromisoformat(record["started_at"] or ""),
        datetime.fromisoformat(record["ended_at"] or ""),
    )
    return Visit(member["name"], (whole,), sum(phase["actual_seconds"] for phase in record["phases"]))
