"""The folder .venv: whether it can be used, and making it anew where it cannot."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.set_up.marker import NAME, Marker, read_marker, write_marker
from tools.set_up.refused import Refused

FOLDER = ".venv"
OLDEST = (3, 11)
_WHOLE = Path(__file__).with_name("whole.py")


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment that runs and has pip.

    Args:
        root: the folder of the project.
        names: the packages in it, as their .dist-info folders spell them.
    """

    root: Path
    names: frozenset[str]

    @property
    def folder(self) -> Path:
        """Where it stands."""
        return self.root / FOLDER

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return python_in(self.root)


def python_in(root: Path) -> Path:
    """The interpreter of the environment of this folder, whether it is there or not."""
    return root / FOLDER / "bin" / "python"


def this_python() -> str:
    """The Python that runs this, without links."""
    return os.path.realpath(sys.executable)


def usable(root: Path, named: bool, descriptor: int) -> Environment:
    """The environment of this folder, mended or made anew where that is needed.

    Args:
        named: somebody chose this Python; an environment of another one is made anew.
        descriptor: what every started program inherits (see `alone`).

    Raises:
        Refused: it cannot be made.
    """
    marker = read_marker(root / FOLDER)
    fits = marker is None or (marker.root == str(root) and (not named or marker.python == this_python()))
    found = _mended(root, descriptor) if fits else None
    if found is None:
        _make(root, descriptor)
        found = _mended(root, descriptor)
        marker = None
    if found is None:
        raise Refused(f"The environment that was made in {root / FOLDER} does not run: remove that folder.")
    if marker is None:
        write_marker(found.folder, Marker(str(root), this_python()))
    return found


def _mended(root: Path, descriptor: int) -> Environment | None:
    """The environment without its half-installed packages; None when it has to be made anew."""
    try:
        told = _run([python_in(root), "-I", _WHOLE], descriptor)
        held = json.loads(told.stdout)
    except (OSError, ValueError):
        return None
    broken = [Path(path) for path in held["broken"]]
    if tuple(held["version"]) < OLDEST or any(path.name.startswith("pip-") for path in broken):
        return None
    if "pip" not in held["names"] and _run([python_in(root), "-Im", "ensurepip"], descriptor).returncode:
        return None
    for path in [*broken, *map(Path, held["aside"])]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return Environment(root, frozenset(held["names"]) - {path.name.partition("-")[0] for path in broken})


def _make(root: Path, descriptor: int) -> None:
    """Raise Refused when it cannot be made."""
    # Without its marker a folder that is half removed is never taken for one that is ready.
    (root / FOLDER / NAME).unlink(missing_ok=True)
    done = _run([sys.executable, "-Im", "venv", "--clear", root / FOLDER], descriptor)
    if done.returncode:
        words = (done.stderr.strip() or done.stdout.strip()).splitlines()
        reason = words[-1] if words else f"exit code {done.returncode}"
        raise Refused(f"No environment can be made in {root / FOLDER} with {sys.executable}: {reason}")


def _run(command: list[str | Path], descriptor: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=(descriptor,),
        check=False,
    )
