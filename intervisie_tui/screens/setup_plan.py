"""What the set-up form says, as data: who, what, how long, and the plan and the Start command that follow from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.advice import Candidate
from intervisie_tui.domain.frame import Frame, frame_seconds
from intervisie_tui.domain.ground_rules import ground_rules
from intervisie_tui.domain.group import Group, GroupMember, doubles
from intervisie_tui.domain.plan import USUAL_MINUTES, Plan, PlanWish, circle_for, measured_in, plan
from intervisie_tui.domain.plan_warnings import minutes_from
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Action, Member, Order, Role
from intervisie_tui.domain.text import clean
from intervisie_tui.method import Circle, Method, Text


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as it is filled in now; `minutes` as typed, empty for what is usual."""

    members: tuple[Member, ...] = ()
    group_name: str = ""
    group: str | None = None
    owner: str | None = None
    facilitator: str | None = None
    timekeeper: str | None = None
    question: str = ""
    method: Method | None = None
    minutes: str = "90"
    frame: Frame = Frame.FULL
    rules: tuple[Text, ...] = field(default_factory=ground_rules)
    number: int | None = None
    of: int | None = None
    actions: tuple[Action, ...] = ()
    """What the group left open last time."""
    speed: float = 1.0
    order: Order = Order.PLACE

    @property
    def minutes_meant(self) -> float | Refusal | None:
        """Minutes of the whole session, or why they cannot be meant; None where the method's own count."""
        if not clean(self.minutes) and self.frame is Frame.NONE:
            return None
        return minutes_from(self.minutes)

    def plan(self) -> Plan | None:
        """The agenda of this draft; None while the minutes cannot be meant."""
        if isinstance(self.minutes_meant, Refusal):
            return None
        return plan(self.wish(max(1, len(self.members)), self.method))

    def wish(self, people: int, method: Method | None) -> PlanWish:
        """What this draft asks for with these people and this method; the usual minutes while none can be meant."""
        minutes = self.minutes_meant
        meant = None if isinstance(minutes, Refusal) else minutes
        return PlanWish(people, method, meant, self.frame, self.number or 1)

    @property
    def circles(self) -> tuple[Circle, ...]:
        """The circles that its method is asked for, to be planned and to be shown with how it fits."""
        if self.method is None:
            return ()
        sizes = dict.fromkeys((max(1, len(self.members)), self.people_for(self.method)))
        return tuple(circle_for(self.wish(people, self.method)) for people in sizes)

    def people_for(self, method: Method) -> int:
        """How many people there are; while nobody is named, as many as suit the method best."""
        return len(self.members) or method.size.ideal


