"""Changing the method in mid-session: the picker, and what follows from what is chosen there."""

from typing import Any

from intervisie_tui.domain.plan import circle_in
from intervisie_tui.locale import _, language
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.answers import answered
from intervisie_tui.screens.choose import ChooseDialog
from intervisie_tui.screens.choosing import choice_of, slot_of
from intervisie_tui.screens.commands import process_help
from intervisie_tui.screens.picking import pick_in_session
from intervisie_tui.screens.room_base import RoomBase


def change_method(room: RoomBase) -> None:
    """Ask for another method from here on. Where no method was chosen yet, owner and question are asked with it."""
    session = room.live.session
    if session.case.method is None:
        room.app.push_screen(ChooseDialog(room.live))
        return
    app: Any = room.app
    rooms: Rooms = app.rooms
    slot = slot_of(session, room.now)

    def chosen(method_id: str) -> None:
        room.run_worker(_change(room, rooms, method_id), group="change")

    pick_in_session(
        room, rooms.library, len(session.present), slot, chosen, now=session.case.method, group=session.group
    )


async def _change(room: RoomBase, rooms: Rooms, method_id: str) -> None:
    """Do it with the session as it now is, for it may have gone on meanwhile."""
    session = room.live.session
    loaded = rooms.library.methods.get(method_id)
    if method_id == session.case.method or loaded is None:
        return
    slot = slot_of(session, room.now)
    method = await answered(room, rooms.methods, loaded, [circle_in(len(session.present), slot)])
    choice = choice_of(method, session, slot, asks=process_help(room.app))
    if not await room.do(choice):
        return
    if method.has_owner and room.live.session.case.owner is None:
        room.app.push_screen(ChooseDialog(room.live))
        return
    name = method.name.of(language())
    room.say(_("From here on: {method}. What was done stays.", method=name), 12.0)
