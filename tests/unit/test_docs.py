"""What the pages name exists: tests, files, commands, options and keys."""

import argparse
import ast
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from intervisie_tui.actions import ACTIONS
from intervisie_tui.cli.parser import parser

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "README.nl.md", "CONTRIBUTING.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))
READMES = [ROOT / "README.md", ROOT / "README.nl.md"]
PROMISED = (*range(1, 29), 32, 35)
KEPT = {f"P{number}" for number in PROMISED} - {"P25"}
NAMED = re.compile(r"(tests/[\w/]+\.py)::(\w+)")


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def codes(page: Path) -> list[str]:
    """Everything between backticks, and every indented line."""
    text = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", text) + re.findall(r"^    (\S.*)$", text, re.MULTILINE)


@cache
def functions_in(path: Path) -> frozenset[str]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(ast.parse(text_of(path))) if isinstance(node, functions))


def commands(of: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()
            for each in action.choices.values():
                yield from commands(each)


def options() -> set[str]:
    parsers = [parser(), *(each for _, each in commands(parser()))]
    return {option for each in parsers for action in each._actions for option in action.option_strings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_test_that_a_page_names_is_there(page: Path) -> None:
    found = NAMED.findall(text_of(page))
    lost = [f"{path}::{name}" for path, name in found if name not in functions_in(ROOT / path)]
    assert lost == []


def test_every_promise_of_this_version_stands_with_a_test_or_says_that_there_is_none() -> None:
    kept = text_of(ROOT / "docs" / "promises.md").partition("\n## For later")[0]
    rows = [line.split(" | ") for line in kept.splitlines() if line.startswith("| P")]
    assert {row[0].strip("| ") for row in rows} == KEPT
    assert [row[0] for row in rows if not NAMED.search(row[2]) and row[2] != "not tested yet"] == []


def test_every_promise_has_one_row() -> None:
    first = re.findall(r"^\| (P[\dP, ]+) \|", text_of(ROOT / "docs" / "promises.md"), re.MULTILINE)
    numbers = [int(number) for cell in first for number in re.findall(r"\d+", cell)]
    assert sorted(numbers) == list(PROMISED)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text_of(page))
    dead = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_that_a_page_shows_exists(page: Path) -> None:
    known = dict(commands(parser()))
    shown = [shlex.split(code.partition("#")[0]) for code in codes(page) if code.startswith("intervisie ")]
    words = [word for _, *rest in shown for word in rest[:1] if not word.startswith("-")]
    assert set(words) <= known.keys()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_start_that_a_page_shows_is_understood(page: Path) -> None:
    for code in codes(page):
        if code.startswith("intervisie start "):
            asked = parser().parse_args(shlex.split(code)[1:])
            assert asked.member


@pytest.mark.parametrize("page", [*READMES, ROOT / "docs" / "privacy.md"], ids=name_of)
def test_every_option_that_a_page_names_exists(page: Path) -> None:
    assert {option for code in codes(page) for option in re.findall(r"--[a-z-]+", code)} <= options()


def test_every_command_in_the_list_of_the_readme_exists() -> None:
    listed = re.search(r"lists the commands: (.*?)\.\s", text_of(READMES[0]), re.DOTALL)
    assert listed
    words = set(re.findall(r"`(\w+)`", listed[1]))
    assert words
    assert words <= {name for name, _ in commands(parser())}


def test_every_key_in_the_table_of_the_readme_does_something() -> None:
    table = text_of(READMES[0]).partition("## Keys")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    cells = [cell for row in rows[2:] for cell in row[::2]]
    keys = {key for cell in cells for key in re.split(r" / |, | \.\.\. ", cell)}
    assert len(keys) > 15
    assert keys <= {key for action in ACTIONS for key in action.keys}
