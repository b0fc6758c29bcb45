"""The plug-in contract: all that a method module imports, and nothing beside the standard library."""

from intervisie_tui.method.parts import Board, Cell, Circle, Cue, Minutes, Size
from intervisie_tui.method.phases import Phase, Repeat, Step
from intervisie_tui.method.whole import Method, least_minutes, planned_minutes, steps_minutes, turns
from intervisie_tui.method.words import Capture, Floor, Form, Level, Origin, Per, Stance, Text
from intervisie_tui.method.wrong import MethodError, Wrong, collecting

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
    "Wrong",
    "collecting",
    "least_minutes",
    "planned_minutes",
    "steps_minutes",
    "turns",
]
