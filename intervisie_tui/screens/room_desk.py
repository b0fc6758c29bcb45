"""The desk: what only the timekeeper sees, made when it is first asked for. The room is without it as it was."""

from typing import TYPE_CHECKING

from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.screens.sheets import STYLES
from intervisie_tui.widgets.pane import Pane

if TYPE_CHECKING:
    from textual.widget import Widget

CUES, NEXT, ALOUD, PICTURE = "cues", "coming-next", "read-aloud", "stage-picture"
DESK = (CUES, NEXT, ALOUD, PICTURE)


class RoomDesk(RoomBase):
    """The panes of the desk, beside those of the room."""

    furnished = False
    """Whether they are there."""

    def furnish(self) -> tuple[Pane, ...]:
        """Make the panes of the desk, once; those that are new."""
        if self.furnished:
            return ()
        self.furnished = True
        from intervisie_tui.widgets.coming_next import ComingNext
        from intervisie_tui.widgets.cues import Cues
        from intervisie_tui.widgets.read_aloud import ReadAloud
        from intervisie_tui.widgets.stage_picture import StagePicture

        self._dress()
        cues, aloud = self._bound(Cues(id=CUES)), self._bound(ReadAloud(id=ALOUD))
        following, picture = self._bound(ComingNext(id=NEXT)), self._bound(StagePicture(id=PICTURE))
        self._place("#middle", "#notes", aloud)
        self._place("#left", "#agenda", cues)
        self._place("#left", "#ground-rules", following)
        self._place("#right", "#speaking-order", picture)
        return cues, aloud, following, picture

    def _place(self, column: str, before: str, *panes: Pane) -> None:
        where: Widget = self.query_one(column)
        where.mount(*panes, before=where.query_one(before))

    def _dress(self) -> None:
        """The style sheet of the desk: the room's first picture does not wait for it."""
        sheet = STYLES / "desk.tcss"
        if not self.app.stylesheet.has_source(str(sheet), ""):
            self.app.stylesheet.read(sheet)
            self.app.stylesheet.reparse()
            self.app.stylesheet.update(self.app)
