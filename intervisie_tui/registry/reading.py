"""Runs one method module, and catches whatever it does wrong."""

import re
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType
from typing import Final

from intervisie_tui.locale import N_, _, tell
from intervisie_tui.method import Method, MethodError, Wrong, collecting
from intervisie_tui.registry.library import Door, Loaded, Problem, Reading
from intervisie_tui.registry.limit import TookTooLong, limited
from intervisie_tui.registry.quiet import Tried, quiet
from intervisie_tui.registry.raised import line_in, raised

SLOW: Final = 1.0
LONGEST: Final = 10.0
MOST_BYTES: Final = 1_000_000


def read_source(path: Path) -> str | Problem:
    """The text of a module, or why it cannot be read."""
    mend = _("make it a Python file in UTF-8")
    try:
        if not path.is_file():
            if path.is_symlink() and not path.exists():
                return Problem(str(path), 0, _("is a link that leads nowhere"), _("remove it, or mend it"))
            if not path.exists():
                return Problem(str(path), 0, _("does not exist"), _("look whether its name is right"))
            return Problem(str(path), 0, _("is no ordinary file"), mend)
        if path.stat().st_size > MOST_BYTES:
            return Problem(str(path), 0, _("is larger than a megabyte"), _("keep a method to its texts"))
        source = path.read_bytes()
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem(str(path), line, _("is not UTF-8"), _("save it as UTF-8"))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        return Problem(str(path), 0, _("cannot be read ({why})", why=why), _("make it readable for you"))


def read_file(path: Path, door: Door, slow: float = SLOW) -> Reading:
    """Run a method module by its path; raises nothing but KeyboardInterrupt, in the main thread."""
    source = read_source(path)
    if isinstance(source, Problem):
        return Reading((), (source,))
    return read(lambda: _run(path, source), path, door, slow)


def read(bring: Callable[[], object], path: Path, door: Door, slow: float = SLOW) -> Reading:
    """The methods of what `bring` gives (a module, a Method, or several), and what is wrong with them."""
    began = time.perf_counter()
    problems: list[Problem] = []
    methods: tuple[Method, ...] = ()
    with collecting() as found, quiet(path) as tried:
        try:
            with nullcontext() if door is Door.BUNDLED else limited(LONGEST):
                brought = bring()
            methods = _methods_of(brought)
        except KeyboardInterrupt as error:
            # Ctrl-C comes in the main thread only; anywhere else it is the plug-in's own.
            if threading.current_thread() is threading.main_thread():
                raise
            problems.append(raised(path, error))
        except TookTooLong as late:
            message = _("takes longer than {seconds} s to load", seconds=f"{LONGEST:g}")
            mend = _("do no work while it is imported")
            return Reading((), (Problem(str(path), line_in(path, late), message, mend),))
        except MethodError as error:
            problems.append(_wrong(path, error.wrong))
        except BaseException as error:  # noqa: BLE001 - a plug-in may raise anything, SystemExit too
            if not (tried.asked and isinstance(error, EOFError)):
                problems.append(raised(path, error))
    seconds = time.perf_counter() - began
    problems = [*(_wrong(path, wrong) for wrong in sorted(found, key=lambda each: each.line)), *problems]
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
    problems.extend(_remarks(path, tried, seconds, slow))
    return Reading(tuple(Loaded(method, path, door, seconds) for method in methods), tuple(problems))


def _remarks(path: Path, tried: Tried, seconds: float, slow: float) -> Iterator[Problem]:
    """What is wrong with a module that can be used all the same."""
    if tried.printed and not tried.asked:
        yield Problem(str(path), tried.printed, _("prints while it is loaded"), _("take the print(...) out"))
    if seconds > slow:
        message = _("took {seconds} s to load", seconds=f"{seconds:.1f}")
        yield Problem(str(path), 1, message, _("do no work while it is imported"))


def line_of(path: Path, name: str) -> int:
    """The first line of a module in which an id stands between quotes, else 1."""
    source = read_source(path)
    lines = source.splitlines() if isinstance(source, str) else []
    quoted = (f'"{name}"', f"'{name}'")
    return next((n for n, line in enumerate(lines, 1) if any(each in line for each in quoted)), 1)


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


def _methods_of(brought: object) -> tuple[Method, ...]:
    if not isinstance(brought, ModuleType):
        return _as_methods("METHOD", brought if isinstance(brought, tuple | list) else (brought,))
    single, several = getattr(brought, "METHOD", None), getattr(brought, "METHODS", ())
    return _as_methods("METHOD", () if single is None else (single,)) + _as_methods("METHODS", several)


def _as_methods(name: str, values: object) -> tuple[Method, ...]:
    if not isinstance(values, tuple | list):
        raise MethodError(Wrong(name, N_("is no tuple"), N_("write METHODS = (Method(...), Method(...))"), 1))
    for value in values:
        if not isinstance(value, Method):
            values = {"kind": type(value).__name__}
            raise MethodError(
                Wrong(name, N_("holds a value of type {kind}"), N_("give a Method(...)"), 1, values)
            )
    return tuple(values)


def _wrong(path: Path, wrong: Wrong) -> Problem:
    message, mend = tell(wrong.message, wrong.values), tell(wrong.mend, wrong.values)
    # A package may build the parts of its methods in other modules.
    file = wrong.file if wrong.file.endswith(".py") else str(path)
    return Problem(file, wrong.line, f"{wrong.field} {message}", mend)
