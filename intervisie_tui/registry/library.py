"""What loading gives: the methods by id, and a Problem for each thing that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

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
class Loaded:
    """A method with the file it stands in, and the seconds its module took to load."""

    method: Method
    file: Path
    door: Door
    seconds: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one module gave."""

    loaded: tuple[Loaded, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading, and what its file was then: as long as the file is the same, so is the reading."""

    stamp: tuple[int, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class Library:
    """All methods that loaded, by id, bundled ones first; and all problems.

    `kept` is what may be used again where the library is loaded anew.
    """

    methods: Mapping[str, Loaded]
    problems: tuple[Problem, ...]
    kept: Mapping[str, Kept] = field(default_factory=dict)
