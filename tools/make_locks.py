"""Make both locks anew from pyproject.toml, and prove them for every machine: `make lock`.

Uses the standard library only, and takes uv from where it finds one: a lock that is damaged does not stand in its way.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.lock_proof import prove
from tools.set_up import locks
from tools.set_up.refused import Refused

ROOT = Path(__file__).resolve().parent.parent
_COMPILE = (
    *("pip", "compile", "--quiet", "--upgrade", "--universal", "--no-strip-extras", "--generate-hashes"),
    # Every machine that pyproject.toml names under [tool.uv] gets a version that has a wheel for it.
    *("--only-binary", ":all:"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", "pyproject.toml"),
)


def main() -> int:
    """Make and prove both, then put them in place; the exit code."""
    try:
        with tempfile.TemporaryDirectory() as folder, found_uv(ROOT, Path(folder)) as uv:
            running, testing = Path(folder) / locks.RUNNING, Path(folder) / locks.TESTING
            _uv(uv, *_COMPILE, "--output-file", running)
            # What is tested is what runs: the same versions.
            _uv(uv, *_COMPILE, "--extra", "dev", "--constraint", running, "--output-file", testing)
            for made in (running, testing):
                prove(uv, made)
            for made in (running, testing):
                _put(made, ROOT / made.name)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


@contextmanager
def found_uv(root: Path, folder: Path) -> Iterator[Path]:
    """The uv of the environment, else the one on PATH, else one that is installed in `folder`; raises Refused."""
    own, other = root / ".venv" / "bin" / "uv", shutil.which("uv")
    if os.access(own, os.X_OK):
        yield own
    elif other:
        yield Path(other)
    else:
        yield _installed_uv(root, folder / "uv")


def _installed_uv(root: Path, environment: Path) -> Path:
    read = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    (wanted,) = (
        each for each in read["project"]["optional-dependencies"]["dev"] if locks.name_of(each) == "uv"
    )
    for command in (
        (sys.executable, "-m", "venv", environment),
        (environment / "bin" / "python", "-m", "pip", "install", "--quiet", wanted),
    ):
        if subprocess.run(command, check=False).returncode:
            raise Refused(f"uv cannot be installed; install {wanted} and put it on PATH.")
    return environment / "bin" / "uv"


def _uv(uv: Path, *words: str | Path) -> None:
    # The certificates of the machine count, as they do for pip.
    done = subprocess.run(
        (uv, "--system-certs", *words), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(f"No lock was made, and none was changed: {done.stderr.strip()}")


def _put(made: Path, lock: Path) -> None:
    """Replace a lock, and say what is another in it."""
    body = made.read_text(encoding="utf-8")
    try:
        before = locks.parse(lock.read_text(encoding="utf-8").partition("\n")[2], lock.name)
    except (OSError, UnicodeDecodeError, Refused) as error:
        print(f"{lock.name}: made anew ({error})")
    else:
        print(f"{lock.name}: {', '.join(changes(before, locks.parse(body, lock.name))) or 'as it was'}")
    beside = lock.with_suffix(".new")
    beside.write_text(locks.sealed(body), encoding="utf-8")
    beside.replace(lock)


def changes(before: Sequence[locks.Pin], after: Sequence[locks.Pin]) -> list[str]:
    """What one lock has otherwise than the other, a text for each package."""
    old, new = _versions(before), _versions(after)
    return [
        f"{name} {' and '.join(old.get(name, ['-']))} -> {' and '.join(new.get(name, ['-']))}"
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    ]


def _versions(pins: Sequence[locks.Pin]) -> dict[str, list[str]]:
    versions: dict[str, list[str]] = {}
    for pin in pins:
        versions.setdefault(pin.name, []).append(pin.version)
    return versions


if __name__ == "__main__":
    sys.exit(main())
