"""How the stage looks: what is in sight at each size, while and after a session, in touch and out of it."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.domain.shown import Shown
from intervisie_tui.locale import _, language
from intervisie_tui.screens.in_step import InStep
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.widgets.clock_pane import ClockPane
from intervisie_tui.widgets.ground_rules import WholeRules
from intervisie_tui.widgets.header import RoomHeader, balanced
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.notes import on_board
from intervisie_tui.widgets.offset import Times
from intervisie_tui.widgets.pane import Words, said
from intervisie_tui.widgets.phase import PhaseLine
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.shown import ShownActions, ShownBoard, ShownNotes, ShownPane, ShownParking
from intervisie_tui.widgets.speaking_order import SpeakingOrder
from intervisie_tui.widgets.stage_floor import StageFloor
from intervisie_tui.widgets.stage_prompts import StagePrompts
from intervisie_tui.widgets.still import Across, Down

SMALLEST, MIDDLE, WALL = (56, 15), (108, 30), (150, 42)
SIZES = ("-tiny", "-small", "-middle", "-big")
_CLOCKS = (11, 9, 7, 3)
"""Rows that the clock may have; the words of the phase come first, and it takes what they leave."""
LARGEST = 14
"""Rows where it has the window to itself: always, they would write more than is promised over a slow line."""


class StageFace(InStep, RoomBase):
    """Panes for five metres; each size is a layout of its own in the style sheet."""

    _large = False
    _laid: tuple[object, ...] = ()
    """What decided on the layout of now."""

    def compose(self) -> ComposeResult:
        """What is said when touch is lost, a header, what is now, what the group chose to see, what comes after all."""
        self.dress()
        yield Words(id="lost", hides=True)
        with Across(id="header"):
            yield self._bound(RoomHeader(id="head"))
            yield self._bound(Times(id="offset"))
        with Across(id="columns"):
            with Down(id="middle"):
                yield self._bound(PhaseLine(id="phase"))
                yield self._bound(ClockPane(id="clock"))
                yield self._bound(StageFloor(id="floor"))
                yield self._bound(StagePrompts(id="prompts"))
            with Down(id="side"):
                yield self._bound(SpeakingOrder(id="speaking-order"))
                yield self._bound(WholeRules(id="ground-rules"))
        yield Words(id="last", hides=True)
        with Across(id="shown"):
            yield self._bound(ShownNotes(id="notes"))
            yield self._bound(ShownBoard(id="board"))
            yield self._bound(ShownParking(id="parking-lot"))
            yield self._bound(ShownActions(id="actions"))
        yield Words(id="veil")
        yield Words(id="over")
        yield Hint(id="hint")

    @property
    def over(self) -> bool:
        """Whether there is no session any more: it was closed, or erased."""
        return self.live.gone or self.session.closed is not None

    def on_resize(self) -> None:
        """Another size of the window."""
        self.lay_out()

    def on_hint_changed(self) -> None:
        """The quiet line takes a row only while it says something."""
        self.query_one(Hint).display = bool(self.query_one(Hint).words)

    def lay_out(self) -> None:
        """Decide what is in sight; how it looks stands in the style sheet."""
        if not self._ready:
            return
        self.dress()
        session = self.session
        finished = session.clock is Clock.FINISHED
        laid = (
            self._size_class(),
            self._large,
            finished,
            session.shown,
            on_board(session),
            session.talk_shown,
        )
        if (*laid, language()) == self._laid:
            return
        self._laid = (*laid, language())
        self._show()
        self.query_one("#speaking-order").display = session.talk_shown
        self.query_one("#last", Words).show(_last(session) if finished else Content(""))
        self.call_after_refresh(balanced, self)
        self.call_after_refresh(self.fit_clock)

    def looks(self) -> dict[str, bool]:
        """By the size of the window, and by what there is to see."""
        size, finished = self._size_class(), self.session.clock is Clock.FINISHED
        return {
            **super().looks(),
            **{name: name == size for name in SIZES},
            "-finished": finished,
            "-enlarged": self._large and not finished,
            "-shown": bool(self._shown),
            "-boarded": self._boarded,
            "-over": self.over,
        }

    @property
    def _shown(self) -> frozenset[Shown]:
        """What the group chose to see, where there is room for it."""
        return frozenset() if self._large else frozenset(self.session.shown)

    @property
    def _boarded(self) -> bool:
        """Whether the board stands in the place of the notes."""
        session = self.session
        return Shown.NOTES in self._shown and on_board(session) and session.clock is not Clock.FINISHED

    def _size_class(self) -> str:
        width, height = self.window
        if width < SMALLEST[0] or height < SMALLEST[1]:
            return "-tiny"
        if width < MIDDLE[0] or height < MIDDLE[1]:
            return "-small"
        return "-big" if width >= WALL[0] and height >= WALL[1] else "-middle"

    def on_stage_prompts_moved(self) -> None:
        """There is another size for them: what they need is known now."""
        self.fit_clock()

    def fit_clock(self) -> None:
        """Give the clock as many rows as the words of the phase leave."""
        clock, prompts = self.query_one("#clock", ClockPane), self.query_one("#prompts", StagePrompts)
        if self.has_class("-tiny"):
            clock.size_to(3)
            return
        others = [
            pane
            for pane in self.query_one("#middle").children
            if pane.display and pane not in (clock, prompts)
        ]
        taken = clock.around + sum(pane.outer_size.height + pane.styles.margin.height for pane in others)
        clocks = (LARGEST, *_CLOCKS) if self._large else _CLOCKS
        free = self.query_one("#middle").content_size.height - taken
        least, whole = prompts.needed if prompts.display else (0, 0)
        best, small = (next((rows for rows in clocks if rows <= free - each), 3) for each in (whole, least))
        # For the prompts it gives way whole, for the question and what the owner does only as far as it can be read.
        clock.size_to(max(best, min(small, 7)))

    def _show(self) -> None:
        for pane in self.query(ShownPane):
            pane.display = pane.OF in self._shown and (
                pane.OF is not Shown.NOTES or self._boarded == isinstance(pane, ShownBoard)
            )
            pane.paint_if_ready()
        for place, pane in enumerate(pane for pane in self.query(ShownPane) if pane.display):
            pane.set_class(place > 0, "-after")

    def tell_touch(self) -> None:
        """Says that touch is lost, and how old the picture is; nothing while all is well."""
        words = "" if self.over else self.lost_words()
        self.set_class(bool(words), "-lost")
        self.query_one("#lost", Words).show(Content(words))

    def tell_over(self) -> None:
        """Says that there is no session any more, and shows nothing else of it."""
        words = _("This session is closed.")
        if self.live.gone and self.session.closed is None:
            words = _("This session is not there any more: it was closed or erased.")
        self.query_one("#over", Words).show(Content.styled(words if self.over else "", "bold"))


def _last(session: Session) -> Content:
    """The last picture: when it was, and what stays."""
    parts = [Content.styled(_("The session has finished."), "bold $primary")]
    if session.started_at is not None and session.finished_at is not None:
        hours = f"{spoken.hour(session.started_at)} - {spoken.hour(session.finished_at)}"
        parts.append(Content.styled(hours, "$text-muted"))
    if session.ground_rules:
        parts.append(plain(said(session.ground_rules[0])))
    if session.group_name:
        parts.append(one_line(session.group_name, "$text-muted"))
    return Content("\n\n").join(parts)
