"""Erasing for good: what goes is written down first (ids only), so that an erasing that was cut off is
completed.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from intervisie_tui.store.archive import SESSIONS, SUFFIX, Archive, Locks, remove_live
from intervisie_tui.store.aside import FOLDER, copies
from intervisie_tui.store.catalogue import CATALOGUE, INDEX, Catalogue, without_sessions
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import BACKUP, read_whole, remove, saving, sweep, write_whole
from intervisie_tui.store.journal import ENDING, LIVE
from intervisie_tui.store.problems import Unreadable

MARKER = "erasing.json"
CERTIFICATE = "certificate.pem"
"""What a server made for itself: it names this machine."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: ids of sessions and groups, and names of files inside the data folder."""

    sessions: tuple[str, ...]
    groups: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go."""

    sessions: frozenset[str]
    groups: frozenset[str]
    everything: bool


class Eraser:
    """Erases sessions, groups or all; each raises NotSaved where the disk refuses, and goes on at the
    next opening.
    """

    def __init__(self, disk: Disk, root: Path, locks: Locks, catalogue: Catalogue, archive: Archive) -> None:
        self._disk = disk
        self._root = root
        self._locks = locks
        self._catalogue = catalogue
        self._archive = archive

    def erase(
        self, sessions: Iterable[str], groups: Iterable[str] = (), *, everything: bool = False
    ) -> Erased:
        """Erase sessions by id, live or closed, and groups by id, without the sessions of those."""
        order = Order(frozenset(sessions), frozenset(groups), everything)
        with self._locks.store.held(), saving():
            content = {
                "sessions": sorted(order.sessions),
                "groups": sorted(order.groups),
                "everything": everything,
            }
            write_whole(self._disk, self._root / MARKER, json.dumps(content).encode("ascii"))
            return self._carry_out(order)

    @property
    def cut_off(self) -> bool:
        """Whether an erasing was begun and not ended."""
        return (self._root / MARKER).exists()

    def complete(self) -> None:
        """End an erasing that was cut off; raises NotSaved."""
        with self._locks.store.held(), saving():
            if not self.cut_off:
                return
            self._carry_out(_ordered(read_whole(self._disk, self._root / MARKER)))

    def _carry_out(self, order: Order) -> Erased:
        """May be done twice; only under the lock."""
        with self._locks.live.held():
            files = self._remove_everything() if order.everything else self._remove(order)
            for folder in (self._root, self._root / SESSIONS, self._root / FOLDER):
                sweep(self._disk, folder)
        remove(self._disk, self._root / MARKER)
        return Erased(tuple(sorted(order.sessions)), tuple(sorted(order.groups)), tuple(files))

    def _remove(self, order: Order) -> list[str]:
        gone = []
        for session in sorted(order.sessions):
            name = f"{session}{SUFFIX}"
            paths = [*copies(self._root, f"{session}{ENDING}"), *copies(self._root, name)]
            paths += [self._root / SESSIONS / name]
            gone += self._remove_files(paths)
            gone += [f"{LIVE}/{file}" for file in remove_live(self._disk, self._root / LIVE, session)]
        self._catalogue.forget(order.sessions, order.groups)
        self._archive.change_groups(
            lambda group: None if group["id"] in order.groups else without_sessions(group, order.sessions)
        )
        # Copies of damaged lists may hold anything, so they go whenever something is erased.
        lists = [f"{name}{ending}" for name in (CATALOGUE, INDEX) for ending in ("", BACKUP)]
        gone += self._remove_files(copy for name in lists for copy in copies(self._root, name))
        return gone

    def _remove_everything(self) -> list[str]:
        folders = (LIVE, SESSIONS, FOLDER)
        inside = [
            path for folder in folders for path in sorted((self._root / folder).iterdir()) if path.is_file()
        ]
        lists = [self._root / f"{name}{ending}" for name in (CATALOGUE, INDEX) for ending in ("", BACKUP)]
        return self._remove_files([*inside, *lists, self._root / CERTIFICATE])

    def _remove_files(self, paths: Iterable[Path]) -> list[str]:
        return [path.relative_to(self._root).as_posix() for path in paths if remove(self._disk, path)]


def _ordered(data: bytes) -> Order:
    """What a marker tells to erase; raises Unreadable: rather nothing is erased than something else."""
    try:
        content = json.loads(data)
        return Order(
            frozenset(content["sessions"]), frozenset(content["groups"]), content["everything"] is True
        )
    except (ValueError, LookupError, TypeError):
        raise Unreadable(f"{MARKER} is damaged") from None
