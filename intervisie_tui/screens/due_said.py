"""How the date of a line is shown while it is typed."""

from datetime import date

from intervisie_tui import spoken
from intervisie_tui.action_line import ActionLine
from intervisie_tui.locale import _


def when_due(read: ActionLine, today: date) -> str:
    """The day that was understood, with its year unless that is this one; else what is asked, and why."""
    if read.due is not None:
        return spoken.day(read.due, year=read.due.year != today.year)
    if read.asked is not None:
        return f"{read.due_words}?  {read.asked.sentence()}"
    return _("when?")
