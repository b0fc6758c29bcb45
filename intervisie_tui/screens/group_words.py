"""What the groups' screen says of a group, and a group as its form was filled in."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from intervisie_tui.domain.group import Group, GroupMember, suggest
from intervisie_tui.domain.names import read_names
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _, n_
from intervisie_tui.widgets.plain import one_line, plain

MOST_MEETINGS = 99


def changed_group(group: Group, name: str, names: str, meetings: str) -> Group | Refusal:
    """The group as the form says, or why it cannot be so; empty `meetings` for none planned."""
    called, planned, people = clean(name), clean(meetings), read_names(names).names
    if not called:
        return Refusal("A group needs a name")
    if not people:
        return Refusal("Who takes part? Type the names, with commas between them")
    if planned and not (re.fullmatch(r"[0-9]{1,3}", planned) and 0 < int(planned) <= MOST_MEETINGS):
        return Refusal("Type how many meetings: 1 to {most}, or nothing", {"most": MOST_MEETINGS})
    members = renamed(group.members, people)
    return replace(group, name=called, members=members, meetings=int(planned) if planned else None)


def renamed(members: Sequence[GroupMember], names: Sequence[str]) -> tuple[GroupMember, ...]:
    """Members of these names, in this order: who is known stays that member.

    In a list as long as before, a new name at the place of one that is gone is that one's other name.
    """
    unused = list(members)
    found: list[GroupMember | None] = []
    for name in names:
        same = next((member for member in unused if member.name == name), None)
        if same is not None:
            unused.remove(same)
        found.append(same)
    in_place = len(names) == len(members)
    made = []
    for place, (name, same) in enumerate(zip(names, found, strict=True)):
        renamed_here = same is None and in_place and members[place] in unused
        other = replace(members[place], name=name) if renamed_here else None
        made.append(same or other or GroupMember(uuid.uuid4().hex, name))
    return tuple(made)


def group_facts(group: Group) -> Content:
    """How many meetings there were, whose turn is next, and what is still to be done."""
    names = {member.id: member.name for member in group.members}
    turn = suggest(group, list(names))
    held = n_("{n} meeting held", "{n} meetings held", group.held)
    parts = [one_line(held, "$text-muted")]
    rows = (
        (_("Brings a case"), turn.owner),
        (_("Leads"), turn.facilitator),
        (_("Keeps time"), turn.timekeeper),
    )
    lines = [
        Content.assemble(one_line(f"{words:<16}", "$text-muted"), one_line(names[member]))
        for words, member in rows
        if member is not None
    ]
    if lines:
        parts.append(Content("\n").join([one_line(_("Whose turn it is"), "bold $accent"), *lines]))
    still = [
        Content.assemble(
            one_line(f"{names[each.owner]}  " if each.owner in names else "", "bold"), plain(each.text)
        )
        for each in group.actions
    ]
    if still:
        parts.append(Content("\n").join([one_line(_("Still to be done"), "bold $accent"), *still]))
    else:
        parts.append(one_line(_("No actions are open."), "$text-muted"))
    return Content("\n\n").join(parts)
