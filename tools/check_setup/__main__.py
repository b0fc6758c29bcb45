"""Every Python beside one another, and the locks for each machine."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.check_setup.house import ROOT
from tools.lock_proof import prove
from tools.pythons import SUPPORTED, on_each
from tools.set_up import locks
from tools.set_up.refused import Refused

_WORKERS = os.cpu_count() or 2
_BESIDES = {SUPPORTED[0]: ("--tempted",), SUPPORTED[-1]: ("--wheel",)}
"""What is tried once, on one of them."""


def main() -> int:
    """Check all; the exit code."""
    began = time.perf_counter()
    found: list[tuple[str, Path]] = []

    def note(version: str, python: Path) -> bool:
        found.append((version, python))
        return True

    right = on_each(note)
    # The newest has most to do, so it comes first.
    jobs = sorted(found, reverse=True)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(_WORKERS) as workers:
        done = [workers.submit(_try, version, python, Path(folder)) for version, python in jobs]
        done.append(workers.submit(_proven))
        right &= all(each.result() for each in done)
    print(f"The set-up is {'right' if right else 'WRONG'} ({time.perf_counter() - began:.0f} s).")
    return not right


def _try(version: str, python: Path, folder: Path) -> bool:
    (folder / version).mkdir()
    words = (version, python, folder / version, *_BESIDES.get(version, ()))
    command = (sys.executable, "-m", "tools.check_setup.one_python", *words)
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def _proven() -> bool:
    try:
        for name in (locks.RUNNING, locks.TESTING):
            prove(ROOT / ".venv" / "bin" / "uv", ROOT / name)
    except Refused as refused:
        print(refused, flush=True)
        return False
    print("The locks hold on every machine that is promised.", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
