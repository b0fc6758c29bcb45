"""The moves that set up, people, change and end a session."""

from collections.abc import Iterable
from dataclasses import fields, replace

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import events as e
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Member, Session
from intervisie_tui.domain.shown import Shown
from intervisie_tui.domain.text import clean

Decision = tuple[e.Event, ...] | Refusal

_NO_PLACE = Refusal("Nobody sits at that place.")
_NO_NAME = Refusal("Give a name first.")
_NO_CASE = Refusal("There is no such case in this session.")


def start(_: Session, command: c.Start, now: Moment, __: str) -> Decision:
    """Set up a session; its clock waits."""
    if not command.members:
        return Refusal("A session needs members; give at least one name.")
    if any(not clean(member.name) for member in command.members):
        return _NO_NAME
    if not command.agenda:
        return Refusal("A session needs at least one phase; choose a method.")
    ids, phases = [member.id for member in command.members], [plan.id for plan in command.agenda]
    if len(set(ids)) < len(ids) or len(set(phases)) < len(phases):
        return Refusal("Two members or two phases have the same id.")
    if not {command.owner, *dict(command.roles).values()} <= {None, *ids}:
        return _NO_PLACE
    if not 0 < command.speed < float("inf"):
        return Refusal("The speed has to be more than zero.")
    given = {field.name: getattr(command, field.name) for field in fields(command)}
    given["members"] = tuple(replace(member, name=clean(member.name)) for member in command.members)
    given |= {"question": clean(command.question), "group_name": clean(command.group_name)}
    return (e.Started(now, **given),)


def choose_owner(session: Session, command: c.ChooseOwner, now: Moment, _: str) -> Decision:
    """A member brings the case of now, or nobody yet."""
    member = session.member(command.member)
    if command.member is not None and (member is None or not member.present):
        return _NO_PLACE
    case = _asked_case(session, command.case)
    return _NO_CASE if case is None else (e.OwnerChosen(now, case, command.member),)


def set_question(session: Session, command: c.SetQuestion, now: Moment, _: str) -> Decision:
    """Word the question of the case of now."""
    case = _asked_case(session, command.case)
    return _NO_CASE if case is None else (e.QuestionSet(now, case, clean(command.question)),)


def _asked_case(session: Session, case: int | None) -> int | None:
    """The case that is meant; None where there is none of that number."""
    if case is None:
        return _coming_case(session)
    return case if 0 <= case < len(session.cases) else None


def _coming_case(session: Session) -> int:
    """The case of the phase of now; in the frame before a method, that of the method to come."""
    if session.current is None:
        return 0
    if not session.current.plan.framed:
        return session.current.plan.case
    coming = (run.plan.case for run in session.agenda[session.position :] if not run.plan.framed)
    return next(coming, len(session.cases) - 1)


def add_member(session: Session, command: c.AddMember, now: Moment, _: str) -> Decision:
    """Somebody comes late, or comes back to the own place."""
    name = clean(command.name)
    if not name:
        return _NO_NAME
    known = next((member for member in session.members if member.name == name), None)
    if known is not None and known.present:
        return Refusal(
            "There is somebody called {name} already; add a letter to tell them apart.", {"name": name}
        )
    if known is None and session.member(command.id) is not None:
        return Refusal("Somebody else was first; that has been done already.", quiet=True)
    return (e.MemberCame(now, replace(known, present=True) if known else Member(command.id, name)),)


def take_out_member(session: Session, command: c.TakeOutMember, now: Moment, _: str) -> Decision:
    """Somebody leaves; the last one cannot."""
    member = session.member(command.member)
    if member is None or not member.present:
        return _NO_PLACE
    if len(session.present) == 1:
        return Refusal("Somebody has to stay; finish the session instead.")
    return (e.MemberLeft(now, member.id),)


def give_role(session: Session, command: c.GiveRole, now: Moment, _: str) -> Decision:
    """A member has a role, or nobody has."""
    member = session.member(command.member)
    if command.member is not None and (member is None or not member.present):
        return _NO_PLACE
    return (e.RoleGiven(now, command.role, command.member),)


def set_ground_rules(_: Session, command: c.SetGroundRules, now: Moment, __: str) -> Decision:
    """The group agrees on these rules."""
    return (e.GroundRulesSet(now, command.rules),)


