"""What the screens of a session do alike: keep in step with it, ring at its warnings, and be left."""

from typing import TYPE_CHECKING

from intervisie_tui import domain
from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.locale import _
from intervisie_tui.screens.listening import listen
from intervisie_tui.settings import Settings
from intervisie_tui.widgets.clock_pane import ClockPane

if TYPE_CHECKING:
    from intervisie_tui.screens.room_base import RoomBase as _Base
    from intervisie_tui.widgets.second import EachSecond
else:
    # It has no keys, and a plain class is made in no time.
    _Base = object

PICTURE = 0.2
"""Seconds after which the first picture stands, and others are followed."""
_SIGHTED = frozenset({timing.Threshold.FIRST, timing.Threshold.LAST, timing.Threshold.OVER})


class InStep(_Base):
    """The room, the stage and the screen of a guest."""

    _ready = False
    """Whether the parts are there to be painted."""
    _warned = timing.Threshold.CALM
    if TYPE_CHECKING:
        _second: EachSecond

    @property
    def clock_pane(self) -> ClockPane:
        """The clock of the phase."""
        return self.query_one(ClockPane)

    def keep_in_step(self) -> None:
        """Follow what other screens do, with the warnings where the user wants them."""
        first, last = self.settings.thresholds
        if self.settings.thresholds != Settings().thresholds:
            self.clock_pane.shares = (first / 100, last / 100)
        listen(self, self.live, self.changed)
        # What is loaded there would stand before the first picture.
        self.call_after_refresh(self.set_timer, PICTURE, self.follow)

    def follow(self) -> None:
        """Take in what other screens do, from now on."""
        domain.load()
        if self._ready:
            self.run_worker(self.live.follow(), exclusive=True, group="follow")

    def ring(self, now: Moment, wanted: bool) -> None:
        """The terminal's bell, once at each warning."""
        warning = timing.warning(self.session, now, self.clock_pane.shares)
        if warning is not self._warned and warning in _SIGHTED and wanted:
            self.app.bell()
        self._warned = warning

    def lost_words(self) -> str:
        """That touch is lost, and how old the picture is; nothing while all is well."""
        age = self.live.age
        return _("No connection: this picture is {n} s old.", n=int(age)) if age is not None else ""

    async def let_go(self) -> None:
        """Let go of the session; its clock runs on."""
        self._ready = False
        self._second.stop()
        await self.live.stop()

    async def action_language(self) -> None:
        """The other of both languages."""
        await self.run_action("app.switch_language")

    def action_help(self) -> None:
        """The keys of this screen."""
        from intervisie_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    async def action_palette(self) -> None:
        """Everything by its name."""
        await self.run_action("app.command_palette")

    async def action_quit(self) -> None:
        """Leave; a live session asks how."""
        await self.run_action("app.quit")
