"""Who sits in the circle of a new session, from names on the command line and from the group."""

import uuid
from argparse import Namespace
from dataclasses import dataclass, replace

from intervisie_tui.cli.talk import MISUSED, Stop, listed, short
from intervisie_tui.domain.group import Group, GroupMember, doubles
from intervisie_tui.domain.names import Names, is_from_a_list, read_names
from intervisie_tui.domain.session import Member, Role
from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _
from intervisie_tui.rooms import Rooms


@dataclass(frozen=True, slots=True)
class Circle:
    """The people, who does what, and their group, which may be new; `owner` is a member's id."""

    members: tuple[Member, ...]
    owner: str | None
    roles: tuple[tuple[Role, str], ...]
    group: Group | None
    new_group: bool

    @property
    def number(self) -> int:
        """The how-manieth meeting of the group this is."""
        return self.group.number if self.group else 1

    def with_members(self) -> Group:
        """The group, with those who were not in it yet; only where there is one."""
        assert self.group is not None
        known = {member.id for member in self.group.members}
        new = tuple(GroupMember(each.id, each.name) for each in self.members if each.id not in known)
        return replace(self.group, members=(*self.group.members, *new))


def circle_of(asked: Namespace, rooms: Rooms) -> Circle:
    """The circle that the options mean; Stop for a name that is empty, double or not among the members."""
    group, new = _group(asked.group, rooms)
    members = _members(asked.member, group)
    roles = (
        (Role.FACILITATOR, "--facilitator", asked.facilitator),
        (Role.TIMEKEEPER, "--timekeeper", asked.timekeeper),
    )
    held = tuple((role, _one_of(members, option, name)) for role, option, name in roles if name is not None)
    owner = None if asked.owner is None else _one_of(members, "--owner", asked.owner)
    return Circle(members, owner, held, group, new)


def _group(name: str | None, rooms: Rooms) -> tuple[Group | None, bool]:
    if name is None:
        return None, False
    wanted = clean(name)
    if not wanted:
        raise Stop(_("The name of the group is empty"), _("Leave --group out, or give a name"), MISUSED)
    groups = rooms.store.catalogue.groups(Group).all()
    found = [group for group in groups if group.name.casefold() == wanted.casefold()]
    return (found[0], False) if found else (Group(uuid.uuid4().hex, wanted), True)


def _members(typed: list[str] | None, group: Group | None) -> tuple[Member, ...]:
    if typed is None:
        return tuple(Member(member.id, member.name) for member in group.members) if group else ()
    read = [_read(name) for name in typed]
    if not all(each.names for each in read):
        raise Stop(_("A name is empty"), _("Give each member a name"), MISUSED)
    if doubtful := [name for each in read for name in each.doubtful]:
        raise Stop(
            _("Is this the name of one person: {name}?", name=short(doubtful[0])),
            _("Give each member as --member NAME, first name first"),
            MISUSED,
        )
    names = [name for each in read for name in each.names]
    if twice := doubles(names):
        raise Stop(
            _("Two people are called {name}", name=short(twice[0])),
            _("Add a letter to tell them apart"),
            MISUSED,
        )
    known = {member.name.casefold(): member.id for member in group.members} if group else {}
    return tuple(Member(known.get(name.casefold(), uuid.uuid4().hex), name) for name in names)


def _read(typed: str) -> Names:
    """The names in one option; several without any address may be one name that is turned round, and are in doubt."""
    if not is_from_a_list(typed):
        name = clean(typed)
        return Names((name,) if name else ())
    found = read_names(typed)
    return found if len(found.names) == 1 or "@" in typed else replace(found, doubtful=found.names)


def _one_of(members: tuple[Member, ...], option: str, name: str) -> str:
    read = _read(name)
    wanted = (read.names[0] if len(read.names) == 1 else clean(name)).casefold()
    found = [member for member in members if member.name.casefold() == wanted]
    if found:
        return found[0].id
    message = _("{option}: {name} is not one of the members", option=option, name=short(name))
    if not members:
        raise Stop(message, _("Name the members with --member"), MISUSED)
    raise Stop(message, _("They are: {names}", names=listed(member.name for member in members)), MISUSED)
