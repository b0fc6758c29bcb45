"""Proof of attendance: who was there, from when until when and for how long; by meeting and by member."""

from collections.abc import Iterable, Mapping

from intervisie_tui.export.dates import clock, hours, iso_day
from intervisie_tui.export.meetings import Meeting, Visit, by_member, meetings
from intervisie_tui.export.tables import separator_for, sheet
from intervisie_tui.export.tongue import Tongue

FORMATS = ("html", "csv", "md")
COLUMNS = ("member", "date", "method", "hours", "begin", "end", "unsure")
_MARK = "*"


def attendance(
    records: Iterable[Mapping[str, object]],
    group: str,
    year: int | None,
    to: str,
    language: str,
    separator: str | None = None,
) -> str:
    """The meetings of a group with dates, times and hours, of one year or of all, as html, csv or md.

    `separator` is for csv, by default what spreadsheets in that language expect. Only sessions that have ended count,
    and no rehearsals. Raises ValueError for another format.
    """
    held = meetings(records, group, year)
    tongue = Tongue(language)
    match to:
        case "csv":
            return _csv(held, separator or separator_for(language))
        case "md" | "html":
            from intervisie_tui.export.rendering import fill_html, fill_markdown

            title = tongue._("Attendance of {group}", group=group)
            fill = fill_markdown if to == "md" else fill_html
            return fill(
                f"attendance.{to}.j2",
                language=tongue.code,
                title=f"{title}, {year}" if year else title,
                words=_words(tongue),
                meetings=[_sheet_of_meeting(meeting, tongue) for meeting in held],
                members=[_sheet_of_member(name, visits, tongue) for name, visits in by_member(held)],
                notes=_notes(held, tongue),
            )
    raise ValueError(f"There is no format {to}; choose one of {', '.join(FORMATS)}")


def rows(held: Iterable[Meeting]) -> list[dict[str, str]]:
    """A row for each member of each meeting, by the names of `COLUMNS`, members by name and the earliest first."""
    return [
        {
            "member": name,
            "date": meeting.begin.date().isoformat(),
            "method": meeting.method,
            "hours": hours(visit.seconds),
            "begin": clock(visit.begin.isoformat()),
            "end": clock(visit.end.isoformat()),
            "unsure": hours(visit.unsure) if visit.unsure else "",
        }
        for name, visits in by_member(held)
        for meeting, visit in visits
    ]


def _csv(held: Iterable[Meeting], separator: str) -> str:
    return sheet([COLUMNS, *(tuple(row[column] for column in COLUMNS) for row in rows(held))], separator)


def _sheet_of_meeting(meeting: Meeting, tongue: Tongue) -> dict[str, object]:
    end = clock(max(visit.end for visit in meeting.visits).isoformat())
    times = tongue._("{begin} to {end}", begin=clock(meeting.begin.isoformat()), end=end)
    people = [(visit.name, *_times(visit)) for visit in meeting.visits]
    return {
        "day": iso_day(meeting.begin.isoformat(), tongue.code),
        "times": times,
        "method": meeting.method,
        "people": people,
    }


def _sheet_of_member(name: str, visits: list[tuple[Meeting, Visit]], tongue: Tongue) -> dict[str, object]:
    attended = [
        (iso_day(meeting.begin.isoformat(), tongue.code), meeting.method, *_times(visit))
        for meeting, visit in visits
    ]
    return {"name": name, "rows": attended, "total": hours(sum(visit.seconds for _, visit in visits))}


def _times(visit: Visit) -> tuple[str, str, str]:
    """Begin, end and hours; who left and came back has several of each."""
    begins = ", ".join(clock(begin.isoformat()) for begin, _ in visit.spans)
    ends = ", ".join(clock(end.isoformat()) for _, end in visit.spans)
    return begins, ends, hours(visit.seconds) + (_MARK if visit.unsure else "")


def _words(tongue: Tongue) -> dict[str, str]:
    return {
        "by_meeting": tongue._("By meeting"),
        "by_member": tongue._("By member"),
        "name": tongue._("Name"),
        "date": tongue._("Date"),
        "begin": tongue._("Begin"),
        "end": tongue._("End"),
        "method": tongue._("Method"),
        "hours": tongue._("Hours"),
        "signature": tongue._("Signature"),
        "total": tongue._("Total"),
        "none": tongue._("No sessions in this time."),
        "breaks": tongue._("Hours are in hours and minutes. Breaks and pauses of the clock are not counted."),
    }


def _notes(held: Iterable[Meeting], tongue: Tongue) -> list[str]:
    """For each meeting with a time of which nobody has said whether it counts, how long that was."""
    notes = []
    for meeting in held:
        if unsure := max(visit.unsure for visit in meeting.visits):
            said = tongue._(
                "{mark} {day}: {time} left out. The clock ran on, nothing was done; nobody said whether it counts.",
                mark=_MARK,
                day=iso_day(meeting.begin.isoformat(), tongue.code),
                time=hours(unsure),
            )
            notes.append(said)
    return notes
