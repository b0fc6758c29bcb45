"""The names of phases in minutes; where a phase comes again for another case, with whose case it was."""

import re

from intervisie_tui.export.shape import PhaseRow, Record


def phase_name(record: Record, phase: PhaseRow) -> str:
    """The name of a phase, and behind it who brought the case where it was played again for another."""
    cases = record["cases"]
    again = {tuple(case["phases"]) for case in cases if _plays(case["phases"], phase["id"])}
    owners = [case["owner"] for case in cases if case["owner"] and phase["id"] in case["phases"]]
    return f"{phase['name']} ({', '.join(owners)})" if owners and len(again) > 1 else phase["name"]


def _plays(phases: list[str], phase: str) -> bool:
    return _first(phase) in map(_first, phases)


def _first(phase: str) -> str:
    """The id of a phase as it was the first time: later ones have -2, -3 behind it."""
    return re.sub(r"-\d+$", "", phase)
