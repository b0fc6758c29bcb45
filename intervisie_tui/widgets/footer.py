"""The nine keys at the bottom."""

from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.content import Content

from intervisie_tui.actions import UserAction, in_footer
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.locale import N_, _, language
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.still import Across

_CLOCK = {
    Clock.READY: N_("start"),
    Clock.PAUSED: N_("go on"),
    Clock.RUNNING: N_("pause"),
    Clock.FINISHED: N_("go on"),
}

_WORDLESS = ("more", "undo", "help", "next-speaker")
"""Which keys give up their word, in this order, where not all words fit: no key falls off."""


def _width(told: Iterable[tuple[str, str]]) -> int:
    """Columns of these keys and words, one blank between them."""
    return sum(cell_len(key) + (cell_len(word) + 1 if word else 0) + 1 for key, word in told)


class FooterKey(Words):
    """One key; a click does the same."""

    def __init__(self, action: UserAction) -> None:
        super().__init__(classes="key")
        self.act = action

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        await self.screen.run_action(self.act.action)


class RoomFooter(Across):
    """The keys that the footer shows, from the registry; the user's own keys where they differ."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._session = Session()
        self._told_for: tuple[Clock, int, str] | None = None

    def compose(self) -> ComposeResult:
        """One part for each key."""
        for action in in_footer():
            yield FooterKey(action)

    def show(self, session: Session) -> None:
        """Space says what it would do now."""
        self._session = session
        told_for = (session.clock, self.size.width, language())
        if told_for == self._told_for:
            return
        self._told_for = told_for
        # Asked once for all: it goes through every binding in sight.
        bound = self.screen.active_bindings
        told = {}
        for part in self.query(FooterKey):
            word = _CLOCK[session.clock] if part.act.id == "start-pause" else part.act.short
            told[part.act.id] = (self._key(part.act, bound), _(word))
        for action_id in _WORDLESS:
            if self.size.width and _width(told.values()) > self.size.width and action_id in told:
                told[action_id] = (told[action_id][0], "")
        for part in self.query(FooterKey):
            key, word = told[part.act.id]
            after = (f" {word}", "$text-muted") if word else ""
            part.show(Content.assemble((key, "bold $accent"), after))

    def on_resize(self) -> None:
        """More words fit, or fewer."""
        self.show(self._session)

    def on_mount(self) -> None:
        """The first painting."""
        self.show(self._session)

    def _key(self, action: UserAction, bound: Mapping[str, ActiveBinding]) -> str:
        """The key as it is now: the user may have chosen another."""
        keys = [key for key, active in bound.items() if active.binding.id == action.id]
        first = Binding.make_bindings([Binding(action.keys[0], "none")])
        default = next(iter(first)).key
        return _(action.shown_key) if default in keys or not keys else keys[0]
