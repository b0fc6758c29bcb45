"""Whether a set-up is left that somebody has typed in."""

from intervisie_tui.locale import N_, _
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.dialogs.confirm import Confirm


def leave_setup() -> Confirm:
    """A question, yes for staying; that is the harmless answer."""
    return Confirm(
        lambda: _("Leave the set-up? What you typed stays here until the program ends."),
        N_("Stay here"),
        N_("Leave"),
        harmless=Answer.YES,
    )
