"""A small picture of what the room sees on its stage."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.domain.speaking import floor_line
from intervisie_tui.locale import _
from intervisie_tui.widgets.clock_pane import face
from intervisie_tui.widgets.columns import cut, two_sides
from intervisie_tui.widgets.floor import who
from intervisie_tui.widgets.folding import folded
from intervisie_tui.widgets.pane import Pane, Words, heading, said
from intervisie_tui.widgets.shown_words import shown_name
from intervisie_tui.widgets.signs import signs

MOST = 2
"""Rows for who speaks."""


class StagePicture(Pane):
    """The phase and its clock, who speaks, what else is shown; or the veil."""

    TIMED = True

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._now: Moment | None = None

    def compose(self) -> ComposeResult:
        """A heading, and a few lines on the ground of the stage."""
        yield Words(classes="heading")
        # Each a widget of its own: only that with the clock is painted each second.
        yield Words(classes="picture clock")
        yield Words(classes="picture who")
        yield Words(classes="picture also")

    def on_resize(self) -> None:
        """More fits in a line, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the picture as it was at the last tick."""
        self.query_one(".heading", Words).show(heading(_("The room sees")))
        session = self.session
        width = self.query_one(".who", Words).content_size.width
        if not width:
            return
        first, _then = who(session, floor_line(session), keys=False)
        veiled = session.veiled
        said_of_floor = folded(Content(first.plain), width, MOST)
        self.query_one(".who", Words).show(Content("") if veiled else said_of_floor)
        self.query_one(".also", Words).show(Content.styled(cut(also(session), width), "$text-muted"))
        if self._now is not None:
            self.tick(self._now)

    def tick(self, now: Moment) -> None:
        """Show its clock at this moment."""
        self._now = now
        line = self.query_one(".clock", Words) if self.ready else None
        if line is None or not line.content_size.width:
            return
        session, width = self.session, line.content_size.width
        if session.veiled:
            line.show(
                Content.styled(cut(f"{signs().cue} " + _("The room is veiled."), width), "bold $warning")
            )
            return
        if session.clock is Clock.FINISHED:
            line.show(Content.styled(cut(_("The session has finished."), width), "bold"))
            return
        pause = timing.break_left(session, now)
        left = timing.remaining(session, now) if pause is None else pause
        name = said(session.current.plan.name) if session.current else ""
        line.show(two_sides(name, face(left), width, "bold", "bold $primary"))


def also(session: Session) -> str:
    """What else the stage shows, in words."""
    names = [shown_name(what) for what in session.shown] + ([_("talk time")] if session.talk_shown else [])
    if session.veiled:
        return _("v lifts the veil")
    return _("also: {names}", names=", ".join(names).lower()) if names else _("nothing written down")
