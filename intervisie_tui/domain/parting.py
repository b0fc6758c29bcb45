"""The small groups of a session: drawn when a phase has them, kept as long as they serve, fitted to who is there."""

from collections.abc import Sequence
from dataclasses import replace

from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.session import Drawn, Session
from intervisie_tui.domain.speaking import outside
from intervisie_tui.domain.together import Groups, draw, refit
from intervisie_tui.method import Together


def groups(session: Session) -> Groups:
    """The small groups of now, as ids of members; none while the circle is whole."""
    plan = _plan(session)
    found = None if plan is None else _found(session, plan)
    return found.groups if found is not None else ()


def bringer(group: Sequence[str], turn: int | None) -> str | None:
    """Who brings the case in a small group; None where nobody in particular does."""
    return None if turn is None or not group else group[turn % len(group)]


def bringers(session: Session) -> tuple[str, ...]:
    """Who brings a case now, one in each small group; nobody where the phase has none who does."""
    plan = _plan(session)
    turn = plan.turn if plan is not None else None
    found = (bringer(group, turn) for group in groups(session))
    return tuple(member for member in found if member is not None)


def owners_of(session: Session, case: int) -> tuple[str, ...]:
    """Who brought this case, one in each small group; nobody where there were none, or none with an owner."""
    plans = (run.plan for run in session.agenda if run.plan.case == case and run.plan.draw)
    # The rounds of a carousel are one case of all.
    own = (plan for plan in plans if plan.turn is not None and plan.together is not Together.CAROUSEL)
    plan = next(own, None)
    found = None if plan is None else _found(session, plan)
    if plan is None or plan.turn is None or found is None:
        return ()
    return tuple(group[plan.turn] for group in found.groups if plan.turn < len(group))


def others(session: Session) -> Groups | None:
    """Other small groups than those of now; None where there are none."""
    plan, now = _plan(session), groups(session)
    if plan is None:
        return None
    drawn = _drawn(session, plan, [*(each.groups for each in session.drawn), now])
    return drawn if _sets(drawn) != _sets(now) else None


def parted(session: Session) -> Session:
    """The session with the small groups of now: drawn where there are none yet, for those who are there."""
    plan = _plan(session)
    if plan is None or plan.together is None:
        return session
    found = _found(session, plan)
    if found is None:
        return _with(session, plan, _drawn(session, plan, [each.groups for each in session.drawn]))
    fitted = refit(plan.together, found.groups, _members(session, plan))
    return session if fitted == found.groups else _with(session, plan, fitted)


def redrawn(session: Session, drawn: Groups) -> Session:
    """The session with these small groups instead of those of now."""
    plan = _plan(session)
    return session if plan is None else _with(session, plan, drawn)


def _plan(session: Session) -> PlannedPhase | None:
    plan = session.current.plan if session.current is not None else None
    return plan if plan is not None and plan.together is not None and plan.draw else None


def _key(plan: PlannedPhase) -> tuple[str, int, int]:
    # A drawing that goes on for more than one case is known by the first of them.
    return (plan.method, plan.case - (plan.turn or 0), plan.draw)


def _found(session: Session, plan: PlannedPhase) -> Drawn | None:
    key = _key(plan)
    return next((each for each in session.drawn if (each.method, each.case, each.draw) == key), None)


def _with(session: Session, plan: PlannedPhase, drawn: Groups) -> Session:
    fresh, before = Drawn(*_key(plan), drawn), _found(session, plan)
    if before is None:
        return replace(session, drawn=(*session.drawn, fresh))
    return replace(session, drawn=tuple(fresh if each is before else each for each in session.drawn))


def _members(session: Session, plan: PlannedPhase) -> tuple[str, ...]:
    """All who are in small groups: where each of these has an owner of its own, the session's is one of them."""
    out = outside(session) - ({session.owner} if plan.turn is not None else set())
    return tuple(member.id for member in session.present if member.id not in out)


def _drawn(session: Session, plan: PlannedPhase, before: Sequence[Groups]) -> Groups:
    if plan.together is None:
        return ()
    nth = plan.draw - 1
    if plan.together is not Together.CAROUSEL:
        # A group that meets each month begins elsewhere each time.
        nth += (session.number or 1) - 1
    return draw(plan.together, _members(session, plan), before, nth)


def _sets(drawn: Groups) -> set[frozenset[str]]:
    return {frozenset(group) for group in drawn}
