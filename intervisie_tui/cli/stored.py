"""What is stored, as lists: `sessions` and `actions`."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from intervisie_tui.cli.talk import DONE, Stop, aligned, judged, say, say_json, warn
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.session import Action, Clock, Status
from intervisie_tui.locale import N_, _, tell
from intervisie_tui.rooms import Rooms
from intervisie_tui.troubles import told as told_of

_STATES = {"live": N_("live"), "finished": N_("finished"), "closed": N_("closed")}
_STATUS = {
    Status.OPEN: N_("open"),
    Status.DOING: N_("doing"),
    Status.DONE: N_("done"),
    Status.CHANGED: N_("changed"),
    Status.DROPPED: N_("dropped"),
}


def sessions(asked: Namespace) -> int:
    """`intervisie sessions`: the unfinished first, then the closed, the newest first in each."""
    rooms = Rooms.at(asked.data_dir)
    found = [*_unclosed(rooms), *_closed(rooms)]
    told(rooms)
    if asked.json:
        say_json(found)
    elif not found:
        say(_("There is no session yet."))
    else:
        rows = [[_("id"), _("group"), _("method"), _("began"), _("state"), ""]]
        for row in found:
            began = (row["started_at"] or "")[:16].replace("T", " ")
            rehearsal = _("rehearsal") if row["rehearsal"] else ""
            rows.append(
                [
                    row["id"],
                    row["group"] or "-",
                    row["method"] or "-",
                    began or "-",
                    _(_STATES[row["state"]]),
                    rehearsal,
                ]
            )
        say(*aligned(rows))
    return DONE


def told(rooms: Rooms) -> None:
    """Say on stderr what was wrong in the store; the rest works."""
    unread = [session for session, _header in rooms.store.live() if not _is_read(rooms, session)]
    stops = [*problems(rooms), *strange(rooms)]
    for stop in stops:
        warn(stop.message)
    for session in unread:
        if not any(session in stop.message for stop in stops):
            warn(tell("The session {session} is not there, or cannot be read.", {"session": session}))


def _is_read(rooms: Rooms, session: str) -> bool:
    found = rooms.folded(session)
    return found is not None and bool(found.id)


def problems(rooms: Rooms, session: str = "") -> Iterator[Stop]:
    """What was found wrong in the store, in what has to do with that session, each as the end of a command."""
    from intervisie_tui.store.problems import Broken, Damage
    from intervisie_tui.store.strange import Strange

    for problem in rooms.store.problems:
        if session in str(problem) and not isinstance(problem, Strange):
            yield judged(Broken(problem) if isinstance(problem, Damage) else problem)


def strange(rooms: Rooms, session: str = "") -> Iterator[Stop]:
    """The strange files of the last look at the store, of that session where one is named."""
    from intervisie_tui.store.strange import Strange

    for problem in rooms.store.problems:
        if isinstance(problem, Strange) and session in problem.file.shown:
            yield Stop(told_of(problem), tell(*problem.mend))


def _unclosed(rooms: Rooms) -> Iterator[dict[str, Any]]:
    for row in rooms.unfinished_now():
        record = rooms.any_record(row.id)
        yield {
            "id": row.id,
            "group": record["group"] or None,
            "method": record["method"]["id"],
            "started_at": record["started_at"],
            "ended_at": record["ended_at"],
            "state": "finished" if row.clock is Clock.FINISHED else "live",
            "rehearsal": row.rehearsal,
        }


def _closed(rooms: Rooms) -> Iterator[dict[str, Any]]:
    from intervisie_tui.store.problems import StoreError

    rows = rooms.store.catalogue.rows
    try:
        found = rows.latest(max(1, len(rows)))
    except StoreError as error:
        rooms.store.note(error)
        return
    for row in found:
        yield {
            "id": row.id,
            "group": row.group,
            "method": row.method_id,
            "started_at": row.started_at,
            "ended_at": row.ended_at,
            "state": "closed",
            "rehearsal": row.rehearsal,
        }


def actions(asked: Namespace) -> int:
    """`intervisie actions`: what is still to be done, the earliest date first; rehearsals left out."""
    rooms = Rooms.at(asked.data_dir)
    found = open_actions(rooms)
    told(rooms)
    if asked.json:
        say_json(found)
    elif not found:
        say(_("There are no open actions."))
    else:
        rows = [[_("due"), _("owner"), _("action"), _("status"), _("group")]]
        rows += [
            [
                row["due"] or "-",
                row["owner"] or "-",
                row["text"],
                _(_STATUS[Status(row["status"])]),
                row["group"] or "-",
            ]
            for row in found
        ]
        say(*aligned(rows))
    return DONE


def open_actions(rooms: Rooms) -> list[dict[str, Any]]:
    """Each open action with its group and live session; a live session's copy stands in for its group's."""
    found: dict[str, dict[str, Any]] = {}
    for group in rooms.store.catalogue.groups(Group).all():
        names = {member.id: member.name for member in group.members}
        for action in group.actions:
            found[action.id] = _row(action, names.get(action.owner or ""), group.name, None)
    for row in rooms.unfinished_now():
        session = None if row.rehearsal else rooms.folded(row.id)
        for action in session.actions if session else ():
            assert session is not None
            found[action.id] = _row(
                action, session.name(action.owner) or None, session.group_name, session.id
            )
    still = [row for row in found.values() if row["status"] not in {Status.DONE, Status.DROPPED}]
    return sorted(still, key=lambda row: (row["due"] is None, row["due"] or ""))


def _row(action: Action, owner: str | None, group: str, session: str | None) -> dict[str, Any]:
    return {
        "text": action.text,
        "owner": owner,
        "due": action.due.isoformat() if action.due else None,
        "status": action.status.value,
        "group": group or None,
        "session": session,
    }
