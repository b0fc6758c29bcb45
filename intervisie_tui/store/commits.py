"""Commits and the journal's header, as the values of its lines."""

from dataclasses import dataclass
from typing import Any

from intervisie_tui.domain.events import EVENTS, Commit
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.session import Seat
from intervisie_tui.store.codec import from_json, to_json
from intervisie_tui.store.problems import Unreadable


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: whose journal it is, its generation, and the rehearsal's speed and real moment of
    departure.
    """

    schema: int
    id: str
    generation: int
    created: Moment
    speed: float = 1.0
    anchor: Moment | None = None

    def in_session(self, real: Moment) -> Moment:
        """The session's moment at a real one: the same, but in a rehearsal so many times faster since the
        anchor.
        """
        if self.anchor is None or self.speed == 1.0:
            return real
        return self.anchor.later(span(self.anchor, real) * self.speed)


def commit_to_json(commit: Commit) -> Any:
    """A list: revision, moment, seat, screen, and the events as [name, fields] without their moment."""
    return [
        commit.revision,
        moment_to_json(commit.at),
        commit.seat.value,
        commit.screen,
        [_event_to_json(event) for event in commit.events],
    ]


def _event_to_json(event: object) -> Any:
    content = to_json(event)
    del content["at"]
    return [type(event).__name__, content]


def commit_from_json(value: object) -> Commit:
    """The commit that a line tells; raises Unreadable."""
    match value:
        case [int(revision), at, str(seat), str(screen), list(events)]:
            moment = moment_from_json(at)
            try:
                role = Seat(seat)
            except ValueError:
                raise Unreadable("there is no such seat") from None
            return Commit(
                revision, moment, role, screen, tuple(_event_from_json(event, moment) for event in events)
            )
    raise Unreadable("this is not a commit")


def _event_from_json(value: object, at: Moment) -> Any:
    match value:
        case [str(name), dict(content)] if name in EVENTS:
            return from_json(EVENTS[name], content, at=at)
    raise Unreadable("there is no such event")


def moment_to_json(moment: Moment) -> list[object]:
    """A list: UTC, boot clock, boot id."""
    return [moment.utc, moment.boot, moment.boot_id]


def moment_from_json(value: object) -> Moment:
    """The moment of such a list; raises Unreadable."""
    match value:
        case [int() | float() as utc, int() | float() as boot, str(boot_id)]:
            return Moment(float(utc), float(boot), boot_id)
    raise Unreadable("this is not a moment")
