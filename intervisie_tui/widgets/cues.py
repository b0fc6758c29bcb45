"""The private cues of a phase: those that wait, and those that come with the clock at which they do."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.locale import _, language
from intervisie_tui.method import Cue
from intervisie_tui.widgets.folding import folded, rows_of
from intervisie_tui.widgets.pane import Pane, Words, heading, muted, said
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.scrolled import Scrolled
from intervisie_tui.widgets.signs import signs

MOST = 7
"""Rows for the cues of a phase; of more than that the rest is scrolled to."""


class Cues(Pane):
    """The newest waiting cue first, then what is to come."""

    TIMED = True

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._now: Moment | None = None
        self._told: tuple[object, ...] = ()
        self._held: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """A heading and the cues."""
        yield Words(classes="heading")
        yield Scrolled()

    def on_resize(self) -> None:
        """More fits in a line, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the cues as they were at the last tick."""
        if self._now is not None:
            self.tick(self._now)

    def tick(self, now: Moment) -> None:
        """Show what waits at this moment."""
        self._now = now
        if not self.ready:
            return
        body = self.query_one(Scrolled)
        width = body.columns
        if not width:
            return
        self._hold(body)
        lines = cue_lines(self.session, now)
        told = (width, language(), [line.plain for line in lines])
        if told == self._told:
            return
        self._told = told
        self.query_one(".heading", Words).show(heading(_("Cues for you alone")))
        body.tell(lambda width: Content("\n").join(folded(line, width) for line in lines))

    def _hold(self, body: Scrolled) -> None:
        """As high as it gets in any phase: then what stands below keeps its place."""
        beside, width = self.screen.has_class("-wide"), body.columns
        of = (beside, width, language(), [run.plan for run in self.session.agenda])
        if of != self._held:
            self._held = of
            rows = (sum(rows_of(folded(line, width)) for line in _coming(run)) for run in self.session.agenda)
            body.styles.height = min(max(rows, default=1), MOST) if beside else None


def cue_lines(session: Session, now: Moment) -> list[Content]:
    """The nag, the cues that wait, and those that still come."""
    lines = []
    if timing.forgotten(session, now):
        nag = _("The clock stands still; space lets it go on.")
        lines.append(Content.styled(f"{signs().cue} {nag}", "bold $accent"))
    due = timing.due_cues(session, now)
    lines += [one_line(f"{signs().cue} {said(cue.say)}", "bold $accent") for cue in reversed(due)]
    if session.current is not None and session.clock is not Clock.FINISHED:
        lines += _coming(session.current, due)
    return lines or [muted(_("This phase has no cues."))]


def _coming(run: PhaseRun, due: Sequence[Cue] = ()) -> list[Content]:
    cues = sorted((cue for cue in run.plan.cues if cue not in due), key=lambda cue: -cue.minutes_left)
    clocks = [_("at {clock}", clock=spoken.clock(cue.minutes_left * timing.MINUTE)) for cue in cues]
    return [
        Content.assemble((f"{at}  ", "$text-muted"), one_line(said(cue.say)))
        for at, cue in zip(clocks, cues, strict=True)
    ]
