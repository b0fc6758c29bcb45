"""Who may speak now and by which rule, beside a bar of its own."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.domain.speaking import ROUNDS, FloorLine, floor_line
from intervisie_tui.locale import _
from intervisie_tui.method import Floor, Stance
from intervisie_tui.widgets import words
from intervisie_tui.widgets.pane import Pane, Words, said
from intervisie_tui.widgets.plain import one_line


class FloorPane(Pane):
    """The line "who may speak now", and the rule."""

    def compose(self) -> ComposeResult:
        """Two lines."""
        yield Words(classes="who")
        yield Words(classes="rule", hides=True)

    def on_resize(self) -> None:
        """More fits on a row, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show who may speak."""
        line = floor_line(self.session)
        first, then = who(self.session, line)
        # What the owner does stands behind it, or else on a row of its own.
        apart = first.cell_length + then.cell_length + 2 > self.size.width
        self.query_one(".who", Words).show(
            Content("\n" if apart else "  ").join(each for each in (first, then) if each.plain)
        )
        session = self.session
        working = session.interval is None and session.clock is not Clock.FINISHED
        rule = said(line.rule) if line and working else ""
        self.query_one(".rule", Words).show(one_line(rule, "$accent") if rule else Content(""))


def who(session: Session, line: FloorLine | None) -> tuple[Content, Content]:
    """Who may speak now, in words, and what belongs to it: what the owner does, or how to go on."""
    nothing = Content("")
    if session.clock is Clock.FINISHED:
        return Content.styled(_("The session has finished."), "bold"), nothing
    if session.interval is not None:
        return Content.styled(_("A break."), "bold"), nothing
    if line is None:
        return nothing, nothing
    first = one_line(_first(session, line), "bold")
    if line.complete:
        return first, Content.styled(_("enter begins another"), "$text-muted")
    owner = session.name(line.owner)
    if not owner or line.owner == line.speaker or (line.kind is Floor.OWNER and not line.speaker):
        return first, nothing
    return first, one_line(words.stance(line.stance, owner))


def _first(session: Session, line: FloorLine) -> str:
    if line.complete:
        return _("The round is complete.")
    if line.speaker is None:
        return words.floor(line.kind)
    name = session.name(line.speaker)
    return _("In turn: {name}.", name=name) if line.kind in ROUNDS else _("{name} has the floor.", name=name)


def owner_line(session: Session, line: FloorLine | None) -> Content:
    """What the case owner does, as the method says it."""
    if line is None or line.owner_does is None or line.owner is None or session.interval is not None:
        return Content("")
    name = session.name(line.owner)
    style = "bold" if line.stance is Stance.TURNED_AWAY else "$text-muted"
    return Content.assemble(one_line(name, style), (": ", style), one_line(said(line.owner_does), style))
