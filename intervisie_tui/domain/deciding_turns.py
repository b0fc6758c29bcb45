"""The moves that have to do with who has the floor."""

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import events as e
from intervisie_tui.domain import speaking
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Session
from intervisie_tui.method import Floor

Decision = tuple[e.Event, ...] | Refusal

BEGINNING = 10.0
"""Seconds within which a digit moves the beginning of a round, and does not count the first turn."""

_NEWS = Refusal("Somebody else was first; the floor has changed already.", quiet=True)
_DRAWN_ALREADY = Refusal("Somebody else was first; the groups have changed already.", quiet=True)
_NOBODY: dict[Floor, Refusal] = {
    Floor.SILENT: Refusal("Everybody writes in silence; nobody has the floor."),
    Floor.PAIRS: Refusal("Two talk and the others listen; nobody else gets the floor."),
    Floor.OWNER: Refusal("In this phase the floor stays with the case owner."),
    Floor.FACILITATOR: Refusal("In this phase the floor stays with the facilitator."),
}


_IN_GROUPS = Refusal("You talk in small groups; nobody has the floor.")


def _nobody(session: Session, floor: Floor) -> Refusal:
    parted = session.current is not None and session.current.plan.together is not None
    return _IN_GROUPS if floor is Floor.PAIRS and parted else _NOBODY[floor]


def next_speaker(session: Session, command: c.NextSpeaker, now: Moment, _: str) -> Decision:
    """The floor goes on: to who is next, to a raised hand, or the round is complete; then another begins."""
    floor = session.current.plan.room_floor if session.current else Floor.OPEN
    if command.leaving != session.turns.speaker:
        return _NEWS
    if floor in _NOBODY:
        return _nobody(session, floor)
    coming = speaking.upcoming(session)
    if floor in speaking.OPEN_FLOORS:
        if not coming and session.turns.speaker is None:
            return Refusal("No hand is up; give the floor with a digit, or raise a hand with h.", quiet=True)
        return (e.FloorGiven(now, coming[0] if coming else None),)
    if session.turns.complete or (session.turns.speaker is None and not coming):
        begins = speaking.opening(session)
        if begins is None:
            return Refusal("Nobody takes turns in this phase.")
        return (e.FloorGiven(now, begins, new_round=True),)
    return (e.FloorGiven(now, coming[0] if coming else None),)


def pass_turn(session: Session, command: c.PassTurn, now: Moment, _: str) -> Decision:
    """Who has the floor passes, and is asked once more at the end of the round."""
    if command.leaving != session.turns.speaker:
        return _NEWS
    if session.current is None or session.current.plan.room_floor not in speaking.ROUNDS:
        return Refusal("Passing is for a round; here nobody has to speak.")
    if session.turns.speaker is None:
        return Refusal("Nobody has the floor.", quiet=True)
    coming = speaking.upcoming(speaking.ended(session, passed=True))
    others = [member for member in coming if member != session.turns.speaker] or list(coming)
    return (e.FloorGiven(now, others[0] if others else None, passed=True),)


def give_floor(session: Session, command: c.GiveFloor, now: Moment, _: str) -> Decision:
    """The floor goes to a member; at the beginning of a round, the round begins there."""
    member = session.member(command.member)
    if member is None or not member.present:
        return Refusal("Nobody sits at that place.")
    floor = session.current.plan.room_floor if session.current else Floor.OPEN
    if member.id == session.turns.speaker:
        return Refusal("{name} has the floor already.", {"name": member.name}, quiet=True)
    able = {one.id for one in speaking.eligible(session)}
    if floor in {Floor.SILENT, Floor.PAIRS} or (floor in _NOBODY and member.id not in able):
        return _nobody(session, floor)
    if member.id not in able:
        return Refusal("{name} takes no turns in this phase.", {"name": member.name})
    return (e.FloorGiven(now, member.id, new_round=_begins_round(session, floor, now)),)


def _begins_round(session: Session, floor: Floor, now: Moment) -> bool:
    turns = session.turns
    if floor not in speaking.ROUNDS:
        return False
    fresh = not turns.spoken and not turns.passed
    early = turns.speaker is None or speaking.turn_elapsed(session, now) < BEGINNING * session.speed
    return turns.complete or (fresh and early)


def draw_groups(session: Session, command: c.DrawGroups, now: Moment, _: str) -> Decision:
    """Other small groups than those of now, in which as few as possible have met."""
    from intervisie_tui.domain import parting

    groups = parting.groups(session)
    if not groups:
        return Refusal("In this phase nobody is in small groups.")
    if command.instead != groups:
        return _DRAWN_ALREADY
    others = parting.others(session)
    if others is None:
        return Refusal("You are too few for other groups than these.")
    return (e.GroupsDrawn(now, others),)


def raise_hand(session: Session, command: c.RaiseHand, now: Moment, _: str) -> Decision:
    """A member wants the floor."""
    member = session.member(command.member)
    if member is None or not member.present:
        return Refusal("Nobody sits at that place.")
    if member.id in session.hands:
        return Refusal("{name} has a hand up already.", {"name": member.name}, quiet=True)
    return (e.HandRaised(now, member.id),)


def lower_hand(session: Session, command: c.LowerHand, now: Moment, _: str) -> Decision:
    """A member no longer wants the floor."""
    if command.member not in session.hands:
        return Refusal("That hand is down already.", quiet=True)
    return (e.HandLowered(now, command.member),)


def choose_order(session: Session, command: c.ChooseOrder, now: Moment, _: str) -> Decision:
    """Rounds go by place or by least heard."""
    if command.order is session.order:
        return Refusal("Rounds go in that order already.", quiet=True)
    return (e.OrderChosen(now, command.order),)
