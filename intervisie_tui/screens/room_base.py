"""What every part of the room screen stands on: the session, the way to a command, the quiet line."""

from textual.reactive import var
from textual.screen import Screen

from intervisie_tui.domain.commands import Command, Refusal
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Session
from intervisie_tui.live import Live
from intervisie_tui.locale import tell
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.parts import KnowsParts
from intervisie_tui.widgets.still import Still


class RoomBase(KnowsParts, Still, Screen[None]):
    """A screen that holds a live session."""

    # Not a reactive: a change of one has the whole screen painted again.
    session: var[Session] = var(Session, init=False)
    desk: var[bool] = var(False, init=False)

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.live = live
        self.set_reactive(RoomBase.session, live.session)

    @property
    def now(self) -> Moment:
        """The session's moment of now."""
        return self.live.now()

    @property
    def shut(self) -> bool:
        """Whether this screen is veiled: rooms are, desks never."""
        return self.session.veiled and not self.desk

    def say(self, words: str, seconds: float = 8.0, style: str = "$text-muted") -> None:
        """Shows a quiet line above the footer."""
        self.query_one("#hint", Hint).say(words, seconds, style)

    async def do(self, command: Command) -> bool:
        """Carries out a command; a refusal becomes a quiet line. Whether it was done."""
        refusal = await self.live.do(command)
        self.say_refusal(refusal)
        return refusal is None

    def say_refusal(self, refusal: Refusal | None) -> None:
        """Shows why not; a refusal is a message of the catalogue."""
        if refusal is not None:
            self.say(
                tell(refusal.message, refusal.values), style="$text-muted" if refusal.quiet else "$warning"
            )
