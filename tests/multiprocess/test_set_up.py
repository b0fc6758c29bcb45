"""The set-up as a program: it does what is needed, no more, and takes up what was left behind."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.multiprocess.small_project import NOWHERE, Project
from tools.set_up import locks
from tools.set_up.alone import LOCK


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One that has been set up for running; a test leaves it so that it can be set up again."""
    made = Project.built(tmp_path_factory.mktemp("small"))
    code, told = made.set_up("running")
    assert code == 0, told
    return made


def test_running_and_testing_share_an_environment_and_each_gets_its_own_lock_and_no_more(
    tmp_path: Path,
) -> None:
    project = Project.built(tmp_path)
    assert project.set_up("running")[0] == 0
    assert project.holds() == {"stone": "1.0"}
    assert project.set_up("testing")[0] == 0
    assert project.holds() == {"brick": "1.0", "chisel": "1.0", "stone": "1.0"}
    # Nothing has changed, so nothing is printed and no index is asked.
    assert project.set_up("running", more=NOWHERE) == (0, "")
    assert project.set_up("testing", more=NOWHERE) == (0, "")
    # Another version for both, and one package that is no longer locked.
    (project.root / "pyproject.toml").write_text(
        (project.root / "pyproject.toml").read_text().replace('"chisel>=1"', "")
    )
    project.lock(locks.RUNNING, stone="1.1")
    project.lock(locks.TESTING, brick="1.0", stone="1.1")
    assert project.set_up("running")[0] == 0
    assert project.holds() == {"brick": "1.0", "stone": "1.1"}
    assert project.set_up("testing")[0] == 0
    assert project.set_up("running", more=NOWHERE) == (0, "")


def _no_files(project: Project) -> None:
    (project.packages / "stone.py").unlink()


def _no_record(project: Project) -> None:
    (project.packages / "stone-1.0.dist-info" / "RECORD").unlink()
    (project.packages / "stone.py").write_text("VERSION = ")


def _torn_file(project: Project) -> None:
    (project.packages / "stone.py").write_text("")


def _put_aside(project: Project) -> None:
    (project.packages / "stone.py").rename(project.packages / "~tone.py")
    (project.packages / "stone-1.0.dist-info").rename(project.packages / "~tone-1.0.dist-info")


def _no_pip(project: Project) -> None:
    shutil.rmtree(project.packages / "pip")
    shutil.rmtree(next(project.packages.glob("pip-*")))


def _half_a_pip(project: Project) -> None:
    shutil.rmtree(project.packages / "pip" / "_internal")


def _no_python(project: Project) -> None:
    project.python.unlink()
    project.python.symlink_to("/nowhere/python3")


def _empty(project: Project) -> None:
    shutil.rmtree(project.root / ".venv")
    (project.root / ".venv" / "lib").mkdir(parents=True)


@pytest.mark.parametrize(
    "damage", [_no_files, _no_record, _torn_file, _put_aside, _no_pip, _half_a_pip, _no_python, _empty]
)
def test_what_an_interrupted_set_up_leaves_behind_is_taken_up(
    damage: Callable[[Project], None], project: Project
) -> None:
    damage(project)
    project.marker.unlink(missing_ok=True)
    code, told = project.set_up("running")
    assert code == 0, told
    assert project.holds() == {"stone": "1.0"}
    assert list(project.packages.glob("~*")) == []


def test_a_set_up_that_is_killed_while_it_works_is_taken_up(tmp_path: Path) -> None:
    project = Project.built(tmp_path)
    with project.start("running") as process:
        assert process.stderr is not None
        assert "Setting up" in process.stderr.readline()
        process.kill()
    code, told = project.set_up("running")
    assert code == 0, told
    assert project.holds() == {"stone": "1.0"}


def test_a_folder_that_was_moved_is_set_up_anew(project: Project, tmp_path: Path) -> None:
    shutil.copytree(project.root, tmp_path / "moved", symlinks=True)
    moved = Project(tmp_path / "moved", project.index)
    code, told = moved.set_up("running")
    assert (code, "Setting up" in told) == (0, True)
    assert str(moved.root) in (moved.root / ".venv" / "bin" / "pip").read_text().splitlines()[0]


def test_while_one_set_up_works_another_says_that_it_waits_and_then_goes_on(project: Project) -> None:
    project.marker.unlink()
    with (project.root / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = project.start("running")
        assert process.stderr is not None
        assert (
            process.stderr.readline()
            == "Another set-up is at work in this folder; waiting until it is done.\n"
        )
        assert process.poll() is None
    told = process.communicate()[1]
    assert process.returncode == 0, told


@pytest.mark.parametrize("home", ["/proc", "/dev/null"])
def test_a_home_in_which_nothing_can_be_written_does_not_stop_it(home: str, project: Project) -> None:
    project.marker.unlink()
    code, told = project.set_up("running", more={"HOME": home})
    assert code == 0, told
