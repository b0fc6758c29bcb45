"""The desk: what only the timekeeper sees, made when it is first asked for. The room is without it as it was."""

from collections.abc import Iterator

from intervisie_tui.live import Live
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.screens.sheets import STYLES
from intervisie_tui.widgets.pane import Pane

CUES, NEXT, ALOUD, PICTURE = "cues", "coming-next", "read-aloud", "stage-picture"
DESK = (CUES, NEXT, ALOUD, PICTURE)
_SHEET = STYLES / "desk.tcss"
_PLACES = {CUES: "#agenda", NEXT: "#ground-rules", ALOUD: "#notes", PICTURE: "#speaking-order"}
"""Before which pane of the room each stands."""


class RoomDesk(RoomBase):
    """The panes of the desk, beside those of the room."""

    def __init__(self, live: Live, *, desk: bool = False) -> None:
        super().__init__(live)
        self.set_reactive(RoomBase.desk, desk)
        self.furnished = desk
        """Whether they are there."""
        if desk:
            # With that of the room: one that comes later has all get its style once more.
            self.css_path.append(_SHEET)

    def at_desk(self, name: str) -> Iterator[Pane]:
        """That pane of the desk, where the screen begins as one."""
        if self.desk:
            yield self._made(name)

    def furnish(self) -> tuple[Pane, ...]:
        """Make the panes of the desk, once; those that are new."""
        if self.furnished:
            return ()
        self.furnished = True
        self._add_sheet()
        panes = {name: self._made(name) for name in DESK}
        for name, before in _PLACES.items():
            self.mount(panes[name], before=before)
        return tuple(panes.values())

    def _made(self, name: str) -> Pane:
        from intervisie_tui.widgets.coming_next import ComingNext
        from intervisie_tui.widgets.cues import Cues
        from intervisie_tui.widgets.read_aloud import ReadAloud
        from intervisie_tui.widgets.stage_picture import StagePicture

        kinds = {CUES: Cues, NEXT: ComingNext, ALOUD: ReadAloud, PICTURE: StagePicture}
        return self._bound(kinds[name](id=name))

    def _add_sheet(self) -> None:
        """The style sheet of the desk: the room's first picture does not wait for it."""
        if not self.app.stylesheet.has_source(str(_SHEET), ""):
            self.app.stylesheet.read(_SHEET)
            self.app.stylesheet.reparse()
            self.app.stylesheet.update(self.app)
