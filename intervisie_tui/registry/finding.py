"""Finds method modules: the bundled ones, entry points, and the user's folders."""

import importlib
import pkgutil
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import MappingProxyType

from intervisie_tui import methods, system
from intervisie_tui.locale import _
from intervisie_tui.registry.library import Door, Library, Loaded, Problem
from intervisie_tui.registry.reading import SLOW, Reading, line_of, read, read_file

GROUP = "intervisie_tui.methods"


def load(*folders: Path, slow: float = SLOW, others: Iterable[EntryPoint] | None = None) -> Library:
    """All methods there are: bundled ones, entry points, and those in these folders, which may be missing.

    Of two with one id the bundled one stays, else the first by file name. A module that takes longer than
    `slow` seconds is told. `others` stands in for the entry points. Raises nothing.
    """
    found = entry_points(group=GROUP) if others is None else others
    readings = [_read_entry(entry, slow) for entry in found]
    for folder in folders:
        readings.extend(_read_folder(folder, slow))
    readings.sort(key=_file_name)
    return _together([*bundled(), *readings])


def load_file(path: Path, slow: float = SLOW) -> Library:
    """The methods of one file by its path, whatever the library holds. Raises nothing."""
    return _together([read_file(path.expanduser().absolute(), Door.USER, slow)])


def bundled() -> Iterator[Reading]:
    """The methods that come with the program, by file name; their modules are read once in a process."""
    for name in sorted(module.name for module in pkgutil.iter_modules(methods.__path__)):
        path = Path(methods.__path__[0]) / f"{name}.py"
        yield read(partial(importlib.import_module, f"{GROUP}.{name}"), path, Door.BUNDLED)


def _together(readings: Iterable[Reading]) -> Library:
    kept: dict[str, Loaded] = {}
    problems: list[Problem] = []
    for reading in readings:
        problems.extend(reading.problems)
        for loaded in reading.loaded:
            first = kept.setdefault(loaded.method.id, loaded)
            if first is not loaded:
                problems.append(clash(loaded, first))
    return Library(MappingProxyType(kept), tuple(problems))


def clash(loaded: Loaded, first: Loaded) -> Problem:
    """The problem of a method whose id another one has already."""
    name = loaded.method.id
    if first.door is Door.BUNDLED:
        message = _("Method.id {name} is taken by a bundled method", name=name)
    else:
        message = _("Method.id {name} is taken by {file}", name=name, file=first.file.name)
    return Problem(str(loaded.file), line_of(loaded.file, name), message, _("give it another id"))


def _read_entry(entry: EntryPoint, slow: float) -> Reading:
    # The file of an entry point's module would be known only after importing it: its dotted name says enough.
    return read(entry.load, Path(*entry.module.split(".")).with_suffix(".py"), Door.ENTRY_POINT, slow)


def _read_folder(folder: Path, slow: float) -> Iterator[Reading]:
    problem = _judge(folder)
    if problem:
        yield Reading((), (problem,))
        return
    try:
        paths = sorted(folder.glob("*.py")) if folder.is_dir() else []
    except OSError as error:
        why = error.strerror or type(error).__name__
        message = _("cannot be read ({why})", why=why)
        yield Reading((), (Problem(str(folder), 0, message, _("make it readable for you")),))
        return
    for path in paths:
        if not path.name.startswith(("_", ".")):
            yield read_file(path, Door.USER, slow)


def _judge(folder: Path) -> Problem | None:
    """What is wrong with a folder whose modules would run in the user's name."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        why = error.strerror or type(error).__name__
        message = _("cannot be read ({why})", why=why)
        return Problem(str(folder), 0, message, _("make it readable for you"))
    if not stat.S_ISDIR(found.st_mode):
        return Problem(str(folder), 0, _("is no folder"), _("make it a folder"))
    if found.st_uid != system.user_id():
        return Problem(str(folder), 0, _("belongs to somebody else"), _("use a folder of your own"))
    if stat.S_IMODE(found.st_mode) & 0o022:
        mend = _("if you trust what is in it: chmod 700 {path}", path=folder)
        return Problem(str(folder), 0, _("can be written by others, so nothing in it is run"), mend)
    return None


def _file_name(reading: Reading) -> str:
    for each in reading.loaded:
        return each.file.name
    return Path(reading.problems[0].file).name if reading.problems else ""
