"""Puts a text on stdout or in a file that is new, whole and for the user's eyes only."""

import os
import sys
import tempfile
from pathlib import Path

from intervisie_tui.cli.talk import FAILED, Stop, short
from intervisie_tui.domain.printable import printable
from intervisie_tui.locale import _


def put(text: str, in_file: str, output: str | None, *, force: bool = False) -> None:
    """Write in UTF-8: `text` to stdout, or `in_file` to a file (0600), there as a whole or not at all.

    Stop when the file is there already and may not be replaced (`force`), or when it cannot be written.
    """
    if output is None or output == "-":
        data = getattr(sys.stdout, "buffer", None)
        if data is None:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            data.write(text.encode("utf-8"))
            data.flush()
        return
    try:
        _write(Path(output).expanduser().absolute(), in_file, force)
    except FileExistsError:
        raise Stop(
            _("The file {file} is there already", file=short(output)),
            _("Give another name, or add --force"),
            FAILED,
        ) from None
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise Stop(
            _("Cannot write {file}: {why}", file=short(output), why=printable(why)), _("Give another place")
        ) from None
    print(_("Written to {file}", file=printable(output)), file=sys.stderr)


def _write(path: Path, text: str, force: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21))
    if not force and path.exists():
        raise FileExistsError
    descriptor, name = tempfile.mkstemp(prefix=".intervisie-", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if force:
            fresh.replace(path)
        else:
            _link(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _link(fresh: Path, path: Path) -> None:
    """Give the file its name, unless it has come to be taken meanwhile."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links.
        fresh.replace(path)
