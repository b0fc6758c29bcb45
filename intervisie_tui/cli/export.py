"""What goes out as a file: `export` and `attendance`."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from intervisie_tui.cli.output import put
from intervisie_tui.cli.stored import problems, strange
from intervisie_tui.cli.talk import DONE, MISUSED, Stop, judged, listed, short, warn
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _, language
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.problems import Gone, StoreError


def export(asked: Namespace) -> int:
    """`intervisie export`."""
    from intervisie_tui.export import for_file, render

    if asked.session is not None and not asked.session.strip():
        raise Stop(
            _("The id of the session is empty"), _("`intervisie sessions` lists what there is"), MISUSED
        )
    rooms = Rooms.at(asked.data_dir)
    text = render(_record(rooms, asked.session), asked.to, language(), masked=asked.masked)
    for problem in (*problems(rooms, asked.session or ""), *strange(rooms)):
        warn(problem.message)
    put(text, for_file(text, asked.to), asked.output, force=asked.force)
    return DONE


def _record(rooms: Rooms, session: str | None) -> dict[str, Any]:
    try:
        if session is None:
            return rooms.any_record()
        lying = rooms.store.contents()
        if session in {*lying.closed, *(found for found, _header in rooms.store.live())}:
            return rooms.any_record(session)
    except Gone as gone:
        raise next(problems(rooms, session or ""), judged(gone)) from None
    missing = Gone("There is no session {session}.", session=short(session))
    raise next(iter((*problems(rooms, session), *strange(rooms, session))), missing)


def attendance(asked: Namespace) -> int:
    """`intervisie attendance`."""
    from intervisie_tui.export import for_file
    from intervisie_tui.export.attendance import attendance as render

    rooms = Rooms.at(asked.data_dir)
    groups = rooms.store.catalogue.groups(Group).all()
    wanted = asked.group.strip().casefold()
    found = next((group for group in groups if group.name.casefold() == wanted), None)
    if found is None:
        names = listed(group.name for group in groups)
        raise Stop(
            _("There is no group {name}", name=short(asked.group)),
            _("There are: {names}", names=names)
            if names
            else _("A group begins with: intervisie start --group NAME"),
        )
    text = render(_records(rooms, found), found.name, asked.year, asked.to, language())
    for problem in (*problems(rooms), *strange(rooms)):
        warn(problem.message)
    put(text, for_file(text, asked.to), asked.output, force=asked.force)
    return DONE


def _records(rooms: Rooms, group: Group) -> Iterator[Mapping[str, object]]:
    for row in rooms.unfinished_now():
        if row.clock is Clock.FINISHED and row.group_name == group.name:
            yield rooms.any_record(row.id)
    for kept in rooms.store.catalogue.rows.all():
        if kept.group_id == group.id:
            # What it was called then; the group may have another name by now.
            try:
                yield {**rooms.store.archive.read(kept.id), "group": group.name}
            except StoreError as error:
                # Told with the other problems; the other meetings are as they were.
                rooms.store.note(error)
