"""Asks child processes about modules of a user's own: none of them runs in the program itself.

A child that answers nothing for a while goes on alone with the module that it is at; another takes the rest, so that
a slow module delays the others by a second at most. What does not answer in time is ended with all that it started.
"""

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from intervisie_tui import locale
from intervisie_tui.locale import _
from intervisie_tui.method import Circle
from intervisie_tui.registry.library import Problem, Source
from intervisie_tui.registry.limits import LONGEST, SLOW
from intervisie_tui.registry.raised import too_long, too_long_for

_PATIENCE: Final = 1.0
"""Seconds without an answer after which another child takes what waits for this one."""
_GRACE: Final = 2.0
"""Seconds that a child gets on top, to start and to end a module by itself, which then knows the line."""
_MOST_CHILDREN: Final = 4
_ENOUGH_FOR_TWO: Final = 60
"""Modules above which two children share them; to start a second one takes as long as judging this many."""
_MOST_LINE: Final = 10_000_000
_LOOK: Final = 0.05
"""Seconds between two looks at children that say nothing."""
_PROGRAM: Final = (
    "import sys, os; from intervisie_tui.registry.child import main; main(int(sys.argv[1])); os._exit(0)"
)

Answer = Mapping[str, Any] | Problem
"""What a child tells of a module, as data; or why it tells nothing."""


class Stopped(Exception):
    """Nobody waits for the answers any more."""


@dataclass(frozen=True, slots=True)
class Task:
    """A module to be judged, or with `id` and `circles` a method in it to be asked what it plays in these."""

    source: Source
    id: str | None = None
    circles: tuple[Circle, ...] = ()

    def to_json(self, seconds: float, slow: float) -> dict[str, Any]:
        """The task for a child."""
        return {
            "file": str(self.source.path),
            "entry": self.source.entry,
            "id": self.id,
            "circles": [(each.people, each.minutes) for each in self.circles],
            "seconds": seconds,
            "slow": slow,
        }


def ask(
    tasks: Sequence[Task],
    seconds: float = LONGEST,
    slow: float = SLOW,
    stop: threading.Event | None = None,
) -> list[Answer]:
    """An answer for each task; blocks until all are there, each within about `seconds`. Raises Stopped.

    Not for the thread of a loop. `stop` ends the waiting, and the children.
    """
    asking = _Asking(tasks, seconds, slow, stop or threading.Event())
    try:
        return asking.run()
    finally:
        asking.end()


@dataclass(slots=True, eq=False)
class _Child:
    """A process with the places of the tasks that it has still to answer, in order; `since` is its last answer."""

    process: subprocess.Popen[bytes]
    pipe: int
    left: list[int]
    since: float
    said: bytes = b""
    closed: bool = False


class _Asking:
    def __init__(self, tasks: Sequence[Task], seconds: float, slow: float, stop: threading.Event) -> None:
        self._tasks, self._seconds, self._slow, self._stop = tasks, seconds, slow, stop
        self._answers: dict[int, Answer] = {}
        places = list(range(len(tasks)))
        halves = (places[::2], places[1::2]) if len(tasks) > _ENOUGH_FOR_TWO else (places,)
        self._waiting = [half for half in halves if half]
        self._children: list[_Child] = []
        self._selector = selectors.DefaultSelector()

    def run(self) -> list[Answer]:
        """Start children and listen to them until each task has its answer."""
        while self._waiting or self._children:
            if self._stop.is_set():
                raise Stopped
            while self._waiting and len(self._children) < _MOST_CHILDREN:
                self._start(self._waiting.pop(0))
            for key, _events in self._selector.select(_LOOK):
                self._listen(key.data)
            for child in tuple(self._children):
                self._look_after(child)
        return [self._answers[place] for place in range(len(self._tasks))]

    def end(self) -> None:
        """End all that is still there."""
        for child in tuple(self._children):
            self._end(child)
        self._selector.close()

    def _start(self, places: list[int]) -> None:
        ours, theirs = os.pipe()
        try:
            process = self._process(places, theirs)
        except OSError as error:
            os.close(ours)
            why = error.strerror or type(error).__name__
            for place in places:
                self._answers[place] = self._problem(
                    place, _("cannot be run ({why})", why=why), _("try again")
                )
            return
        finally:
            os.close(theirs)
        child = _Child(process, ours, places, time.monotonic())
        self._children.append(child)
        self._selector.register(ours, selectors.EVENT_READ, child)

    def _process(self, places: list[int], out: int) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).parents[2])
        request = {
            "path": [root, *(each or str(Path.cwd()) for each in sys.path)],
            "language": locale.language(),
            "tasks": [
                {"n": place, **self._tasks[place].to_json(self._seconds, self._slow)} for place in places
            ],
        }
        with tempfile.TemporaryFile() as asked:
            asked.write(json.dumps(request).encode())
            asked.seek(0)
            return subprocess.Popen(  # noqa: S603 - this interpreter, our own script, no shell
                [sys.executable, "-P", "-X", "utf8", "-c", _PROGRAM, str(out)],
                stdin=asked,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": root},
                pass_fds=(out,),
                start_new_session=True,  # without a terminal to ask in, and ended with all that it started
            )

    def _listen(self, child: _Child) -> None:
        said = os.read(child.pipe, 1 << 20)
        if not said:
            child.closed = True
            self._selector.unregister(child.pipe)
            return
        *lines, child.said = (child.said + said).split(b"\n")
        for line in lines:
            self._take(child, line)

    def _take(self, child: _Child, line: bytes) -> None:
        """Keep an answer to the task of now; what a module wrote in its place is none."""
        try:
            answer = json.loads(line)
            place = int(answer["n"])
        except (ValueError, TypeError, LookupError):
            return
        if child.left[:1] == [place]:
            child.left.pop(0)
            child.since = time.monotonic()
            code = answer.get("exit")
            self._answers[place] = answer if code is None else self._ended(place, code)

    def _look_after(self, child: _Child) -> None:
        """End a child that is ready, has gone or takes too long; let another do what waits for a slow one."""
        silent = time.monotonic() - child.since
        if not child.left:
            self._end(child)
        elif child.process.poll() is not None and (child.closed or silent > _PATIENCE):
            self._give_up(child, self._ended(child.left[0], child.process.returncode))
        elif len(child.said) > _MOST_LINE:
            self._give_up(child, self._ended(child.left[0], 0))
        elif silent > self._seconds + _GRACE:
            self._give_up(child, self._late(self._tasks[child.left[0]]))
        elif silent > _PATIENCE and len(child.left) > 1:
            self._waiting.append(child.left[1:])
            del child.left[1:]

    def _give_up(self, child: _Child, problem: Problem) -> None:
        """Tell what is wrong with the module that this child is at; another child gets the rest."""
        place, *others = child.left
        self._answers[place] = problem
        if others:
            self._waiting.append(others)
        self._end(child)

    def _end(self, child: _Child) -> None:
        self._children.remove(child)
        if not child.closed:
            self._selector.unregister(child.pipe)
        os.close(child.pipe)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.process.pid, signal.SIGKILL)
        child.process.kill()
        child.process.wait()

    def _late(self, task: Task) -> Problem:
        if task.circles:
            return too_long_for(task.source.path, self._seconds, task.circles[0].people)
        return too_long(task.source.path, self._seconds)

    def _ended(self, place: int, code: int) -> Problem:
        message = _("ends the program while it is loaded (exit {code})", code=code)
        return self._problem(place, message, _("do no work while it is imported"))

    def _problem(self, place: int, message: str, mend: str) -> Problem:
        return Problem(str(self._tasks[place].source.path), 1, message, mend)
