"""The time of day, the expected end, and how far that is from the planned end."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.locale import _, language, n_
from intervisie_tui.widgets.pane import Pane, Words


class Offset(Pane):
    """One line at the right of the header."""

    TIMED = True
    TELLS: ClassVar[bool] = True
    """Whether it tells how far from the planned end it will be."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._now: Moment | None = None
        self._told: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """One line."""
        yield Words(classes="body")

    def paint(self) -> None:
        """Show the times as they were at the last tick."""
        if self._now is not None:
            self.tick(self._now)

    def tick(self, now: Moment) -> None:
        """Show the times of this moment."""
        self._now = now
        ends = timing.expected_end(self.session, now)
        hour = spoken.hour(now)
        minutes = (hour, ends.utc // 60, offset_words(self.session, now))
        told = (*minutes, self.session.clock, self.desk, language())
        # At most once a minute there is something new to say.
        if not self.ready or told == self._told:
            return
        self._told = told
        end = _("ends {time}", time=spoken.hour(ends))
        parts = [Content.styled(f"{hour}   {end}", "$text-muted")]
        if self.TELLS and self.session.clock is not Clock.FINISHED:
            # In the room it is said calmly: nobody is to be hurried by it.
            style = "$warning" if self.desk else "$text-muted"
            parts.append(Content.styled(f"  {offset_words(self.session, now)}", style))
        self.query_one(Words).show(Content.assemble(*parts))


class Times(Offset):
    """The time of day and the expected end, without hurrying anybody."""

    TELLS = False


def offset_words(session: Session, now: Moment) -> str:
    """How far from the planned end, in words: "4 min late"."""
    seconds = timing.offset(session, now)
    whole = int(abs(seconds) / 60 + 0.5)
    if not whole:
        return _("on time")
    return (
        n_("{n} min late", "{n} min late", whole)
        if seconds > 0
        else n_("{n} min early", "{n} min early", whole)
    )
