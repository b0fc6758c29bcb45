"""Methods that other packages bring, by entry points."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "intervisie_tui.methods"


def installed() -> "Iterable[EntryPoint]":
    """The entry points of all packages that are installed."""
    if not any(map(_may_bring, dict.fromkeys(sys.path))):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)


def _may_bring(place: str) -> bool:
    """Whether a place on the path has packages with methods; asked first, for asking all of it takes long."""
    folder = Path(place or ".")
    if folder.is_file():
        # An archive: only the long way can tell.
        return True
    try:
        names = [each.name for each in os.scandir(folder) if each.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return False
    for name in names:
        try:
            if GROUP.encode() in (folder / name / "entry_points.txt").read_bytes():
                return True
        except OSError:
            continue
    return False


def file_of(entry: "EntryPoint") -> Path:
    """The file of an entry point's module, found without running anything of it."""
    from importlib.util import find_spec

    try:
        top, *rest = entry.module.split(".")
    except AttributeError:
        # What a package wrote there names no module; to load it tells that.
        return Path(entry.value)
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        spec = None
    if spec is not None and not rest and spec.origin:
        return Path(spec.origin)
    for folder in (spec and spec.submodule_search_locations) or ():
        place = Path(folder, *rest)
        for path in (place.with_suffix(".py"), place / "__init__.py"):
            if path.is_file():
                return path
    return Path(top, *rest).with_suffix(".py")
