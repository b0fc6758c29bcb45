"""Damaged files, copied aside with every byte before anything is mended."""

from pathlib import Path

from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import read_whole, write_whole
from intervisie_tui.store.own_names import SET_ASIDE


def copies(root: Path, name: str) -> list[Path]:
    """The copies of the file of that name, oldest first."""
    found = [path for path in (root / SET_ASIDE).glob(f"{name}-*") if path.name[len(name) + 1 :].isdigit()]
    return sorted(found, key=lambda path: int(path.name.rpartition("-")[2]))


def set_aside(disk: Disk, root: Path, name: str, data: bytes) -> str | None:
    """Keep the bytes of a damaged file; the copy's name inside the data folder, None where the disk refuses.

    Bytes that were set aside before are not kept twice.
    """
    try:
        earlier = copies(root, name)
        for path in earlier:
            if read_whole(disk, path) == data:
                return f"{SET_ASIDE}/{path.name}"
        number = int(earlier[-1].name.rpartition("-")[2]) + 1 if earlier else 1
        copy = root / SET_ASIDE / f"{name}-{number}"
        write_whole(disk, copy, data)
    except OSError:
        return None
    return f"{SET_ASIDE}/{copy.name}"
