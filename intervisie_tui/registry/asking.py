"""Asks child processes about modules of a user's own: none of them runs in the program itself.

While a child answers nothing for a while, another one takes the modules that wait, so that a slow module delays the
others by a second at most. What does not answer in time is ended with all that it started.
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
from collections.abc import Callable, Mapping, Sequence
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
    answered: Callable[[int, Answer], None] = lambda _place, _answer: None,
    partly: Callable[[], None] = lambda: None,
) -> list[Answer]:
    """An answer for each task; blocks until all are there, each within about `seconds`. Raises Stopped.

    Not for the thread of a loop. `stop` ends the waiting, and the children. `answered` is called with each answer and
    the place of its task, while the children work on. While a slow task keeps the others waiting, `partly` is called.
    """
    asking = _Asking(tasks, (seconds, slow), stop or threading.Event(), answered, partly)
    try:
        return asking.run()
    finally:
        asking.end()


@dataclass(slots=True, eq=False)
class _Child:
    """A process; `at` is the place of the task that it has begun, `since` when it last said something.

    `begun` counts the tasks that it has begun.
    """

    process: subprocess.Popen[bytes]
    pipe: int
    since: float
    at: int | None = None
    begun: int = 0
    said: bytes = b""
    closed: bool = False

    @property
    def silent(self) -> float:
        """Seconds since it last said something."""
        return time.monotonic() - self.since


class _Asking:
    """All children work on one list of tasks. Each claims a task before it begins it, so no two run the same module."""

    def __init__(
        self,
        tasks: Sequence[Task],
        limits: tuple[float, float],
        stop: threading.Event,
        answered: Callable[[int, Answer], None],
        partly: Callable[[], None],
    ) -> None:
        self._tasks, self._stop, self._answered, self._partly = tasks, stop, answered, partly
        self._seconds, self._slow = limits
        self._told = 0
        self._answers: dict[int, Answer] = {}
        self._open = set(range(len(tasks)))
        """Places of tasks that no child has begun."""
        self._children: list[_Child] = []
        self._selector = selectors.DefaultSelector()
        self._claims = tempfile.TemporaryDirectory(prefix="intervisie-", ignore_cleanup_errors=True)
        self._again: set[int] = set()
        """Places of tasks that are tried once more, first in a child."""
        self._idle = 0
        """How many children ended in a row without beginning anything."""

    def run(self) -> list[Answer]:
        """Start children and listen to them until each task has its answer."""
        while len(self._answers) < len(self._tasks):
            if self._stop.is_set():
                raise Stopped
            self._start_where_needed()
            for key, _events in self._selector.select(_LOOK):
                self._listen(key.data)
            for child in tuple(self._children):
                self._look_after(child)
            self._tell_partly()
        return [self._answers[place] for place in range(len(self._tasks))]

    def _tell_partly(self) -> None:
        """Tell what is known when all that is left is slow, and more is known than was told before."""
        known = len(self._answers)
        slow = all(child.silent > _PATIENCE for child in self._children)
        if self._told < known < len(self._tasks) and not self._open and slow:
            self._told = known
            self._partly()

    def _answer(self, place: int, answer: Answer) -> None:
        self._answers[place] = answer
        self._answered(place, answer)

    def end(self) -> None:
        """End all that is still there."""
        for child in tuple(self._children):
            self._end(child)
        self._selector.close()
        self._claims.cleanup()

    def _start_where_needed(self) -> None:
        """Start a child when tasks are open and all others are busy with a slow one; two at once for many tasks."""
        free = sum(child.at is None or child.silent <= _PATIENCE for child in self._children)
        wished = 2 if len(self._open) > _ENOUGH_FOR_TWO else 1
        while self._open and free < wished and len(self._children) < _MOST_CHILDREN:
            self._start()
            free += 1

    def _start(self) -> None:
        ours, theirs = os.pipe()
        try:
            process = self._process(theirs)
        except OSError as error:
            os.close(ours)
            self._refuse_open(_("cannot be run ({why})", why=error.strerror or type(error).__name__))
            return
        finally:
            os.close(theirs)
        child = _Child(process, ours, time.monotonic())
        self._children.append(child)
        self._selector.register(ours, selectors.EVENT_READ, child)

    def _process(self, out: int) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).parents[2])
        request = {
            "path": [root, *(each or str(Path.cwd()) for each in sys.path)],
            "language": locale.language(),
            "claims": self._claims.name,
            "tasks": [
                {"n": place, **self._tasks[place].to_json(self._seconds, self._slow)}
                for place in sorted(self._open)
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
        """That a task is begun, or the answer to it; what a module wrote in its place is neither."""
        try:
            told = json.loads(line)
            place = int(told["n"])
        except (ValueError, TypeError, LookupError):
            return
        if child.at is None and told.get("begun") and place in self._open:
            child.at, child.since, self._idle = place, time.monotonic(), 0
            child.begun += 1
            self._open.discard(place)
        elif child.at == place and not told.get("begun"):
            child.at, child.since = None, time.monotonic()
            if "exit" in told:
                self._end_at(child, place, told["exit"])
            else:
                self._answer(place, told)

    def _look_after(self, child: _Child) -> None:
        """End a child that has gone or takes too long, and tell what is wrong with the module that it was at."""
        gone = child.process.poll() is not None and (child.closed or child.silent > _PATIENCE)
        late = child.silent > self._seconds + _GRACE
        if not gone and not late and len(child.said) <= _MOST_LINE:
            return
        code = child.process.poll() or 0
        if child.at is None:
            self._idle += bool(self._open)
            if self._idle > _MOST_CHILDREN:
                self._refuse_open(_("cannot be run ({why})", why=f"exit {code}"))
        elif late:
            self._answer(child.at, self._late(self._tasks[child.at]))
        else:
            self._end_at(child, child.at, code)
        self._end(child)

    def _end_at(self, child: _Child, place: int, code: int) -> None:
        """A process has ended at this task: that is told of it, unless a module before it may have done that."""
        if child.begun > 1 and place not in self._again:
            self._again.add(place)
            Path(self._claims.name, str(place)).unlink(missing_ok=True)
            self._open.add(place)
        else:
            self._answer(place, self._ended(place, code))

    def _refuse_open(self, message: str) -> None:
        """No process can be had for what is still open."""
        for place in self._open:
            self._answer(place, self._problem(place, message, _("try again")))
        self._open.clear()

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
