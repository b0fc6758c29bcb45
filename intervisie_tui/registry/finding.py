"""Finds method modules: the bundled ones, entry points, and the user's folders."""

import importlib
import pkgutil
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from intervisie_tui import methods
from intervisie_tui.locale import _, language
from intervisie_tui.registry.library import Door, Kept, Library, Loaded, Problem, Reading, Source
from intervisie_tui.registry.limits import LONGEST, SLOW
from intervisie_tui.registry.modules import bundled_reading
from intervisie_tui.registry.source import line_of

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_Partly = Callable[[Mapping[int, Reading]], None]


def load(
    *folders: Path,
    seconds: float = LONGEST,
    slow: float = SLOW,
    others: "Iterable[EntryPoint] | None" = None,
    before: Library | None = None,
    stop: threading.Event | None = None,
    partly: Callable[[Library], None] = lambda _library: None,
) -> Library:
    """All methods there are: bundled ones, entry points, and those in these folders, which may be missing.

    Of two with one id the bundled one stays, else the first by file name. A module that takes longer than
    `seconds` is ended, one that takes longer than `slow` seconds is told. `others` stands in for the entry points.
    Of the library of `before` is used again what has not changed. Blocks while modules that are not ours run in
    a child process; `stop` ends that, with Stopped. While a slow module keeps the others waiting, `partly` is called
    with what is known. Raises nothing else.
    """
    readings: list[Reading] = []
    sources = {f"{entry[0]} = {entry[1]}": Source(path, entry) for entry, path in _entries(others)}
    for folder in folders:
        from intervisie_tui.registry.folders import files_in

        files = files_in(folder)
        if isinstance(files, Problem):
            readings.append(Reading((), (files,)))
        else:
            sources |= {str(path): Source(path) for path in files}

    def library(kept: Mapping[str, Kept]) -> Library:
        found = sorted([*(each.reading for each in kept.values()), *readings], key=_file_name)
        return _together([*bundled(), *found], kept)

    return library(
        _kept(
            sources,
            {} if before is None else before.kept,
            partial(_judge_own, seconds=seconds, slow=slow, stop=stop),
            lambda kept: partly(library(kept)),
        )
    )


def load_file(path: Path, seconds: float = LONGEST, slow: float = SLOW) -> Library:
    """The methods of one file by its path, whatever the library holds. Blocks as `load` does; raises nothing."""
    source = Source(path.expanduser().absolute())
    judge = partial(_judge_own, seconds=seconds, slow=slow, stop=None)
    return _together([each.reading for each in _kept({"": source}, {}, judge, lambda _kept: None).values()])


def find(name: str, load_all: Callable[[], Library]) -> Loaded | None:
    """The method of this id; only for one that is not bundled all others are loaded."""
    for reading in bundled(name.replace("-", "_")):
        for loaded in reading.loaded:
            if loaded.method.id == name:
                return loaded
    return load_all().methods.get(name)


def ours() -> Library:
    """The methods that come with the program; runs nothing of the user's own."""
    return _together(bundled())


def bundled(only: str | None = None) -> Iterator[Reading]:
    """The methods that come with the program, by file name; their modules are read once in a process."""
    for name in sorted(module.name for module in pkgutil.iter_modules(methods.__path__)):
        if only in (None, name):
            path = Path(methods.__path__[0]) / f"{name}.py"
            yield bundled_reading(partial(importlib.import_module, f"{methods.__name__}.{name}"), path)


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


def _kept(
    sources: Mapping[str, Source],
    before: Mapping[str, Kept],
    judge: Callable[[Sequence[Source], _Partly], list[Reading]],
    partly: Callable[[dict[str, Kept]], None],
) -> dict[str, Kept]:
    """The reading of each module: that of before where its file is the same, else judged anew."""
    # What is wrong is told in the language of the moment.
    tongue = language()
    stamps = {key: _stamp(source.path) for key, source in sources.items()}
    kept = {
        key: before[key]
        for key, stamp in stamps.items()
        if key in before and before[key].holds(stamp, tongue)
    }
    new = [key for key in sources if key not in kept]

    def with_new(readings: Mapping[int, Reading]) -> dict[str, Kept]:
        found = {new[place]: reading for place, reading in readings.items()}
        return kept | {key: Kept(stamps[key], tongue, reading) for key, reading in found.items()}

    if not new:
        return kept
    readings = judge([sources[key] for key in new], lambda some: partly(with_new(some)))
    return with_new(dict(enumerate(readings)))


def _judge_own(
    sources: Sequence[Source], partly: _Partly, *, seconds: float, slow: float, stop: threading.Event | None
) -> list[Reading]:
    # Only a module that is not ours asks for a process.
    from intervisie_tui.registry.judging import judge

    return judge(sources, seconds, slow, stop, partly)


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes when a file does; empty where it cannot be known."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _entries(others: "Iterable[EntryPoint] | None") -> Iterator[tuple[tuple[str, str], Path]]:
    from intervisie_tui.registry.entries import file_of, installed

    # A package may have been installed since.
    importlib.invalidate_caches()
    for entry in installed() if others is None else others:
        yield (entry.name, entry.value), file_of(entry)


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
