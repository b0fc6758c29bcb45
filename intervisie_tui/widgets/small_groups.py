"""The pairs or threes of now: as rows of the speaking order, and in the middle of the room."""

from textual.content import Content

from intervisie_tui.domain.parting import bringers, groups
from intervisie_tui.domain.session import Member, Session
from intervisie_tui.domain.together import size
from intervisie_tui.locale import _
from intervisie_tui.widgets.folding import folded
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.two_sided import Sides

_MOST_ROWS = 8
"""How many rows of the speaking order are in sight at 120x34."""
_APART = 3
"""Columns between two groups on one row."""


def even(session: Session) -> bool:
    """Whether all groups are as large as they should be."""
    plan = session.current.plan if session.current is not None else None
    return plan is not None and plan.together is not None and _sizes(session) == {size(plan.together)}


def title(session: Session) -> str:
    """What the groups are, as a heading."""
    if not even(session):
        return _("Small groups")
    return _("Pairs") if _sizes(session) == {2} else _("Threes")


def _sizes(session: Session) -> set[int]:
    return {len(group) for group in groups(session)}


def rows(session: Session) -> tuple[tuple[Member | None, ...], list[Sides]]:
    """Each member on a row of its own with who sits there, and a blank row between two groups.

    Where that would be too long, those after the first of a group are set in instead.
    """
    found, bring = groups(session), bringers(session)
    place = {member.id: at for at, member in enumerate(session.members, 1)}
    airy = sum(map(len, found)) + len(found) - 1 <= _MOST_ROWS
    members: list[Member | None] = []
    sides: list[Sides] = []
    for group in found:
        if members and airy:
            members.append(None)
            sides.append(("", "", ""))
        for nth, member in enumerate(session.member(one) for one in group):
            if member is not None:
                now = member.id in bring
                sign, style = (signs().now, "bold $primary") if now else (" ", "")
                set_in = "" if airy or nth == 0 else "  "
                words = _("case owner") if now else ""
                members.append(member)
                sides.append((f"{sign} {set_in}{place[member.id]} {member.name}", words, style))
    return tuple(members), sides


def lines(session: Session, width: int) -> Content:
    """The groups beside each other, as many as fit on each row; before who brings the case stands a sign."""
    bring, found = bringers(session), [Content("")]
    for group in groups(session):
        names = [_named(session, one, one in bring) for one in group]
        words = Content(" + ").join(names)
        gap = Content(" " * _APART) if found[-1].plain else Content("")
        if found[-1].plain and (found[-1] + gap + words).cell_length > width:
            found.append(folded(words, width))
        else:
            found[-1] = found[-1] + gap + folded(words, width)
    return Content("\n").join(found)


def _named(session: Session, member_id: str, now: bool) -> Content:
    name = session.name(member_id)
    return one_line(f"{signs().now} {name}", "bold $primary") if now else one_line(name)
