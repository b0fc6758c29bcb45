"""Runs one module of a user's own, and catches whatever it does wrong. Only in the child process: see child.py."""

import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from intervisie_tui.locale import _
from intervisie_tui.method import Method, MethodError, collecting
from intervisie_tui.registry.library import Door, Loaded, Problem, Reading
from intervisie_tui.registry.limit import TookTooLong, limited
from intervisie_tui.registry.modules import methods_of, problem_of
from intervisie_tui.registry.quiet import Tried, quiet
from intervisie_tui.registry.raised import line_in, raised, too_long
from intervisie_tui.registry.source import read_source

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def read_file(path: Path, seconds: float, slow: float) -> Reading:
    """Run a method module by its path; raises nothing."""
    source = read_source(path)
    if isinstance(source, Problem):
        return Reading((), (source,))
    return _read(lambda: _run(path, source), path, Door.USER, seconds, slow)


def read_entry(entry: "EntryPoint", path: Path, seconds: float, slow: float) -> Reading:
    """Load an entry point, whose module stands in this file; raises nothing."""
    return _read(entry.load, path, Door.ENTRY_POINT, seconds, slow)


def _read(bring: Callable[[], object], path: Path, door: Door, seconds: float, slow: float) -> Reading:
    """The methods of what `bring` gives (a module, a Method, or several), and what is wrong with them.

    What takes longer than `seconds` is ended; what takes longer than `slow` is told.
    """
    began = time.perf_counter()
    problems: list[Problem] = []
    methods: tuple[Method, ...] = ()
    with collecting() as found, quiet(path) as tried:
        try:
            with limited(seconds):
                methods = methods_of(bring())
        except TookTooLong as late:
            return Reading((), (too_long(path, seconds, line_in(path, late)),))
        except MethodError as error:
            problems.append(problem_of(path, error.wrong))
        except BaseException as error:  # noqa: BLE001 - a plug-in may raise anything, SystemExit too
            if not (tried.asked and isinstance(error, EOFError)):
                problems.append(raised(path, error))
    took = time.perf_counter() - began
    problems = [*(problem_of(path, wrong) for wrong in sorted(found, key=lambda each: each.line)), *problems]
    if tried.asked:
        problems.append(
            Problem(
                str(path),
                tried.asked,
                _("asks for something to be typed"),
                _("name what is needed in the file"),
            )
        )
    if problems:
        methods = ()
    elif not methods:
        problems.append(Problem(str(path), 1, _("defines no METHOD"), _("add METHOD = Method(...)")))
    problems.extend(_remarks(path, tried, took, slow))
    return Reading(tuple(Loaded(method, path, door, took) for method in methods), tuple(problems))


def _remarks(path: Path, tried: Tried, seconds: float, slow: float) -> Iterator[Problem]:
    """What is wrong with a module that can be used all the same."""
    if tried.printed and not tried.asked:
        yield Problem(str(path), tried.printed, _("prints while it is loaded"), _("take the print(...) out"))
    if seconds > slow:
        message = _("took {seconds} s to load", seconds=f"{seconds:.1f}")
        yield Problem(str(path), 1, message, _("do no work while it is imported"))


def _run(path: Path, source: str) -> ModuleType:
    module = ModuleType("intervisie_own_method_" + re.sub(r"\W", "_", path.stem))
    module.__file__ = str(path)
    sys.modules[module.__name__] = module
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(source, str(path), "exec", dont_inherit=True)
            exec(code, module.__dict__)  # noqa: S102 - the user's own plug-in, in the user's own folder
    finally:
        sys.modules.pop(module.__name__, None)
    return module
