"""The files of a folder with methods, where it can be trusted."""

import stat
from pathlib import Path

from intervisie_tui import system
from intervisie_tui.locale import _
from intervisie_tui.registry.library import Problem


def files_in(folder: Path) -> tuple[Path, ...] | Problem:
    """The modules in a folder, by name; or why nothing in it is run. A missing folder is an empty one."""
    problem = _judge(folder)
    if problem:
        return problem
    try:
        paths = sorted(folder.glob("*.py")) if folder.is_dir() else []
    except OSError as error:
        return _unreadable(folder, error)
    return tuple(path for path in paths if not path.name.startswith(("_", ".")))


def _judge(folder: Path) -> Problem | None:
    """What is wrong with a folder whose modules would run in the user's name."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        return _unreadable(folder, error)
    if not stat.S_ISDIR(found.st_mode):
        return Problem(str(folder), 0, _("is no folder"), _("make it a folder"))
    if found.st_uid != system.user_id():
        return Problem(str(folder), 0, _("belongs to somebody else"), _("use a folder of your own"))
    if stat.S_IMODE(found.st_mode) & 0o022:
        mend = _("if you trust what is in it: chmod 700 {path}", path=folder)
        return Problem(str(folder), 0, _("can be written by others, so nothing in it is run"), mend)
    return None


def _unreadable(folder: Path, error: OSError) -> Problem:
    why = error.strerror or type(error).__name__
    return Problem(str(folder), 0, _("cannot be read ({why})", why=why), _("make it readable for you"))
