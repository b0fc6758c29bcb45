"""What a Python must bring along before anything can be set up with it."""

import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from types import MappingProxyType

from tools.set_up.refused import Refused

DEBIAN = "on Debian and Ubuntu `apt install python3-venv` brings it"
BUILT = "it was built without the headers of a library; build or install it anew"
RUNNING: Mapping[str, str] = MappingProxyType(
    {
        "fcntl": "on Windows use WSL",
        "venv": DEBIAN,
        "ensurepip": DEBIAN,
        "ssl": BUILT,
        "_ssl": BUILT,
        "zlib": BUILT,
        "_ctypes": BUILT,
    }
)
"""Modules that some Pythons lack although they belong to the standard library, each with what helps."""
TESTING: Mapping[str, str] = MappingProxyType({"sqlite3": BUILT, "_sqlite3": BUILT})
"""The same for testing: coverage keeps its figures in SQLite."""


def check_python(wanted: Iterable[Mapping[str, str]]) -> None:
    """Raise Refused with one sentence for the first module that this Python lacks."""
    for each in wanted:
        for module, mend in each.items():
            if find_spec(module) is None:
                raise Refused(
                    f"This Python ({sys.executable}) has no `{module.lstrip('_')}`: {mend}, "
                    "or name another Python: make PYTHON=python3.12 run"
                )
