"""A package of somebody else, really installed, brings its method through its entry point."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[1] / "plugin_package"
INSTALL = ("--no-index", "--no-build-isolation", "--no-deps", "--no-compile", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package installed in it, as pip does it, without any network."""
    source, target = tmp_path_factory.mktemp("source") / "package", tmp_path_factory.mktemp("target")
    # Building leaves things behind in the source.
    shutil.copytree(PACKAGE, source, ignore=shutil.ignore_patterns("__pycache__"))
    pip = (sys.executable, "-m", "pip", "install", "--quiet", *INSTALL, "--target", str(target), str(source))
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(source)
    return target


def intervisie(target: Path | None, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process that finds what is installed in this folder."""
    environ: Mapping[str, str] = os.environ | ({"PYTHONPATH": str(target)} if target else {})
    command = (sys.executable, "-m", "intervisie_tui", *words)
    return subprocess.run(command, capture_output=True, text=True, env=environ, check=False)


def listed(target: Path | None) -> dict[str, Any]:
    """The methods by id."""
    done = intervisie(target, "methods", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["problems"] == []
    return {each["id"]: each for each in found["methods"]}


def test_the_method_of_an_installed_package_is_listed_beside_the_bundled_ones(installed: Path) -> None:
    without, with_it = listed(None), listed(installed)
    assert with_it.keys() - without.keys() == {"gift-round"}
    assert len(without) == 37
    assert with_it["gift-round"]["origin"] == "entry_point"
    assert with_it["gift-round"]["name"] == "Gift round"
    assert with_it["gift-round"]["minutes"] == {"least": 8, "ideal": 11, "most": 13}


def test_it_is_shown_with_its_file_and_checked_by_its_id_with_all_its_modules(installed: Path) -> None:
    page = intervisie(installed, "methods", "show", "gift-round").stdout
    assert "Gift round (gift-round)" in page
    assert str(installed / "gift_round" / "method.py") in page.replace("\n   ", "")
    checked = intervisie(installed, "methods", "check", "gift-round")
    assert (checked.returncode, checked.stdout) == (0, "Right: gift-round\n")


def test_what_is_wrong_with_it_is_told_with_the_line_of_its_own_file_and_all_others_load(
    installed: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(installed, broken)
    phases = broken / "gift_round" / "phases.py"
    phases.write_text(
        phases.read_text(encoding="utf-8").replace("Minutes(6)", "Minutes(0)"), encoding="utf-8"
    )
    found = json.loads(intervisie(broken, "methods", "--json").stdout)
    assert len(found["methods"]) == 37
    (problem,) = found["problems"]
    assert "Minutes.minutes is 0" in problem["message"]
    checked = intervisie(broken, "methods", "check", "gift-round")
    assert checked.returncode == 1
    assert f"{phases}:9: Minutes.minutes is 0: give whole or half minutes" in checked.stdout
