"""Whether names that may have been read wrong are right."""

from collections.abc import Sequence

from intervisie_tui.locale import N_, _
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.dialogs.confirm import Confirm


def names_in_doubt(names: Sequence[str]) -> Confirm:
    """A question about names from a paste; going back to them is the harmless answer."""
    told = "\n".join(names)
    return Confirm(
        lambda: _("Are these names right?") + "\n" + told,
        N_("They are right"),
        N_("Change them"),
        harmless=Answer.NO,
    )
