"""Which method a word on the command line means: the id of one, or the path of a file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.cli.talk import MISUSED, Stop, listed, short, warn
from intervisie_tui.locale import _, n_
from intervisie_tui.method import Method
from intervisie_tui.registry import find, load_file
from intervisie_tui.registry.library import Library, Loaded
from intervisie_tui.system import terminal_away

if TYPE_CHECKING:
    from intervisie_tui.rooms import Rooms


def is_path(typed: str) -> bool:
    """Whether a file is meant, and no id."""
    return os.sep in typed or typed.endswith(".py")


def chosen_method(typed: str | None, rooms: "Rooms") -> Method | None:
    """The method that is meant, None without a wish; Stop where there is none."""
    if typed is None:
        return None
    if is_path(typed):
        return _in_file(typed)
    with terminal_away():
        found = find(typed.strip().casefold(), lambda: rooms.library)
        return (found or by_id(rooms.library, typed)).method


def by_id(library: Library, typed: str) -> Loaded:
    """The method of that id; Stop, with the nearest ids, where there is none."""
    wanted = typed.strip()
    found = library.methods.get(wanted) or library.methods.get(wanted.casefold())
    if found is not None:
        return found
    message = _("There is no method {name}", name=short(typed))
    for problem in library.problems:
        if Path(problem.file).stem.replace("_", "-") == wanted:
            raise Stop(message, problem.sentence()[:400], MISUSED)
    import difflib

    near = difflib.get_close_matches(wanted.casefold(), library.methods, n=3, cutoff=0.5)
    if near:
        raise Stop(message, _("Did you mean {near}?", near=listed(near)), MISUSED)
    raise Stop(message, _("There are: {names}", names=listed(library.methods)), MISUSED)


def _in_file(typed: str) -> Method:
    with terminal_away():
        library = load_file(Path(typed))
    if library.problems and not library.methods:
        first, *others = library.problems
        message = first.sentence()[:600]
        if others:
            message = n_(
                "{first} (and {n} problem more)",
                "{first} (and {n} problems more)",
                len(others),
                n=len(others),
                first=message,
            )
        raise Stop(message, _("`intervisie methods check {path}` tells all", path=short(typed)))
    for problem in library.problems:
        warn(problem.sentence())
    methods = [loaded.method for loaded in library.methods.values()]
    if len(methods) > 1:
        raise Stop(
            _("{path} holds several methods: {names}", path=short(typed), names=listed(library.methods)),
            _("Put it in your methods folder and name one by its id"),
            MISUSED,
        )
    return methods[0]
