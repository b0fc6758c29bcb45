"""Reads the locks, and refuses one that `make lock` has not made."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from tools.set_up.refused import Refused

RUNNING = "requirements.lock"
TESTING = "requirements-test.lock"
MEND = "run `make lock`, which makes both locks anew"
_HEADER = "# Made by `make lock`; a change by hand is refused. The lines below have sha256 {}\n"
_PIN = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)(\[(?P<extras>[^\]]*)\])?==(?P<version>[^\s;]+)\s*(;(?P<marker>.*))?"
)
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked package.

    Args:
        name: as the index spells it, in small letters with hyphens.
        version: the only one that is installed.
        marker: on which machines it is installed, in the words of PEP 508; empty for all.
        hashes: `--hash=sha256:...` of each of its files.
        extras: which of its extras are asked for.
        lines: its lines in the lock.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    extras: tuple[str, ...]
    lines: str


def normal(name: str) -> str:
    """The one spelling of a package's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement: str) -> str:
    """The package that a requirement such as `Babel>=2.17; ...` asks for."""
    found = _NAME.match(requirement.strip())
    return normal(found[0]) if found else ""


def sealed(body: str) -> str:
    """The text of a lock with the line that tells a change by hand."""
    return _HEADER.format(_digest(body)) + body


def read_lock(path: Path) -> tuple[Pin, ...]:
    """The packages of a lock.

    Raises:
        Refused: it is missing, was changed by hand, or has a line that is no pin with hashes.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{path.name} cannot be read: {MEND}.") from error
    header, _, body = text.partition("\n")
    if header + "\n" != _HEADER.format(_digest(body)):
        raise Refused(f"{path.name} was changed by hand: {MEND}.")
    return parse(body, path.name)


def parse(body: str, name: str) -> tuple[Pin, ...]:
    """The packages in the lines of a lock; `name` is the file that a Refused names."""
    return tuple(_pin(entry, name) for entry in re.split(r"\n(?=\S)", body.strip()) if entry)


def _pin(entry: str, name: str) -> Pin:
    first, *rest = (line.strip() for line in entry.replace("\\\n", "\n").split("\n"))
    found = _PIN.fullmatch(first.strip())
    if found is None:
        raise Refused(f"{name} has a line that pins no version ({first}): {MEND}.")
    hashes = tuple(line for line in rest if line)
    if not hashes or not all(map(_HASH.fullmatch, hashes)):
        raise Refused(f"{name} has no hash for {found['name']}, or one that is damaged: {MEND}.")
    extras = tuple(each.strip() for each in (found["extras"] or "").split(",") if each.strip())
    marker = (found["marker"] or "").strip()
    return Pin(normal(found["name"]), found["version"], marker, hashes, extras, entry + "\n")


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
