"""Finds the Pythons that are supported, and runs the quick tests on each: `make pythons`."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

SUPPORTED = ("3.11", "3.12", "3.13")


def find(version: str, environ: Mapping[str, str] = os.environ) -> Path | None:
    """A Python of this version, such as `3.12`.

    Taken is the first `python3.12` on PATH that answers `--version` with it, since some that stand there refuse;
    else the newest one of pyenv, in its own folder.
    """
    for folder in environ.get("PATH", os.defpath).split(os.pathsep):
        if folder and _answers(Path(folder) / f"python{version}", version):
            return Path(folder) / f"python{version}"
    pyenv = Path(environ.get("PYENV_ROOT") or Path(environ.get("HOME", "/")) / ".pyenv")
    return next(
        (path for path in _newest_first(pyenv / "versions", version) if _answers(path, version)), None
    )


def _newest_first(folder: Path, version: str) -> Iterator[Path]:
    found = folder.glob(f"{version}.*/bin/python{version}")
    yield from sorted(found, key=lambda path: _numbers(path.parent.parent.name), reverse=True)


def _numbers(name: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", name)))


def _answers(path: Path, version: str) -> bool:
    with suppress(OSError, subprocess.TimeoutExpired):
        told = subprocess.run((path, "--version"), capture_output=True, text=True, timeout=30, check=False)
        return told.returncode == 0 and told.stdout.startswith(f"Python {version}.")
    return False


def on_each(run: Callable[[str, Path], bool], versions: tuple[str, ...] = SUPPORTED) -> bool:
    """Call `run` with each version and its Python; whether it was right with all.

    One that is missing is wrong where CI is set; elsewhere it is left out with a sentence.
    """
    right = True
    for version in versions:
        python = find(version)
        if python is not None:
            right &= run(version, python)
        elif os.environ.get("CI"):
            print(f"Python {version} is missing, and CI is set.")
            right = False
        else:
            print(f"Python {version} is missing on this machine; it is left out.")
    return right


def _quick(version: str, python: Path) -> bool:
    from tools.check_setup.house import House

    with tempfile.TemporaryDirectory() as folder:
        house = House.built(Path(folder), python)
        print(f"Python {version}: make quick", flush=True)
        return (
            subprocess.run(("make", "quick"), cwd=house.root, env=house.environ, check=False).returncode == 0
        )


if __name__ == "__main__":
    sys.exit(not on_each(_quick))
