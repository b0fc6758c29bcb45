"""Folders that are private to the user; only our own are judged, never their parents."""

import os
import stat
from pathlib import Path

from intervisie_tui.store.problems import NotPrivate, NotSaved


def private_folder(path: Path) -> None:
    """Make the folder as 0700, or check the one that is there.

    Readable by others is mended. Raises NotPrivate where others may write in it or own it, NotSaved where it
    cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = path.stat()
    except FileExistsError:
        raise NotSaved("{folder} is a file, not a folder.", folder=str(path)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotSaved(
            "The folder {folder} cannot be made: {reason}.", folder=str(path), reason=reason
        ) from error
    if found.st_uid != os.geteuid():
        raise NotPrivate("The folder {folder} belongs to another user.", folder=str(path))
    mode = stat.S_IMODE(found.st_mode)
    if mode & 0o022:
        raise NotPrivate("Others may write in the folder {folder}. Run: chmod 700 {folder}", folder=str(path))
    if mode & 0o077:
        path.chmod(0o700)
