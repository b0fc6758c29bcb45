"""How many may be in, how fast they may come, how much they may send."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

WATCHERS = 150
PERSONAL = 12
SHARED = 6
"""Sockets of one guest on one personal seat: tabs, and one that is just being left."""
MESSAGE = 65536
"""Bytes of one message; a larger one ends its connection."""
LARGEST = 1 << 20
"""Bytes at which a message is not even read to its end."""
TYPED_AHEAD = 65536
"""Bytes that may wait for an app that is busy."""
AT_ONCE = 120
"""Openings at once, of all and of one guest."""
A_SECOND, OF_ONE = 40.0, 10.0
"""Openings each second after that."""
SENT_AT_ONCE, SENT_A_SECOND = 400, 200.0
"""Messages of one guest at once, and each second after that: a hand on keys and mouse stays far below."""
_KNOWN = 1000


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers that whoever serves may choose."""

    watchers: int = WATCHERS
    personal: int = PERSONAL


class Bucket:
    """This many at once, and then this many each second."""

    def __init__(self, most: float, each_second: float, now: Callable[[], float]) -> None:
        self._most = most
        self._each_second = each_second
        self._now = now
        self._left = most
        self._seen = now()

    @property
    def full(self) -> bool:
        """Whether nothing has been taken lately."""
        self._fill()
        return self._left >= self._most

    def take(self) -> bool:
        """Take one; False when there is none."""
        self._fill()
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def _fill(self) -> None:
        now = self._now()
        self._left = min(self._most, self._left + (now - self._seen) * self._each_second)
        self._seen = now


class Each:
    """A bucket for each guest."""

    def __init__(self, most: float, each_second: float, now: Callable[[], float]) -> None:
        self._new = partial(Bucket, most, each_second, now)
        self._each: dict[str, Bucket] = {}

    def take(self, guest: str) -> bool:
        """Take one out of that guest's own; False when there is none."""
        if len(self._each) > _KNOWN:
            self._each = {name: bucket for name, bucket in self._each.items() if not bucket.full}
        found = self._each.get(guest)
        if found is None:
            found = self._each[guest] = self._new()
        return found.take()


class Openings:
    """The rate at which sockets may be opened: one guest cannot use up what is there for all."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._all = Bucket(AT_ONCE, A_SECOND, now)
        self._each = Each(AT_ONCE, OF_ONE, now)

    def may(self, guest: str) -> bool:
        """Whether this guest may open one more now."""
        return self._each.take(guest) and self._all.take()


class Messages:
    """The rate at which a guest may send: reading what one sends without end, all others would wait for."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._each = Each(SENT_AT_ONCE, SENT_A_SECOND, now)

    def may(self, guest: str) -> bool:
        """Whether this guest may send one more now, by whichever of its sockets."""
        return self._each.take(guest)
