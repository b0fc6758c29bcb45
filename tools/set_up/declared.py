"""What pyproject.toml asks for, and whether the locks have it."""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.set_up import locks
from tools.set_up.refused import Refused


@dataclass(frozen=True, slots=True)
class Declared:
    """The requirements of the project.

    Args:
        running: `dependencies`.
        testing: the extra `dev`.
        building: what the build of the package itself needs.
        digest: another text whenever the project would be installed otherwise.
    """

    running: tuple[str, ...]
    testing: tuple[str, ...]
    building: tuple[str, ...]
    digest: str


def read_declared(root: Path) -> Declared:
    """What stands in pyproject.toml; raises Refused when it cannot be read."""
    try:
        read = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
        project = read["project"]
        digest = json.dumps([read["build-system"], project, read["tool"]["setuptools"]], sort_keys=True)
        return Declared(
            tuple(project["dependencies"]),
            tuple(project["optional-dependencies"]["dev"]),
            tuple(read["build-system"]["requires"]),
            digest,
        )
    except (OSError, ValueError, KeyError) as error:
        raise Refused(f"pyproject.toml cannot be read: {error}.") from error


def check_locked(declared: Declared, running: Sequence[locks.Pin], testing: Sequence[locks.Pin]) -> None:
    """Raise Refused when a package that is asked for is not locked, or the two locks differ."""
    in_running, in_testing = {pin.name for pin in running}, {(pin.name, pin.version) for pin in testing}
    all_names = {name for name, _ in in_testing}
    asked = [(each, in_running, locks.RUNNING) for each in declared.running]
    asked += [(each, all_names, locks.TESTING) for each in declared.testing + declared.building]
    for requirement, names, file in asked:
        if locks.name_of(requirement) not in names:
            raise Refused(f"pyproject.toml asks for {requirement}, which is not in {file}: {locks.MEND}.")
    for pin in running:
        if (pin.name, pin.version) not in in_testing:
            raise Refused(
                f"{locks.TESTING} has no {pin.name} {pin.version} of {locks.RUNNING}: {locks.MEND}."
            )
