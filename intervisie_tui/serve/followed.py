"""What the server knows of its session: it folds the journal as every screen does."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from intervisie_tui.domain.history import History
from intervisie_tui.domain.session import Session
from intervisie_tui.store.following import Following
from intervisie_tui.store.journal import Journal
from intervisie_tui.store.problems import Gone, StoreError


class Followed:
    """The session as it stands, until it is closed or erased."""

    def __init__(self, journal: Journal, folder: Path, changed: Callable[[], None]) -> None:
        self._journal = journal
        self._history = History(journal.read(0).commits)
        self._changed = changed
        self._following = Following(folder, journal.session, self._look, lambda: None)
        self.over = asyncio.Event()
        """Set when there is nothing to serve any more."""

    @property
    def session(self) -> Session:
        """The state that the whole room sees."""
        return self._history.session

    async def run(self) -> None:
        """Take in what the screens do, until the session is over."""
        await self._following.run()

    async def _look(self) -> bool:
        try:
            reading = await asyncio.to_thread(self._journal.read, self._history.revision)
        except Gone:
            self._end()
            return True
        except StoreError:
            # It cannot be read now; the seats say so themselves.
            return False
        if reading.anew:
            self._history = History(reading.commits)
        else:
            self._history.extend(reading.commits)
        if self.session.closed is not None:
            self._end()
        elif reading.anew or reading.commits:
            self._changed()
        return True

    def _end(self) -> None:
        self._following.stop()
        self.over.set()
