"""Proof of attendance: who was there, when and for how long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from intervisie_tui.export.dates import hours, iso_day
from intervisie_tui.export.shape import Record, shaped
from intervisie_tui.export.tables import separator_for, sheet
from intervisie_tui.export.tongue import Tongue

FORMATS = ("html", "csv", "md")


@dataclass(frozen=True, slots=True)
class Visit:
    """One session that a member attended; seconds are those of the clock, pauses left out."""

    iso: str
    method: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Attendee:
    """A member and the sessions attended, the earliest first."""

    name: str
    visits: tuple[Visit, ...]

    @property
    def seconds(self) -> int:
        """Seconds in all."""
        return sum(visit.seconds for visit in self.visits)


def attendance(
    records: Iterable[Mapping[str, object]],
    group: str,
    year: int | None,
    to: str,
    language: str,
    separator: str | None = None,
) -> str:
    """A list for each member of a group with dates and hours, of one year or of all, as html, csv or md.

    `separator` is for csv, by default what spreadsheets in that language expect. Only sessions that have ended count,
    and no rehearsals. Raises ValueError for another format.
    """
    people = attendees(records, group, year)
    tongue = Tongue(language)
    match to:
        case "csv":
            return _csv(people, separator or separator_for(language))
        case "md" | "html":
            from intervisie_tui.export.rendering import fill_html, fill_markdown

            title = tongue._("Attendance of {group}", group=group)
            heads = _heads(tongue)
            sheets = [_Sheet.of(person, tongue) for person in people]
            fill = fill_markdown if to == "md" else fill_html
            values = {"title": f"{title}, {year}" if year else title, "heads": heads, "sheets": sheets}
            return fill(f"attendance.{to}.j2", language=tongue.code, **values)
    raise ValueError(f"There is no format {to}; choose one of {', '.join(FORMATS)}")


def attendees(
    records: Iterable[Mapping[str, object]], group: str, year: int | None = None
) -> tuple[Attendee, ...]:
    """Who attended sessions of a group, by name; a group's name counts in capitals or not."""
    visits: dict[str, list[Visit]] = {}
    for record in map(shaped, records):
        if not _counts(record, group, year):
            continue
        seconds = sum(phase["actual_seconds"] for phase in record["phases"])
        visit = Visit(record["started_at"] or "", record["method"]["name"] or "", seconds)
        for member in record["members"]:
            if member["present"]:
                visits.setdefault(member["name"], []).append(visit)
    return tuple(
        Attendee(name, tuple(sorted(visits[name], key=lambda visit: datetime.fromisoformat(visit.iso))))
        for name in sorted(visits, key=str.casefold)
    )


def _counts(record: Record, group: str, year: int | None) -> bool:
    start = record["started_at"]
    if record["rehearsal"] or start is None or record["ended_at"] is None:
        return False
    ours = (record["group"] or "").casefold() == group.casefold()
    return ours and year in (None, datetime.fromisoformat(start).year)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    rows: tuple[tuple[str, str, str], ...]
    total: str

    @classmethod
    def of(cls, person: Attendee, tongue: Tongue) -> "_Sheet":
        rows = [
            (iso_day(visit.iso, tongue.code), visit.method, hours(visit.seconds)) for visit in person.visits
        ]
        return cls(person.name, tuple(rows), hours(person.seconds))


def _heads(tongue: Tongue) -> dict[str, str]:
    return {
        "date": tongue._("Date"),
        "method": tongue._("Method"),
        "hours": tongue._("Hours"),
        "total": tongue._("Total"),
        "none": tongue._("No sessions in this time."),
    }


def _csv(people: Iterable[Attendee], separator: str) -> str:
    rows: list[tuple[str, ...]] = [("member", "date", "method", "hours")]
    for person in people:
        for visit in person.visits:
            day = datetime.fromisoformat(visit.iso).date().isoformat()
            rows.append((person.name, day, visit.method, hours(visit.seconds)))
    return sheet(rows, separator)
