"""One screen's hold on the live session: do a command, undo, follow the journal."""

import asyncio
import contextlib
import math
from collections.abc import Callable, Sequence

from intervisie_tui import domain
from intervisie_tui.domain import commands as c
from intervisie_tui.domain import deciding, timing
from intervisie_tui.domain.events import Commit, Event
from intervisie_tui.domain.history import History, shifted
from intervisie_tui.domain.limits import ENTRIES
from intervisie_tui.domain.moments import Moment, not_before
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Clock, Seat, Session
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.doors import Doors
from intervisie_tui.store.drafts import Drafts
from intervisie_tui.store.following import Following
from intervisie_tui.store.journal import Journal
from intervisie_tui.store.problems import Broken, Gone, Newer, NotSaved, Stale
from intervisie_tui.store.touch import Touch
from intervisie_tui.undoing import FIRST, Refused, Undoing, Undone

__all__ = ["Doors", "Live", "Undone"]

BEAT = 30.0
"""Seconds between two signs of life."""
FRAME = 0.25
"""The least real seconds between two repaints of the clock."""
TRIES = 20


_NOT_CLOSED = Refusal("The disk does not take it now; close the session when all is saved.")
_BUSY = Refusal("The session is busy; try that again.", quiet=True)
_GONE = Refusal("This session is not there any more; it was closed or erased on another screen.")
_UNREADABLE = Refusal("The session cannot be read now, so nothing was written; try that again.")


