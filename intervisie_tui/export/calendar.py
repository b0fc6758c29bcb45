"""Actions with a date, for a calendar."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from intervisie_tui.domain.printable import readable
from intervisie_tui.export.shape import ActionRow, Record, shaped

if TYPE_CHECKING:
    from icalendar import Event

_STILL_TO_DO = ("open", "doing", "changed")


def dated(record: Mapping[str, object]) -> list[ActionRow]:
    """The actions that are still to be done and have a date, in their order."""
    return [one for one in shaped(record)["actions"] if one["due"] and one["status"] in _STILL_TO_DO]


def to_ics(record: Mapping[str, object]) -> str:
    """An all-day event on the date of each action still to be done.

    An action has the same UID for ever, also in the export of a later session. When it has changed, SEQUENCE is
    higher and DTSTAMP is later, so that a calendar takes the new entry for the old one.
    """
    from icalendar import Calendar

    from_record = shaped(record)
    calendar = Calendar()
    calendar.add("prodid", "-//intervisie-tui//EN")
    calendar.add("version", "2.0")
    for action in dated(record):
        calendar.add_component(_event(from_record, action))
    text: str = calendar.to_ical().decode()
    return text


def _event(record: Record, action: ActionRow) -> "Event":
    from icalendar import Event

    who = f"{readable(action['owner'])}: " if action["owner"] else ""
    due, changed = date.fromisoformat(action["due"] or ""), _changed(record, action)
    event = Event()
    event.add("uid", f"{_id(record, action)}@intervisie-tui")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", action.get("revision", 0))
    event.add("summary", who + readable(action["text"]))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _id(record: Record, action: ActionRow) -> str:
    # The action's own id and not the session's, because it comes along to the next session. Old records have none.
    return action.get("id") or f"{record['id']}-{record['actions'].index(action) + 1}"


def _changed(record: Record, action: ActionRow) -> datetime:
    # The action's own moment, not the present one: exporting twice gives the same file.
    known = action.get("changed") or record["ended_at"] or record["started_at"] or "1970-01-01T00:00:00+00:00"
    return datetime.fromisoformat(known).astimezone(UTC)
