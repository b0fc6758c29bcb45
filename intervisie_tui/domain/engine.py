"""apply: what an event makes of a session. Never fails: events are the truth, also after some were taken back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from intervisie_tui.domain import attending, doors, entries, speaking
from intervisie_tui.domain import events as e
from intervisie_tui.domain.moments import span
from intervisie_tui.domain.phases import ready
from intervisie_tui.domain.session import Break, Case, Role, Session
from intervisie_tui.domain.settling import stopped_at, up_to, with_run

Applied = Callable[[Session, Any], Session]


def apply(session: Session, event: e.Event) -> Session:
    """The session after the event."""
    return _applied(session, event, _TABLE)


def _applied(session: Session, event: e.Event, table: Mapping[type, Applied]) -> Session:
    changed = table[type(event)](attending.stirred(session, event), event)
    return _parted(attending.done(changed, event))


def fold_without_entries(session: Session, happened: tuple[e.Event, ...]) -> Session:
    """The session after all the events, without the entries: `History` folds those apart, because they are many."""
    for event in happened:
        session = _applied(session, event, _WITHOUT_ENTRIES)
    return session


def fold(session: Session, happened: tuple[e.Event, ...]) -> Session:
    """The session after all the events."""
    return reduce(apply, happened, session)


def _parted(session: Session) -> Session:
    """The session with its small groups, where the phase of now has them, fitted to who is there."""
    if session.current is None or not session.current.plan.draw:
        return session
    from intervisie_tui.domain import parting

    return parting.parted(session)


def _started(_: Session, event: e.Started) -> Session:
    cases = max((phase.case for phase in event.agenda), default=0) + 1
    first = Case(event.owner, event.question, event.method, event.method_name)
    others = (Case(method=event.method, method_name=event.method_name),) * (cases - 1)
    return speaking.entered(
        attending.started(
            Session(
                id=event.id,
                language=event.language,
                group=event.group,
                group_name=event.group_name,
                number=event.number,
                of=event.of,
                speed=event.speed,
                planned_seconds=event.planned_seconds,
                members=event.members,
                roles=event.roles,
                ground_rules=event.ground_rules,
                facilitator_joins=event.facilitator_joins,
                has_owner=event.has_owner,
                cases=(first, *others),
                agenda=tuple(map(ready, event.agenda)),
                created_at=event.at,
                entered_at=event.at,
                order=event.order,
                actions=event.actions,
            )
        )
    )


def _method_chosen(session: Session, event: e.MethodChosen) -> Session:
    settled = up_to(session, event.at)
    current = settled.current
    before = {run.id: run for run in settled.agenda}
    agenda = tuple(
        before[plan.id] if plan.id in before and before[plan.id].plan == plan else ready(plan)
        for plan in event.agenda
    )
    last = max((plan.case for plan in event.agenda), default=0)
    many = max(last, event.case) + 1
    # Cases of the blocks of a method before this one go with these.
    cases = (*settled.cases, *(Case(),) * (many - len(settled.cases)))[:many]
    cases = tuple(
        replace(case, method=event.method, method_name=event.method_name) if index >= event.case else case
        for index, case in enumerate(cases)
    )
    moved = replace(
        settled,
        agenda=agenda,
        position=min(event.position, len(agenda) - 1),
        cases=cases,
        facilitator_joins=event.facilitator_joins,
        has_owner=event.has_owner,
    )
    if moved.current is not None and current is not None and moved.current.plan == current.plan:
        able = speaking.eligible(moved) == speaking.eligible(settled)
        return moved if able else speaking.fitted(moved)
    agenda = tuple(
        replace(run, done=run.begun) if current is not None and run.id == current.id else run
        for run in moved.agenda
    )
    moved = speaking.ended(moved) if moved.turns.seconds > 0 else moved
    return _begun(speaking.entered(replace(moved, agenda=agenda, entered_at=event.at)))


def _case(session: Session, index: int, case: Case) -> Session:
    cases = session.cases + (Case(),) * (index + 1 - len(session.cases))
    return replace(session, cases=(*cases[:index], case, *cases[index + 1 :]))


def _owner_chosen(session: Session, event: e.OwnerChosen) -> Session:
    settled = up_to(session, event.at)
    old = settled.cases[event.case] if event.case < len(settled.cases) else Case()
    chosen = _case(settled, event.case, replace(old, owner=event.member))
    return speaking.fitted(chosen) if chosen.owner != settled.owner else chosen


def _question_set(session: Session, event: e.QuestionSet) -> Session:
    old = session.cases[event.case] if event.case < len(session.cases) else Case()
    return _case(session, event.case, replace(old, question=event.question))


def _member_came(session: Session, event: e.MemberCame) -> Session:
    members = tuple(event.member if member.id == event.member.id else member for member in session.members)
    if session.member(event.member.id) is None:
        members = (*members, event.member)
    settled = up_to(session, event.at)
    # Who comes before the clock began has missed nothing of it.
    attended = settled.attended.came(event.member.id, event.at if settled.started_at is not None else None)
    return speaking.joined(replace(settled, members=members, attended=attended))


def _member_left(session: Session, event: e.MemberLeft) -> Session:
    settled = up_to(session, event.at)
    if settled.turns.speaker == event.member:
        settled = speaking.ended(settled)
    members = tuple(
        replace(member, present=False) if member.id == event.member else member for member in settled.members
    )
    hands = tuple(hand for hand in settled.hands if hand != event.member)
    attended = settled.attended.left(event.member, event.at if settled.started_at is not None else None)
    return speaking.left(replace(settled, members=members, hands=hands, attended=attended))


def _role_given(session: Session, event: e.RoleGiven) -> Session:
    others = tuple(pair for pair in session.roles if pair[0] is not event.role)
    roles = others if event.member is None else (*others, (event.role, event.member))
    given = replace(up_to(session, event.at), roles=tuple(sorted(roles)))
    return speaking.fitted(given) if event.role is Role.FACILITATOR else given


def _clock_started(session: Session, event: e.ClockStarted) -> Session:
    started = replace(
        session,
        running_since=event.at,
        started_at=session.started_at or event.at,
        still_since=None,
        interval=None,
    )
    return _begun(started)


def _begun(session: Session) -> Session:
    if session.current is None or session.running_since is None:
        return session
    return with_run(session, session.position, replace(session.current, begun=True))


def _clock_paused(session: Session, event: e.ClockPaused) -> Session:
    return stopped_at(session, event.at)


def _paused_since(session: Session, event: e.PausedSince) -> Session:
    return stopped_at(session, event.since) if session.running_since is not None else session


def _phase_entered(session: Session, event: e.PhaseEntered) -> Session:
    settled = up_to(session, event.at)
    spoke = settled.turns.seconds > 0
    settled = speaking.ended(settled) if spoke else settled
    forward = event.position > settled.position
    if settled.current is not None:
        done = forward and (settled.current.begun or settled.current.done)
        settled = with_run(settled, settled.position, replace(settled.current, done=done))
    position = min(max(0, event.position), max(0, len(settled.agenda) - 1))
    moved = replace(settled, position=position, entered_at=event.at, entered_by=event.screen)
    if moved.current is not None:
        moved = with_run(moved, position, replace(moved.current, done=False))
    return _begun(speaking.entered(moved))


def _phase_began(session: Session, event: e.PhaseBegan) -> Session:
    settled = up_to(session, event.at)
    if settled.current is None:
        return session
    began = event.at.later(-event.seconds)
    attended = settled.attended.corrected(event.seconds - settled.current.spent, event.at)
    run = replace(settled.current, spent=event.seconds, begun=True)
    first = settled.started_at
    started = first if first is not None and span(first, began) > 0 else began
    rest = replace(settled, running_since=event.at, started_at=started, still_since=None, interval=None)
    return with_run(replace(rest, attended=attended), rest.position, run)


def _time_set(session: Session, event: e.TimeSet) -> Session:
    seconds = dict(event.seconds)
    agenda = tuple(replace(run, seconds=seconds.get(run.id, run.seconds)) for run in session.agenda)
    return replace(session, agenda=agenda)


def _floor_given(session: Session, event: e.FloorGiven) -> Session:
    settled = up_to(session, event.at)
    if not event.new_round:
        settled = speaking.ended(settled, event.passed)
    able = {member.id for member in speaking.eligible(settled)}
    return speaking.given(settled, event.member if event.member in able else None, event.new_round)


def _groups_drawn(session: Session, event: e.GroupsDrawn) -> Session:
    from intervisie_tui.domain import parting

    settled = up_to(session, event.at)
    spoke = settled.turns.seconds > 0
    return parting.redrawn(speaking.ended(settled) if spoke else settled, event.groups)


def _hand_raised(session: Session, event: e.HandRaised) -> Session:
    hands = session.hands if event.member in session.hands else (*session.hands, event.member)
    return replace(session, hands=hands)


def _break_began(session: Session, event: e.BreakBegan) -> Session:
    return replace(stopped_at(session, event.at), interval=Break(event.at, event.seconds))


def _finished(session: Session, event: e.Finished) -> Session:
    stopped = stopped_at(session, event.at)
    if stopped.current is not None and stopped.current.begun:
        stopped = with_run(stopped, stopped.position, replace(stopped.current, done=True))
    spoke = stopped.turns.seconds > 0
    # What rested up to the end has ended when it began to rest.
    at_rest = stopped.attended.rested_until == event.at and stopped.attended.ran_until is not None
    ended = stopped.attended.ran_until if at_rest else event.at
    return replace(speaking.ended(stopped) if spoke else stopped, finished_at=ended, interval=None)


def _same(session: Session, _: object) -> Session:
    return session


_TABLE: dict[type, Applied] = {
    e.Started: _started,
    e.MethodChosen: _method_chosen,
    e.OwnerChosen: _owner_chosen,
    e.QuestionSet: _question_set,
    e.MemberCame: _member_came,
    e.MemberLeft: _member_left,
    e.RoleGiven: _role_given,
    e.GroundRulesSet: lambda session, event: replace(session, ground_rules=event.rules),
    e.ClockStarted: _clock_started,
    e.ClockPaused: _clock_paused,
    e.PausedSince: _paused_since,
    e.PhaseEntered: _phase_entered,
    e.PhaseBegan: _phase_began,
    e.TimeSet: _time_set,
    e.FloorGiven: _floor_given,
    e.GroupsDrawn: _groups_drawn,
    e.HandRaised: _hand_raised,
    e.HandLowered: lambda session, event: replace(
        session, hands=tuple(hand for hand in session.hands if hand != event.member)
    ),
    e.OrderChosen: lambda session, event: replace(session, order=event.order),
    e.TalkShown: lambda session, event: replace(session, talk_shown=event.shown),
    e.BreakBegan: _break_began,
    e.BreakEnded: lambda session, event: replace(session, interval=None, still_since=event.at),
    e.StageSet: lambda session, event: replace(session, shown=event.what),
    e.Veiled: lambda session, event: replace(session, veiled=event.veiled),
    e.Finished: _finished,
    e.Unfinished: lambda session, event: replace(session, finished_at=None, still_since=event.at),
    e.Closed: lambda session, event: replace(session, closed=event.keep),
    e.QuietJudged: attending.judged,
    e.TakenBack: _same,
    e.BroughtBack: _same,
    **dict.fromkeys(entries.KINDS, entries.applied),
    **doors.TABLE,
}
_WITHOUT_ENTRIES: dict[type, Applied] = {
    **_TABLE,
    **dict.fromkeys(entries.KINDS, _same),
    e.Started: lambda session, event: replace(_started(session, event), actions=()),
}
