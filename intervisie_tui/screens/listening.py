"""The one way in which a screen hears that its session has changed: as long as it is there, and no longer."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from intervisie_tui.domain.session import Session
from intervisie_tui.live import Live


def listen(screen: Screen[Any], live: Live, changed: Callable[[Session], None]) -> None:
    """Call `changed` with the session whenever it has changed, until the screen is removed.

    A worker of the screen listens, because Textual ends the workers of a screen with it: nobody has to remember that.
    """

    def heard(session: Session) -> None:
        # While a screen is being removed its panes go first, and the worker is ended last.
        if screen.is_attached:
            changed(session)

    screen.run_worker(_listening(live, heard, live.session), group="listen")


async def _listening(live: Live, changed: Callable[[Session], None], known: Session) -> None:
    end = live.listen(changed)
    try:
        # A worker begins a little later than it is asked to.
        if live.session is not known:
            changed(live.session)
        await asyncio.get_running_loop().create_future()
    finally:
        end()
