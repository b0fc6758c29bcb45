"""The locks that are committed: what they name, and that they agree with pyproject.toml on every machine."""

import importlib.metadata
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

import pytest
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement

from tools.make_locks import changes
from tools.set_up import locks
from tools.set_up.declared import read_declared
from tools.set_up.refused import Refused

ROOT = Path(__file__).parents[2]
NAMES = (locks.RUNNING, locks.TESTING)
MACHINES = tuple(
    product(
        ("3.11", "3.12", "3.13"),
        (("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "x86_64"), ("darwin", "arm64")),
    )
)


def environment(python: str, system: str, machine: str) -> dict[str, str]:
    """What markers ask, on a machine that this is not."""
    here = {name: str(text) for name, text in default_environment().items()}
    return here | {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": system,
        "platform_machine": machine,
        "platform_system": {"linux": "Linux", "darwin": "Darwin"}[system],
    }


def pinned(pins: Sequence[locks.Pin], where: Mapping[str, str]) -> dict[str, list[locks.Pin]]:
    """The packages that are installed there, by name."""
    found: dict[str, list[locks.Pin]] = {}
    for pin in pins:
        if not pin.marker or Marker(pin.marker).evaluate(dict(where)):
            found.setdefault(pin.name, []).append(pin)
    return found


def unmet(asked: Sequence[str], pins: Sequence[locks.Pin], where: Mapping[str, str]) -> list[str]:
    """The requirements that are not met there by exactly one pinned version."""
    there, missing = pinned(pins, where), []
    for text in asked:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate(dict(where)):
            match there.get(locks.normal(requirement.name), []):
                case [pin] if requirement.specifier.contains(pin.version):
                    continue
                case _:
                    missing.append(text)
    return missing


@pytest.mark.parametrize(("python", "machine"), MACHINES)
def test_what_pyproject_asks_for_is_locked_once_for_every_machine(
    python: str, machine: tuple[str, str]
) -> None:
    declared, where = read_declared(ROOT), environment(python, *machine)
    running, testing = (locks.read_lock(ROOT / name) for name in NAMES)
    assert unmet(declared.running, running, where) == []
    assert unmet((*declared.running, *declared.testing, *declared.building), testing, where) == []
    # What is tested is what runs.
    there = pinned(testing, where)
    assert [
        pin for name, (pin,) in pinned(running, where).items() if there[name][0].version != pin.version
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_names_the_extras_that_its_packages_ask_of_one_another(name: str) -> None:
    pins = {pin.name: pin for pin in locks.read_lock(ROOT / name)}
    asked = set()
    for distribution in importlib.metadata.distributions():
        if locks.normal(distribution.metadata["Name"]) in pins:
            for requirement in map(Requirement, distribution.requires or ()):
                if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                    asked |= {(locks.normal(requirement.name), extra) for extra in requirement.extras}
    assert asked, "no package asks for an extra, so this proves nothing"
    assert {(package, extra) for package, extra in asked if extra not in pins[package].extras} == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_holds_the_hashes_of_many_files_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not [
        word for word in ("://", "--index", "--extra-index", "--find-links", "-i ", "@") if word in text
    ]
    pins = locks.read_lock(ROOT / name)
    # A package with compiled code has a file for each machine and each Python.
    for package in ("aiohttp", "frozenlist", "multidict", "propcache", "yarl"):
        (pin,) = (each for each in pins if each.name == package)
        assert len(pin.hashes) > len(MACHINES), package


PINS = locks.parse("stone==1.5 \\\n    --hash=sha256:" + "0" * 64 + "\n", "a lock")


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("stone", False),
        ("Stone>=1,<2", False),
        ("stone>=2", True),
        ("stone; sys_platform == 'darwin'", False),
        ("sand", True),
        ("sand; sys_platform == 'darwin'", False),
        ("sand; sys_platform == 'linux'", True),
    ],
)
def test_a_requirement_that_a_lock_does_not_meet_is_found(asked: str, missing: bool) -> None:
    assert (unmet([asked], PINS, environment("3.12", "linux", "x86_64")) == [asked]) is missing


HASH = "--hash=sha256:" + "0" * 64


@pytest.mark.parametrize(
    "body",
    [
        "stone",
        "stone>=1 \\\n    " + HASH,
        "stone==1",
        "stone==1 \\\n    --hash=md5:00",
        "stone==1 \\\n    --hash=sha256:00",
        "--index-url https://example.org/simple",
        "stone @ https://example.org/stone.whl \\\n    " + HASH,
    ],
)
def test_a_line_that_is_no_version_with_hashes_is_refused(body: str) -> None:
    with pytest.raises(Refused, match="run `make lock`"):
        locks.parse(body, "a lock")


def test_a_new_lock_tells_what_is_another_in_it() -> None:
    before = locks.parse(f"a==1 \\\n    {HASH}\nb==1 \\\n    {HASH}\nc==1 \\\n    {HASH}\n", "a lock")
    after = locks.parse(
        f"a==1 \\\n    {HASH}\nc==1 ; sys_platform == 'darwin' \\\n    {HASH}\n"
        f"c==2 ; sys_platform != 'darwin' \\\n    {HASH}\nd==1 \\\n    {HASH}\n",
        "a lock",
    )
    assert changes(before, after) == ["b 1 -> -", "c 1 -> 1 and 2", "d - -> 1"]
