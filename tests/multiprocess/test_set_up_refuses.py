"""What cannot be set up is refused with one sentence that says how it is mended."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.multiprocess.small_project import NOWHERE, ROOT, Project
from tools.set_up import locks

LOCKS = (locks.RUNNING, locks.TESTING)


@pytest.fixture(scope="module")
def index_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One with an environment that pip can work in."""
    made = Project.built(tmp_path_factory.mktemp("small"))
    assert made.set_up("running")[0] == 0
    return made


def the_sentence(told: str) -> str:
    """The only line that was printed, but for the one that says that it begins."""
    (line,) = (each for each in told.splitlines() if not each.startswith("Setting up "))
    return line


def without_make() -> dict[str, str]:
    """The environment as a shell has it, also when make runs these tests: it would say `make[1]`, and share jobs."""
    return {
        name: value for name, value in os.environ.items() if name != "MFLAGS" and not name.startswith("MAKE")
    }


def _another_version(text: str) -> str:
    return text.replace("stone==1.0", "stone==1.1")


def _no_hash(text: str) -> str:
    head, _, _ = text.rpartition(" \\\n    --hash")
    return head + "\n"


def _no_package(text: str) -> str:
    return text[: text.index("stone==")]


def _another_hash(text: str) -> str:
    return text.replace("sha256:", "sha256:0", 1)


def _conflict(text: str) -> str:
    return text.replace("stone==", "<<<<<<< ours\nstone==")


def _nothing(text: str) -> str:
    return ""


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize(
    "edit",
    [_another_version, _no_hash, _no_package, _another_hash, _conflict, _nothing, str.lower, str.rstrip],
)
def test_a_lock_that_was_edited_by_hand_is_refused_before_anything_is_made(
    edit: Callable[[str], str], name: str, tmp_path: Path
) -> None:
    project = Project.built(tmp_path)
    lock = project.root / name
    lock.write_text(edit(lock.read_text()))
    code, told = project.set_up("running")
    assert (code, told) == (1, f"{name} was changed by hand: run `make lock`, which makes both locks anew.\n")
    assert not (project.root / ".venv").exists()


@pytest.mark.parametrize(
    ("asks", "sentence"),
    [
        (
            '["stone>=1", "Sand_Box>=2"]',
            "pyproject.toml asks for Sand_Box>=2, which is not in requirements.lock: ",
        ),
        ('["stone>=1", "chisel"]', "pyproject.toml asks for chisel, which is not in requirements.lock: "),
    ],
)
def test_a_package_that_is_asked_for_and_not_locked_is_named(
    asks: str, sentence: str, tmp_path: Path
) -> None:
    project = Project.built(tmp_path)
    page = project.root / "pyproject.toml"
    page.write_text(page.read_text().replace('["stone>=1"]', asks))
    code, told = project.set_up("testing")
    assert (code, told) == (1, f"{sentence}run `make lock`, which makes both locks anew.\n")


def test_locks_that_hold_different_versions_of_a_package_are_refused(tmp_path: Path) -> None:
    project = Project.built(tmp_path)
    project.lock(locks.RUNNING, stone="1.1")
    code, told = project.set_up("running")
    assert (code, the_sentence(told)) == (
        1,
        "requirements-test.lock has no stone 1.1 of requirements.lock: run `make lock`, which makes both locks anew.",
    )


def test_a_wheel_that_is_gone_from_the_index_is_named(index_project: Project) -> None:
    for name, versions in ((LOCKS[0], {}), (LOCKS[1], {"brick": "1.0", "chisel": "1.0"})):
        index_project.lock(name, stone="1.2", **versions)
    next(index_project.index.glob("stone-1.2-*")).unlink()
    code, told = index_project.set_up("running")
    assert code == 1
    assert the_sentence(told).startswith("The package index has no file of stone==1.2 for this Python")


def test_a_wheel_that_was_replaced_in_the_index_is_named(index_project: Project) -> None:
    for name, versions in ((LOCKS[0], {}), (LOCKS[1], {"brick": "1.0", "chisel": "1.0"})):
        index_project.lock(name, stone="1.3", **versions)
    wheel = next(index_project.index.glob("stone-1.3-*"))
    wheel.write_bytes(wheel.read_bytes() + b"x")
    code, told = index_project.set_up("running")
    assert code == 1
    assert the_sentence(told).startswith(
        "What the index gives for stone==1.3 does not fit the hashes in the lock."
    )


def test_without_a_network_one_sentence_says_so(index_project: Project) -> None:
    for name, versions in ((LOCKS[0], {}), (LOCKS[1], {"brick": "1.0", "chisel": "1.0"})):
        index_project.lock(name, stone="1.4", **versions)
    code, told = index_project.set_up("running", more=NOWHERE)
    assert code == 1
    assert the_sentence(told).startswith("The package index cannot be reached: set up once with a network")


GATE = "import runpy, sys; sys.version_info = ({version}, 1, 'final', 0); sys.argv[1:] = ['running'{named}]; "
GATE += "runpy.run_module('tools.set_up', run_name='__main__')"


@pytest.mark.parametrize("version", ["2, 7", "3, 6", "3, 10"])
@pytest.mark.parametrize("named", ["", ", '--named'"])
def test_a_python_that_is_too_old_is_told_in_one_sentence(version: str, named: str, tmp_path: Path) -> None:
    code = GATE.format(version=version, named=named)
    project = Project.built(tmp_path)
    done = subprocess.run(
        (sys.executable, "-c", code), cwd=project.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    told = f"is {version.replace(', ', '.')}. Install a newer one and name it: make PYTHON=python3.12 run\n"
    assert done.stderr == f"Python 3.11 or newer is needed, and this one ({sys.executable}) {told}"


@pytest.mark.parametrize("module", ["venv", "ensurepip", "ssl", "zlib", "fcntl"])
def test_a_python_that_lacks_a_module_is_told_in_one_sentence(module: str, tmp_path: Path) -> None:
    project = Project.built(tmp_path)
    code = f"import runpy, sys; sys.modules[{module!r}] = None; sys.argv[1:] = ['running']; "
    code += "runpy.run_module('tools.set_up', run_name='__main__')"
    done = subprocess.run(
        (sys.executable, "-c", code), cwd=project.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert the_sentence(done.stderr).startswith(f"This Python ({sys.executable}) has no `{module}`: ")


@pytest.mark.parametrize("ends", ["exit 127", "exit 126", None])
def test_a_python_that_is_not_there_or_does_not_answer_is_told_by_make(
    ends: str | None, tmp_path: Path
) -> None:
    project, python = Project.built(tmp_path), tmp_path / "python3.12"
    if ends is not None:
        python.write_text(f"#!/bin/sh\n{ends}\n")
        python.chmod(0o755)
    make = ("make", "-s", f"PYTHON={python}", "for-running")
    done = subprocess.run(
        make, cwd=project.root, env=without_make(), capture_output=True, text=True, check=False
    )
    first, *rest = done.stderr.splitlines()
    assert first == (
        f"No Python answers to {python}. Install Python 3.11 or newer, or name one: make PYTHON=python3.12 run"
    )
    assert all(line.startswith("make: ") for line in rest)
    assert done.returncode == 2


def test_the_first_file_can_be_read_by_the_oldest_pythons() -> None:
    text = (ROOT / "tools" / "set_up" / "__main__.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 4))
    # Nothing that Python 2 has not: no annotations, no f-strings, no keywords after a star.
    assert not any(
        isinstance(node, ast.AnnAssign | ast.JoinedStr | ast.arg) for node in ast.walk(ast.parse(text))
    )
