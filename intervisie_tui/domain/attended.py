"""Who was there from when until when, and for how many seconds of the clock; what nobody has said counts, apart."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from intervisie_tui.domain.moments import Moment, span

Span = tuple[Moment | None, Moment | None]
"""From and until when somebody was there; None is since the clock began, and up to now or the end."""


@dataclass(frozen=True, slots=True)
class Presence:
    """One member's times in the circle, the earliest first, and the seconds that the clock counted in them."""

    member: str
    spans: tuple[Span, ...] = ()
    seconds: float = 0.0

    @property
    def here(self) -> bool:
        """Whether the member is in the circle now."""
        return bool(self.spans) and self.spans[-1][1] is None


@dataclass(frozen=True, slots=True)
class Quiet:
    """A time in which the clock ran on and nothing was done, of which nobody has said whether it counts.

    `members` are the ids of those who were in the circle.
    """

    since: Moment
    until: Moment
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attended:
    """The attendance of a session so far, up to the last change of clock or circle."""

    people: tuple[Presence, ...] = ()
    quiet: tuple[Quiet, ...] = ()
    stirred_at: Moment | None = None
    """When something was last done while the clock ran."""
    ran_until: Moment | None = None
    """When the clock last stopped after it had counted."""
    rested_until: Moment | None = None
    """The end of the last quiet time that was left out."""

    def of(self, member: str) -> Presence:
        """The presence of the member of that id."""
        return next((each for each in self.people if each.member == member), Presence(member))

    def came(self, member: str, since: Moment | None) -> "Attended":
        """A member is in the circle from that moment on (None: from the beginning)."""
        known = self.of(member)
        return self if known.here else self._with(replace(known, spans=(*known.spans, (since, None))))

    def left(self, member: str, until: Moment | None) -> "Attended":
        """A member left at that moment; None before the clock began: then the member was never there."""
        known = self.of(member)
        if not known.here:
            return self
        ended = () if until is None else ((known.spans[-1][0], until),)
        return self._with(replace(known, spans=(*known.spans[:-1], *ended)))

    def counting(self, members: Collection[str], seconds: float) -> "Attended":
        """The clock has counted these seconds more with these members in the circle."""
        people = tuple(
            replace(each, seconds=each.seconds + seconds) if each.member in members else each
            for each in self.people
        )
        return replace(self, people=people)

    def corrected(self, seconds: float, now: Moment) -> "Attended":
        """The clock should have counted this many seconds more (fewer when negative) up to now for those who are here.

        Nobody gets more than the time since coming in.
        """
        people = tuple(_corrected(each, seconds, now) if each.here else each for each in self.people)
        return replace(self, people=people)

    def _with(self, presence: Presence) -> "Attended":
        if presence.member not in {each.member for each in self.people}:
            return replace(self, people=(*self.people, presence))
        people = tuple(presence if each.member == presence.member else each for each in self.people)
        return replace(self, people=people)


def _corrected(presence: Presence, seconds: float, now: Moment) -> Presence:
    wanted = max(0.0, presence.seconds + seconds)
    since = presence.spans[-1][0]
    if since is not None and seconds > 0:
        before = presence.seconds - min(presence.seconds, span(since, now))
        wanted = max(presence.seconds, min(wanted, before + span(since, now)))
    return replace(presence, seconds=wanted)
