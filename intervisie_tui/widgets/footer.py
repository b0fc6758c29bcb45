"""The key bar at the bottom: nine keys of the room, or those of the line that is open."""

from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding, Binding
from textual.content import Content

from intervisie_tui.actions import UserAction, in_footer
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.locale import N_, _, language
from intervisie_tui.widgets.pane import Words

_CLOCK = {
    Clock.READY: N_("start"),
    Clock.PAUSED: N_("go on"),
    Clock.RUNNING: N_("pause"),
    Clock.FINISHED: N_("go on"),
}

_WORDLESS = ("more", "undo", "help", "next-speaker")
"""Which keys give up their word, in this order, where not all words fit: no key falls off."""


def _width(told: Iterable[tuple[str, str]], gap: int) -> int:
    """Columns of these keys and words, with so many blanks behind each."""
    return sum(cell_len(key) + (cell_len(word) + 1 if word else 0) + gap for key, word in told)


class RoomFooter(Words):
    """The keys that the footer shows, from the registry, as the user set them. A click does the same."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._session = Session()
        self._told_for: tuple[Clock, int, str] | None = None
        self._places: list[tuple[str, range]] = []
        self._of_line: tuple[tuple[str, str, str], ...] = ()

    def tell(self, session: Session) -> None:
        """Space says what it would do now."""
        self._session = session
        told_for = (session.clock, self.size.width, language())
        if self.size.width and told_for != self._told_for:
            self._told_for = told_for
            if self._of_line:
                self._show_line()
            else:
                self._lay(session)

    def tell_line(self, keys: tuple[tuple[str, str, str], ...]) -> None:
        """Show the keys of the line that is open, as (key, words, action); without any those of the room again."""
        self._of_line, self._told_for = keys, None
        self.tell(self._session)

    def _show_line(self) -> None:
        told = [(key, word) for key, word, _action in self._of_line]
        actions = [action for _key, _word, action in self._of_line]
        # Where not all words fit, the longest go first: no key falls off.
        for _key, longest in sorted(told, key=lambda one: cell_len(one[1]), reverse=True):
            if _width(told, 2) <= self.size.width + 2:
                break
            told = [(key, "" if word == longest else word) for key, word in told]
        self._write(told, actions, 2)

    def _lay(self, session: Session) -> None:
        # Asked once for all: it goes through every binding in sight.
        bound, room = self.screen.active_bindings, self.size.width
        told = {}
        for action in in_footer():
            word = _CLOCK[session.clock] if action.id == "start-pause" else action.short
            told[action.id] = (self._key(action, bound), _(word))
        gap = 2 if _width(told.values(), 2) <= room + 2 else 1
        for action_id in _WORDLESS:
            if _width(told.values(), gap) > room + gap and action_id in told:
                told[action_id] = (told[action_id][0], "")
        self._write(told.values(), [action.action for action in in_footer()], gap)

    def _write(self, told: Iterable[tuple[str, str]], actions: Iterable[str], gap: int) -> None:
        """Write keys and words; a click on one does its action."""
        self._places.clear()
        parts: list[str | tuple[str, str]] = []
        at = 0
        for (key, word), action in zip(told, actions, strict=True):
            width = _width([(key, word)], 0)
            self._places.append((action, range(at, at + width)))
            at += width + gap
            parts += [(key, "bold $accent"), (f" {word}" if word else "", "$text-muted"), " " * gap]
        self.show(Content.assemble(*parts))

    def on_resize(self) -> None:
        """More words fit, or fewer."""
        self.tell(self._session)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        for action, place in self._places:
            if event.x in place:
                await self.screen.run_action(action)

    def _key(self, action: UserAction, bound: Mapping[str, ActiveBinding]) -> str:
        """The key as it is now: the user may have chosen another."""
        keys = [key for key, active in bound.items() if active.binding.id == action.id]
        first = Binding.make_bindings([Binding(action.keys[0], "none")])
        default = next(iter(first)).key
        return _(action.shown_key) if default in keys or not keys else keys[0]
