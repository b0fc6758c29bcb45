"""What a guest with a seat of its own sees, in its browser or on its phone, and what it can do there."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from intervisie_tui.actions import ACTIONS
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Session
from intervisie_tui.live import Live
from intervisie_tui.locale import _
from intervisie_tui.messages import DeleteEntry, DotEntry, EditEntry, MarkEntry, MoveEntry
from intervisie_tui.screens.line_keeper import Purpose
from intervisie_tui.screens.own_name import OwnName
from intervisie_tui.screens.participant_face import Face, ParticipantFace
from intervisie_tui.widgets.chips import Chips
from intervisie_tui.widgets.names import Names
from intervisie_tui.widgets.own_board import OwnBoard
from intervisie_tui.widgets.pane import Pane
from intervisie_tui.widgets.second import EachSecond

KEYS = frozenset({"note", "park", "action", "hand", "help", "language", "palette", "quit"})
"""The actions of the room that a guest has too."""


class ParticipantScreen(OwnName, ParticipantFace):
    """One guest's screen of a live session; the line at the bottom has the keys."""

    CSS_PATH = "../styles/participant.tcss"
    AUTO_FOCUS = ""
    KEYS_OF = "participant"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(action.key_list, action.action, id=action.id, show=False)
            for action in ACTIONS
            if action.id in KEYS
        ),
        Binding("enter", "note", show=False),
        Binding("tab", "app.focus_next", show=False),
    ]

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self._second = EachSecond(self, self.tick, live.seconds_to_flip)
        self._panes: tuple[Pane, ...] = ()
        self._faced: Face | None = None

    async def on_mount(self) -> None:
        """Follow what other screens do, and the clock; a line that was half typed stands there again."""
        self._ready = True
        self._panes = tuple(self.query(Pane))
        self.clock_pane.keys = False
        self.keep_in_step()
        self._outside()
        self.tick()
        self._second.start()
        if self.face is Face.PART:
            await self.line_back()

    async def on_unmount(self) -> None:
        """Let go of the session; the guest keeps its name, and the line that it was typing."""
        await self.let_go()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """After a dialog the line has the keys again."""
        del event
        if self._ready and self.face is Face.PART and self.focused is None:
            self.line.field.focus()

    def changed(self, session: Session) -> None:
        """The session is another one now."""
        super().changed(session)
        if self._ready:
            self._outside()
            self.tick()
            self._second.start()

    async def recompose(self) -> None:
        """Another language: nothing is made anew, everything is said again."""
        for pane in self._panes:
            pane.paint_if_ready()
        self.tell_placeholder()
        self._outside()
        self.tick()

    def _outside(self) -> None:
        self.tell_all()
        self.lay_out()
        face = self.face
        while self.shut and self.app.screen is not self and self in self.app.screen_stack:
            # Not awaited: what stands over it goes at once.
            self.app.pop_screen()
        if face is self._faced:
            return
        self._faced = face
        if face is Face.PART:
            if not self.line.is_open:
                self.open_line()
            self.line.field.focus()
        elif face is Face.NAME:
            self.query_one(Names).focus()
        else:
            if self.line.has_focus_within:
                self.keeper.lets_go()
            self.set_focus(None)

    def on_descendant_focus(self) -> None:
        """What is typed from now on goes to the line, where a tap has brought the keys back."""
        if self.line.has_focus_within:
            self.keeper.has_keys()

    def tick(self) -> None:
        """A second has gone by: what moves with the clock is shown again."""
        if not self._ready:
            return
        now = self.now
        for pane in self._panes:
            pane.tick(now)
        self.tell_touch()
        # The page decides whether it is heard.
        self.ring(now, not self.shut)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Behind a veil or a last sentence nothing is done; before a name has been chosen, only that."""
        of_the_room = action in {"note", "park", "action", "hand"}
        return action == "quit" or not (self.shut or (of_the_room and self.face is not Face.PART))

    async def on_names_chosen(self, event: Names.Chosen) -> None:
        """A name was chosen."""
        await self.take_name(event.member)

    async def on_chips_chosen(self, event: Chips.Chosen) -> None:
        """What was tapped below the line, or what the line takes."""
        if self.face is not Face.PART:
            return
        if event.chips.id == "takes":
            if event.chip:
                self.choose(int(event.chip))
        elif event.chip == "send":
            await self.line.field.action_submit()
            self.line.field.focus()
        elif event.chip in {"dot", "dot-back"}:
            await self._dot(1 if event.chip == "dot" else -1)
        else:
            await self.run_action(event.chip)

    async def _dot(self, by: int) -> None:
        chosen = self.query_one(OwnBoard).chosen
        if chosen:
            await self.on_dot_entry(DotEntry(chosen, by))
        else:
            self.say(_("Tap a note on the board first."))

    async def on_dot_entry(self, event: DotEntry) -> None:
        """* and /, or a tap: a dot more or less, of this guest's own."""
        run = self.session.current
        if run is not None:
            await self.do(c.GiveDots(event.id, run.id, event.by, self.me))

    def on_edit_entry(self, event: EditEntry) -> None:
        """What stands there is the timekeeper's to change."""
        del event
        self.say(_("Only the timekeeper changes what stands there."))

    def on_delete_entry(self, event: DeleteEntry) -> None:
        """What stands there is the timekeeper's to delete."""
        self.on_edit_entry(EditEntry(event.id))

    def on_mark_entry(self, event: MarkEntry) -> None:
        """What stands there is the timekeeper's to mark."""
        self.on_edit_entry(EditEntry(event.id))

    def on_move_entry(self, event: MoveEntry) -> None:
        """What stands there is the timekeeper's to move."""
        self.on_edit_entry(EditEntry(event.id))

    def action_note(self) -> None:
        """Write a note."""
        self.take(Purpose.NOTE)

    def action_park(self) -> None:
        """Write something for later."""
        self.take(Purpose.PARK)

    def action_action(self) -> None:
        """Write an own action."""
        self.take(Purpose.ACTION)

    async def action_hand(self) -> None:
        """The own hand goes up, or down again."""
        me = self.me or ""
        await self.do(c.LowerHand(me) if me in self.session.hands else c.RaiseHand(me))
