"""Checks one method file in a process of its own, so that a bad one can neither hang nor end this one."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from intervisie_tui import locale
from intervisie_tui.locale import _
from intervisie_tui.registry.entries import file_of, installed, read_entry
from intervisie_tui.registry.finding import bundled, clash
from intervisie_tui.registry.library import Door, Problem, Reading
from intervisie_tui.registry.reading import read_file

SECONDS: Final = 10.0
# Ended at once, so that no thread and no exit handler of the plug-in has a last word.
_CHILD: Final = "import os; from intervisie_tui.registry.checking import answer; answer(); os._exit(0)"


@dataclass(frozen=True, slots=True)
class Checked:
    """The ids of the methods in a file, and all that is wrong with it; right when there are no problems."""

    ids: tuple[str, ...]
    problems: tuple[Problem, ...]


def check(path: Path, seconds: float = SECONDS) -> Checked:
    """Load a file in a child process and tell all that is wrong; a child that takes longer is ended."""
    path = path.expanduser().absolute()
    root = str(Path(__file__).parents[2])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    environ = os.environ | {"PYTHONPATH": paths, "INTERVISIE_LANG": locale.language()}
    command = [sys.executable, "-P", "-X", "utf8", "-c", _CHILD, str(path)]
    # A file, not a pipe: a grandchild that keeps a pipe open would keep us waiting.
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(  # noqa: S603 - this interpreter, our own script, no shell; the path is one argument
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.DEVNULL,
            env=environ,
            start_new_session=True,  # without a terminal to ask in, and ended with all that it started
        )
        try:
            code = child.wait(seconds)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
            child.kill()
            child.wait()
            message = _("takes longer than {seconds} s to load", seconds=f"{seconds:g}")
            return Checked((), (Problem(str(path), 1, message, _("do no work while it is imported")),))
        said.seek(0)
        return _heard(path, said.read(), code)


def answer(arguments: Sequence[str] | None = None) -> None:
    """What the child does: load the file that the arguments name, write what was found as a line of JSON."""
    locale.use(locale.default_language())
    path = Path((sys.argv[1:] if arguments is None else arguments)[0])
    reading = _read(path)
    problems = list(reading.problems)
    taken = {loaded.method.id: loaded for each in bundled() for loaded in each.loaded}
    for loaded in reading.loaded:
        first = taken.setdefault(loaded.method.id, loaded)
        # A bundled method that is checked is not in its own way; a second one in the same file is.
        if first is not loaded and (first in reading.loaded or first.file.resolve() != path.resolve()):
            problems.append(clash(loaded, first))
    ids = list(dict.fromkeys(loaded.method.id for loaded in reading.loaded))
    found = {"ids": ids, "problems": [asdict(problem) for problem in problems]}
    sys.stdout.write("\n" + json.dumps(found) + "\n")
    sys.stdout.flush()


def _read(path: Path) -> Reading:
    """What stands in a file; by its entry point where it has one, for a package's modules know each other."""
    for entry in installed():
        if file_of(entry) == path:
            return read_entry(entry)
    return read_file(path, Door.USER)


def _heard(path: Path, said: bytes, code: int) -> Checked:
    try:
        found = json.loads(said.decode("utf-8").splitlines()[-1])
        return Checked(tuple(found["ids"]), tuple(Problem(**problem) for problem in found["problems"]))
    except (ValueError, IndexError, KeyError, TypeError):
        message = _("ends the program while it is loaded (exit {code})", code=code)
        return Checked((), (Problem(str(path), 1, message, _("do no work while it is imported")),))
