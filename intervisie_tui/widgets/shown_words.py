"""The words for what the stage can show of all that is written down."""

from intervisie_tui.domain.shown import Shown
from intervisie_tui.locale import N_, _

_NAMES = {Shown.NOTES: N_("Notes"), Shown.PARKING: N_("Parking lot"), Shown.ACTIONS: N_("Actions")}


def shown_name(what: Shown) -> str:
    """One of them, as a heading."""
    return _(_NAMES[what])
