"""What comes after the phase of now: its name, its minutes, and who speaks in it."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.locale import _
from intervisie_tui.method import Stance
from intervisie_tui.widgets import words
from intervisie_tui.widgets.folding import folded
from intervisie_tui.widgets.pane import Pane, Words, heading, muted, said
from intervisie_tui.widgets.plain import one_line


class ComingNext(Pane):
    """The next phase."""

    TIMED = True

    def compose(self) -> ComposeResult:
        """A heading and a few lines."""
        yield Words(classes="heading")
        yield Words(classes="body")

    def on_resize(self) -> None:
        """More fits in a line, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the next phase."""
        self.query_one(".heading", Words).show(heading(_("What comes next")))
        body = self.query_one(".body", Words)
        width = body.content_size.width
        if width:
            body.show(Content("\n").join(folded(line, width) for line in next_lines(self.session)))


def next_lines(session: Session) -> list[Content]:
    """The next phase in words."""
    following = session.agenda[session.position + 1 : session.position + 2]
    if not following or session.clock is Clock.FINISHED:
        return [muted(_("This is the last phase."))]
    run = following[0]
    lines = [
        Content.assemble(
            one_line(said(run.plan.name), "bold"), "  ", (spoken.minutes(run.seconds), "$text-muted")
        )
    ]
    if not run.plan.placeholder:
        lines.append(one_line(words.floor(run.plan.room_floor)))
    owner = session.name(session.owner)
    if owner and run.plan.stance is not Stance.SPEAKS and not run.plan.framed and run.plan.turn is None:
        lines.append(one_line(words.stance(run.plan.stance, owner), "$text-muted"))
    return lines
