"""The stage: what the whole group sees of a live session, to be read from five metres. It changes nothing."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from intervisie_tui import domain
from intervisie_tui.actions import ACTIONS
from intervisie_tui.domain import timing
from intervisie_tui.domain.session import Session
from intervisie_tui.live import Live
from intervisie_tui.locale import _
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.settings import Settings
from intervisie_tui.widgets.clock_pane import ClockPane
from intervisie_tui.widgets.floor import FloorPane
from intervisie_tui.widgets.ground_rules import GroundRules
from intervisie_tui.widgets.header import RoomHeader
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.offset import Offset
from intervisie_tui.widgets.pane import Pane, Words
from intervisie_tui.widgets.phase import PhaseLine
from intervisie_tui.widgets.prompts import Prompts
from intervisie_tui.widgets.second import EachSecond
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.still import Across, Down

KEYS = ("help", "sound", "language", "enlarge", "quit")
"""The actions of the room that the stage has too; it has no others."""
PICTURE = 0.2
"""Seconds after which the first picture stands, and others are followed."""
_SIGHTED = frozenset({timing.Warning.FIRST, timing.Warning.LAST, timing.Warning.OVER})


class StageScreen(RoomBase):
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
        self._large = False

    def compose(self) -> ComposeResult:
        """A header, what is now in the middle, what stays beside it."""
        with Across(id="header"):
            yield self._bound(RoomHeader(id="head"))
            yield self._bound(Offset(id="offset"))
        with Across(id="columns"):
            with Down(id="middle"):
                yield self._bound(PhaseLine(id="phase"))
                yield self._bound(ClockPane(id="clock"))
                yield self._bound(FloorPane(id="floor"))
                yield self._bound(Prompts(id="prompts"))
            with Down(id="side"):
                yield self._bound(GroundRules(id="ground-rules"))
        yield Words(id="veil")
        yield Hint(id="hint")

    def _bound(self, pane: Pane) -> Pane:
        # Known before it is bound, so that a pane is made with all its rows at once.
        pane.set_reactive(Pane.session, self.session)
        return pane.data_bind(RoomBase.session, RoomBase.desk)

    def on_mount(self) -> None:
        """Follow what other screens do, and the clock."""
        self._ready = True
        self.set_class(signs().ascii, "-ascii")
        self._panes = tuple(self.query(Pane))
        first, last = self.settings.thresholds
        if self.settings.thresholds != Settings().thresholds:
            self.query_one(ClockPane).shares = (first / 100, last / 100)
        self.sounds = self.settings.sound
        self.live.on_change(self.changed)
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
            self.tick()
            self._second.start()

    def watch_session(self) -> None:
        """What is no pane follows too."""
        if self._ready:
            self._outside()

    async def recompose(self) -> None:
        """Another language: nothing is made anew, everything is said again."""
        for pane in self._panes:
            pane.paint_if_ready()
        self._say_all()

    def _say_all(self) -> None:
        self.query_one("#veil", Words).show(Content.styled(_("The room is veiled."), "$text-muted"))
        self._outside()
        self.lay_out()
        self.tick()

    def _outside(self) -> None:
        self.set_class(self.shut, "-veiled")
        while self.shut and self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()

    def tick(self) -> None:
        """A second has gone by: what moves with the clock is shown again."""
        if not self._ready:
            return
        now = self.now
        for pane in self._panes:
            pane.tick(now)
        self._sound(timing.warning(self.session, now, self.query_one(ClockPane).shares))

    def _sound(self, warning: timing.Warning) -> None:
        if warning is not self._warned and warning in _SIGHTED and self.sounds:
            self.app.bell()
        self._warned = warning

    def on_resize(self) -> None:
        """Another size of the window."""
        self.lay_out()

    def lay_out(self) -> None:
        """Decide what is in sight at this size; how it looks stands in the style sheet."""
        width, height = self.size
        self.set_class(width < 108 or height < 30, "-narrow")
        self.query_one("#clock", ClockPane).size_to(7 if height < 30 else 11)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Veiled, a stage can only be left."""
        return not self.shut or action == "quit"

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
