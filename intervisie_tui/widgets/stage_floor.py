"""Who may speak now, for the eyes of all: the line of the room without its keys, and who comes next."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.domain.speaking import upcoming
from intervisie_tui.locale import _
from intervisie_tui.widgets.columns import cut
from intervisie_tui.widgets.floor import FloorPane
from intervisie_tui.widgets.pane import Words

NEXT = 3
"""How many of those who come next are named."""


class StageFloor(FloorPane):
    """As in the room; the stage has no keys to tell of, but it tells who comes next."""

    KEYS = False

    def compose(self) -> ComposeResult:
        """Who may speak, who comes next, the rule."""
        yield Words(classes="who")
        yield Words(classes="next", hides=True)
        yield Words(classes="groups -none")
        yield Words(classes="rule", hides=True)

    def paint(self) -> None:
        """Show who may speak."""
        super().paint()
        words = coming(self.session)
        self.query_one(".next", Words).show(
            Content.styled(cut(words, max(self.size.width, 20)), "$text-muted") if words else Content("")
        )


def coming(session: Session) -> str:
    """Who comes next, in words: "then Chantal, Dirk"; nothing where that is not known."""
    if session.interval is not None or session.clock is Clock.FINISHED:
        return ""
    names = [session.name(member) for member in upcoming(session)]
    if not names:
        return ""
    return _("then {names}", names=", ".join(names[:NEXT]) + (", ..." if len(names) > NEXT else ""))
