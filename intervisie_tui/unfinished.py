"""Sessions that have not been closed: a row of a list for each, and the id of a new one."""

import os
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.method import Text
from intervisie_tui.store.commits import Header

if TYPE_CHECKING:
    from intervisie_tui.domain.commands import Start


@dataclass(frozen=True, slots=True)
class LiveRow:
    """An unfinished session in a list."""

    id: str
    group_name: str
    method_name: Text | None
    members: tuple[str, ...]
    created_at: Moment
    started_at: Moment | None
    clock: Clock
    rehearsal: bool


def row_of(session: Session, header: Header) -> LiveRow:
    """The row of a session and the header of its journal."""
    names = tuple(member.name for member in session.present)
    created = session.created_at or header.created
    return LiveRow(
        session.id,
        session.group_name,
        session.case.method_name,
        names,
        created,
        session.started_at,
        session.clock,
        session.rehearsal,
    )


def new_id(now: Moment) -> str:
    """An id for a session that begins now: its day and eight letters that nobody can guess twice."""
    day = datetime.fromtimestamp(now.utc).astimezone().strftime("%Y%m%d")
    return f"{day}-{os.urandom(4).hex()}"


def named(start: "Start", now: Moment) -> "Start":
    """The command with an id, where it has none."""
    return start if start.id else replace(start, id=new_id(now))
