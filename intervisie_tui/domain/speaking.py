"""The speaking order and talk time: who may speak now, who comes next, and how long each has had."""

from dataclasses import dataclass, replace

from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.session import Member, Order, Role, Session, Talk, Turns
from intervisie_tui.method import Floor, Stance, Text, Together

ROUNDS = frozenset({Floor.ROUND, Floor.PEERS})
OPEN_FLOORS = frozenset({Floor.OPEN, Floor.DIALOGUE})


@dataclass(frozen=True, slots=True)
class FloorLine:
    """What the line "who may speak now" says; the screen words it."""

    kind: Floor
    speaker: str | None
    owner: str | None
    owner_does: Text | None
    stance: Stance
    rule: Text | None
    complete: bool
    together: Together | None = None
    turn: int | None = None
    """Who in each small group brings the case, from 0."""


def floor_line(session: Session) -> FloorLine | None:
    """Who may speak now and by which rule; None before there is an agenda."""
    run = session.current
    if run is None:
        return None
    plan, turns = run.plan, session.turns
    return FloorLine(
        plan.room_floor,
        turns.speaker,
        _owner(session) if plan.turn is None else None,
        plan.owner,
        plan.stance,
        plan.rule,
        turns.complete,
        plan.together,
        plan.turn,
    )


def eligible(session: Session) -> tuple[Member, ...]:
    """Who may get the floor in this phase, by place."""
    run = session.current
    if run is None:
        return ()
    floor, present = run.plan.room_floor, session.present
    if floor in {Floor.SILENT, Floor.PAIRS}:
        return ()
    owner = _owner(session)
    if floor is Floor.OWNER and owner is not None:
        return tuple(member for member in present if member.id == owner)
    if floor is Floor.FACILITATOR and session.holder(Role.FACILITATOR) is not None:
        return tuple(member for member in present if member.id == session.holder(Role.FACILITATOR))
    if floor in ROUNDS:
        return tuple(member for member in present if member.id not in outside(session))
    return present


def _owner(session: Session) -> str | None:
    """Who brought the case, where this method has somebody who does."""
    return session.owner if session.has_owner else None


def outside(session: Session) -> set[str | None]:
    """Who takes no turn in a round: an owner who does not take part, a facilitator who does not join."""
    run = session.current
    outside: set[str | None] = set()
    if run is None or run.plan.framed:
        return outside
    if run.plan.stance is not Stance.TAKES_PART:
        outside.add(_owner(session))
    if not session.facilitator_joins:
        outside.add(session.holder(Role.FACILITATOR))
    return outside


def upcoming(session: Session) -> tuple[str, ...]:
    """The ids of those who still come in this round, or whose hands are up, the next one first."""
    run = session.current
    if run is None:
        return ()
    if run.plan.room_floor not in ROUNDS:
        allowed = {member.id for member in eligible(session)}
        return tuple(hand for hand in session.hands if hand in allowed and hand != session.turns.speaker)
    turns = session.turns
    gone = {*turns.spoken, *turns.passed, turns.speaker}
    fresh = [member_id for member_id in _in_order(session) if member_id not in gone]
    once_more = [
        member_id
        for member_id in turns.passed
        if member_id not in turns.again and member_id not in {turns.speaker, *turns.spoken}
    ]
    allowed = {member.id for member in eligible(session)}
    return tuple(member_id for member_id in (*fresh, *once_more) if member_id in allowed)


def _in_order(session: Session) -> list[str]:
    """All of a round in its order: from who began it, or least heard first; the owner last."""
    ids = [member.id for member in eligible(session)]
    start = session.turns.first
    if session.order is Order.LEAST_HEARD:
        ids.sort(key=lambda member_id: _heard(session, member_id))
    elif start in ids:
        ids = ids[ids.index(start) :] + ids[: ids.index(start)]
    owner, current = _owner(session), session.current
    if owner in ids and current is not None and current.plan.stance is Stance.TAKES_PART:
        ids.remove(owner)
        ids.append(owner)
    return ids


def _heard(session: Session, member_id: str) -> tuple[float, float]:
    """How much a member has been heard: turns, then seconds (not where the owner answers)."""
    talk = session.talked(member_id)
    answers = session.current is not None and session.current.plan.stance is Stance.ANSWERS
    return (talk.turns, 0.0 if answers else talk.seconds)


def opening(session: Session) -> str | None:
    """Who begins a new round: the place after the one that began the last, or the least heard."""
    ids = [member.id for member in eligible(session)]
    if not ids:
        return None
    if session.order is Order.LEAST_HEARD:
        return _in_order(session)[0]
    everyone = [member.id for member in session.members]
    first = session.turns.first
    if first not in everyone:
        return _not_last(session, ids)
    after = everyone[everyone.index(first) + 1 :] + everyone[: everyone.index(first) + 1]
    return _not_last(session, [member_id for member_id in after if member_id in ids])


def _not_last(session: Session, ids: list[str]) -> str:
    """The first of these who is not the owner, who comes last."""
    return next((member_id for member_id in ids if member_id != _owner(session)), ids[0])


def talk_now(session: Session, member_id: str, now: Moment) -> Talk:
    """How long and how often a member has had the floor, up to now."""
    talk = session.talked(member_id)
    if session.running_since is not None and member_id in speaking_now(session):
        return replace(talk, seconds=talk.seconds + span(session.running_since, now))
    return talk


