"""Undo and redo on one screen: what would go is told first where it is old."""

from collections.abc import Callable
from dataclasses import dataclass

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.events import Commit, Event
from intervisie_tui.domain.history import DEEP, History
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Session

OLD = 120.0
"""Seconds after which undo asks first."""
FIRST = Refusal("Somebody else was first; that has been done already.", quiet=True)
_NOTHING_TO_UNDO = Refusal("There is nothing to take back.", quiet=True)
_NOTHING_TO_REDO = Refusal("There is nothing to bring back.", quiet=True)


class Refused(Exception):
    """Carries a refusal out of the journal's lock."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Undone:
    """What undo or redo did, or (when `ask`) would do: those events, `age` session seconds ago."""

    events: tuple[Event, ...]
    age: float
    ask: bool = False


def _nothing() -> None:
    """What is done about a wait where nobody looks."""


class Undoing:
    """A hold on a session that can take back what was done, and bring it back."""

    _history: History
    _asked: int | None = None

    @property
    def session(self) -> Session:
        """The state that the whole room sees."""
        return self._history.session

    def now(self) -> Moment:
        """The session's moment of now."""
        raise NotImplementedError

    async def do(self, command: "c.Command") -> Refusal | None:
        """Carry out a command; None, or why not."""
        raise NotImplementedError

    async def undo(self, sure: bool = False, waits: Callable[[], None] = _nothing) -> Undone | Refusal:
        """Take back the last thing that a timekeeper did; asks first when it is older than two minutes.

        Being sure holds for what was asked about, not for what somebody did since. `waits` is called before it is
        taken back, where so much came after it that this may take a moment.
        """
        return await self._turn_back(self._history.undoable(), sure, waits)

    async def redo(self, waits: Callable[[], None] = _nothing) -> Undone | Refusal:
        """Bring back what was taken back last; `waits` as for `undo`."""
        commit = self._history.redoable()
        if commit is None:
            return _NOTHING_TO_REDO
        self._tell_wait(commit, waits)
        refusal = await self.do(c.BringBack(commit.revision))
        return refusal or Undone(commit.events, span(commit.at, self.now()))

    def _tell_wait(self, commit: Commit, waits: Callable[[], None]) -> None:
        if self._history.later_than(commit.revision) > DEEP:
            waits()

    async def _turn_back(
        self, commit: Commit | None, sure: bool, waits: Callable[[], None]
    ) -> Undone | Refusal:
        if commit is None:
            return _NOTHING_TO_UNDO
        asked, self._asked = self._asked, None
        if sure and asked is not None and asked != commit.revision:
            return FIRST
        age = span(commit.at, self.now())
        if age > OLD * self.session.speed and not sure:
            self._asked = commit.revision
            return Undone(commit.events, age, ask=True)
        self._tell_wait(commit, waits)
        refusal = await self.do(c.TakeBack(commit.revision))
        return refusal or Undone(commit.events, age)
