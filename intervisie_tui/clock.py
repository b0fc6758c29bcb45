"""The one place that looks at a clock; all else is told the moment."""

import time

from intervisie_tui import system
from intervisie_tui.domain.moments import Moment


def now() -> Moment:
    """This moment, by the calendar and by the boot clock, in seconds."""
    return Moment(time.time(), system.boot_seconds(), system.boot_id())


def seconds() -> float:
    """Seconds of a clock that never goes back, for the time between two keys."""
    return time.monotonic()
