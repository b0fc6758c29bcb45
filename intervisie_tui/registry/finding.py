"""Finds method modules: the bundled ones, entry points, and the user's folders."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from intervisie_tui import methods
from intervisie_tui.locale import _, language
from intervisie_tui.registry.library import Door, Kept, Library, Loaded, Problem, Reading
from intervisie_tui.registry.reading import SLOW, line_of, read, read_file

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def load(
    *folders: Path,
    slow: float = SLOW,
    others: "Iterable[EntryPoint] | None" = None,
    before: Library | None = None,
) -> Library:
    """All methods there are: bundled ones, entry points, and those in these folders, which may be missing.

    Of two with one id the bundled one stays, else the first by file name. A module that takes longer than
    `slow` seconds is told. `others` stands in for the entry points. Of the library of `before` is used again
    what has not changed. Raises nothing.
    """
    kept: dict[str, Kept] = {}
    again = _Again({} if before is None else before.kept, kept)
    readings = [
        *_of_entries(again, slow, others, anew=before is not None),
        *(reading for folder in folders for reading in _of_folder(again, folder, slow)),
    ]
    readings.sort(key=_file_name)
    return _together([*bundled(), *readings], kept)


def load_file(path: Path, slow: float = SLOW) -> Library:
    """The methods of one file by its path, whatever the library holds. Raises nothing."""
    return _together([read_file(path.expanduser().absolute(), Door.USER, slow)])


def find(name: str, load_all: Callable[[], Library]) -> Loaded | None:
    """The method of this id; only for one that is not bundled all others are loaded."""
    for reading in bundled(name.replace("-", "_")):
        for loaded in reading.loaded:
            if loaded.method.id == name:
                return loaded
    return load_all().methods.get(name)


def bundled(only: str | None = None) -> Iterator[Reading]:
    """The methods that come with the program, by file name; their modules are read once in a process."""
    for name in sorted(module.name for module in pkgutil.iter_modules(methods.__path__)):
        if only in (None, name):
            path = Path(methods.__path__[0]) / f"{name}.py"
            yield read(partial(importlib.import_module, f"{methods.__name__}.{name}"), path, Door.BUNDLED)


def clash(loaded: Loaded, first: Loaded) -> Problem:
    """The problem of a method whose id another one has already."""
    name = loaded.method.id
    if first.door is Door.BUNDLED:
        message = _("Method.id {name} is taken by a bundled method", name=name)
    else:
        # Packages may well call their files the same.
        file = first.file.name if first.door is Door.USER else "/".join(first.file.parts[-2:])
        message = _("Method.id {name} is taken by {file}", name=name, file=file)
    return Problem(str(loaded.file), line_of(loaded.file, name), message, _("give it another id"))


class _Again:
    """Readings of before where their files are the same; what is read anew is kept for a next time."""

    def __init__(self, before: Mapping[str, Kept], kept: dict[str, Kept]) -> None:
        self._before, self._kept = before, kept

    def read(self, key: str, path: Path, bring: Callable[[bool], Reading]) -> Reading:
        # What is wrong is told in the language of the moment.
        key = f"{language()} {key}"
        stamp, kept = _stamp(path), self._before.get(key)
        if kept is None or not stamp or kept.stamp != stamp:
            kept = Kept(stamp, bring(kept is not None))
        self._kept[key] = kept
        return kept.reading


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes when a file does; empty where it cannot be known."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _of_entries(
    again: _Again, slow: float, others: "Iterable[EntryPoint] | None", *, anew: bool
) -> Iterator[Reading]:
    from intervisie_tui.registry.entries import file_of, installed

    if anew:
        # A package may have been installed since.
        importlib.invalidate_caches()
    for entry in installed() if others is None else others:
        path = file_of(entry)
        key = f"{entry.name} = {entry.value}"
        yield again.read(key, path, partial(_read_entry, entry, slow))


def _read_entry(entry: "EntryPoint", slow: float, changed: bool) -> Reading:
    from intervisie_tui.registry.entries import read_entry

    return read_entry(entry, slow, anew=changed)


def _read_file(path: Path, slow: float, _changed: bool) -> Reading:
    return read_file(path, Door.USER, slow)


def _of_folder(again: _Again, folder: Path, slow: float) -> Iterator[Reading]:
    from intervisie_tui.registry.folders import files_in

    files = files_in(folder)
    if isinstance(files, Problem):
        yield Reading((), (files,))
        return
    for path in files:
        yield again.read(str(path), path, partial(_read_file, path, slow))


def _together(readings: Iterable[Reading], kept: Mapping[str, Kept] | None = None) -> Library:
    loaded_by_id: dict[str, Loaded] = {}
    problems: list[Problem] = []
    for reading in readings:
        problems.extend(reading.problems)
        for loaded in reading.loaded:
            first = loaded_by_id.setdefault(loaded.method.id, loaded)
            if first is not loaded:
                problems.append(clash(loaded, first))
    return Library(MappingProxyType(loaded_by_id), tuple(problems), MappingProxyType(dict(kept or {})))


def _file_name(reading: Reading) -> str:
    for each in reading.loaded:
        return each.file.name
    return Path(reading.problems[0].file).name if reading.problems else ""
