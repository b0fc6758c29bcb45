"""One process at a time: a lock that the kernel frees when its holder dies."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.store.problems import Busy, NotSaved

if TYPE_CHECKING:
    from filelock import FileLock

PATIENCE = 5.0
POLL = 0.005


class Lock:
    """A named lock of the store; may be taken again by the thread that has it.

    The file is empty, lies in a folder of mode 0700 and is never deleted: a deleted one admits a second
    holder.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._folder = path.parent
        self._path = path
        self._patience = patience
        self._made: FileLock | None = None
        self._making = threading.Lock()

    def _lock(self) -> "FileLock":
        # Imported here: 25 ms that what only reads need not wait for.
        from filelock import FileLock

        # Two of them in one process would keep each other out.
        with self._making:
            self._made = self._made or FileLock(
                self._path,
                timeout=self._patience,
                mode=0o600,
                poll_interval=POLL,
                fallback_to_soft=False,
                thread_local=True,
            )
            return self._made

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; raises Busy when another holds it for longer than the patience, NotSaved if
        there is none.
        """
        from filelock import Timeout

        # filelock would make the folder again, so that one that was taken away could not come back.
        if not self._folder.is_dir():
            raise NotSaved("The data folder is not there.")
        lock = self._lock()
        try:
            lock.acquire()
        except Timeout:
            raise Busy("Another process holds the data folder.") from None
        except OSError as error:
            raise NotSaved("The data folder cannot be locked: {reason}.", reason=error.strerror) from error
        try:
            yield
        finally:
            lock.release()
