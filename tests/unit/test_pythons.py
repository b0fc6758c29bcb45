"""Which Python is taken for a version, and what happens when there is none."""

import sys
from pathlib import Path

import pytest

from tools import pythons


def program(path: Path, says: str, ends: int = 0) -> Path:
    """A program that answers everything with this."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {ends}\n")
    path.chmod(0o755)
    return path


def environ(tmp_path: Path, *folders: str) -> dict[str, str]:
    return {"PATH": ":".join(str(tmp_path / each) for each in folders), "HOME": str(tmp_path / "home")}


def test_the_first_on_the_path_that_answers_with_its_version_is_taken(tmp_path: Path) -> None:
    program(tmp_path / "refuses" / "python3.12", "pyenv: python3.12: command not found", 127)
    program(tmp_path / "lies" / "python3.12", "Python 3.13.1")
    program(tmp_path / "fails" / "python3.12", "Python 3.12.1", 1)
    right = program(tmp_path / "right" / "python3.12", "Python 3.12.9")
    program(tmp_path / "later" / "python3.12", "Python 3.12.10")
    found = pythons.find("3.12", environ(tmp_path, "nowhere", "refuses", "lies", "fails", "right", "later"))
    assert found == right
    assert pythons.find("3.1", environ(tmp_path, "right")) is None


def test_else_the_newest_of_pyenv_that_answers(tmp_path: Path) -> None:
    versions = tmp_path / "home" / ".pyenv" / "versions"
    program(versions / "3.12.9" / "bin" / "python3.12", "Python 3.12.9")
    newest = program(versions / "3.12.10" / "bin" / "python3.12", "Python 3.12.10")
    program(versions / "3.12.11" / "bin" / "python3.12", "broken", 1)
    program(versions / "3.13.0" / "bin" / "python3.13", "Python 3.13.0")
    assert pythons.find("3.12", environ(tmp_path)) == newest
    assert pythons.find("3.11", environ(tmp_path)) is None
    elsewhere = environ(tmp_path) | {"HOME": "/nowhere", "PYENV_ROOT": str(tmp_path / "home" / ".pyenv")}
    assert pythons.find("3.12", elsewhere) == newest


@pytest.mark.parametrize(("ci", "right"), [("true", False), ("", True)])
def test_one_that_is_missing_is_wrong_where_ci_is_set_and_named_everywhere(
    ci: str, right: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", ci)
    tried: list[str] = []
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"

    def run(version: str, python: Path) -> bool:
        tried.append(version)
        return True

    assert pythons.on_each(run, ("3.99",)) is right
    assert "Python 3.99 is missing" in capsys.readouterr().out
    assert pythons.on_each(run, (here,)) is True
    assert tried == [here]
