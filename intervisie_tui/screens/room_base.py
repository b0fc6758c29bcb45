"""What every part of the room screen stands on: the session, the way to a command, the quiet line."""

from collections.abc import Awaitable, Callable, Iterable

from textual.geometry import Size
from textual.reactive import var
from textual.screen import Screen

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Member, Session
from intervisie_tui.live import Live
from intervisie_tui.locale import N_, tell
from intervisie_tui.screens.answer import Answer
from intervisie_tui.settings import Settings
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.pane import Pane
from intervisie_tui.widgets.parts import KnowsParts
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.still import Arranged, Still


class RoomBase(KnowsParts, Still, Screen[None]):
    """A screen that holds a live session."""

    # Not a reactive: a change of one has the whole screen painted again.
    session: var[Session] = var(Session, init=False)
    desk: var[bool] = var(False, init=False)
    _pictured = False
    """Whether there has been a picture of it."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._compositor = Arranged()
        self.live = live
        self.set_reactive(RoomBase.session, live.session)
        self.settings = Settings()
        """What the user set; given before the screen is shown."""

    def _compositor_refresh(self) -> None:
        # While the program starts Textual makes each picture and throws it away; the first one is made after that.
        if not self.app._batch_count:
            self._pictured = self._pictured or self.is_current
            super()._compositor_refresh()

    def changed(self, session: Session) -> None:
        """The session is another one now."""
        self.session = session
        if self.shut:
            # What was told beside the room is as little for all eyes as the room.
            self.app.clear_notifications()

    @property
    def window(self) -> Size:
        """The size of this screen, also before its first layout."""
        return self.size or self.app.size

    def looks(self) -> dict[str, bool]:
        """Which classes of the style sheet this screen has now, and which it has not."""
        return {"-ascii": signs().ascii, "-veiled": self.shut}

    def dress(self) -> None:
        """Have the classes of now: all at once, and first while it is empty, for each time all gets its style."""
        self.update_classes(self.looks())

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        # For a scroll Textual looks at nothing but what is visible; where it has not done so since the last layout, all
        # is new to it, and the whole screen is painted.
        scroll = scroll and self._compositor._visible_map is not None
        if self._repaint_required and self.is_current and not self.app._batch_count:
            # All is to be painted: with the layout, and not once more after it.
            self._repaint_required = False
            self._compositor._dirty_regions.add((size or self.outer_size).region)
        super()._refresh_layout(size, scroll)

    def _screen_resized(self, size: Size) -> None:
        # A screen that appears is told its size by the app, and once more by its own first layout.
        if size != self._size or not self._pictured:
            super()._screen_resized(size)

    @property
    def now(self) -> Moment:
        """The session's moment of now."""
        return self.live.now()

    @property
    def shut(self) -> bool:
        """Whether this screen is veiled: rooms are, desks never."""
        return self.session.veiled and not self.desk

    def _bound(self, pane: Pane) -> Pane:
        # Known before it is bound, so that a pane is made with all its rows at once.
        pane.set_reactive(Pane.session, self.session)
        pane.set_reactive(Pane.desk, self.desk)
        return pane.data_bind(RoomBase.session, RoomBase.desk)

    def say(self, words: str, seconds: float = 8.0, style: str = "$text-muted") -> None:
        """Shows a quiet line above the footer."""
        self.query_one("#hint", Hint).say(words, seconds, style)

    async def do(self, command: "c.Command") -> bool:
        """Carries out a command; a refusal becomes a quiet line. Whether it was done."""
        refusal = await self.live.do(command)
        self.say_refusal(refusal)
        return refusal is None

    def confirm(
        self,
        question: Callable[[], str],
        yes: str,
        answered: Callable[[bool | None], Awaitable[None]],
        no: str = N_("Cancel"),
        *,
        harmless: Answer,
    ) -> None:
        """Asks something with two answers: True for the first, False for the second, None for Esc.

        The question is in the language of now; the answers are messages of the catalogue. `harmless` is the answer that
        takes, ends, erases and overwrites nothing: it has the focus.
        """
        from intervisie_tui.screens.dialogs.confirm import Confirm

        self.app.push_screen(Confirm(question, yes, no, harmless=harmless), answered)

    def choose_member(
        self,
        question: str,
        members: Iterable[Member],
        chosen: Callable[[str | None], Awaitable[None]],
        nobody: str = "",
    ) -> None:
        """Asks for one of these members: an id; nothing where `nobody` is chosen; None for Esc.

        The question and `nobody` are messages of the catalogue.
        """
        from intervisie_tui.screens.dialogs.choose_member import ChooseMember

        pairs = [(member.id, member.name) for member in members]
        self.app.push_screen(ChooseMember(question, pairs, nobody), chosen)

    def say_refusal(self, refusal: Refusal | None) -> None:
        """Shows why not; a refusal is a message of the catalogue."""
        if refusal is not None:
            self.say(
                tell(refusal.message, refusal.values), style="$text-muted" if refusal.quiet else "$warning"
            )
