"""From a Python module to the methods in it, and whatever is wrong with them as Problems."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from intervisie_tui.locale import N_, tell
from intervisie_tui.method import Method, MethodError, Wrong
from intervisie_tui.registry.library import Door, Loaded, Problem, Reading
from intervisie_tui.registry.raised import raised


def bundled_reading(bring: Callable[[], object], path: Path) -> Reading:
    """The methods of a module of our own, which runs in the program itself; one that is broken is a Problem."""
    try:
        methods = methods_of(bring())
    except MethodError as error:
        return Reading((), (problem_of(path, error.wrong),))
    except Exception as error:  # noqa: BLE001 - a damaged installation must not keep the other methods away
        return Reading((), (raised(path, error),))
    return Reading(tuple(Loaded(method, path, Door.BUNDLED, 0.0) for method in methods), ())


def methods_of(brought: object) -> tuple[Method, ...]:
    """The methods in a module, a Method or several; raises MethodError where it is something else."""
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


def problem_of(path: Path, wrong: Wrong) -> Problem:
    """A wrong value as a Problem, in the language of the moment."""
    message, mend = tell(wrong.message, wrong.values), tell(wrong.mend, wrong.values)
    # A package may build the parts of its methods in other modules.
    file = wrong.file if wrong.file.endswith(".py") else str(path)
    return Problem(file, wrong.line, f"{wrong.field} {message}", mend)
