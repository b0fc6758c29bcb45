"""The older version of a file, kept beside it until the newer one has been read once."""

from pathlib import Path

from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import remove, write_whole
from intervisie_tui.store.own_names import OLDER


def keep_older(disk: Disk, path: Path, schema: int, data: bytes) -> None:
    """Keep the bytes of a file before it is written in a newer schema; raises OSError."""
    write_whole(disk, path.with_name(f"{path.name}{OLDER}{schema}"), data)


def kept_in(folder: Path) -> list[Path]:
    """The files of a folder that have older versions kept beside them."""
    found = {each.name.rpartition(OLDER)[0] for each in folder.iterdir() if OLDER in each.name}
    return [folder / name for name in sorted(found) if older_versions(folder / name)]


def older_versions(path: Path) -> list[Path]:
    """The older versions of a file that are kept beside it."""
    beginning = path.name + OLDER
    found = [each for each in path.parent.iterdir() if each.name.startswith(beginning)]
    return sorted(each for each in found if each.name.removeprefix(beginning).isdigit())


def remove_older(disk: Disk, path: Path) -> list[Path]:
    """Remove the older versions of a file; those that went. Raises OSError."""
    return [each for each in older_versions(path) if remove(disk, each)]
