"""Tries one Python: `python -m tools.check_setup.one_python 3.12 /path/to/python3.12 FOLDER`.

`--tempted` puts it before an index in which everything has a newer release; `--wheel` installs the wheel too.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.terminal import Terminal, TooLate
from tools.check_setup.house import ROOT, House, Wrong
from tools.check_setup.installed import check_installed
from tools.check_setup.newer import check_tempting, make_newer
from tools.check_setup.wheel import check_wheel
from tools.set_up import locks

PATIENCE = 240.0
"""Seconds for a set-up, on a slow machine with a slow network."""
_NOWHERE = "http://127.0.0.1:9/simple"
OFFLINE = {"PIP_INDEX_URL": _NOWHERE, "PIP_EXTRA_INDEX_URL": "", "PIP_RETRIES": "0"}
_IMPORT_ALL = """
import importlib, pkgutil, intervisie_tui
for each in pkgutil.walk_packages(intervisie_tui.__path__, "intervisie_tui."):
    if not each.name.endswith("__main__"):
        importlib.import_module(each.name)
"""
_SESSION = ("tests/terminal/test_every_method.py", "-k", "incident and nl")


def main(version: str, python: str, folder: str, *, tempted: bool, wheel: bool) -> int:
    """Try everything in this folder; the exit code."""
    newer = {"PIP_FIND_LINKS": str(make_newer(Path(folder) / "newer", ROOT))} if tempted else {}
    house = House.built(Path(folder), Path(python), **newer)
    steps: list[tuple[str, Callable[[], None]]] = [
        ("make run, as written, opens the lobby", lambda: _opens(house)),
        ("holds what running needs and nothing else", lambda: check_installed(house, locks.RUNNING, version)),
        ("every module can be imported, without a warning", lambda: _imports(house)),
        ("make run, without a terminal and offline", lambda: _ends_with_a_sentence(house)),
        ("set up for testing", lambda: _sets_up_for_testing(house)),
        ("holds what testing needs and nothing else", lambda: check_installed(house, locks.TESTING, version)),
        ("plays a session", lambda: _plays(house)),
    ]
    if tempted:
        steps.append(("without the lock the newer releases would be taken", lambda: check_tempting(house)))
    if wheel:
        steps.append(
            ("the wheel can be installed by pip, uv and pipx", lambda: check_wheel(house, Path(folder)))
        )
    for told, step in steps:
        began = time.perf_counter()
        try:
            step()
        except (Wrong, TooLate) as error:
            print(f"Python {version}: {told}: WRONG\n{error}", flush=True)
            return 1
        print(f"Python {version}: {told} ({time.perf_counter() - began:.0f} s)", flush=True)
    return 0


def _opens(house: House) -> None:
    command = ("sh", "-c", f"cd '{house.root}' && make run; echo ended with $?")
    with Terminal(command, house.environ) as terminal:
        terminal.until(lambda text: "What would you like to do?" in text or "ended with" in text, PATIENCE)
        terminal.send("\x11")
        terminal.until(lambda text: "ended with 0" in text)


def _imports(house: House) -> None:
    house.run(house.python, "-W", "error", "-c", _IMPORT_ALL)


def _ends_with_a_sentence(house: House) -> None:
    told = house.run("make", "run", right=False, more={"CI": "true", **OFFLINE})
    if "Setting up" in told or "terminal" not in told or "Traceback" in told:
        raise Wrong(f"make run says:\n{told}")


def _sets_up_for_testing(house: House) -> None:
    house.run("make", "for-testing")
    for each in ("for-running", "for-testing"):
        if "Setting up" in (told := house.run("make", each, more=OFFLINE)):
            raise Wrong(f"make {each} sets up again:\n{told}")


def _plays(house: House) -> None:
    house.run(house.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *_SESSION)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4], tempted="--tempted" in sys.argv, wheel="--wheel" in sys.argv))
