"""Runs one method module, and catches whatever it does wrong."""

import contextlib
import io
import re
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Final

from intervisie_tui.locale import N_, _, tell
from intervisie_tui.method import Method, MethodError, Wrong, collecting
from intervisie_tui.registry.library import Door, Loaded, Problem
from intervisie_tui.registry.limit import TookTooLong, limited

SLOW: Final = 1.0
LONGEST: Final = 10.0
MOST_BYTES: Final = 1_000_000
_UNSHOWABLE: Final = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one module gave."""

    loaded: tuple[Loaded, ...]
    problems: tuple[Problem, ...]


def read_source(path: Path) -> str | Problem:
    """The text of a module, or why it cannot be read."""
    mend = _("make it a Python file in UTF-8")
    try:
        if not path.is_file():
            message = _("is no ordinary file") if path.exists() else _("does not exist")
            return Problem(str(path), 0, message, mend)
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
    """Run a method module by its path; raises nothing but KeyboardInterrupt."""
    source = read_source(path)
    if isinstance(source, Problem):
        return Reading((), (source,))
    return read(lambda: _run(path, source), path, door, slow)


def read(bring: Callable[[], object], path: Path, door: Door, slow: float = SLOW) -> Reading:
    """The methods of what `bring` gives (a module, a Method, or several), and what is wrong with them."""
    began = time.perf_counter()
    problems: list[Problem] = []
    methods: tuple[Method, ...] = ()
    with collecting() as found:
        try:
            # What a module prints would end up in the middle of a table or of JSON.
            with contextlib.redirect_stdout(io.StringIO()), limited(LONGEST):
                brought = bring()
            methods = _methods_of(brought)
        except KeyboardInterrupt:
            raise
        except TookTooLong:
            message = _("takes longer than {seconds} s to load", seconds=f"{LONGEST:g}")
            return Reading((), (Problem(str(path), 1, message, _("do no work while it is imported")),))
        except MethodError as error:
            problems.append(_wrong(path, error.wrong))
        except BaseException as error:  # noqa: BLE001 - a plug-in may raise anything, SystemExit too
            problems.append(_raised(path, error))
    seconds = time.perf_counter() - began
    problems = [*(_wrong(path, wrong) for wrong in sorted(found, key=lambda each: each.line)), *problems]
    if problems:
        methods = ()
    elif not methods:
        problems.append(Problem(str(path), 1, _("defines no METHOD"), _("add METHOD = Method(...)")))
    if seconds > slow:
        message = _("took {seconds} s to load", seconds=f"{seconds:.1f}")
        problems.append(Problem(str(path), 1, message, _("do no work while it is imported")))
    return Reading(tuple(Loaded(method, path, door, seconds) for method in methods), tuple(problems))


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
            raise MethodError(Wrong(name, N_("is a {kind}"), N_("give a Method(...)"), 1, values))
    return tuple(values)


def _wrong(path: Path, wrong: Wrong) -> Problem:
    message, mend = tell(wrong.message, wrong.values), tell(wrong.mend, wrong.values)
    return Problem(str(path), wrong.line, f"{wrong.field} {message}", mend)


def _raised(path: Path, error: BaseException) -> Problem:
    if isinstance(error, SyntaxError) and error.filename == str(path):
        why = _one_line(error.msg)
        return Problem(str(path), error.lineno or 1, _("is no Python ({why})", why=why), _("mend this line"))
    lines = [
        frame.lineno or 1
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == str(path)
    ]
    message = _("raises {name} ({why})", name=type(error).__name__, why=_said(error))
    return Problem(str(path), lines[-1] if lines else 1, message, _("mend this line"))


def _said(error: BaseException) -> str:
    try:
        return _one_line(str(error))
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - a plug-in's own exception may fail at being shown
        return "?"


def _one_line(text: str) -> str:
    line = _UNSHOWABLE.sub(" ", text).strip()
    return line if len(line) <= 200 else line[:199] + "…"
