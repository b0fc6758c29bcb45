"""What loading gives: the methods by id, and a Problem for each thing that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from intervisie_tui.method import Method


class Door(Enum):
    """Through which door a method came."""

    BUNDLED = "bundled"
    ENTRY_POINT = "entry_point"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file, and how to mend it; `line` is 0 where there is none to point at."""

    file: str
    line: int
    message: str
    mend: str

    def sentence(self) -> str:
        """The whole of it in one line: module and line, what is wrong, the mend."""
        name = Path(self.file).name
        return (
            f"{name}:{self.line}: {self.message}: {self.mend}"
            if self.line
            else f"{name}: {self.message}: {self.mend}"
        )


@dataclass(frozen=True, slots=True)
class Source:
    """Where a module that is not ours comes from: a file, or an entry point (its name and value) in that file."""

    path: Path
    entry: tuple[str, str] | None = None

    @property
    def door(self) -> Door:
        """The door of its methods."""
        return Door.USER if self.entry is None else Door.ENTRY_POINT


@dataclass(frozen=True, slots=True)
class Loaded:
    """A method with the file it stands in, and the seconds its module took to load.

    `entry` is the name and value of the entry point that it came by, None for one from a file.
    """

    method: Method
    file: Path
    door: Door
    seconds: float
    entry: tuple[str, str] | None = None

    @property
    def source(self) -> Source:
        """Where its module can be loaded again."""
        return Source(self.file, self.entry)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one module gave."""

    loaded: tuple[Loaded, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading with the stamp that its file had and the language of its problems.

    As long as the file is the same, so is the reading.
    """

    stamp: tuple[int, ...]
    language: str
    reading: Reading

    def holds(self, stamp: tuple[int, ...], language: str) -> bool:
        """Whether the file need not be run again: it is unchanged, and nothing is told in another language."""
        same_words = self.language == language or not self.reading.problems
        return bool(stamp) and stamp == self.stamp and same_words


@dataclass(frozen=True, slots=True)
class Library:
    """All methods that loaded, by id, bundled ones first; and all problems.

    `kept` is what may be used again where the library is loaded anew.
    """

    methods: Mapping[str, Loaded]
    problems: tuple[Problem, ...]
    kept: Mapping[str, Kept] = field(default_factory=dict)

    def with_answers(self, answered: Mapping[str, Method]) -> "Library":
        """The library with these methods, by id, which know more answers of their functions than before."""
        new = {
            id(loaded): replace(loaded, method=answered[name])
            for name, loaded in self.methods.items()
            if name in answered
        }
        methods = {name: new.get(id(loaded), loaded) for name, loaded in self.methods.items()}
        kept = {key: _kept_with(each, new) for key, each in self.kept.items()}
        return Library(MappingProxyType(methods), self.problems, MappingProxyType(kept))


def _kept_with(kept: Kept, new: Mapping[int, Loaded]) -> Kept:
    reading = kept.reading
    if not any(id(loaded) in new for loaded in reading.loaded):
        return kept
    loaded = tuple(new.get(id(each), each) for each in reading.loaded)
    return replace(kept, reading=replace(reading, loaded=loaded))
