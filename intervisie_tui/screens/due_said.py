"""How the date of a line is shown while it is typed."""

from datetime import date

from textual.screen import Screen

from intervisie_tui import due, spoken
from intervisie_tui.action_line import ActionLine
from intervisie_tui.locale import _


def when_due(read: ActionLine, today: date) -> str:
    """The day that was understood, with its year unless that is this one; else what is asked, and why."""
    if read.due is not None:
        return spoken.day(read.due, year=read.due.year != today.year)
    if read.asked is not None:
        return f"{read.due_words}?  {read.asked.sentence()}"
    return _("when?")


def load_before_date(screen: Screen[None], text: str) -> None:
    """Load what understands dates beside the typing, once a line ends with the @ behind which a date comes."""
    if text.endswith(" @"):
        screen.run_worker(due.load, group="due", exit_on_error=False, thread=True)
