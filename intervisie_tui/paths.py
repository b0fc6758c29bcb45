"""Where the program keeps its things, private to the user."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from intervisie_tui import system
from intervisie_tui.locale import _

NAME = "intervisie-tui"


class UnsafeFolder(Exception):
    """A folder that cannot be trusted or used: `message` says why, `hint` how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def data_dir(asked: str | Path | None = None, environ: Mapping[str, str] = os.environ) -> Path:
    """The data folder: `asked`, else INTERVISIE_DATA_DIR, else the platform's own; not made or judged."""
    chosen = asked or environ.get("INTERVISIE_DATA_DIR") or _platform("user_data_path")
    return Path(chosen).expanduser().absolute()


def config_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """The config folder: INTERVISIE_CONFIG_DIR, else the platform's own; not made or judged."""
    chosen = environ.get("INTERVISIE_CONFIG_DIR") or _platform("user_config_path")
    return Path(chosen).expanduser().absolute()


def _platform(which: str) -> Path:
    # Imported here: a screen whose folders are told need not wait for it.
    import platformdirs

    found: Path = getattr(platformdirs, which)(NAME, appauthor=False)
    return found


def private_dir(path: Path) -> Path:
    """The folder itself: made with 0700 when missing, mended when others can read it.

    Only this folder is judged, not its parents nor what lies in it. UnsafeFolder when others can write in it,
    when it is somebody else's, is no folder, or cannot be made or written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        found = path.stat()
    except (FileExistsError, NotADirectoryError):
        raise _unsafe(_("{path} is not a folder", path=path), _another()) from None
    except (OSError, ValueError) as error:
        raise _unsafe(
            _("Cannot make the folder {path}: {why}", path=path, why=_why(error)), _another()
        ) from None
    if found.st_uid != system.user_id():
        raise _unsafe(_("The folder {path} belongs to somebody else", path=path), _another())
    rights = stat.S_IMODE(found.st_mode)
    if rights & 0o022:
        raise _unsafe(
            _("Others can write in the folder {path}", path=path),
            _("If you trust what is in it: chmod 700 {path}", path=path),
        )
    if rights & 0o077:
        _mend(path)
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        raise _unsafe(
            _("Cannot write in the folder {path}", path=path),
            _("Make it yours to write: chmod 700 {path}", path=path),
        )
    return path


def refuse_network(path: Path) -> None:
    """UnsafeFolder when an existing folder lies on a network file system, where locks cannot be relied on."""
    kind = system.filesystem(path)
    if kind in system.NETWORK_FILESYSTEMS:
        raise _unsafe(
            _(
                "{path} is a network folder ({kind}), where two screens could overwrite each other",
                path=path,
                kind=kind,
            ),
            _another(),
        )


def private_open(path: Path, mode: str = "r", **options: Any) -> IO[Any]:
    """`open()` whose new files are 0600 from their first moment on, whatever the umask; OSError as open()."""

    def opener(name: str, flags: int) -> int:
        descriptor = os.open(name, flags | os.O_CLOEXEC, 0o600)
        if flags & os.O_CREAT and stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o077:
            os.fchmod(descriptor, 0o600)
        return descriptor

    if "b" not in mode:
        options.setdefault("encoding", "utf-8")
    return open(path, mode, opener=opener, **options)


def _mend(path: Path) -> None:
    try:
        path.chmod(0o700)
    except OSError as error:
        raise _unsafe(
            _("Others can read the folder {path}: {why}", path=path, why=_why(error)),
            _("Close it to others: chmod 700 {path}", path=path),
        ) from None


def _unsafe(message: str, hint: str) -> UnsafeFolder:
    return UnsafeFolder(message, hint)


def _another() -> str:
    return _("Choose another folder with --data-dir, INTERVISIE_DATA_DIR or INTERVISIE_CONFIG_DIR")


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
