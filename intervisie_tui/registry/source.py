"""The text of a module, read without running it."""

from pathlib import Path
from typing import Final

from intervisie_tui.locale import _
from intervisie_tui.registry.library import Problem

MOST_BYTES: Final = 1_000_000


def read_source(path: Path) -> str | Problem:
    """The text of a module, or why it cannot be read."""
    mend = _("make it a Python file in UTF-8")
    try:
        if not path.is_file():
            if path.is_symlink() and not path.exists():
                return Problem(str(path), 0, _("is a link that leads nowhere"), _("remove it, or mend it"))
            if not path.exists():
                return Problem(str(path), 0, _("does not exist"), _("look whether its name is right"))
            return Problem(str(path), 0, _("is no ordinary file"), mend)
        if path.stat().st_size > MOST_BYTES:
            return Problem(str(path), 0, _("is larger than a megabyte"), _("keep a method to its texts"))
        source = path.read_bytes()
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem(str(path), line, _("is not UTF-8"), _("save it as UTF-8"))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        return Problem(str(path), 0, _("cannot be read ({why})", why=why), _("make it readable for you"))


def line_of(path: Path, name: str) -> int:
    """The first line of a module in which an id stands between quotes, else 1."""
    source = read_source(path)
    lines = source.splitlines() if isinstance(source, str) else []
    quoted = (f'"{name}"', f"'{name}'")
    return next((n for n, line in enumerate(lines, 1) if any(each in line for each in quoted)), 1)
