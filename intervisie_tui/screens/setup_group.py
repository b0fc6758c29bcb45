"""The group that a set-up is for: found by its name, and saved with the people of the form."""

import uuid
from collections.abc import Iterable

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.text import clean
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.setup_plan import Draft, joined_group


def named(groups: Iterable[Group], name: str) -> Group | None:
    """The group of that name, in capitals or not."""
    wanted = clean(name).casefold()
    return next((group for group in groups if group.name.casefold() == wanted), None)


async def with_group(draft: Draft, group: Group | None, groups: Iterable[Group], rooms: Rooms) -> Draft:
    """The draft with its group, which is saved: `group`, another known one of that name, or a new one.

    A rehearsal leaves nothing behind, so it makes and changes no group. Raises UNSAVED if it could not be saved.
    """
    name = clean(draft.group_name)
    known = group if group and group.name == name else named(groups, name)
    rehearsal = draft.speed != 1
    if known is None and rehearsal:
        return draft
    joined, draft = joined_group(known or Group(uuid.uuid4().hex, name), draft)
    if not rehearsal:
        await rooms.save_group(joined)
    return draft
