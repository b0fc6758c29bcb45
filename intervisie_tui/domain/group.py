"""Groups that meet again and again: who is in them, what they did last time, and whose turn it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from intervisie_tui.domain.session import Action, Role, Session, Status
from intervisie_tui.method import Text


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One of a group."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Held:
    """Who did what in the meeting of that session id; `date` is ISO 8601, members are ids."""

    session: str
    date: str
    facilitator: str | None = None
    timekeeper: str | None = None
    owners: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    """The ids of the methods that were played."""


@dataclass(frozen=True, slots=True)
class Used:
    """How often a group has played a method, and the day of the last time (ISO 8601) where that is known."""

    times: int
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group; `meetings` is how many are planned, `actions` those still open after the last one."""

    id: str
    name: str
    members: tuple[GroupMember, ...] = ()
    ground_rules: tuple[Text, ...] = ()
    meetings: int | None = None
    roles_history: tuple[Held, ...] = ()
    """The meetings that were held, the oldest first."""
    actions: tuple[Action, ...] = ()
    methods_used: tuple[str, ...] = ()
    """The ids of methods of meetings that were held before a meeting kept its own, one for each time."""

    @property
    def held(self) -> int:
        """How many meetings there have been."""
        return len(self.roles_history)

    @property
    def number(self) -> int:
        """The how-manieth the next meeting is."""
        return self.held + 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whose turn it is, as member ids; None where nobody is left."""

    facilitator: str | None
    timekeeper: str | None
    owner: str | None


def suggest(group: Group, present: Sequence[str]) -> Suggestion:
    """Whose turn it is among these member ids: fewest times first, then longest ago, then by place.

    The owner is chosen first, then facilitator and timekeeper: three people where there are three.
    """
    history = group.roles_history
    owner = _next(present, [held.owners for held in history], ())
    facilitator = _next(present, [_one(held.facilitator) for held in history], _one(owner))
    timekeeper = _next(
        present, [_one(held.timekeeper) for held in history], (*_one(owner), *_one(facilitator))
    )
    if timekeeper is None and facilitator is not None:
        timekeeper = facilitator
    return Suggestion(facilitator, timekeeper, owner)


def _next(present: Sequence[str], times: Sequence[tuple[str, ...]], taken: Iterable[str]) -> str | None:
    counted = Counter(member for meeting in times for member in set(meeting))
    last = {member: place for place, meeting in enumerate(times) for member in meeting}
    free = [member for member in present if member not in set(taken)]
    return min(free, key=lambda member: (counted[member], last.get(member, -1)), default=None)


def _one(member: str | None) -> tuple[str, ...]:
    return () if member is None else (member,)


def after_session(group: Group, session: Session, date: str) -> Group:
    """The group with what this session leaves it; a rehearsal leaves nothing, and none counts twice.

    `date` is ISO 8601. New members stay; of actions those that are still open do.
    """
    if session.rehearsal:
        return group
    known = {member.id for member in group.members}
    new = tuple(GroupMember(member.id, member.name) for member in session.members if member.id not in known)
    before = tuple(held for held in group.roles_history if held.session != session.id)
    return replace(
        group,
        members=(*group.members, *new),
        ground_rules=session.ground_rules or group.ground_rules,
        roles_history=tuple(sorted((*before, _held(session, date)), key=lambda held: held.date)),
        actions=_still_open(group.actions, session.actions),
    )


def _held(session: Session, date: str) -> Held:
    owners = tuple(dict.fromkeys(case.owner for case in session.cases if case.owner))
    facilitator, timekeeper = session.holder(Role.FACILITATOR), session.holder(Role.TIMEKEEPER)
    return Held(session.id, date, facilitator, timekeeper, owners, _methods(session))


def _methods(session: Session) -> tuple[str, ...]:
    """Each method once, also where several people brought a case by it."""
    return tuple(dict.fromkeys(case.method for case in session.cases if case.method))


def used_before(group: Group, days: Iterable[tuple[str, str]] = ()) -> dict[str, Used]:
    """What the group has played, by method id; `days` are more methods with a day (ISO 8601) on which they were."""
    last: dict[str, str] = {}
    held = [(method, meeting.date) for meeting in group.roles_history for method in meeting.methods]
    for method, day in (*held, *days):
        last[method] = max(day, last.get(method, ""))
    counted = Counter((*group.methods_used, *(method for method, _day in held)))
    return {method: Used(counted[method], last.get(method)) for method in counted}


def _still_open(before: tuple[Action, ...], now: tuple[Action, ...]) -> tuple[Action, ...]:
    in_session = {action.id for action in now}
    kept = (*(action for action in before if action.id not in in_session), *now)
    return tuple(
        replace(action, earlier=True) for action in kept if action.status not in {Status.DONE, Status.DROPPED}
    )


def doubles(names: Iterable[str]) -> tuple[str, ...]:
    """The names that stand more than once, however their capitals, for the asking of a letter more."""
    first: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for name in names:
        key = " ".join(name.split()).casefold()
        first.setdefault(key, name)
        counted[key] += 1
    return tuple(first[key] for key, count in counted.items() if count > 1)
