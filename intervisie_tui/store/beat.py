"""A sign of life of a session's screens: when one of them was last there."""

import json
import os
from contextlib import suppress
from pathlib import Path

from intervisie_tui.domain.moments import Moment
from intervisie_tui.store.commits import moment_from_json, moment_to_json
from intervisie_tui.store.own_names import ENDING
from intervisie_tui.store.problems import Unreadable


class Beat:
    """One file beside the journal that holds the moment of the last sign, and nothing else."""

    def __init__(self, live: Path, session: str) -> None:
        self._path = live / f"{session}.beat"
        self._journal = live / f"{session}{ENDING}"

    def strike(self, now: Moment) -> None:
        """A screen is here now, by the real clock; where the disk refuses, nothing is said: it is only a hint."""
        # A session that was closed or erased leaves nothing, also when its screens have not seen it yet.
        if not self._journal.exists():
            return
        with suppress(OSError):
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                os.write(descriptor, json.dumps(moment_to_json(now)).encode("ascii"))
            finally:
                os.close(descriptor)

    def last(self) -> Moment | None:
        """When the last sign was given; None when there never was one."""
        with suppress(OSError):
            try:
                return moment_from_json(json.loads(self._path.read_bytes()))
            except (ValueError, Unreadable):
                # Read while it was written: the calendar is near enough.
                return Moment(self._path.stat().st_mtime)
        return None
