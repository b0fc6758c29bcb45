"""The plug-in contract: all that a method module imports, and nothing beside the standard library."""

from importlib import import_module
from typing import TYPE_CHECKING

from intervisie_tui.method.parts import Board, Cell, Circle, Cue, Minutes, Size
from intervisie_tui.method.words import Capture, Floor, Form, Level, Origin, Per, Stance, Text, Together

if TYPE_CHECKING:
    from intervisie_tui.method.phases import Phase, Repeat, Step
    from intervisie_tui.method.whole import Method, least_minutes, planned_minutes, steps_minutes, turns
    from intervisie_tui.method.wrong import MethodError, Wrong, collecting
else:

    def __getattr__(name: str) -> object:
        # A session holds its phases and never asks its method again, so a room does without these.
        for module in ("phases", "whole", "wrong") if name in __all__ else ():
            found = vars(import_module(f"intervisie_tui.method.{module}")).get(name)
            if found is not None:
                return found
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


__all__ = [
    "Board",
    "Capture",
    "Cell",
    "Circle",
    "Cue",
    "Floor",
    "Form",
    "Level",
    "Method",
    "MethodError",
    "Minutes",
    "Origin",
    "Per",
    "Phase",
    "Repeat",
    "Size",
    "Stance",
    "Step",
    "Text",
    "Together",
    "Wrong",
    "collecting",
    "least_minutes",
    "planned_minutes",
    "steps_minutes",
    "turns",
]
