"""The stage: what the whole group sees of a live session, to be read from five metres. It changes nothing."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from intervisie_tui import domain
from intervisie_tui.actions import ACTIONS
from intervisie_tui.domain import timing
from intervisie_tui.domain.session import Session
from intervisie_tui.live import Live
from intervisie_tui.locale import _
from intervisie_tui.screens.stage_face import StageFace
from intervisie_tui.settings import Settings
from intervisie_tui.widgets.clock_pane import ClockPane
from intervisie_tui.widgets.pane import Pane, Words
from intervisie_tui.widgets.second import EachSecond
from intervisie_tui.widgets.signs import signs

KEYS = ("help", "sound", "language", "enlarge", "quit")
"""The actions of the room that the stage has too; it has no others."""
PICTURE = 0.2
"""Seconds after which the first picture stands, and others are followed."""
_SIGHTED = frozenset({timing.Warning.FIRST, timing.Warning.LAST, timing.Warning.OVER})


class StageScreen(StageFace):
    """The read-only screen of a live session; it holds the one reactive session, and the panes are functions of it."""

    CSS_PATH = "../styles/stage.tcss"
    AUTO_FOCUS = ""
    KEYS_OF = "stage"
    has_palette = False
    """Whether everything can be found by its name here: on a stage there is nothing to do."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(action.key_list, action.action, id=action.id, show=False)
            for action in ACTIONS
            if action.id in KEYS
        ),
        Binding("q,Q", "quit", show=False),
        Binding("escape", "shrink", show=False),
    ]

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self.sounds = False
        self._second = EachSecond(self, self.tick, live.seconds_to_flip)
        self._warned = timing.Warning.CALM
        self._panes: tuple[Pane, ...] = ()
        self._ready = False
        self._resumed = False

    def on_mount(self) -> None:
        """Follow what other screens do, and the clock."""
        self._ready = True
        self.set_class(signs().ascii, "-ascii")
        self._panes = tuple(self.query(Pane))
        clock = self.query_one("#clock", ClockPane)
        clock.keys = False
        first, last = self.settings.thresholds
        if self.settings.thresholds != Settings().thresholds:
            clock.shares = (first / 100, last / 100)
        for widget in self.query("*"):
            # Nothing here is gone through, so nothing takes keys.
            widget.can_focus = False
        self.live.on_change(self.changed)
        # What is loaded there would stand before the first picture.
        self.call_after_refresh(self.set_timer, PICTURE, self._follow)
        self._say_all()
        self._second.start()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The first time all has just got its style; it need not get it again."""
        event.refresh_styles = self._resumed
        self._resumed = True

    def _follow(self) -> None:
        domain.load()
        if self._ready:
            self.run_worker(self.live.follow(), exclusive=True, group="follow")

    async def on_unmount(self) -> None:
        """Let go of the session; its clock runs on."""
        self._ready = False
        self._second.stop()
        await self.live.stop()

    def changed(self, session: Session) -> None:
        """The session is another one now."""
        self.session = session
        if self._ready:
            self._outside()
            self.tick()
            self._second.start()
            self.call_after_refresh(self.fit_clock)

    async def recompose(self) -> None:
        """Another language: nothing is made anew, everything is said again."""
        for pane in self._panes:
            pane.paint_if_ready()
        self._say_all()

    def _say_all(self) -> None:
        self.query_one("#veil", Words).show(Content.styled(_("The room is veiled."), "$text-muted"))
        self.on_hint_changed()
        self._outside()
        self.tick()

    def _outside(self) -> None:
        """What is no pane follows too."""
        self.set_class(self.shut, "-veiled")
        self.tell_over()
        self.lay_out()
        while (self.shut or self.over) and self.app.screen is not self and self in self.app.screen_stack:
            # Not awaited: what stands over it goes at once.
            self.app.pop_screen()

    def tick(self) -> None:
        """A second has gone by: what moves with the clock is shown again."""
        if not self._ready:
            return
        now = self.now
        for pane in self._panes:
            pane.tick(now)
        self.tell_touch()
        self._sound(timing.warning(self.session, now, self.query_one("#clock", ClockPane).shares))

    def _sound(self, warning: timing.Warning) -> None:
        if warning is not self._warned and warning in _SIGHTED and self.sounds:
            self.app.bell()
        self._warned = warning

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Veiled or over, a stage can only be left."""
        return action == "quit" or not (self.shut or self.over)

    def action_sound(self) -> None:
        """A bell at the warnings, or no longer."""
        self.sounds = not self.sounds
        self.say(_("Sound is on, on this screen.") if self.sounds else _("Sound is off."))

    async def action_language(self) -> None:
        """The other of both languages."""
        await self.run_action("app.switch_language")

    def action_enlarge(self) -> None:
        """The clock over the whole window; again: as it was."""
        self._large = not self._large
        self.lay_out()

    def action_shrink(self) -> None:
        """Esc: an enlarged clock as it was."""
        self._large = False
        self.lay_out()

    def action_help(self) -> None:
        """The keys of the stage."""
        from intervisie_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Leave at once."""
        await self.run_action("app.quit")
