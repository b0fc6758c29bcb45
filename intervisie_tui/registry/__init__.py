"""Finds, loads and checks methods; a bad one becomes a Problem, never a crash."""

from intervisie_tui.registry.checking import Checked, check
from intervisie_tui.registry.finding import load, load_file
from intervisie_tui.registry.library import Door, Library, Loaded, Problem

__all__ = ["Checked", "Door", "Library", "Loaded", "Problem", "check", "load", "load_file"]
