"""Which method a word on the command line means: the id of one, or the path of a file."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.cli.talk import MISUSED, Stop, listed, short, warn
from intervisie_tui.domain.plan import PlanWish, circle_for
from intervisie_tui.locale import _, n_
from intervisie_tui.registry import find, load_file
from intervisie_tui.registry.library import Library, Loaded

if TYPE_CHECKING:
    from intervisie_tui.rooms import Rooms


def is_path(typed: str) -> bool:
    """Whether a file is meant, and no id."""
    return os.sep in typed or typed.endswith(".py")


def chosen_method(typed: str | None, rooms: "Rooms") -> Loaded | None:
    """The method that is meant, None without a wish; Stop where there is none. Blocks while own files are judged."""
    if typed is None:
        return None
    if is_path(typed):
        return _in_file(typed)
    found = find(typed.strip().casefold(), rooms.methods.load)
    return found or by_id(rooms.library, typed)


def answered(wish: PlanWish, chosen: Loaded | None) -> tuple[PlanWish, tuple[str, ...]]:
    """The wish with its method, which has said what it plays then; and what went wrong where it has not. Blocks."""
    if chosen is None or chosen.method.answers_for(circle_for(wish)):
        return wish, ()
    from intervisie_tui.registry.judging import reply

    replies = reply([(chosen, circle_for(wish))])
    told = tuple(problem.sentence() for problem in replies.problems)
    return replace(wish, method=replies.methods[chosen.method.id]), told


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


def _in_file(typed: str) -> Loaded:
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
    methods = list(library.methods.values())
    if len(methods) > 1:
        raise Stop(
            _("{path} holds several methods: {names}", path=short(typed), names=listed(library.methods)),
            _("Put it in your methods folder and name one by its id"),
            MISUSED,
        )
    return methods[0]