class Live(Undoing):
    """One screen's hold on a live session. All but `do` and its like is for the screen's own thread."""

    def __init__(
        self,
        journal: Journal,
        drafts: Drafts,
        beat: Beat,
        clock: Callable[[], Moment],
        seat: Seat,
        screen: str,
        doors: Callable[[], Doors | None] = lambda: None,
        most_entries: int = ENTRIES.figure,
    ) -> None:
        self.screen = screen
        self.most_entries = most_entries
        """How many entries the session may hold."""
        self.doors: Doors | None = None
        """What the server of this session says, where there is one: who is in, how many watch."""
        self._look_at_doors = doors
        self._seat = seat
        self.beat = beat
        self.gap: float | None = None
        self.gap_began: Moment | None = None
        self.gone = False
        self._journal = journal
        self._drafts = drafts
        self._clock = clock
        self._touch = Touch(clock)
        self._history = History(journal.read(0).commits)
        self._in_session = journal.header.in_session
        self._pending: list[Commit] = []
        self._order = asyncio.Lock()
        self.listeners: list[Callable[[Session], None]] = []
        self._following = Following(journal.path.parent, journal.session, self._look, self._late)
        self._struck = -math.inf

    @property
    def seat(self) -> Seat:
        """What this screen may do: what the session says where it knows it as a guest, else what it came for."""
        return self.session.seat_of(self.screen) or self._seat

    @property
    def revision(self) -> int:
        """How many commits this screen knows."""
        return self._history.revision

    @property
    def away(self) -> bool:
        """Whether the journal cannot be read now: then this screen shows what was, not what is."""
        return self._touch.lost

    @property
    def age(self) -> float | None:
        """How many real seconds old what is shown here is; None while this screen is in touch."""
        return self._touch.age

    @property
    def saved(self) -> bool:
        """Whether all that was done here is safely on the disk, and the disk is there."""
        return not self._pending and not self.away

    @property
    def last(self) -> Commit | None:
        """The latest commit."""
        return self._history.commits[-1] if self._history.commits else None

    def since(self, revision: int) -> Sequence[Commit]:
        """The commits after that revision."""
        return self._history.commits[revision:]

    def commit(self, revision: int) -> Commit | None:
        """The commit of that revision, where there is one."""
        return next((commit for commit in self._history.commits if commit.revision == revision), None)

    def now(self) -> Moment:
        """The session's moment of now; in a rehearsal it runs faster than life."""
        return self._in_session(self._clock())

    def seconds_to_flip(self) -> float:
        """Real seconds until the second that the clock shows changes."""
        if self.session.clock is not Clock.RUNNING:
            return 1.0 - math.modf(self._clock().utc)[0]
        part = timing.remaining(self.session, self.now()) % 1.0 or 1.0
        return max(FRAME if self.session.rehearsal else 0.001, part / self.session.speed)

    def listen(self, changed: Callable[[Session], None]) -> Callable[[], None]:
        """Call `changed` at each change, until what is given back is called; screens use screens.listening."""
        self.listeners.append(changed)
        return lambda: self.listeners.remove(changed)

    async def do(self, command: "c.Command") -> Refusal | None:
        """Carry out a command, after those asked before on this screen; None, or why not."""
        # Here, and not in the thread that decides: two threads would meet in a half-loaded module.
        domain.load()
        async with self._order:
            # The watch may tell of it before it is done.
            self._following.wrote()
            before = (self._history, self.revision)
            refusal = await asyncio.to_thread(self._commit, command)
        self._following.wrote()
        # Also what is refused may have read what others did, which the watch then does not tell of.
        if refusal is None or before != (self._history, self.revision):
            self._tell()
        return refusal

    def _commit(self, command: "c.Command") -> Refusal | None:
        for _ in range(TRIES):
            try:
                self._save_pending()
                commit = self._journal.append(
                    self._history.revision, self.seat, self.screen, lambda at: self._events(command, at)
                )
            except Refused as refused:
                return refused.refusal
            except Stale:
                self._read()
            except NotSaved:
                return self._in_memory(command)
            except Gone:
                self.gone = True
                return _GONE
            except (Broken, Newer):
                self._touch.lost = True
                return _UNREADABLE
            else:
                self._touch.feel()
                if commit is not None:
                    self._history.add(commit)
                return None
        return _BUSY

    def _events(self, command: "c.Command", at: Moment) -> Sequence[Event]:
        if isinstance(command, c.TakeBack | c.BringBack):
            taking = isinstance(command, c.TakeBack)
            last = self._history.undoable() if taking else self._history.redoable()
            if last is None or last.revision != command.revision:
                raise Refused(FIRST)
        pace, most = self._history.pace, self.most_entries
        decision = deciding.decide(
            self.session, command, at, self.seat, self.screen, pace=pace, most_entries=most
        )
        if isinstance(decision, Refusal):
            raise Refused(decision)
        return decision

    def _in_memory(self, command: "c.Command") -> Refusal | None:
        """Go on although the disk refuses; what was done waits here until it can be saved."""
        if isinstance(command, c.Close):
            return _NOT_CLOSED
        at = not_before(self.now(), self.last.at if self.last else None)
        try:
            events = tuple(self._events(command, at))
        except Refused as refused:
            return refused.refusal
        commit = Commit(self._history.revision + 1, at, self.seat, self.screen, events)
        self._pending.append(commit)
        self._history.add(commit)
        return None

    def _save_pending(self) -> None:
        if not self._pending:
            return
        reading = self._journal.read(0)
        first = self._pending[0].revision
        # A failing disk may have kept what it said it did not, and another screen may have built on it.
        kept = [commit for commit in reading.commits[first - 1 :] if commit.screen == self.screen]
        moved = reading.revision + 1 - first - len(kept)
        waiting = [shifted(commit, first, moved) for commit in self._pending[len(kept) :]]
        if waiting:
            self._journal.append_many(reading.revision, waiting)
        self._pending = []
        self._history = History(self._journal.read(0).commits)

    def _read(self) -> bool:
        """Take in what others did; whether there was anything."""
        reading = self._journal.read(0 if self._pending else self._history.revision)
        if self._pending:
            return False
        if reading.anew:
            self._history = History(reading.commits)
            return True
        self._history.extend(reading.commits)
        return bool(reading.commits)

    def _catch_up(self) -> bool:
        before = (self.gone, self.away, self.doors)
        changed = False
        try:
            if self._pending:
                self._save_pending()
                changed = True
            else:
                changed = self._read()
            self.gone = False
            self._touch.feel()
        except (NotSaved, Broken, Newer):
            self._touch.lost = True
        except Stale:
            pass
        except Gone:
            self.gone = True
        self.doors = self._look_at_doors()
        now = self._clock()
        if not self.gone and abs(now.utc - self._struck) >= BEAT:
            self._struck = now.utc
            self.beat.strike(now)
        return changed or before != (self.gone, self.away, self.doors)

    async def follow(self) -> None:
        """Take in what other screens do, and save what could not be saved, until `stop`."""
        await self._following.run()

    async def _look(self) -> bool:
        """Whether what is shown here is in touch."""
        was = self.away
        async with self._order:
            changed = not self._following.stopped and await asyncio.to_thread(self._catch_up)
        if changed or was != self.away:
            self._tell()
        return not self.away

    def _late(self) -> None:
        """A look takes too long: a disk that hangs says nothing, and neither does it show anything new."""
        self._touch.lost = True
        self._tell()

    def _tell(self) -> None:
        for changed in tuple(self.listeners):
            changed(self.session)

    async def draft(self, kind: str, text: str) -> None:
        """Keep a half-typed line safe; an empty one is forgotten. A disk that refuses loses only this line."""
        if self.gone or self.session.closed is not None:
            return
        with contextlib.suppress(NotSaved):
            await asyncio.to_thread(self._drafts.save, kind, text)

    async def drafts_left(self) -> tuple[tuple[str, str], ...]:
        """Lines that were half typed when their screen came to its end, as (kind, text), oldest first."""
        return tuple((draft.kind, draft.text) for draft in await asyncio.to_thread(self._drafts.left_behind))

    async def own_draft(self) -> tuple[str, str] | None:
        """The line, as (kind, text), that this guest was typing when it lost its screen; None where there is none."""
        draft = await asyncio.to_thread(self._drafts.own)
        return (draft.kind, draft.text) if draft is not None else None

    async def take_draft(self, kind: str) -> str:
        """The half-typed line of that kind that a dead screen left last, from now on this screen's; or nothing."""
        return await asyncio.to_thread(self._drafts.take, kind)

    async def stop(self) -> None:
        """Let go of the session; its clock runs on."""
        self._following.stop()
        over = self.gone or self.session.closed is not None
        await asyncio.to_thread(self._drafts.close, keep=not over)