def choose_method(session: Session, command: c.ChooseMethod, now: Moment, _: str) -> Decision:
    """Another method, or the first: what was done stays, what was not makes place."""
    if not command.phases:
        return Refusal("A method needs at least one phase.")
    case = len(session.cases) if command.another_case else _coming_case(session)
    kept, at = _kept(session, set(command.replaces))
    new = _placed(command.phases, case, {plan.id for plan in kept})
    agenda = (*kept[:at], *new, *kept[at:])
    current = session.current
    stays = (
        current is not None and current.plan.framed and not current.plan.placeholder and current.plan in kept
    )
    position = agenda.index(current.plan) if stays and current is not None else at
    joins, owned = command.facilitator_joins, command.has_owner
    return (e.MethodChosen(now, command.method, command.method_name, agenda, position, joins, owned, case),)


def _kept(session: Session, replaced: set[str]) -> tuple[list[PlannedPhase], int]:
    """What stays of the agenda, and at which index of it a method's phases come."""
    kept: list[PlannedPhase] = []
    at: int | None = None
    noted = {note.phase for note in session.notes}
    for index, run in enumerate(session.agenda):
        touched = run.begun or run.done or run.id in noted
        of_frame = run.plan.framed and not run.plan.placeholder
        if of_frame:
            stays = touched or index <= session.position or run.id not in replaced
        else:
            stays = touched and not run.plan.placeholder
        if stays:
            kept.append(run.plan)
        elif at is None and not of_frame and index >= session.position:
            # What was skipped lies behind: a method that came in its place would never be reached.
            at = len(kept)
    if at is None:
        at = _after_methods(kept, session.current.plan if session.current else None)
    return kept, at


def _after_methods(kept: list[PlannedPhase], current: PlannedPhase | None) -> int:
    """After the last phase of a method, and not before the phase of now."""
    last = max((index for index, plan in enumerate(kept) if not plan.framed), default=-1)
    here = kept.index(current) if current in kept else -1
    return max(last, here) + 1


def _placed(phases: Iterable[PlannedPhase], case: int, taken: set[str]) -> list[PlannedPhase]:
    """The phases with the session's case numbers and with ids that are not taken."""
    placed: list[PlannedPhase] = []
    for plan in phases:
        name, count = plan.id, 2
        while name in taken:
            name, count = f"{plan.id}-{count}", count + 1
        taken.add(name)
        placed.append(replace(plan, id=name, case=plan.case + case))
    return placed


def show_talk(_: Session, command: c.ShowTalk, now: Moment, __: str) -> Decision:
    """Show talk time to the room, or no longer."""
    return (e.TalkShown(now, command.shown),)


def show_on_stage(session: Session, command: c.ShowOnStage, now: Moment, _: str) -> Decision:
    """Show one kind more on the stage, or one less; all in the order of the house."""
    wanted = {*session.shown, command.what} if command.shown else {*session.shown} - {command.what}
    what = tuple(one for one in Shown if one in wanted)
    if what == session.shown:
        return Refusal("Somebody else was first; that has been done already.", quiet=True)
    return (e.StageSet(now, what),)


def set_veil(session: Session, command: c.SetVeil, now: Moment, _: str) -> Decision:
    """Blank the room's screens, or show them again; once, also when two people ask."""
    if session.veiled == command.veiled:
        return Refusal("Somebody else was first; that has been done already.", quiet=True)
    return (e.Veiled(now, command.veiled),)


def finish(_: Session, __: c.Finish, now: Moment, ___: str) -> Decision:
    """End the clock; nothing is erased."""
    return (e.Finished(now),)


def unfinish(_: Session, __: c.Unfinish, now: Moment, ___: str) -> Decision:
    """Go on after all."""
    return (e.Unfinished(now),)


def close(_: Session, command: c.Close, now: Moment, __: str) -> Decision:
    """Choose what is kept."""
    return (e.Closed(now, command.keep),)


def take_back(_: Session, command: c.TakeBack, now: Moment, __: str) -> Decision:
    """Count a commit as never made."""
    return (e.TakenBack(now, command.revision),)


def bring_back(_: Session, command: c.BringBack, now: Moment, __: str) -> Decision:
    """Count a commit again."""
    return (e.BroughtBack(now, command.revision),)
