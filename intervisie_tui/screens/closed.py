"""Closed sessions as the lists of the screens know them."""

from typing import Protocol

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.screens.when import short_day
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs


class ClosedRow(Protocol):
    """One row of the archive; moments are ISO 8601."""

    @property
    def id(self) -> str:
        """The session."""
        ...

    @property
    def group(self) -> str | None:
        """The name of its group."""
        ...

    @property
    def method(self) -> str | None:
        """The name of its method."""
        ...

    @property
    def started_at(self) -> str | None:
        """When it began."""
        ...

    @property
    def ended_at(self) -> str | None:
        """When it ended."""
        ...

    @property
    def rehearsal(self) -> bool:
        """Whether it was only played."""
        ...


def closed_words(row: ClosedRow, *, lines: int = 2, hidden: bool = False) -> Content:
    """A row of a list: the day, the group, and under or beside it the method."""
    day = short_day(row.started_at or row.ended_at)
    who = row.group or _("without a group")
    # What it was stands before the method: a narrow list cuts the end.
    signals = [_("rehearsal") if row.rehearsal else "", _("hidden") if hidden else ""]
    parts = [*signals, row.method or _("no method")]
    rest = one_line(f" {signs().dot} ".join(part for part in parts if part), "$text-muted")
    between = ("\n" + " " * 12) if lines > 1 else "  "
    return Content.assemble(one_line(f"{day:>10}  ", "$text-muted"), one_line(who), between, rest)
