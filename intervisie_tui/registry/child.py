"""What the child process does: it runs a user's own modules one after the other, and answers with data.

It forks for the work and waits, so that a module that ends its process, or its parent, ends neither the program nor
what is still to be done. The fork goes on to the next module as long as the last one did nothing wrong; after one that
did, a fresh fork takes the rest, so that no module meets what a bad one left behind.
"""

import gc
import json
import mmap
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, Final

from intervisie_tui import locale, system
from intervisie_tui.locale import _
from intervisie_tui.method import Circle
from intervisie_tui.registry.entries import GROUP
from intervisie_tui.registry.library import Problem, Reading
from intervisie_tui.registry.limit import TookTooLong, limited
from intervisie_tui.registry.raised import line_in, raised, too_long, too_long_for
from intervisie_tui.registry.reading import read_entry, read_file
from intervisie_tui.registry.wire import encoded, encoded_answers

MEMORY: Final = 2**31
"""Bytes of memory that a module may take."""
MOST_ANSWER: Final = 8_000_000
"""Bytes of what one module gives, as JSON."""
Task = Mapping[str, Any]


def main(out: int) -> None:
    """Carry out the tasks that stand in the standard input, and write a line of JSON for each to the file `out`."""
    request = json.load(sys.stdin.buffer)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    sys.path[:] = request["path"]
    locale.use(request["language"])
    system.die_with_parent()
    system.limit_memory(MEMORY)
    gc.freeze()
    _carry_out(request["tasks"], Path(request["claims"]), out)


def _carry_out(tasks: Sequence[Task], claims: Path, out: int) -> None:
    # Shared with the forks: how many tasks are done.
    done = mmap.mmap(-1, 8)
    at = 0
    while at < len(tasks):
        fork = os.fork()
        if fork == 0:
            _work(tasks, at, done, (claims, out), os._exit)
        _pid, status = os.waitpid(fork, 0)
        reached = int.from_bytes(done[:8], "little")
        if os.waitstatus_to_exitcode(status) != 0 or reached == at:
            if reached < len(tasks):
                _send(out, _line(tasks[reached], {"exit": os.waitstatus_to_exitcode(status)}))
            reached += 1
            done[:8] = reached.to_bytes(8, "little")
        at = reached


def _work(
    tasks: Sequence[Task], at: int, done: mmap.mmap, ways: tuple[Path, int], leave: Callable[[int], None]
) -> None:
    """Answer the tasks from this one on, until one is answered with a problem; never returns."""
    system.die_with_parent()
    own, parent, (claims, out) = os.getpid(), os.getppid(), ways
    for n in range(at, len(tasks)):
        right = True
        if _claimed(claims / str(tasks[n]["n"])):
            _send(out, _line(tasks[n], {"begun": True}))
            line, right = _answer(tasks[n])
            if os.getpid() != own:
                # A module has forked, and this is its copy of us.
                leave(0)
            if os.getppid() != parent:
                # A module has ended the process that waits for this one.
                leave(1)
            _send(out, line)
        done[:8] = (n + 1).to_bytes(8, "little")
        if not right:
            break
    leave(0)


def _claimed(claim: Path) -> bool:
    """Whether a task is this child's now; no other has begun it then."""
    try:
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def _answer(task: Task) -> tuple[bytes, bool]:
    """The answer as a line of JSON, and whether nothing is wrong with the module."""
    path, seconds = Path(task["file"]), task["seconds"]
    try:
        if task["entry"] is None:
            reading = read_file(path, seconds, task["slow"])
        else:
            name, value = task["entry"]
            reading = read_entry(EntryPoint(name, value, GROUP), path, seconds, task["slow"])
        with limited(seconds):
            told = encoded(reading) if task["id"] is None else _told(task, reading)
            answer = _line(task, told)
    except TookTooLong as late:
        line = line_in(path, late)
        if task["id"] is None:
            return _failed(task, too_long(path, seconds, line))
        return _failed(task, too_long_for(path, seconds, task["circles"][0][0], line))
    except BaseException as error:  # noqa: BLE001 - values of a plug-in's own kinds may raise anything when they are read
        return _failed(task, raised(path, error))
    if len(answer) > MOST_ANSWER:
        message = _("gives more than {n} MB of text", n=MOST_ANSWER // 1_000_000)
        return _failed(task, Problem(str(path), 1, message, _("keep a method to its texts")))
    return answer, not told.get("problems")


def _failed(task: Task, problem: Problem) -> tuple[bytes, bool]:
    return _line(task, encoded(Reading((), (problem,)))), False


def _line(task: Task, told: Mapping[str, Any]) -> bytes:
    return json.dumps({"n": task["n"], **told}).encode() + b"\n"


def _told(task: Task, reading: Reading) -> dict[str, Any]:
    """What the functions of the method with this id answer; where it is no longer there, what is wrong."""
    for loaded in reading.loaded:
        if loaded.method.id == task["id"]:
            return encoded_answers(loaded.method, [Circle(*each) for each in task["circles"]])
    return encoded(Reading((), reading.problems))


def _send(out: int, line: bytes) -> None:
    while line:
        line = line[os.write(out, line) :]
