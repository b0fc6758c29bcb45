"""What only the timekeeper sees, at the desk: a cue, the nag, what comes next."""

from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.locale import _
from intervisie_tui.widgets.pane import Words, said
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs


class DeskLine(Words):
    """One line above the quiet line, empty in the room."""


def desk_words(session: Session, now: Moment) -> Content:
    """The nag, else the newest cue, and the next phase."""
    parts: list[Content] = []
    cues = timing.due_cues(session, now)
    if timing.forgotten(session, now):
        nag = _("The clock stands still; space lets it go on.")
        parts.append(Content.styled(f"{signs().cue} {nag}", "bold $accent"))
    elif cues:
        parts.append(
            Content.assemble(
                (f"{signs().cue} ", "bold $accent"), one_line(said(cues[-1].say), "bold $accent")
            )
        )
    following = session.agenda[session.position + 1 : session.position + 2]
    if following and session.clock is not Clock.FINISHED:
        plan = following[0].plan
        minutes = spoken.minutes(following[0].seconds)
        words = _("next: {phase}, {minutes}", phase=said(plan.name), minutes=minutes)
        parts += [Content("   ")] if parts else []
        parts.append(one_line(words, "$text-muted"))
    return Content.assemble(*parts)
