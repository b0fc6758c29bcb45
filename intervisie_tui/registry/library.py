"""What loading gives: the methods by id, and a Problem for each thing that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
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
        """The whole of it in one line: module, what is wrong, the mend."""
        return f"{Path(self.file).name}: {self.message}: {self.mend}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A method with the file it stands in, and the seconds its module took to load."""

    method: Method
    file: Path
    door: Door
    seconds: float


@dataclass(frozen=True, slots=True)
class Library:
    """All methods that loaded, by id, bundled ones first; and all problems."""

    methods: Mapping[str, Loaded]
    problems: tuple[Problem, ...]
