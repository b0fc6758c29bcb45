"""The journal of a live session: an append-only file, one line for each commit."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from intervisie_tui.domain.events import Commit, Event
from intervisie_tui.domain.moments import Moment, not_before
from intervisie_tui.domain.session import Seat
from intervisie_tui.store.aside import copies, set_aside
from intervisie_tui.store.commits import Header
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import remove, saving, write_whole
from intervisie_tui.store.lock import Lock
from intervisie_tui.store.migrations import SCHEMA
from intervisie_tui.store.older import keep_older, remove_older
from intervisie_tui.store.own_names import ENDING, LIVE
from intervisie_tui.store.problems import Broken, Damage, Gone, NotSaved, Stale
from intervisie_tui.store.replay import Replay, whole


@dataclass(frozen=True, slots=True)
class Reading:
    """Commits after a revision, in order.

    `anew` tells that the journal is another one than was read before (something in it was erased, or what it
    held was never saved): then `commits` are all of them, from the first.
    """

    commits: tuple[Commit, ...]
    revision: int
    generation: int
    anew: bool
    damage: Damage | None


class Journal:
    """One process's hold on one session's journal. Safe for threads; `now` gives real moments.

    `tell` hears of damage when it is found.
    """

    def __init__(
        self,
        disk: Disk,
        root: Path,
        session: str,
        lock: Lock,
        now: Callable[[], Moment],
        tell: Callable[[Damage], None],
    ) -> None:
        self.session = session
        self.path = root / LIVE / f"{session}{ENDING}"
        self.damage: Damage | None = None
        self._disk = disk
        self._root = root
        self._lock = lock
        self._now = now
        self._tell = tell
        self._guard = threading.RLock()
        self._replay = Replay(self.path.name)
        self._anew = False
        self._unsure = b""
        """Lines that may stand in the file although they were never saved."""
        self._judged = -1
        """The size at which the file's damage was last looked at."""

    @property
    def header(self) -> Header:
        """The first line; raises what `read` raises."""
        if self._replay.header is not None:
            return self._replay.header
        with self._guard, self._opened(os.O_RDONLY) as descriptor:
            start = self._disk.read(descriptor, 0, 4096)
        # Lists ask for headers only, so the commits are not read for them.
        first = Replay(self.path.name)
        first.feed(start[: start.find(b"\n") + 1])
        if first.header is None:
            self.read(0)
        return first.header or self.header

    def read(self, after: int) -> Reading:
        """The commits after that revision. A torn end is not read; raises Gone, Broken, Newer, NotSaved."""
        with self._guard:
            with self._opened(os.O_RDONLY) as descriptor:
                reason = self._catch_up(descriptor)
                size = os.fstat(descriptor).st_size
            if reason is not None and size != self._judged:
                self._judge()
                self._judged = size
            if self._replay.header is None:
                raise Broken(self.damage or Damage(self.path.name, 1, reason or "", None))
            anew, self._anew = self._anew or after > self._replay.revision, False
            commits = tuple(self._replay.commits[0 if anew else after :])
            generation = self._replay.header.generation
            return Reading(commits, self._replay.revision, generation, anew, self.damage)

    def append(
        self, expected: int, seat: Seat, screen: str, make: Callable[[Moment], Sequence[Event]]
    ) -> Commit | None:
        """Add a commit after the expected revision; it counts, synced, when this returns.

        `make` is called under the lock with the commit's moment; what it raises passes, and when it makes no
        event nothing is written (None). Raises Stale, NotSaved, Gone, Broken, Newer.
        """

        def build(moment: Moment) -> Sequence[Commit]:
            events = tuple(make(moment))
            return [Commit(expected + 1, moment, seat, screen, events)] if events else []

        added = self._add(expected, build)
        return added[0] if added else None

    def append_many(self, expected: int, commits: Sequence[Commit]) -> tuple[Commit, ...]:
        """Add commits that were made while the disk refused, all or none, with their own moments.

        They get the revisions after the expected one. Raises as `append`. After Stale, look first whether they are
        among what `read` gives: a failing disk may have kept what it said it did not.
        """

        def build(_: Moment) -> Sequence[Commit]:
            built, last = [], self._replay.last_moment
            for revision, commit in enumerate(commits, expected + 1):
                last = not_before(commit.at, last)
                events = tuple(
                    event if event.at == last else replace(event, at=last) for event in commit.events
                )
                built.append(replace(commit, revision=revision, at=last, events=events))
            return built

        return self._add(expected, build)

    def rewrite(self, change: Callable[[tuple[Commit, ...]], Iterable[Commit]]) -> None:
        """Replace all commits, to erase something in them; the file gets a new generation and keeps no copy.

        `change` must give as many commits as it gets, with the same revisions. Raises as `append`.
        """
        with self._guard, self._lock.held(), saving():
            with self._opened(os.O_RDWR) as descriptor:
                self._catch_up_to_write(descriptor)
            commits = tuple(change(tuple(self._replay.commits)))
            if [commit.revision for commit in commits] != list(range(1, self._replay.revision + 1)):
                raise ValueError("a rewritten journal keeps its revisions")
            header = replace(self.header, schema=SCHEMA, generation=self.header.generation + 1)
            write_whole(self._disk, self.path, whole(header, commits))
            for copy in copies(self._root, self.path.name):
                remove(self._disk, copy)
            remove_older(self._disk, self.path)

    def _add(self, expected: int, build: Callable[[Moment], Sequence[Commit]]) -> tuple[Commit, ...]:
        with self._guard, self._lock.held(), self._opened_to_write() as descriptor:
            if self._replay.revision != expected:
                raise Stale(self._replay.revision)
            moment = not_before(self.header.in_session(self._now()), self._replay.last_moment)
            commits = tuple(build(moment))
            data, checksum = self._replay.written(commits)
            if data:
                self._write(descriptor, data)
                self._replay.accept(commits, len(data), checksum)
            return commits

    @contextmanager
    def _opened_to_write(self) -> Iterator[int]:
        """The file with all its lines read, in the schema of this version; only under the lock."""
        if self.header.schema < SCHEMA:
            self._upgrade()
        with self._opened(os.O_RDWR) as descriptor:
            self._catch_up_to_write(descriptor)
            yield descriptor

    def _upgrade(self) -> None:
        """Write the whole journal in the schema of this version before the first line that needs it.

        A version before would call such a line damage; of a newer schema it says so and touches nothing. The file as it
        was is kept until the new one has been read once, and goes with it in any case.
        """
        with self._opened(os.O_RDWR) as descriptor:
            self._catch_up_to_write(descriptor)
            data = self._disk.read(descriptor, 0)
        header = self.header
        if header.schema >= SCHEMA:
            return
        upgraded = replace(header, schema=SCHEMA, generation=header.generation + 1)
        written = whole(upgraded, self._replay.commits)
        with saving():
            keep_older(self._disk, self.path, header.schema, data)
            write_whole(self._disk, self.path, written)
        fresh = Replay(self.path.name)
        fresh.feed(written)
        self._replay = fresh

    def _write(self, descriptor: int, data: bytes) -> None:
        """Put lines at the end and sync them; where that fails, take them out again."""
        end = self._replay.end
        try:
            self._disk.write(descriptor, data, end)
            self._disk.sync(descriptor)
        except OSError:
            self._unsure = data
            with suppress(OSError):
                self._disk.truncate(descriptor, end)
                self._unsure = b""
            raise

    def _catch_up_to_write(self, descriptor: int) -> None:
        """Read what is new, then leave the file ending with its last good line; only under the lock."""
        if self._catch_up(descriptor) is not None:
            self._judge()
            if self._replay.header is None or (self.damage and self.damage.set_aside is None):
                raise Broken(self.damage or Damage(self.path.name, 1, "", None))
        if os.fstat(descriptor).st_size != self._replay.end:
            self._disk.truncate(descriptor, self._replay.end)
        self._unsure = b""

    def _catch_up(self, descriptor: int) -> str | None:
        """Read what is new; what is wrong with it, else None."""
        known = self._replay
        first = self._disk.read(descriptor, 0, len(known.first_line))
        if first != known.first_line or os.fstat(descriptor).st_size < known.end:
            self._anew = self._anew or bool(known.first_line)
            self._replay = Replay(self.path.name)
        data = self._disk.read(descriptor, self._replay.end)
        if self._unsure and data == self._unsure:
            return None
        return self._replay.feed(data)

    def _judge(self) -> None:
        """Look at a file that seems damaged again from its start, alone; set a copy aside when it is."""
        with suppress(NotSaved), self._lock.held():
            with self._opened(os.O_RDONLY) as descriptor:
                data = self._disk.read(descriptor, 0)
            fresh = Replay(self.path.name)
            reason = fresh.feed(data)
            known, self._replay = self._replay, fresh
            if fresh.commits[: known.revision] != known.commits:
                self._anew = True
            if reason is not None:
                copy = set_aside(self._disk, self._root, self.path.name, data)
                line = fresh.revision + (2 if fresh.header else 1)
                self.damage = Damage(self.path.name, line, reason, copy)
                self._tell(self.damage)

    @contextmanager
    def _opened(self, flags: int) -> Iterator[int]:
        with saving():
            try:
                descriptor = self._disk.open(self.path, flags)
            except FileNotFoundError:
                if not self.path.parent.is_dir():
                    raise NotSaved("The data folder is not there.") from None
                raise Gone("The session is not there any more.") from None
            try:
                yield descriptor
            finally:
                with suppress(OSError):
                    self._disk.close(descriptor)
