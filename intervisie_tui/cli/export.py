"""What goes out as a file: `export` and `attendance`."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from intervisie_tui.cli.file_kind import format_asked, separator_asked
from intervisie_tui.cli.output import put
from intervisie_tui.cli.stored import problems, strange
from intervisie_tui.cli.talk import DONE, MISUSED, Stop, judged, listed, short, warn
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _, language, n_
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.problems import Gone, StoreError

if TYPE_CHECKING:
    from intervisie_tui.export.mask import Masked


def export(asked: Namespace) -> int:
    """`intervisie export`."""
    from intervisie_tui.export import FORMATS, for_file, lacks_content, render

    to = format_asked(asked, FORMATS)
    separator = separator_asked(asked, to)
    if asked.session is not None and not asked.session.strip():
        raise Stop(
            _("The id of the session is empty"), _("`intervisie sessions` lists what there is"), MISUSED
        )
    rooms = Rooms.at(asked.data_dir)
    record = _record(rooms, asked.session)
    hidden = _masked(rooms, record) if asked.masked else None
    record = hidden.record if hidden else record
    for problem in (*problems(rooms, asked.session or ""), *strange(rooms)):
        warn(problem.message)
    if lacks_content(record, to):
        raise Stop(
            _("No open action has a date, so there is nothing for a calendar"),
            _("Give an action a date, or choose another kind of file"),
        )
    text = render(record, to, language(), separator=separator)
    put(text, for_file(text, to), asked.output, force=asked.force)
    if hidden:
        _tell_doubts(hidden, asked.output)
    return DONE


def _masked(rooms: Rooms, record: Mapping[str, object]) -> "Masked":
    from intervisie_tui.export.mask import mask, others_of

    try:
        groups = rooms.store.catalogue.groups(Group).all()
    except StoreError as error:
        rooms.store.note(error)
        groups = ()
    return mask(record, others_of(record, groups))


def _tell_doubts(hidden: "Masked", output: str | None) -> None:
    if hidden.doubts:
        count = len(hidden.doubts)
        warn(
            n_(
                "{n} word stays that may be a name; look at it:",
                "{n} words stay that may be names; look at them:",
                count,
            )
        )
        for line in wrap(", ".join(map(short, hidden.doubts)), 100):
            warn(f"  {line}")
    if output and hidden.gives_away(Path(output).name):
        warn(_("The name of the file may tell who was there."))


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
    from intervisie_tui.export.attendance import FORMATS
    from intervisie_tui.export.attendance import attendance as render

    to = format_asked(asked, FORMATS)
    separator = separator_asked(asked, to)
    if asked.year is not None and not 1000 <= asked.year <= 9999:
        raise Stop(
            _("--year cannot be {year}", year=asked.year), _("Give it in four figures, as 2026"), MISUSED
        )
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
    text = render(_records(rooms, found), found.name, asked.year, to, language(), separator)
    for problem in (*problems(rooms), *strange(rooms)):
        warn(problem.message)
    put(text, for_file(text, to), asked.output, force=asked.force)
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
