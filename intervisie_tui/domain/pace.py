"""How many changes each screen has made, and lately how fast: what `decide` asks before it lets another one pass."""

from collections import Counter, deque
from math import ceil

from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.limits import OF_A_GUEST, RATES
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Seat

_REMEMBERED = max(rate.changes for rates in RATES.values() for rate in rates)
_ENOUGH = Refusal(
    "You made {most} changes, the most in one session; ask the timekeeper.",
    {"most": OF_A_GUEST.figure},
)


class Pace:
    """The commits of each screen: how many in all, and the moments of the latest."""

    def __init__(self) -> None:
        self._made: Counter[str] = Counter()
        self._latest: dict[str, deque[Moment]] = {}

    def add(self, commit: Commit) -> None:
        """Count a commit for the screen that made it."""
        self._made[commit.screen] += 1
        latest = self._latest.get(commit.screen)
        if latest is None:
            latest = self._latest[commit.screen] = deque(maxlen=_REMEMBERED)
        latest.append(commit.at)

    def refusal(self, now: Moment, seat: Seat, screen: str, speed: float) -> Refusal | None:
        """Why the screen may not make a change now, or None; `speed` is how much faster than life moments go."""
        if seat is Seat.PARTICIPANT and self._made[screen] >= OF_A_GUEST.figure:
            return _ENOUGH
        latest = self._latest.get(screen, ())
        waits = [
            rate.seconds - span(latest[-rate.changes], now) / speed
            for rate in RATES[seat]
            if len(latest) >= rate.changes
        ]
        wait = max(waits, default=0.0)
        if wait <= 0:
            return None
        return Refusal(
            "That was faster than a session can take; wait {seconds} s, then go on.", {"seconds": ceil(wait)}
        )
