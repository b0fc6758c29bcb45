"""The question whether a time counts in which the clock ran on and nothing was done."""

from collections.abc import Awaitable, Callable
from typing import Any

from textual.screen import Screen

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.attended import Quiet
from intervisie_tui.domain.attending import quiet_since
from intervisie_tui.domain.moments import span
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.live import Live
from intervisie_tui.locale import N_, _
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.when import day_and_time
from intervisie_tui.spoken import lasting


class QuietQuestion:
    """Asks on one screen of a timekeeper, once for each such time; Esc leaves it open, and attendance then says so."""

    def __init__(self, screen: Screen[Any], live: Live, refused: Callable[[Refusal | None], None]) -> None:
        """Over which screen to ask, about which session, and what is done with the refusal of an answer."""
        self._screen = screen
        self._live = live
        self._refused = refused
        self._asked: set[Quiet] = set()

    def ask(self) -> bool:
        """Ask about the first time that nobody has judged and that was not asked here before; whether one was."""
        waiting = [quiet for quiet in self._live.session.attended.quiet if quiet not in self._asked]
        if not waiting:
            return False
        self._asked.add(waiting[0])
        self._put(waiting[0])
        return True

    def ask_now(self) -> bool:
        """Ask about the time that lasts until now, before anything is done; whether there is one."""
        now = self._live.now()
        since = quiet_since(self._live.session, now)
        if since is None:
            return False
        self._put(Quiet(since, now))
        return True

    def _put(self, quiet: Quiet) -> None:
        from intervisie_tui.screens.dialogs.confirm import Confirm

        def question() -> str:
            return _(
                "Nothing was done for {span}, since {when}, and the clock ran on. Does that time count?",
                span=lasting(span(quiet.since, quiet.until)),
                when=day_and_time(quiet.since, quiet.until),
            )

        # As long as nobody answers, that time is left out: that answer changes nothing.
        dialog = Confirm(question, N_("No, it had ended then"), N_("Count it"), harmless=Answer.YES)
        self._screen.app.push_screen(dialog, self._answered(quiet))

    def _answered(self, quiet: Quiet) -> Callable[[bool | None], Awaitable[None]]:
        async def answered(ended: bool | None) -> None:
            if ended is not None:
                self._refused(await self._live.do(c.JudgeQuiet(quiet.since, counts=not ended)))

        return answered
