"""What all events have in common."""

from dataclasses import dataclass

from intervisie_tui.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class Happened:
    """Anything that happened; `at` is the moment."""

    at: Moment
