"""What a plug-in raised, as a Problem with its line and its mend."""

import re
from enum import EnumMeta
from pathlib import Path
from typing import Final

from intervisie_tui import method as contract
from intervisie_tui.locale import _
from intervisie_tui.registry.library import Problem

_UNSHOWABLE: Final = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def raised(path: Path, error: BaseException) -> Problem:
    """The problem of a module that raised this."""
    if isinstance(error, SyntaxError) and error.filename == str(path):
        why = _one_line(error.msg)
        return Problem(str(path), error.lineno or 1, _("is no Python ({why})", why=why), _("mend this line"))
    message = _("raises {name} ({why})", name=type(error).__name__, why=_said(error))
    return Problem(str(path), line_in(path, error), message, _mend(error))


def too_long(path: Path, seconds: float, line: int = 1) -> Problem:
    """The problem of a module that was ended because it took longer than `seconds`."""
    message = _("takes longer than {seconds} s to load", seconds=f"{seconds:g}")
    return Problem(str(path), line, message, _("do no work while it is imported"))


def too_long_for(path: Path, seconds: float, people: int, line: int = 1) -> Problem:
    """The problem of a method whose functions were ended because their answer took longer than `seconds`."""
    message = _("takes longer than {seconds} s for {people} people", seconds=f"{seconds:g}", people=people)
    return Problem(str(path), line, message, _("do nothing but name the phases"))


def line_in(path: Path, error: BaseException) -> int:
    """The last line of this file that an error went through, else 1."""
    trace, line = error.__traceback__, 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _mend(error: BaseException) -> str:
    """The mend, for the mistakes that are made in every method sooner or later."""
    if isinstance(error, AttributeError) and isinstance(error.obj, EnumMeta):
        return _("take one of {names}", names=", ".join(error.obj.__members__))
    if isinstance(error, NameError):
        if error.name in contract.__all__:
            return _("import {name} from intervisie_tui.method", name=error.name)
        return _("define it above this line, or put it between quotes")
    if isinstance(error, ModuleNotFoundError):
        return _("install it, or do without: a method needs only intervisie_tui.method")
    return _("mend this line")


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
