"""The method of a session that is being set up: shown with how it fits, and asked which phases it has."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.content import Content
from textual.screen import Screen

from intervisie_tui.domain.advice import advise
from intervisie_tui.locale import language
from intervisie_tui.method import Method
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.answers import answered, asking_words
from intervisie_tui.screens.method_line import MethodLine
from intervisie_tui.screens.setup_plan import Draft, candidates
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line


class SetupMethod:
    """The method that is chosen on this screen; `changed` is called when more of it is known."""

    def __init__(self, screen: Screen[Any], rooms: Rooms, changed: Callable[[], None]) -> None:
        self._screen, self._rooms, self._changed = screen, rooms, changed

    def show(self, draft: Draft) -> None:
        """Show its name with how it fits, and what it is for; ask it where it has not answered for this draft yet."""
        method = draft.method
        offer = advise(candidates(draft, [method]))[0] if method else None
        self._screen.query_one("#method", MethodLine).show(offer)
        asks = method is not None and not all(map(method.answers_for, draft.circles))
        self._screen.query_one("#method-says", Words).show(_says(method, asks=asks))
        if asks:
            self._screen.run_worker(self._ask(draft), exclusive=True, group="ask")

    async def _ask(self, draft: Draft) -> None:
        await self.answered(draft)
        self._changed()

    async def answered(self, draft: Draft) -> Draft:
        """The draft with its method, which has said which phases it has then."""
        loaded = self._rooms.library.methods.get(draft.method.id if draft.method else "")
        if loaded is None:
            return draft
        method = await answered(self._screen, self._rooms.methods, loaded, draft.circles)
        return replace(draft, method=method)


def _says(method: Method | None, *, asks: bool) -> Content:
    """What a method is for, or that it is being asked; nothing while none is chosen."""
    if method is None:
        return Content("")
    return one_line(asking_words(method) if asks else method.summary.of(language()))
