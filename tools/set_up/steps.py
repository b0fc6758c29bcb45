"""The set-up from its first look to its last line."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tools.set_up import locks
from tools.set_up.alone import alone
from tools.set_up.declared import Declared, check_locked, read_declared
from tools.set_up.environment import FOLDER, Environment, python_in, this_python, usable
from tools.set_up.marker import Marker, fingerprint, read_marker, write_marker
from tools.set_up.pip_run import pip, unmet
from tools.set_up.python_has import RUNNING, TESTING, check_python
from tools.set_up.refused import Refused

PROJECT = "intervisie-tui"
KINDS = {"running": locks.RUNNING, "testing": locks.TESTING}
_LOCKED = ("install", "--quiet", "--require-hashes", "--only-binary", ":all:")


def main(words: Sequence[str]) -> int:
    """Set up what these words ask; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.set_up", description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--named", action="store_true", help="this Python was chosen by somebody")
    parser.add_argument("--own", action="store_true", help="this Python is the environment's own")
    asked = parser.parse_args(words)
    root = Path(__file__).resolve().parents[2]
    try:
        set_up(root, asked.kind, named=asked.named)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The set-up stopped: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next make takes the set-up up again.", file=sys.stderr)
        return 130
    return 0


def set_up(root: Path, kind: str, *, named: bool) -> None:
    """Make the environment of this folder fit the lock of `running` or `testing`.

    Where it fits already nothing is written, nobody is waited for and no network is asked.

    Raises:
        Refused: it cannot be set up; the environment stays as far as it came.
    """
    declared = read_declared(root)
    if _done(root, kind, declared, named):
        return
    check_python([RUNNING] if kind == "running" else [RUNNING, TESTING])
    running, testing = (locks.read_lock(root / name) for name in KINDS.values())
    check_locked(declared, running, testing)
    with alone(root) as descriptor:
        # Another set-up may have done it in the meantime.
        if not _done(root, kind, declared, named):
            pins = running if kind == "running" else testing
            print(f"Setting up {FOLDER} for {kind}: {len(pins)} packages ...", file=sys.stderr)
            environment = usable(root, named, descriptor)
            _begin(environment, kind, declared, pins)
            _install(environment, descriptor, kind, declared, testing)
            _remove_unlocked(environment, descriptor, {pin.name for pin in testing})
            _check_met(environment, descriptor, {pin.name for pin in pins})
            _end(environment, kind, declared, {pin.name for pin in testing})


def _print_of(root: Path, kind: str, declared: Declared) -> str | None:
    try:
        return fingerprint(root / KINDS[kind], declared.digest, root / "intervisie_tui" / "__init__.py")
    except OSError:
        return None


def _done(root: Path, kind: str, declared: Declared, named: bool) -> bool:
    marker = read_marker(root / FOLDER)
    return (
        marker is not None
        and marker.root == str(root)
        and (not named or marker.python == this_python())
        and kind in marker.done
        and marker.done[kind] == _print_of(root, kind, declared)
        and os.access(python_in(root), os.X_OK)
    )


def _begin(environment: Environment, kind: str, declared: Declared, pins: Sequence[locks.Pin]) -> None:
    """Note what is at stake before anything is changed, for the case that this set-up is killed."""
    marker = _marker(environment)
    # Setting up for testing adds packages, and changes none of those that running needs.
    same = kind == "testing" and marker.done.get("running") == _print_of(
        environment.root, "running", declared
    )
    done = {"running": marker.done["running"]} if same and "running" in marker.done else {}
    packages = sorted({*marker.packages, *(pin.name for pin in pins)})
    write_marker(environment.folder, replace(marker, done=done, packages=tuple(packages)))


def _end(environment: Environment, kind: str, declared: Declared, locked: set[str]) -> None:
    marker = _marker(environment)
    # The lock for testing holds all that running needs.
    prints = {each: _print_of(environment.root, each, declared) for each in (kind, "running")}
    done = marker.done | {each: text for each, text in prints.items() if text is not None}
    packages = tuple(name for name in marker.packages if name in locked)
    write_marker(environment.folder, replace(marker, done=done, packages=packages))


def _marker(environment: Environment) -> Marker:
    return read_marker(environment.folder) or Marker(str(environment.root), this_python())


def _install(
    environment: Environment, descriptor: int, kind: str, declared: Declared, testing: Sequence[locks.Pin]
) -> None:
    pip(environment, descriptor, *_LOCKED, "-r", KINDS[kind])
    project = ("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ".")
    if kind == "testing":
        # What builds the package stands in this lock.
        pip(environment, descriptor, *project)
        return
    with tempfile.TemporaryDirectory() as folder:
        # The same versions, but they do not stay in an environment for running.
        lock, target = Path(folder) / "building.lock", Path(folder) / "building"
        building = {locks.name_of(each) for each in declared.building}
        lock.write_text("".join(pin.lines for pin in testing if pin.name in building), encoding="utf-8")
        pip(environment, descriptor, *_LOCKED, "--no-deps", "--target", target, "-r", lock)
        pip(environment, descriptor, *project, beside=target)


def _remove_unlocked(environment: Environment, descriptor: int, locked: set[str]) -> None:
    """Remove what an earlier set-up installed and no lock holds any more; what somebody else installed stays."""
    gone = [name for name in _marker(environment).packages if name not in locked]
    if gone:
        pip(environment, descriptor, "uninstall", "--quiet", "--yes", *gone)


def _check_met(environment: Environment, descriptor: int, locked: set[str]) -> None:
    names = locked | {PROJECT}
    for line in unmet(environment, descriptor):
        if locks.name_of(line) in names:
            raise Refused(f"The lock does not hold what is asked for ({line}): {locks.MEND}.")
