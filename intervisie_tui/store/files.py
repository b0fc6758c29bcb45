"""Whole files: read, replaced in one step, removed, and synced each time."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from intervisie_tui.store.disk import Disk
from intervisie_tui.store.problems import NotSaved

FRESH = ".new"
"""One fixed ending for a file that is not whole yet; swept when the store is opened."""

BACKUP = ".bak"
"""The ending of a file's mirror."""


def read_whole(disk: Disk, path: Path) -> bytes:
    """All bytes of a file; raises OSError."""
    descriptor = disk.open(path, os.O_RDONLY)
    try:
        return disk.read(descriptor, 0)
    finally:
        disk.close(descriptor)


def write_whole(disk: Disk, path: Path, data: bytes) -> None:
    """Replace a file so that after a crash it is the old or the new one, never between; raises OSError."""
    fresh = path.with_name(path.name + FRESH)
    descriptor = disk.open(fresh, os.O_WRONLY | os.O_CREAT)
    try:
        disk.truncate(descriptor, 0)
        disk.write(descriptor, data, 0)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
    disk.replace(fresh, path)
    disk.sync_folder(path.parent)


def remove(disk: Disk, path: Path) -> bool:
    """Take a file away for good; False when it was not there; raises OSError."""
    try:
        disk.remove(path)
    except FileNotFoundError:
        return False
    disk.sync_folder(path.parent)
    return True


def unfinished(folder: Path, own: Callable[[str], bool]) -> list[Path]:
    """What interrupted replacements left in a folder; `own` tells whether the name of a whole file is ours."""
    return [path for path in folder.glob(f"*{FRESH}") if own(path.name.removesuffix(FRESH))]


@contextmanager
def saving() -> Iterator[None]:
    """Turn what the operating system refuses into NotSaved, a sentence for people."""
    try:
        yield
    except OSError as error:
        raise NotSaved("Not saved: {reason}.", reason=error.strerror or str(error)) from error
