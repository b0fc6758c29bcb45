"""A small project with our own set-up, and an index for it in a folder: no network is needed."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.check_setup.newer import write_wheel
from tools.set_up import locks
from tools.set_up.marker import NAME

ROOT = Path(__file__).parents[2]
_PROJECT = """
[build-system]
requires = ["brick"]
build-backend = "backend"
backend-path = ["."]
[project]
name = "intervisie-tui"
version = "1.0"
dependencies = ["stone>=1"]
[project.optional-dependencies]
dev = ["chisel>=1"]
[tool.setuptools]
"""
# The build imports what it asks for, and makes the wheel of a package that asks for a stone.
_BACKEND = """
import brick
from zipfile import ZipFile

def build_editable(folder, config_settings=None, metadata_directory=None):
    info, name = "intervisie_tui-1.0.dist-info", "intervisie_tui-1.0-py3-none-any.whl"
    with ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr(f"{info}/METADATA",
            "Metadata-Version: 2.1\\nName: intervisie-tui\\nVersion: 1.0\\nRequires-Dist: stone>=1\\n")
        wheel.writestr(f"{info}/WHEEL",
            "Wheel-Version: 1.0\\nGenerator: backend\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return name
"""
_LOOK = """
import importlib, importlib.util
for name in ("brick", "chisel", "stone"):
    if importlib.util.find_spec(name):
        print(name, importlib.import_module(name).VERSION)
"""
NOWHERE = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
"""Variables with which the index cannot be reached."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folder of the project and the folder that is its index."""

    root: Path
    index: Path

    @classmethod
    def built(cls, folder: Path) -> "Project":
        """Written in an empty folder, with a stone to run, a chisel to test and a brick to build."""
        project = cls(folder / "project", folder / "index")
        project.index.mkdir()
        shutil.copytree(ROOT / "tools" / "set_up", project.root / "tools" / "set_up")
        shutil.copy(ROOT / "Makefile", project.root)
        (project.root / "intervisie_tui").mkdir()
        (project.root / "intervisie_tui" / "__init__.py").touch()
        (project.root / "pyproject.toml").write_text(_PROJECT)
        (project.root / "backend.py").write_text(_BACKEND)
        project.lock(locks.RUNNING, stone="1.0")
        project.lock(locks.TESTING, brick="1.0", chisel="1.0", stone="1.0")
        return project

    def lock(self, name: str, **versions: str) -> None:
        """Write a lock as `make lock` does, and the wheels for it."""
        entries = (
            f"{each}=={version} \\\n    {self._hash(each, version)}\n" for each, version in versions.items()
        )
        (self.root / name).write_text(locks.sealed("".join(entries)))

    def _hash(self, name: str, version: str) -> str:
        wheel = write_wheel(self.index, name, version, f"VERSION = {version!r}\n")
        return f"--hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"

    def environ(self, more: Mapping[str, str]) -> dict[str, str]:
        """The variables for everything that is run here."""
        own = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.index)}
        return {**os.environ, **own, **more}

    def start(self, kind: str, *, more: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """Begin to set up for `running` or `testing`."""
        return subprocess.Popen(
            (sys.executable, "-m", "tools.set_up", kind),
            cwd=self.root,
            env=self.environ(more or {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def set_up(self, kind: str, *, more: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Set up to the end; the exit code and all that was printed."""
        with self.start(kind, more=more) as process:
            told = "".join(process.communicate())
            return process.returncode, told

    def holds(self) -> dict[str, str]:
        """The packages of the index that can be imported in the environment, with their versions."""
        told = subprocess.run(
            (self.python, "-c", _LOOK), capture_output=True, text=True, check=True, cwd="/"
        ).stdout
        return dict(line.split() for line in told.splitlines())

    @property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return self.root / ".venv" / "bin" / "python"

    @property
    def packages(self) -> Path:
        """Where its environment has its packages."""
        (found,) = (self.root / ".venv" / "lib").glob("python3*/site-packages")
        return found

    @property
    def marker(self) -> Path:
        """What says what has been set up."""
        return self.root / ".venv" / NAME
