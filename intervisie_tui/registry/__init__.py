"""Finds, loads and checks methods; a bad one becomes a Problem, never a crash."""

from intervisie_tui.registry.checking import Checked, check
from intervisie_tui.registry.finding import load, load_file
from intervisie_tui.registry.library import Library, Loaded, Origin, Problem

__all__ = ["Checked", "Library", "Loaded", "Origin", "Problem", "check", "load", "load_file"]
