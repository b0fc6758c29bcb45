"""What is imported is declared, and what is declared is used; and the check of it can fail both ways."""

from collections.abc import Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tools.imports_declared import Unimported, faults
from tools.set_up.declared import Declared, read_declared

ROOT = Path(__file__).parents[2]
EXCEPTIONS = {
    "import-linter": Unimported("checks which module may import which", "Makefile", "$(BIN)/lint-imports"),
    "mypy": Unimported("checks types", "Makefile", "$(BIN)/mypy"),
    "pytest-asyncio": Unimported("runs tests that are coroutines", "pyproject.toml", "asyncio_mode ="),
    "pytest-cov": Unimported("measures what tests reach", "Makefile", "--cov"),
    "pytest-xdist": Unimported("runs tests side by side", "Makefile", "-n $(WORKERS)"),
    "ruff": Unimported("formats and lints", "Makefile", "$(BIN)/ruff check"),
    "setuptools": Unimported(
        "builds the package", "pyproject.toml", 'build-backend = "setuptools.build_meta"'
    ),
    "textual-dev": Unimported("shows Textual's console", "Makefile", "$(BIN)/textual run --dev"),
    "uv": Unimported("makes the locks", "tools/make_locks.py", '"pip", "compile"'),
}


@pytest.mark.long
def test_what_this_project_imports_is_what_it_declares() -> None:
    found = faults(
        ROOT,
        read_declared(ROOT),
        packages_distributions(),
        running=("intervisie_tui", "methods"),
        testing=("tests", "tools", "bench"),
        exceptions=EXCEPTIONS,
    )
    assert found == []


RUNNING = ("Yaml-Reader>=1", "drawing[big]>=2; sys_platform == 'linux'")
TESTING = ("checker", "proof~=1.0", "types-proof")
FILES = {
    "shop/__init__.py": "import os\nimport yaml.nodes\nfrom drawing.lines import line\nfrom . import till\n",
    "shop/till.py": "from shop import open_it\n",
    "trials/test_shop.py": "import shop, yaml\nfrom proof import that\n",
    "Makefile": "check:\n\tchecker shop\n",
}
EXCEPTION = {"checker": Unimported("checks", "Makefile", "checker shop")}
PROVIDERS = {"yaml": ["yaml_reader"], "drawing": ["Drawing"], "proof": ["proof"], "markup": ["mark-up"]}


def told(
    folder: Path,
    files: Mapping[str, str] = FILES,
    running: tuple[str, ...] = RUNNING,
    testing: tuple[str, ...] = TESTING,
    exceptions: Mapping[str, Unimported] = EXCEPTION,
) -> list[str]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    declared = Declared(running, testing, (), "")
    return faults(folder, declared, PROVIDERS, running=("shop",), testing=("trials",), exceptions=exceptions)


def test_a_tree_in_which_all_fits_has_no_faults(tmp_path: Path) -> None:
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("shop/a.py", "import markup\n", "shop/a.py imports mark-up, which is not in dependencies"),
        (
            "shop/a.py",
            "def f():\n    import markup.x\n",
            "shop/a.py imports mark-up, which is not in dependencies",
        ),
        (
            "shop/a.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from markup import M\n",
            "shop/a.py imports mark-up, which is not in dependencies",
        ),
        ("shop/a.py", "import elsewhere\n", "shop/a.py imports elsewhere, which is not in dependencies"),
        ("shop/a.py", "import proof\n", "shop/a.py imports proof, which is not in dependencies"),
        (
            "trials/a.py",
            "import markup\n",
            "trials/a.py imports mark-up, which is neither in dependencies nor in dev",
        ),
        ("shop/__init__.py", "import yaml\n", "drawing is in dependencies and nothing that runs imports it"),
        ("trials/test_shop.py", "", "proof is in dev and nothing uses it"),
        ("trials/test_shop.py", "", "types-proof is in dev and nothing uses it"),
        ("trials/a.py", "import checker\n", "checker is an exception, and is imported"),
        ("Makefile", "", "checker is an exception, and Makefile does not have 'checker shop'"),
    ],
)
def test_what_does_not_fit_is_told(file: str, text: str, fault: str, tmp_path: Path) -> None:
    assert fault in told(tmp_path, FILES | {file: text})


def test_what_nothing_uses_and_what_is_declared_twice_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, running=(*RUNNING, "spare")) == [
        "spare is in dependencies and nothing that runs imports it"
    ]
    assert told(tmp_path, testing=(*TESTING, "spare")) == ["spare is in dev and nothing uses it"]
    assert told(tmp_path, testing=(*TESTING, "drawing")) == [
        "drawing is in dependencies and in dev",
        "drawing is in dev and nothing uses it",
    ]
    assert told(tmp_path, testing=TESTING[1:]) == ["checker is an exception, and is not declared"]
    assert told(tmp_path, exceptions={}) == ["checker is in dev and nothing uses it"]
