"""Whether an environment holds what a lock says, and no more."""

import json

from packaging.markers import Marker, default_environment

from tools.check_setup.house import House, Wrong
from tools.set_up import locks

_LIST = """
import importlib.metadata as m, json
print(json.dumps([[each.metadata["Name"], each.version] for each in m.distributions()]))
"""
_BROUGHT_ALONG = {"pip", "intervisie-tui"}
"""Beside what is locked: what every environment has, and the project itself."""


def check_installed(house: House, lock: str, version: str) -> None:
    """Raise Wrong unless the packages there are those of this lock, for a Python of this version."""
    there = {
        (locks.normal(name), version) for name, version in json.loads(house.run(house.python, "-c", _LIST))
    }
    environment = {**default_environment(), "python_version": version, "python_full_version": f"{version}.0"}
    wanted = {
        (pin.name, pin.version)
        for pin in locks.read_lock(house.root / lock)
        if not pin.marker
        or Marker(pin.marker).evaluate({name: str(text) for name, text in environment.items()})
    }
    left_out = _BROUGHT_ALONG | ({"setuptools"} if version == "3.11" and lock == locks.RUNNING else set())
    surplus = {each for each in there - wanted if each[0] not in left_out}
    if surplus or wanted - there:
        raise Wrong(
            f"{lock} and the environment differ: {sorted(surplus)} too much, {sorted(wanted - there)} missing"
        )
