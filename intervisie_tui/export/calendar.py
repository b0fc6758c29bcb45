"""Actions with a date, for a calendar."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from intervisie_tui.domain.printable import readable
from intervisie_tui.export.shape import ActionRow, Record, shaped

if TYPE_CHECKING:
    from icalendar import Event

_STILL_TO_DO = ("open", "doing", "changed")


def to_ics(record: Mapping[str, object]) -> str:
    """An all-day event on the date of each action still to be done; an action keeps its UID."""
    from icalendar import Calendar

    from_record = shaped(record)
    calendar = Calendar()
    calendar.add("prodid", "-//intervisie-tui//EN")
    calendar.add("version", "2.0")
    for number, action in enumerate(from_record["actions"], 1):
        if action["due"] and action["status"] in _STILL_TO_DO:
            calendar.add_component(_event(from_record, number, action, date.fromisoformat(action["due"])))
    text: str = calendar.to_ical().decode()
    return text


def _event(record: Record, number: int, action: ActionRow, due: date) -> "Event":
    from icalendar import Event

    who = f"{readable(action['owner'])}: " if action["owner"] else ""
    event = Event()
    event.add("uid", f"{record['id']}-{action.get('id', number)}@intervisie-tui")
    event.add("dtstamp", _stamp(record))
    event.add("summary", who + readable(action["text"]))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _stamp(record: Record) -> datetime:
    # A moment of the session and not of now: exporting twice gives the same file.
    written = record["ended_at"] or record["started_at"] or "1970-01-01T00:00:00+00:00"
    return datetime.fromisoformat(written).astimezone(UTC)
