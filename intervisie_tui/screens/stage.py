"""The stage: what the whole group sees of a live session, to be read from five metres. It changes nothing."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from intervisie_tui.actions import ACTIONS
from intervisie_tui.domain.session import Session
from intervisie_tui.live import Live
from intervisie_tui.locale import _
from intervisie_tui.screens.stage_face import StageFace
from intervisie_tui.widgets.pane import Pane, Words
from intervisie_tui.widgets.second import EachSecond

KEYS = ("help", "sound", "language", "enlarge", "quit")
"""The actions of the room that the stage has too; it has no others."""


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
        self._panes: tuple[Pane, ...] = ()
        self._resumed = False

    def on_mount(self) -> None:
        """Follow what other screens do, and the clock."""
        self._ready = True
        self._panes = tuple(self.query(Pane))
        self.clock_pane.keys = False
        for widget in self.query("*"):
            # Nothing here is gone through, so nothing takes keys.
            widget.can_focus = False
        self.keep_in_step()
        self._say_all()
        self._second.start()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The first time all has just got its style; it need not get it again."""
        event.refresh_styles = self._resumed
        self._resumed = True

    async def on_unmount(self) -> None:
        """Let go of the session; its clock runs on."""
        await self.let_go()

    def changed(self, session: Session) -> None:
        """The session is another one now."""
        super().changed(session)
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
        self.ring(now, self.sounds)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Veiled or over, a stage can only be left."""
        return action == "quit" or not (self.shut or self.over)

    def action_sound(self) -> None:
        """A bell at the warnings, or no longer."""
        self.sounds = not self.sounds
        self.say(_("Sound is on, on this screen.") if self.sounds else _("Sound is off."))

    def action_enlarge(self) -> None:
        """The clock over the whole window; again: as it was."""
        self._large = not self._large
        self.lay_out()

    def action_shrink(self) -> None:
        """Esc: an enlarged clock as it was."""
        self._large = False
        self.lay_out()
