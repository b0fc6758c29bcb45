"""Who brings a case next: those who have not been owner yet, in the order of their places."""

from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Member, Session


def next_owners(session: Session) -> tuple[Member, ...]:
    """Who could bring the next case, the place after the last owner first; all of them once everybody has been.

    Only those who are present and have not been owner yet in this session.
    """
    been = [case.owner for case in session.cases if case.owner is not None]
    places = [member.id for member in session.members]
    last = places.index(been[-1]) + 1 if been and been[-1] in places else 0
    here = [member for member in (*session.members[last:], *session.members[:last]) if member.present]
    return tuple(member for member in here if member.id not in been) or tuple(here)


def coming_case(session: Session) -> int | None:
    """The number of the case that begins with the next phase, where its owner is open; None where none does."""
    if not session.has_owner or session.position + 1 >= len(session.agenda):
        return None
    plan = session.agenda[session.position + 1].plan
    # In small groups each has an owner of its own, whom nobody needs to choose.
    if not plan.new_owner or plan.turn is not None:
        return None
    known = session.cases[plan.case].owner if plan.case < len(session.cases) else None
    return plan.case if known is None else None


def after_blocks(session: Session) -> int | None:
    """Where the agenda goes on after the repeated blocks of now and those that are left; None at its end."""
    later = enumerate(session.agenda[session.position + 1 :], session.position + 1)
    return next((position for position, run in later if not run.plan.block), None)


def phase_before(session: Session) -> int | None:
    """Where the agenda goes back to: the phase before, past blocks that were left out; None at its beginning."""
    earlier = range(session.position - 1, -1, -1)
    played = (position for position in earlier if not _left_out(session, session.agenda[position]))
    return next(played, earlier[0] if earlier else None)


def _left_out(session: Session, run: PhaseRun) -> bool:
    """Whether a phase is of a block that waits for an owner of its own, whom nobody was."""
    plan = run.plan
    if not plan.block or plan.turn is not None or not session.has_owner or run.begun or run.done:
        return False
    return plan.case >= len(session.cases) or session.cases[plan.case].owner is None