def members_of(names: Sequence[str], known: Mapping[tuple[str, int], str]) -> tuple[Member, ...]:
    """Members with the ids known for a name and its how-manieth occurrence (from 0); KeyError for others."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        nth = seen.get(name, 0)
        seen[name] = nth + 1
        found.append(Member(known[name, nth], name))
    return tuple(found)


def joined_group(group: Group, draft: Draft) -> tuple[Group, Draft]:
    """The group with the people and rules of the draft, and the draft with the group's ids, number and open actions.

    Who has a name of the group is that member, also when typed anew.
    """
    ids: dict[str, str] = {}
    unused = list(group.members)
    for member in draft.members:
        found = next((one for one in unused if one.id == member.id or one.name == member.name), None)
        if found is not None:
            unused.remove(found)
            ids[member.id] = found.id
    known = {one.id for one in group.members}
    members = tuple(replace(member, id=ids.get(member.id, member.id)) for member in draft.members)
    new = tuple(GroupMember(member.id, member.name) for member in members if member.id not in known)
    joined = replace(group, members=(*group.members, *new), ground_rules=draft.rules)

    def known_id(member_id: str | None) -> str | None:
        return ids.get(member_id, member_id) if member_id else None

    return joined, replace(
        draft,
        members=members,
        owner=known_id(draft.owner),
        facilitator=known_id(draft.facilitator),
        timekeeper=known_id(draft.timekeeper),
        group=group.id,
        group_name=group.name,
        number=group.number,
        of=group.meetings,
        actions=group.actions,
    )


def rules_in(typed: str, offered: Sequence[Text]) -> tuple[Text, ...]:
    """The ground rules in a text, one a line; a line that was offered keeps both its languages."""
    both = {line: rule for rule in offered for line in (rule.nl, rule.en)}
    lines = [line for line in map(clean, typed.splitlines()) if line]
    return tuple(both.get(line, Text(nl=line, en=line)) for line in lines)


def usual_rules(own: Sequence[str]) -> tuple[Text, ...]:
    """The ground rules of the settings, ids or lines of their own; without any the usual ones."""
    rules = [ground_rules((rule,)) or (Text(nl=rule, en=rule),) for rule in own]
    return tuple(rule for found in rules for rule in found) or ground_rules()


def why_not(draft: Draft) -> Refusal | None:
    """Why this draft cannot begin; None when it can."""
    if not draft.members:
        return Refusal("Who takes part? Type the names, with commas between them")
    if len(draft.members) == 1 and draft.speed == 1:
        return Refusal("A session takes at least two people; alone you can rehearse: see Clock")
    minutes = draft.minutes_meant
    if isinstance(minutes, Refusal):
        return minutes
    if draft.frame is not Frame.FULL and draft.method is None:
        return Refusal("Choose a method, or take the full frame: there the group chooses it on the way")
    owned = draft.method is None or draft.method.has_owner
    if draft.frame is not Frame.FULL and draft.owner is None and owned:
        return Refusal(
            "Choose who brings the case, or take the full frame: there the group chooses it on the way"
        )
    return None


def warnings(draft: Draft) -> tuple[Refusal, ...]:
    """What the group should know before it begins, the plan's own news first."""
    found: list[Refusal] = []
    minutes = draft.minutes_meant
    if isinstance(minutes, Refusal):
        found.append(minutes)
    elif made := draft.plan():
        found += [told for told in made.warnings if draft.members or "people" not in told.values]
    found += [
        Refusal("Two people are called {name}; add a letter to tell them apart", {"name": name})
        for name in doubles(member.name for member in draft.members)
    ]
    if draft.owner is not None and draft.owner == draft.facilitator:
        found.append(Refusal("Who brings the case does better not to lead; let somebody else lead"))
    return tuple(found)


def start_command(draft: Draft, session_id: str, language: str) -> c.Start | Refusal:
    """The Start command of this draft, or why it cannot begin."""
    refused = why_not(draft)
    made = draft.plan()
    if refused is not None or made is None:
        return refused or Refusal("How many minutes? Type a number, such as 90")
    held = ((Role.FACILITATOR, draft.facilitator), (Role.TIMEKEEPER, draft.timekeeper))
    method = draft.method
    command = c.Start(
        id=session_id,
        language=language,
        members=draft.members,
        agenda=made.phases,
        planned_seconds=made.seconds,
        roles=tuple((role, member) for role, member in held if member is not None),
        ground_rules=draft.rules,
        owner=draft.owner if method is None or method.has_owner else None,
        question=clean(draft.question),
        group=draft.group,
        group_name=clean(draft.group_name),
        number=draft.number,
        of=draft.of,
        speed=draft.speed,
        order=draft.order,
        actions=draft.actions,
    )
    if method is None:
        return command
    return replace(
        command,
        method=method.id,
        method_name=method.name,
        facilitator_joins=method.facilitator_joins,
        has_owner=method.has_owner,
    )


def candidates(draft: Draft, methods: Iterable[Method]) -> tuple[Candidate, ...]:
    """Every method as it would be in this draft; while nobody is named, for as many people as suit it best."""
    found = []
    for method in methods:
        people = draft.people_for(method)
        found.append(Candidate(method, people, measured_in(draft.wish(people, method), method)))
    return tuple(found)


def method_seconds(draft: Draft) -> float | None:
    """The time that this draft has for a method; None where that takes what it takes."""
    minutes = draft.minutes_meant
    if minutes is None:
        return None
    whole = USUAL_MINUTES if isinstance(minutes, Refusal) else minutes
    return max(0.0, whole * 60 - frame_seconds(draft.frame, whole))
