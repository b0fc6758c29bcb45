"""The doors of a session: opened from its room, and how many are in."""

from typing import Any

from intervisie_tui.locale import _
from intervisie_tui.screens.room_base import RoomBase


class RoomDoors(RoomBase):
    """What the palette calls opening the doors."""

    @property
    def inside(self) -> int | None:
        """How many are in by a link; None while the doors are shut."""
        doors = self.live.doors
        return None if doors is None else len(doors.present) + doors.watching

    def action_doors(self) -> None:
        """Open the doors, or show them where they are open already."""
        app: Any = self.app
        keeper = getattr(app, "doorkeeper", None)
        if keeper is None:
            self.say(_("Doors cannot be opened here."))
            return
        from intervisie_tui.screens.open_doors import OpenDoors

        self.app.push_screen(OpenDoors(self.live, app.rooms, keeper, desk=self.desk))