def turn_elapsed(session: Session, now: Moment) -> float:
    """Seconds that this turn has lasted, pauses left out."""
    running = span(session.running_since, now) if session.running_since is not None else 0.0
    return session.turns.seconds + running


# how turns change; used by the engine


def counted(session: Session, seconds: float) -> Session:
    """The session after so many seconds in which the speaker had the floor."""
    speakers = speaking_now(session)
    if not speakers or seconds <= 0:
        return session
    for speaker in speakers:
        session = replace(session, talk=_with(session, speaker, seconds=seconds))
    return replace(session, turns=replace(session.turns, seconds=session.turns.seconds + seconds))


def speaking_now(session: Session) -> tuple[str, ...]:
    """Who has the floor; in small groups with an owner each, all of these while the floor is the owners'."""
    plan = session.current.plan if session.current is not None else None
    if plan is None or plan.together is None or plan.floor is not Floor.OWNER:
        return () if session.turns.speaker is None else (session.turns.speaker,)
    from intervisie_tui.domain.parting import bringers

    return bringers(session)


def ended(session: Session, passed: bool = False) -> Session:
    """The session after the speaker's turn: spoken, or passed."""
    turns, speaker = session.turns, session.turns.speaker
    if speaker is None:
        return _all_ended(session)
    if passed:
        again = (*turns.again, speaker) if speaker in turns.passed else turns.again
        gone = turns.passed if speaker in turns.passed else (*turns.passed, speaker)
        return replace(session, turns=replace(turns, speaker=None, seconds=0.0, passed=gone, again=again))
    spoken = turns.spoken if speaker in turns.spoken else (*turns.spoken, speaker)
    talk = _with(session, speaker, turns=1)
    return replace(session, talk=talk, turns=replace(turns, speaker=None, seconds=0.0, spoken=spoken))


def _all_ended(session: Session) -> Session:
    """The session after the turns of all who spoke at the same time, each in a small group."""
    for speaker in speaking_now(session):
        session = replace(session, talk=_with(session, speaker, turns=1))
    return replace(session, turns=replace(session.turns, seconds=0.0))


def entered(session: Session) -> Session:
    """The session at the start of a phase: a round begins by itself, an owner's phase is the owner's."""
    run = session.current
    first = session.turns.first
    if run is None:
        return session
    if run.plan.room_floor in ROUNDS:
        begins = opening(session)
        return replace(session, turns=Turns(speaker=begins, first=begins or first), hands=())
    alone = eligible(session) if run.plan.room_floor in {Floor.OWNER, Floor.FACILITATOR} else ()
    speaker = alone[0].id if len(alone) == 1 else None
    return replace(session, turns=Turns(speaker=speaker, first=first), hands=())


def fitted(session: Session) -> Session:
    """The session after its owner or facilitator changed: who may still speak goes on, and so does the round."""
    run, speaker = session.current, session.turns.speaker
    if run is None or run.plan.room_floor not in ROUNDS:
        moved = ended(session) if session.turns.seconds > 0 else session
        own = run is not None and run.plan.room_floor in {Floor.OWNER, Floor.FACILITATOR}
        return replace(entered(moved), hands=session.hands) if own else session
    if speaker is None or speaker in {member.id for member in eligible(session)}:
        return session
    left = ended(session) if session.turns.seconds > 0 else given(session, None, new_round=False)
    coming = upcoming(left)
    turns = replace(left.turns, speaker=coming[0] if coming else None, seconds=0.0, complete=not coming)
    return replace(left, turns=turns)


def joined(session: Session) -> Session:
    """The session after somebody came: a complete round goes on for them, an owner who is back has the floor."""
    run, turns = session.current, session.turns
    if run is None or turns.speaker is not None:
        return session
    if run.plan.room_floor in {Floor.OWNER, Floor.FACILITATOR}:
        return replace(entered(session), hands=session.hands)
    return replace(session, turns=replace(turns, complete=turns.complete and not upcoming(session)))


def left(session: Session) -> Session:
    """The session after somebody left: a round for which nobody remains is complete."""
    run, turns = session.current, session.turns
    if run is None or run.plan.room_floor not in ROUNDS or turns.speaker is not None:
        return session
    return replace(session, turns=replace(turns, complete=not upcoming(session)))


def given(session: Session, member_id: str | None, new_round: bool) -> Session:
    """The session with the floor at a member; None completes the round."""
    turns = session.turns
    hands = tuple(hand for hand in session.hands if hand != member_id)
    if new_round:
        return replace(session, hands=hands, turns=Turns(speaker=member_id, first=member_id or turns.first))
    in_round = session.current is not None and session.current.plan.room_floor in ROUNDS
    complete = member_id is None and in_round
    return replace(session, hands=hands, turns=replace(turns, speaker=member_id, complete=complete))


def _with(session: Session, member_id: str, seconds: float = 0.0, turns: int = 0) -> tuple[Talk, ...]:
    talk = session.talked(member_id)
    more = replace(talk, seconds=talk.seconds + seconds, turns=talk.turns + turns)
    if any(item.member == member_id for item in session.talk):
        return tuple(more if item.member == member_id else item for item in session.talk)
    return (*session.talk, more)
