"""An index in which every locked package has a newer release: a folder of small wheels that pip finds."""

import json
import zipfile
from pathlib import Path

from tools.check_setup.house import House, Wrong
from tools.set_up import locks


def newer(version: str) -> str:
    """A version just above this one, so that a bound such as `<9` lets it through."""
    return f"{version}.9999"


def make_newer(folder: Path, root: Path) -> Path:
    """Write a wheel of a newer version for each package of the locks of `root`; the folder, for PIP_FIND_LINKS."""
    folder.mkdir()
    for pin in locks.read_lock(root / locks.TESTING):
        write_wheel(folder, pin.name.replace("-", "_"), newer(pin.version))
    return folder


def write_wheel(folder: Path, name: str, version: str, module: str | None = None) -> Path:
    """A wheel with nothing in it, or with one module of the package's name that has this text; its path."""
    info = f"{name}-{version}.dist-info"
    files = {} if module is None else {f"{name}.py": module}
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files[f"{info}/WHEEL"] = (
        "Wheel-Version: 1.0\nGenerator: newer\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in (*files, f"{info}/RECORD"))
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for inside, text in files.items():
            wheel.writestr(inside, text)
    return path


def check_tempting(house: House) -> None:
    """Raise Wrong unless pip, without the lock, would take the newer release of each package that running needs."""
    pins = [pin for pin in locks.read_lock(house.root / locks.RUNNING) if not pin.marker]
    words = ("install", "--quiet", "--dry-run", "--no-deps", "--ignore-installed", "--report", "-")
    told = house.run(
        house.python, "-m", "pip", "--disable-pip-version-check", *words, *(pin.name for pin in pins)
    )
    taken = {
        (locks.normal(each["metadata"]["name"]), each["metadata"]["version"])
        for each in json.loads(told)["install"]
    }
    if left := {(pin.name, newer(pin.version)) for pin in pins} - taken:
        raise Wrong(f"The index with newer releases does not tempt pip, so it proves nothing: {sorted(left)}")
