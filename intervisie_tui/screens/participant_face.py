"""How the screen of a guest looks: choosing a name, taking part, or one sentence and nothing else."""

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from intervisie_tui.domain import boards
from intervisie_tui.domain.deciding_doors import holder
from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _
from intervisie_tui.screens.in_step import InStep
from intervisie_tui.screens.participant_line import ParticipantLine
from intervisie_tui.widgets.chips import Chip, Chips
from intervisie_tui.widgets.clock_pane import ClockPane
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.floor import FloorPane
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.names import Names
from intervisie_tui.widgets.own_board import OwnBoard
from intervisie_tui.widgets.own_entries import OwnEntries
from intervisie_tui.widgets.pane import Words, heading
from intervisie_tui.widgets.phase import PhaseLine
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.prompts import Prompts
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.still import Across, Down

WIDE = 100
"""From so many columns on there are two beside each other."""
SHORT, FEW, LOW = 16, 24, 30
"""Under so many rows less is in sight, in the end only what is needed to write."""


class Face(StrEnum):
    """What the screen of a guest is for now."""

    NAME = "name"
    PART = "part"
    VEIL = "veil"
    SAID = "said"


class GuestFloor(FloorPane):
    """Who may speak, without keys that a guest has not."""

    KEYS: ClassVar[bool] = False


class ParticipantFace(InStep, ParticipantLine):
    """Everything stands there from the beginning, and what is not for now is out of sight."""

    @property
    def face(self) -> Face:
        """What this screen is for now."""
        if self._sentence():
            return Face.SAID
        if self.session.veiled:
            return Face.VEIL
        return Face.NAME if self.me is None else Face.PART

    @property
    def shut(self) -> bool:
        """Whether nothing can be done here now."""
        return self.face in {Face.SAID, Face.VEIL}

    def _sentence(self) -> str:
        guest = self.session.guest(self.live.screen)
        if guest is not None and guest.out:
            return _("You have been shown out of this session.")
        if self.live.gone or self.session.closed is not None:
            return _("This session is closed.")
        if self.session.clock is Clock.FINISHED:
            return _("The session has finished. The group now chooses what is kept; this page can be closed.")
        return ""

    def compose(self) -> ComposeResult:
        """A line at the top, what is now, what was written, the line to write in; and what may stand in its place."""
        self.dress()
        yield Words(id="lost", hides=True)
        with Across(id="header"):
            yield Words(id="me")
            yield Words(id="unsaved", hides=True)
        with Across(id="columns"):
            with Down(id="now"):
                yield self._bound(PhaseLine(id="phase"))
                yield self._bound(ClockPane(id="clock"))
                yield self._bound(GuestFloor(id="floor"))
                yield self._bound(Prompts(id="prompts"))
            with Down(id="yield"):
                yield self._bound(OwnBoard(self.live.screen, id="board"))
                yield self._bound(OwnEntries(self.live.screen, id="own"))
        yield Hint(id="hint")
        with Down(id="write"):
            yield Chips(id="takes")
            yield EntryLine(id="entry")
            yield Chips(id="doing", buttons=True)
        with Down(id="who"):
            yield Words(id="ask-name")
            with VerticalScroll(id="who-scroll", can_focus=False):
                yield Names(id="names")
            yield Words(id="not-there")
        yield Words(id="said")

    def on_resize(self) -> None:
        """Another size of the window: a phone's keyboard comes or goes, too."""
        self.lay_out()

    def on_hint_changed(self) -> None:
        """The quiet line takes a row only while it says something."""
        self.query_one(Hint).display = bool(self.query_one(Hint).words) and not self.shut

    def lay_out(self) -> None:
        """Decide what is in sight; how it looks stands in the style sheet."""
        if not self._ready:
            return
        self.dress()
        height, wide = self.size.height, self.has_class("-wide")
        self.query_one("#clock", ClockPane).size_to(7 if wide and height >= LOW else 3)
        self.query_one(Prompts).hold_to(0 if wide else max(3, height // 6))
        self.on_hint_changed()

    def looks(self) -> dict[str, bool]:
        """By the size of the window, by what it is for, and by what the phase has."""
        width, height = self.window
        run = self.session.current
        return {
            **super().looks(),
            "-wide": width >= WIDE and height >= SHORT,
            "-low": height < LOW,
            "-few": height < FEW,
            "-short": height < SHORT,
            "-boarded": run is not None and run.plan.board is not None,
            **{f"-{face}": face is self.face for face in Face},
        }

    def tell_all(self) -> None:
        """What is no pane says what it has to say now."""
        self._tell_top()
        self._tell_names()
        if self.face is Face.PART:
            self.fit_line()
            self._tell_doing()
        veil = _("The room is veiled.")
        self.query_one("#said", Words).show(
            Content(self._sentence() or (veil if self.session.veiled else ""))
        )

    def _tell_top(self) -> None:
        session = self.session
        name = one_line(session.name(self.me), "bold") if self.me else Content("")
        up = "  " + signs().hand + " " + _("hand up")
        hand = (up, "bold $primary") if self.me in session.hands else ""
        group = one_line(f"  {session.group_name}" if self.me else session.group_name, "$text-muted")
        self.query_one("#me", Words).show(Content.assemble(name, hand, group))

    def _tell_names(self) -> None:
        session = self.session
        self.query_one("#ask-name", Words).show(heading(_("Choose your name")))
        names = [(one.id, one.name, holder(session, one.id) is not None) for one in session.present]
        self.query_one(Names).tell(names)
        missing = _("Is your name not here? Ask the timekeeper to add it.")
        self.query_one("#not-there", Words).show(Content.styled(missing, "$text-muted"))

    def _tell_doing(self) -> None:
        session, run = self.session, self.session.current
        up = self.me in session.hands
        chips = [
            Chip("send", _("Send")),
            Chip("hand", _("Lower hand") if up else _("Raise hand"), up),
        ]
        if run is not None and run.plan.board is not None and boards.may_dot(session, run, self.me or ""):
            left = boards.dots_left(session, run, self.me or "")
            if run.plan.board.dots:
                chips += [Chip("dot", _("Dot ({n} left)", n=left)), Chip("dot-back", _("Dot away"))]
        if self.size.width >= WIDE or len(chips) == 2:
            chips.append(Chip("help", _("Help")))
        self.query_one("#doing", Chips).tell(chips)

    def tell_touch(self) -> None:
        """Says that touch is lost, and how old the picture is; and that something is not saved."""
        words = "" if self.face is Face.SAID else self.lost_words()
        self.query_one("#lost", Words).show(Content(words))
        unsaved = "" if self.live.saved else _("not saved")
        self.query_one("#unsaved", Words).show(Content.styled(unsaved, "bold $error"))
