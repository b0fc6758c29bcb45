"""The room: the session on one screen, with all its panes."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from intervisie_tui.actions import ACTIONS, WHILE_VEILED
from intervisie_tui.domain import timing
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.live import Live
from intervisie_tui.locale import _
from intervisie_tui.screens.doors import only_room
from intervisie_tui.screens.in_step import InStep
from intervisie_tui.screens.quiet_question import QuietQuestion
from intervisie_tui.screens.room_desk import ALOUD, CUES, NEXT, PICTURE
from intervisie_tui.screens.room_doors import RoomDoors
from intervisie_tui.screens.room_entry import RoomEntry
from intervisie_tui.screens.room_face import RoomFace
from intervisie_tui.screens.room_guests import RoomGuests
from intervisie_tui.screens.room_time import RoomTime
from intervisie_tui.screens.room_undo import RoomUndo
from intervisie_tui.widgets.actions_pane import ActionsPane
from intervisie_tui.widgets.agenda import Agenda
from intervisie_tui.widgets.clock_pane import ClockPane
from intervisie_tui.widgets.desk_line import DeskLine, desk_words
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.floor import FloorPane
from intervisie_tui.widgets.footer import RoomFooter
from intervisie_tui.widgets.ground_rules import GroundRules
from intervisie_tui.widgets.header import RoomHeader, whole
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.notes import Notes
from intervisie_tui.widgets.offset import Offset
from intervisie_tui.widgets.pane import Pane, Words
from intervisie_tui.widgets.parking_lot import ParkingLot
from intervisie_tui.widgets.phase import PhaseLine
from intervisie_tui.widgets.prompts import Prompts
from intervisie_tui.widgets.second import EachSecond
from intervisie_tui.widgets.speaking_order import SpeakingOrder
from intervisie_tui.widgets.still import Across, Down
from intervisie_tui.widgets.tabs import Tabs

LONG_GAP = 600.0


class RoomScreen(InStep, RoomTime, RoomEntry, RoomDoors, RoomGuests, RoomUndo, RoomFace):
    """One screen of a live session; it holds the one reactive session, and the panes are functions of it."""

    CSS_PATH = "../styles/room.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(action.key_list, action.action, id=action.id, show=False)
            for action in ACTIONS
            if not action.in_lists
        ),
        Binding("escape", "shrink", show=False),
    ]

    def __init__(self, live: Live, *, desk: bool = False) -> None:
        super().__init__(live, desk=desk)
        self._second = EachSecond(self, self.tick, live.seconds_to_flip)
        self._quiet = QuietQuestion(self, live, self.say_refusal)
        self._panes: tuple[Pane, ...] = ()
        self._resumed = False

    def compose(self) -> ComposeResult:
        """A header, three columns, a quiet line, the keys."""
        self.dress()
        with Across(id="header"):
            yield self._bound(RoomHeader(id="head"))
            yield self._bound(Offset(id="offset"))
        with Across(id="columns"):
            with Down(id="left"):
                yield from self.at_desk(CUES)
                yield self._bound(Agenda(id="agenda"))
                yield from self.at_desk(NEXT)
                yield self._bound(GroundRules(id="ground-rules"))
            with Down(id="middle"):
                with Down(id="now"):
                    yield self._bound(PhaseLine(id="phase"))
                    yield self._bound(ClockPane(id="clock"))
                    yield self._bound(FloorPane(id="floor"))
                    yield self._bound(Prompts(id="prompts"))
                yield Tabs()
                yield from self.at_desk(ALOUD)
                yield self._bound(Notes(id="notes"))
            with Down(id="right"):
                yield from self.at_desk(PICTURE)
                yield self._bound(SpeakingOrder(id="speaking-order"))
                yield Words(id="inside", hides=True)
                yield self._bound(ParkingLot(id="parking-lot"))
                yield self._bound(ActionsPane(id="actions"))
        yield Words(id="too-small")
        yield Words(id="veil")
        yield DeskLine(id="deskline")
        yield Hint(id="hint")
        yield EntryLine(id="entry")
        yield RoomFooter(id="footer")

    def on_mount(self) -> None:
        """Follow what other screens do, and the clock."""
        self._ready = True
        self._panes = tuple(self.query(Pane))
        self.sounds = self.settings.sound
        self.known_from_now()
        self.keep_in_step()
        self._say_all()
        self._second.start()
        asked = self._quiet.ask_now() or self._quiet.ask()
        if not asked and self.live.gap is not None and self.live.gap > LONG_GAP:
            self.ask_gap(self.live.gap)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The first time all has just got its style; it need not get it again."""
        event.refresh_styles = self._resumed
        self._resumed = True

    def follow(self) -> None:
        """As all screens; and a line that was half typed when a room came to its end is at hand again."""
        super().follow()
        if self._ready:
            self.run_worker(self.line_back())

    async def on_unmount(self) -> None:
        """Let go of the session; its clock runs on."""
        await self.let_go()

    def changed(self, session: Session) -> None:
        """The session is another one now."""
        super().changed(session)
        if self._ready:
            self.tick()
            self.tell_inside()
            self.tell_others()
            self._second.start()

    def watch_session(self, before: Session, session: Session) -> None:
        """What is no pane follows too."""
        if not self._ready:
            return
        self._outside()
        current = session.current
        if current is not None and (before.current is None or before.current.id != current.id):
            self.take_notes_of(current.plan)

    def watch_desk(self) -> None:
        """The other face."""
        if self._ready:
            self._panes += self.furnish() if self.desk else ()
            self.lay_out()
            self._outside()
            self.tick()

    def retell(self) -> None:
        """Says everything again, also in another language."""
        for pane in self._panes:
            pane.paint_if_ready()
        self.tell_line(self.keeper.purpose)
        self._say_all()

    def _say_all(self) -> None:
        """What is said beside the panes, which say theirs by themselves."""
        self.query_one("#too-small", Words).show(Content(_("Make the window larger.")))
        self.query_one("#veil", Words).show(
            Content.styled(_("The room is veiled. v shows it."), "$text-muted")
        )
        self._outside()
        self.lay_out()
        self.tick()

    async def recompose(self) -> None:
        """Another language: nothing is made anew, everything is said again."""
        self.retell()

    def _outside(self) -> None:
        session, head = self.session, self.query_one(RoomHeader)
        head.saved, head.age = self.live.saved, whole(self.live.age)
        self.query_one(RoomFooter).tell(session)
        self.count()
        self.dress()
        if self.shut and self.keeper.asking is not None:
            self.keeper.put_away()

    def count(self) -> None:
        """What stands beside panes follows their place."""
        super().count()
        self.tell_inside()

    def tick(self) -> None:
        """A second has gone by: what moves with the clock is shown again."""
        if not self._ready:
            return
        now = self.now
        for pane in self._panes:
            pane.tick(now)
        self.query_one(DeskLine).show(desk_words(self.session, now) if self.desk else Content(""))
        head = self.query_one(RoomHeader)
        head.saved, head.age = self.live.saved, whole(self.live.age)
        head.inside = self.inside
        head.waiting = bool(timing.due_cues(self.session, now)) or timing.forgotten(self.session, now)
        self.ring(now, self.sounds)
        self.balance()
        self._ask_about_quiet()

    def _ask_about_quiet(self) -> None:
        """Ask whether a time counts in which nothing was done, unless the room is veiled or somebody is busy here."""
        busy = not self.is_current or self.keeper.asking is not None
        if not (busy or self.shut or self.session.clock is Clock.FINISHED):
            self._quiet.ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Veiled, a room obeys only a few keys; while somebody types, none of the room's."""
        if action == "questions" and not self.settings.process_help:
            return False
        if action == "who_am_i" and not only_room(self.app):
            return False
        if not self.shut or not self._ready:
            return True
        return action in {name.replace("-", "_") for name in WHILE_VEILED}
