"""What was set up in an environment, so that nothing is done, and nobody asked, while it still fits."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

NAME = "set-up.json"


@dataclass(frozen=True, slots=True)
class Marker:
    """Stands in the environment's folder from the moment that the folder is made.

    Args:
        root: the folder of the project when the environment was made; its scripts name it.
        python: the Python that made it.
        done: for `running` and `testing`, the fingerprint of what was set up last.
        packages: what the set-up has installed and not removed again.
    """

    root: str
    python: str
    done: dict[str, str] = field(default_factory=dict)
    packages: tuple[str, ...] = ()


def read_marker(folder: Path) -> Marker | None:
    """The marker of an environment; None where there is none that can be read."""
    try:
        read = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return Marker(str(read["root"]), str(read["python"]), dict(read["done"]), tuple(read["packages"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_marker(folder: Path, marker: Marker) -> None:
    """Replace the marker at once: a reader sees the old one or the new one."""
    beside = folder / f"{NAME}.new"
    beside.write_text(json.dumps(asdict(marker), indent=1), encoding="utf-8")
    beside.replace(folder / NAME)


def fingerprint(lock: Path, declared: str, version: Path) -> str:
    """Another text when the lock, what pyproject.toml declares or the package's version has changed."""
    digest = hashlib.sha256(declared.encode())
    for path in (lock, version):
        digest.update(path.read_bytes())
    return digest.hexdigest()
