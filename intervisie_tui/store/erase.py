"""Erasing for good: what goes is written down first (ids only), so that an erasing that was cut off is
completed.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from intervisie_tui.store.archive import Archive, Locks, remove_live
from intervisie_tui.store.aside import copies
from intervisie_tui.store.catalogue import Catalogue, without_sessions
from intervisie_tui.store.contents import Contents
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import BACKUP, read_whole, remove, saving, unfinished, write_whole
from intervisie_tui.store.older import older_versions
from intervisie_tui.store.own_names import (
    CATALOGUE,
    ENDING,
    INDEX,
    LIVE,
    SESSIONS,
    SET_ASIDE,
    SUFFIX,
    is_journal,
    is_list,
    is_on_top,
    is_set_aside,
    session_closed,
)
from intervisie_tui.store.problems import Unreadable
from intervisie_tui.store.strange import StrangeFile

MARKER = "erasing.json"
CERTIFICATE = "certificate.pem"
"""What a server made for itself: it names this machine."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: ids of sessions and groups, and names of files inside the data folder.

    `left` are strange files that may hold some of it and were left alone.
    """

    sessions: tuple[str, ...]
    groups: tuple[str, ...]
    files: tuple[str, ...]
    left: tuple[str, ...] = ()


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

    def __init__(
        self,
        disk: Disk,
        root: Path,
        locks: Locks,
        catalogue: Catalogue,
        archive: Archive,
        contents: Callable[[Iterable[str]], Contents],
    ) -> None:
        self._contents = contents
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
            # Looked at before anything goes: of what something is a copy shows from what is there.
            lying = self._contents(order.sessions)
            files = self._remove_everything(lying) if order.everything else self._remove(order, lying)
            left = self._left(order, lying)
            for path in half_written(self._root):
                remove(self._disk, path)
        remove(self._disk, self._root / MARKER)
        return Erased(tuple(sorted(order.sessions)), tuple(sorted(order.groups)), tuple(files), left)

    def _remove(self, order: Order, lying: Contents) -> list[str]:
        strange = lying.copies(order.sessions)
        gone = self._remove_files(self._root / file.name for file in strange if file.regular)
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
        # The lists were just written, so their older versions are what they held before.
        gone += self._remove_files(old for name in lists for old in older_versions(self._root / name))
        return gone

    def _remove_everything(self, lying: Contents) -> list[str]:
        inside = [path for path in self._inside() if path.is_file() and not path.is_symlink()]
        strange = [self._root / file.name for file in lying.strange if file.regular and file.of_list]
        lists = [path for path in sorted(self._root.iterdir()) if is_list(path.name) and path.is_file()]
        return self._remove_files([*inside, *strange, *lists, self._root / CERTIFICATE])

    def _inside(self) -> list[Path]:
        folders = (LIVE, SESSIONS, SET_ASIDE)
        return [path for folder in folders for path in sorted((self._root / folder).iterdir())]

    def _left(self, order: Order, lying: Contents) -> tuple[str, ...]:
        """The names of strange files that are still there and may hold what was erased."""
        there = [file for file in lying.strange if os.path.lexists(self._root / file.name)]
        names = {file.shown for file in there if order.everything or self._may_hold(order, file)}
        if order.everything:
            names |= {path.relative_to(self._root).as_posix() for path in self._inside()}
        return tuple(sorted(names))

    def _may_hold(self, order: Order, file: StrangeFile) -> bool:
        if not file.regular:
            # A folder may hold anything; where its name tells of a session, it is that one's.
            return file.session is None or file.session in order.sessions
        try:
            data = read_whole(self._disk, self._root / file.name)
        except OSError:
            # What cannot be read may hold anything.
            return True
        return any(f'"{each}"'.encode() in data for each in order.sessions | order.groups)

    def _remove_files(self, paths: Iterable[Path]) -> list[str]:
        return [path.relative_to(self._root).as_posix() for path in paths if remove(self._disk, path)]


def half_written(root: Path) -> list[Path]:
    """What replacements left that were cut off; only under both locks, which all who replace such a file hold.

    In the live folder only journals: a draft may be written by another screen right now.
    """
    places = (
        (root, is_on_top),
        (root / SESSIONS, lambda name: session_closed(name) is not None),
        (root / SET_ASIDE, is_set_aside),
        (root / LIVE, is_journal),
    )
    return [path for folder, own in places for path in unfinished(folder, own)]


def _ordered(data: bytes) -> Order:
    """What a marker tells to erase; raises Unreadable: rather nothing is erased than something else."""
    try:
        content = json.loads(data)
        return Order(
            frozenset(content["sessions"]), frozenset(content["groups"]), content["everything"] is True
        )
    except (ValueError, LookupError, TypeError):
        raise Unreadable(f"{MARKER} is damaged") from None
