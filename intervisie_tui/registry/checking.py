"""Checks one method file, and tells all that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from intervisie_tui.registry.entries import file_of, installed
from intervisie_tui.registry.finding import bundled, clash
from intervisie_tui.registry.judging import judge
from intervisie_tui.registry.library import Problem, Source
from intervisie_tui.registry.limits import LONGEST


@dataclass(frozen=True, slots=True)
class Checked:
    """The ids of the methods in a file, and all that is wrong with it; right when there are no problems."""

    ids: tuple[str, ...]
    problems: tuple[Problem, ...]


def check(path: Path, seconds: float = LONGEST) -> Checked:
    """Load a file in a child process and tell all that is wrong; a child that takes longer is ended."""
    path = path.expanduser().absolute()
    [reading] = judge([_source(path)], seconds)
    problems = list(reading.problems)
    taken = {loaded.method.id: loaded for each in bundled() for loaded in each.loaded}
    for loaded in reading.loaded:
        first = taken.setdefault(loaded.method.id, loaded)
        # A bundled method that is checked is not in its own way; a second one in the same file is.
        if first is not loaded and (first in reading.loaded or first.file.resolve() != path.resolve()):
            problems.append(clash(loaded, first))
    return Checked(tuple(dict.fromkeys(loaded.method.id for loaded in reading.loaded)), tuple(problems))


def _source(path: Path) -> Source:
    """Where the module is; an entry point where the file has one, for a package's modules know each other."""
    for entry in installed():
        if file_of(entry) == path:
            return Source(path, (entry.name, entry.value))
    return Source(path)
