"""Finds, loads and checks methods; a bad one becomes a Problem, never a crash."""

from typing import TYPE_CHECKING

from intervisie_tui.registry.finding import find, load, load_file, ours
from intervisie_tui.registry.library import Door, Library, Loaded, Problem

if TYPE_CHECKING:
    from intervisie_tui.registry.checking import Checked, check
else:

    def __getattr__(name: str) -> object:
        # Only a check starts processes.
        if name in ("Checked", "check"):
            from intervisie_tui.registry import checking

            return getattr(checking, name)
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


__all__ = ["Checked", "Door", "Library", "Loaded", "Problem", "check", "find", "load", "load_file", "ours"]
