"""A clone in an empty folder, and an empty home, for one Python."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parents[2]
_LEFT_OUT = ("INTERVISIE_", "MAKE", "MFLAGS", "PYTEST_", "PYTHON", "VIRTUAL_ENV", "XDG_")
"""Variables that begin so are those of whoever runs this. How this machine reaches its package index stays."""


class Wrong(Exception):
    """Something did not go as a newcomer expects; says what, with what was printed."""


@dataclass(frozen=True, slots=True)
class House:
    """Where one Python is tried.

    Args:
        root: the clone.
        home: the home of the newcomer, empty at first.
        environ: the variables with which everything is run; its `python3` is the Python that is tried.
    """

    root: Path
    home: Path
    environ: Mapping[str, str] = field(repr=False)

    @classmethod
    def built(cls, folder: Path, python: Path, **more: str) -> "House":
        """Built in an empty folder, with what git knows of this project and these variables besides."""
        root, home, programs = folder / "clone", folder / "home", folder / "programs"
        home.mkdir(parents=True)
        programs.mkdir()
        _clone(root)
        (programs / "python3").write_text(f'#!/bin/sh\nexec "{python}" "$@"\n')
        (programs / "python3").chmod(0o755)
        environ = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
        environ |= {"HOME": str(home), "PATH": f"{programs}{os.pathsep}{environ['PATH']}"}
        environ |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        return cls(root, home, environ | more)

    @property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return self.root / ".venv" / "bin" / "python"

    def run(
        self, *command: str | Path, right: bool = True, more: Mapping[str, str] = MappingProxyType({})
    ) -> str:
        """What this prints in the clone, with more variables; raises Wrong unless it ends as `right` tells."""
        done = subprocess.run(
            command,
            cwd=self.root,
            env={**self.environ, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if (done.returncode == 0) is not right:
            raise Wrong(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}")
        return done.stdout


def _clone(root: Path) -> None:
    """Copy what git would commit, links as links."""
    listed = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if os.path.lexists(ROOT / name):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name, follow_symlinks=False)
