"""A sign of life of a session's screens: when one of them was last there."""

import os
from contextlib import suppress
from pathlib import Path


class Beat:
    """One file beside the journal, whose time of change is the last sign; it holds nothing."""

    def __init__(self, live: Path, session: str) -> None:
        self._path = live / f"{session}.beat"

    def strike(self) -> None:
        """A screen is here now; where the disk refuses, nothing is said: it is only a hint."""
        with suppress(OSError):
            os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600))
            os.utime(self._path)

    def last(self) -> float | None:
        """When the last sign was given, in seconds since 1970; None when there never was one."""
        with suppress(OSError):
            return self._path.stat().st_mtime
        return None
