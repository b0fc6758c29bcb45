"""A repaint at each whole second of a clock."""

import math
from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

_SOONEST = 0.005
_LATEST = 3600.0


class EachSecond:
    """Calls back at each flip of a clock, by a one-shot timer that is armed anew after each call.

    `due` tells the seconds until the next flip; it is asked after each call, so that a late call does not
    make the next one late. Infinity: nothing to wait for until `start` is called again. The timer dies with
    its node.
    """

    def __init__(self, node: MessagePump, callback: Callable[[], None], due: Callable[[], float]) -> None:
        self._node = node
        self._callback = callback
        self._due = due
        self._timer: Timer | None = None

    @property
    def waiting(self) -> bool:
        """Whether a flip is being waited for."""
        return self._timer is not None

    def start(self) -> None:
        """Waits for the next flip; when already waiting, asks anew when that is (after a pause, say)."""
        self.stop()
        seconds = self._due()
        if math.isfinite(seconds) and self._node.is_running:
            self._timer = self._node.set_timer(min(max(seconds, _SOONEST), _LATEST), self._flip)

    def stop(self) -> None:
        """Waits no longer."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _flip(self) -> None:
        self._timer = None
        self._callback()
        # The callback may itself have started or the node may be going.
        if self._timer is None:
            self.start()
