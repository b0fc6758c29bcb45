"""Help for the process costs nothing until it is asked for: the room and the lobby start without it."""

import subprocess
import sys

import pytest

CHILD = """
import importlib, sys
importlib.import_module(sys.argv[1])
print([name for name in sys.modules if name.startswith("intervisie_tui.process")])
"""


@pytest.mark.parametrize("screen", ["room", "lobby", "setup", "choose"])
def test_a_screen_starts_without_the_help_for_the_process(screen: str) -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD, f"intervisie_tui.screens.{screen}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert child.stdout.strip() == "[]"


def test_one_language_of_openings_is_loaded_and_not_the_other() -> None:
    asked = """
import sys
from intervisie_tui.process.disguised_advice import disguised_advice
disguised_advice("x", "nl")
print([name for name in sys.modules if "process.advice_" in name])
"""
    child = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert child.stdout.strip() == "['intervisie_tui.process.advice_nl']"
