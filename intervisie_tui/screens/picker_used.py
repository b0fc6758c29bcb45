"""What a group has used before, from what is kept of its meetings."""

from collections.abc import Mapping

from intervisie_tui.domain.group import Used, used_before
from intervisie_tui.rooms import Rooms

_ALL = 1_000_000


async def used_by(rooms: Rooms, group_id: str) -> Mapping[str, Used]:
    """How often this group has played each method, and when; nothing where there is no such group."""
    group = next((group for group in await rooms.groups() if group.id == group_id), None)
    if group is None:
        return {}
    found = used_before(group)
    if all(used.last is not None for used in found.values()):
        return found
    # Meetings of before the group kept its methods with their day: the list of closed sessions knows it.
    rows = await rooms.archive(_ALL, hidden=True)
    days = [
        (row.method_id, row.started_at[:10])
        for row in rows
        if row.group_id == group_id and row.method_id and row.started_at and not row.rehearsal
    ]
    return used_before(group, days)
