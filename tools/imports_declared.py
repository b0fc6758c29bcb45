"""Whether what is imported is declared in pyproject.toml, and what is declared is used."""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.set_up.declared import Declared
from tools.set_up.locks import name_of, normal

_STUBS = "types-"
_TYPESHED = "_typeshed"
"""Exists for type checkers only, which bring it along."""


@dataclass(frozen=True, slots=True)
class Unimported:
    """A declared package that no code imports.

    Args:
        reason: what it is for.
        file: the file that uses it in another way.
        words: what stands in that file as long as it does.
    """

    reason: str
    file: str
    words: str


def faults(
    root: Path,
    declared: Declared,
    providers: Mapping[str, Sequence[str]],
    *,
    running: Iterable[str],
    testing: Iterable[str],
    exceptions: Mapping[str, Unimported],
) -> list[str]:
    """What is wrong, a sentence for each; empty when all is right.

    Args:
        root: the folder that the other paths start from.
        providers: for each module the packages that bring it, as `importlib.metadata.packages_distributions` tells.
        running: the folders of code that runs with `dependencies` only.
        testing: the folders of code that runs with the extra `dev` too.
        exceptions: by name, the declared packages that are used without an import.
    """
    asked, extra = (frozenset(map(name_of, each)) for each in (declared.running, declared.testing))
    for_running = _packages(root, running, providers)
    for_testing = _packages(root, testing, providers)
    told = [
        f"{path} imports {name}, which is not in dependencies"
        for name, path in for_running.items()
        if name not in asked
    ]
    told += [
        f"{path} imports {name}, which is neither in dependencies nor in dev"
        for name, path in for_testing.items()
        if name not in asked | extra
    ]
    told += [
        f"{name} is in dependencies and nothing that runs imports it" for name in asked - for_running.keys()
    ]
    told += [
        f"{name} is in dev and nothing uses it"
        for name in extra - for_testing.keys() - exceptions.keys()
        if name.removeprefix(_STUBS) not in (for_testing.keys() | for_running.keys()) - {name}
    ]
    told += [f"{name} is in dependencies and in dev" for name in asked & extra]
    told += [
        f"{name} is an exception, and {each.file} does not have {each.words!r}"
        for name, each in exceptions.items()
        if each.words not in (root / each.file).read_text(encoding="utf-8")
    ]
    told += [f"{name} is an exception, and is not declared" for name in exceptions.keys() - extra]
    told += [f"{name} is an exception, and is imported" for name in exceptions.keys() & for_testing.keys()]
    return sorted(told)


def _packages(root: Path, folders: Iterable[str], providers: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The packages of others that the code in these folders imports, each with a file that does."""
    own = {path.stem for path in root.iterdir() if path.is_dir() or path.suffix == ".py"}
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            for module in _modules(path):
                if module not in own | sys.stdlib_module_names | {_TYPESHED}:
                    # A package that is not installed on this machine is looked for by the module's own name.
                    names = sorted({normal(each) for each in providers.get(module, [module])})
                    found.setdefault(names[0], str(path.relative_to(root)))
    return found


def _modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        match node:
            case ast.Import(names=names):
                yield from (each.name.partition(".")[0] for each in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
