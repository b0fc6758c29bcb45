"""A made-up group in the middle of a session, for a first look and for the pictures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from intervisie_tui import clock
from intervisie_tui.demo_words import EARLIER, FACTS, METHOD, NEXT_STEP, PARKED, QUESTION, QUESTIONS
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.ground_rules import ground_rules
from intervisie_tui.domain.group import Group, GroupMember, Held
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.plan import PlanWish, plan
from intervisie_tui.domain.session import Action, Member, Role, Session, Status
from intervisie_tui.live import Live
from intervisie_tui.locale import _, language
from intervisie_tui.method import Capture
from intervisie_tui.rooms import Rooms
from intervisie_tui.unfinished import new_id

NAMES = ("Anna", "Bram", "Chantal", "Dirk", "Esra", "Fatima")
MINUTES = 120.0
MEETINGS = 10


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done so many seconds after the step before."""

    after: float
    command: Callable[[Session], c.Command]


async def demo_rooms(folder: Path, now: Callable[[], Moment] = clock.now) -> tuple[Rooms, Live]:
    """Fill an empty folder with the demo, which ends at this moment; its rooms, and a hold on the session.

    All of it is done by real commands, at moments in the past. Raises UnsafeFolder, NotSaved.
    """
    present = now()
    steps = tuple(_steps(_in_two_weeks(present)))
    at = present.later(-sum(step.after for step in steps))

    def then() -> Moment:
        return at

    rooms = Rooms.at(folder, now=then)
    group = _group(at)
    await rooms.save_group(group)
    live = await rooms.start(_start(rooms, group, new_id(at)))
    for step in steps:
        at = at.later(step.after)
        refusal = await live.do(step.command(live.session))
        assert refusal is None, refusal
    await live.stop()
    rooms = Rooms.at(folder, now=now)
    return rooms, await rooms.open(live.session.id)


def _group(at: Moment) -> Group:
    ids = [name.lower() for name in NAMES]
    before = [(-91, 0), (-63, 1), (-35, 2)]
    day = datetime.fromtimestamp(at.utc).astimezone()
    used = ("vijfstappen", "vijfstappen", "incident")
    held = tuple(
        Held(f"demo-{turn}", _day(day, days), ids[turn + 2], ids[turn + 1], (ids[turn + 3],), (method,))
        for (days, turn), method in zip(before, used, strict=True)
    )
    actions = tuple(
        Action(f"earlier-{place}", text.of(language()), ids[owner], earlier=True)
        for place, (owner, text) in enumerate(EARLIER)
    )
    members = tuple(GroupMember(member, name) for member, name in zip(ids, NAMES, strict=True))
    return Group("demo", _("Demo circle"), members, ground_rules(), MEETINGS, held, actions, used)


def _day(day: datetime, days: int) -> str:
    return (day + timedelta(days=days)).date().isoformat()


def _start(rooms: Rooms, group: Group, session_id: str) -> c.Start:
    method = rooms.library.methods[METHOD].method
    made = plan(PlanWish(len(NAMES), method, MINUTES, Frame.FULL, group.number))
    return c.Start(
        id=session_id,
        language=language(),
        members=tuple(Member(member.id, member.name) for member in group.members),
        agenda=made.phases,
        planned_seconds=made.seconds,
        roles=((Role.FACILITATOR, "chantal"), (Role.TIMEKEEPER, "dirk"), (Role.SCRIBE, "esra")),
        ground_rules=group.ground_rules,
        owner="anna",
        question=QUESTION.of(language()),
        method=method.id,
        method_name=method.name,
        facilitator_joins=method.facilitator_joins,
        has_owner=method.has_owner,
        group=group.id,
        group_name=group.name,
        number=group.number,
        of=group.meetings,
        actions=group.actions,
    )


def _in_two_weeks(at: Moment) -> date:
    return datetime.fromtimestamp(at.utc).astimezone().date() + timedelta(days=14)


def _steps(due: date) -> Iterator[Step]:
    """The evening so far: the frame, two phases of the method, and a round that has come half way."""
    yield Step(60, lambda _session: c.StartClock())
    yield from (Step(after, _speaker) for after in (85, 70, 95, 80, 75))
    yield Step(90, _next)
    yield Step(110, _next)
    yield Step(130, lambda _session: c.MarkAction("earlier-0", Status.DONE))
    yield Step(60, _speaker)
    yield Step(110, lambda _session: c.MarkAction("earlier-1", Status.DOING))
    yield from (Step(after, _speaker) for after in (45, 110, 100, 95))
    yield Step(120, _next)
    yield from (Step(after, _speaker) for after in (80, 95, 70, 85, 100))
    yield Step(130, lambda _session: _park("parked-0", 0))
    yield Step(90, _next)
    yield Step(350, _next)
    yield Step(330, _next)
    yield Step(200, _next)
    for place, seconds in enumerate((35, 60, 55, 40, 70)):
        yield Step(seconds, _ask(place))
        if place < 4:
            yield Step(20, _speaker)
    yield Step(15, lambda _session: _park("parked-1", 1))
    yield Step(12, lambda _session: c.AddAction("step-0", NEXT_STEP.of(language()), "anna", due))
    yield Step(8, _fact(0))
    yield Step(6, lambda _session: c.ShowTalk(True))
    yield Step(4, _fact(1))


def _next(session: Session) -> c.Command:
    assert session.current is not None
    return c.NextPhase(session.current.id)


def _speaker(session: Session) -> c.Command:
    return c.NextSpeaker(session.turns.speaker)


def _park(entry: str, place: int) -> c.Command:
    by, text = PARKED[place]
    return c.Park(entry, text.of(language()), NAMES[by].lower())


def _ask(place: int) -> Callable[[Session], c.Command]:
    def command(session: Session) -> c.Command:
        assert session.current is not None
        text = QUESTIONS[place].of(language())
        return c.AddNote(
            f"question-{place}", session.current.id, text, Capture.QUESTION, session.turns.speaker
        )

    return command


def _fact(place: int) -> Callable[[Session], c.Command]:
    def command(session: Session) -> c.Command:
        assert session.current is not None
        text = FACTS[place].of(language())
        return c.AddNote(f"fact-{place}", session.current.id, text, Capture.FACT, "anna")

    return command
