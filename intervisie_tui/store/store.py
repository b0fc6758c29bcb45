"""The whole store: one data folder."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intervisie_tui.domain.events import Started
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.store.archive import Archive, Locks, remove_live
from intervisie_tui.store.catalogue import Catalogue
from intervisie_tui.store.commits import Header
from intervisie_tui.store.contents import Contents, look
from intervisie_tui.store.disk import Disk, LocalDisk
from intervisie_tui.store.doors import Doorway
from intervisie_tui.store.drafts import Drafts
from intervisie_tui.store.erase import Erased, Eraser, half_written
from intervisie_tui.store.files import remove, saving, write_whole
from intervisie_tui.store.folder import private_folder
from intervisie_tui.store.ids import checked, is_id
from intervisie_tui.store.journal import Journal
from intervisie_tui.store.lock import PATIENCE, Lock
from intervisie_tui.store.migrations import SCHEMA
from intervisie_tui.store.older import kept_in, remove_older
from intervisie_tui.store.own_names import ENDING, FOLDERS, INDEX, LIVE, is_list, session_beside
from intervisie_tui.store.problems import Broken, Damage, Gone, Newer, StoreError
from intervisie_tui.store.replay import whole
from intervisie_tui.store.strange import Strange

LOCKS = "locks"
UNBEGUN = 60.0
"""Seconds after which a journal without a session was left by a program that died."""
_SMALL = 1024


class Store:
    """Sessions, groups and settings in one folder; any number of processes may have it open.

    `problems` are what was found wrong so far (Damage, or a StoreError that did not keep the rest from working), and
    the strange files of the last look at the folder.
    """

    def __init__(self, root: Path, now: Callable[[], Moment], disk: Disk, patience: float) -> None:
        self.root = root
        self.live_folder = root / LIVE
        self._noted: list[Damage | StoreError] = []
        self._strange: tuple[Strange, ...] = ()
        self._disk = disk
        self._now = now
        self._locks = Locks(
            Lock(root / LOCKS / "store.lock", patience), Lock(root / LOCKS / "live.lock", patience)
        )
        self.catalogue = Catalogue(disk, root, self._locks.store, self._tell)
        self.archive = Archive(disk, root, self._locks, self.catalogue, self._tell)
        self._eraser = Eraser(disk, root, self._locks, self.catalogue, self.archive, self.contents)

    @classmethod
    def open(
        cls,
        data_dir: Path,
        *,
        now: Callable[[], Moment],
        disk: Disk | None = None,
        patience: float = PATIENCE,
    ) -> "Store":
        """Open the folder, make it where it is not, and complete what was cut off.

        `now` gives real moments; `patience` is how many seconds a lock is waited for. Raises NotPrivate and NotSaved
        where there can be no folder.
        """
        private_folder(data_dir)
        for name in FOLDERS:
            with saving():
                (data_dir / name).mkdir(mode=0o700, exist_ok=True)
        store = cls(data_dir, now, disk or LocalDisk(), patience)
        store._complete()
        return store

    @property
    def problems(self) -> tuple[Damage | StoreError, ...]:
        """What is wrong, in the order in which it was found, strange files last."""
        return (*self._noted, *self._strange)

    def contents(self, known: Iterable[str] = ()) -> Contents:
        """What lies in the folder now; every strange file becomes a problem until the next look.

        `known` are ids beyond those in the folder that a copy may be of.
        """
        found = look(self._disk, self.root, self._listed, frozenset(known))
        self._strange = tuple(map(Strange, found.strange))
        return found

    def journals(self) -> tuple[str, ...]:
        """The sessions that have a journal by the names of files alone, also a copy that has such a name."""
        return tuple(path.stem for path in self.live_folder.glob(f"*{ENDING}") if is_id(path.stem))

    def _listed(self) -> frozenset[str]:
        try:
            return self.catalogue.rows.ids()
        except StoreError:
            return frozenset()

    def create(self, session: str, *, speed: float = 1.0, anchor: Moment | None = None) -> Journal:
        """An empty journal for a new session. A rehearsal has a speed and the real moment it begins at.

        Raises StoreError where the id is taken or is no id, NotSaved.
        """
        path = self._path(session)
        with self._locks.live.held(), saving():
            if path.exists() or session in self.archive.ids():
                raise StoreError("There already is a session {session}.", session=session)
            real = self._now()
            header = Header(SCHEMA, session, 1, real, speed, anchor or (real if speed != 1.0 else None))
            write_whole(self._disk, path, whole(header, ()))
        return self.journal(session)

    def journal(self, session: str) -> Journal:
        """A hold on a live session's journal; raises Gone where the id is no id."""
        self._path(session)
        return Journal(self._disk, self.root, session, self._locks.live, self._now, self._tell)

    def drafts(self, session: str, screen: str, *, guest: bool = False) -> Drafts:
        """The half-typed lines of a session, as seen from one screen; raises Gone where a name is no id."""
        self._path(session)
        self._path(screen)
        return Drafts(self._disk, self.live_folder, session, screen, guest=guest)

    def doorway(self, session: str) -> Doorway:
        """What stands beside a session's journal while it is served; raises Gone where the id is no id."""
        self._path(session)
        return Doorway(self._disk, self.live_folder, session)

    def live(self) -> tuple[tuple[str, Header], ...]:
        """The live and finished sessions, the last written to first; those that cannot be read become
        problems.
        """
        found = []
        for session in self.contents().live:
            journal = self.journal(session)
            try:
                changed = journal.path.stat().st_mtime_ns
                found.append((changed, journal.session, journal.header))
            except (Gone, OSError):
                continue
            except Broken as broken:
                self._tell(broken.damage)
            except StoreError as error:
                self.note(error)
        return tuple((session, header) for _, session, header in sorted(found, key=lambda item: -item[0]))

    def wipe_session(self, session: str) -> Erased:
        """Erase one session, live or closed, with the copies of it that lie in the folder; raises Gone, NotSaved."""
        lying = self.contents((session,))
        there = self._path(session).exists() or session in self.archive.ids()
        if not there and not lying.copies((session,)):
            raise Gone("There is no session {session}.", session=session)
        return self._eraser.erase([session])

    def wipe_group(self, group: str) -> Erased:
        """Erase a group (by id) and all its sessions, live and closed; raises NotSaved."""
        rows = frozenset(row.id for row in self.catalogue.rows.all() if row.group_id == group)
        live = frozenset(session for session, _ in self.live() if self._group_of(session) == group)
        return self._eraser.erase(rows | live | self.archive.of_group(group), [group])

    def wipe_all(self) -> Erased:
        """Erase everything in the folder but the locks; raises NotSaved."""
        lying = self.contents()
        groups = [document["id"] for document in self.catalogue.group_documents()]
        return self._eraser.erase({*lying.live, *lying.closed}, groups, everything=True)

    def _group_of(self, session: str) -> str | None:
        try:
            commits = self.journal(session).read(0).commits
        except StoreError:
            return None
        started = (event for commit in commits for event in commit.events if isinstance(event, Started))
        return next((event.group for event in started), None)

    def _complete(self) -> None:
        """Only takes locks when there is something to do: most openings find nothing."""
        try:
            if self._eraser.cut_off:
                self._eraser.complete()
            if self.archive.cut_off():
                self.archive.complete()
            if not (self.root / INDEX).exists() and self.archive.ids():
                self.archive.rebuild()
            if half_written(self.root):
                with self._locks.store.held(), self._locks.live.held(), saving():
                    for path in half_written(self.root):
                        remove(self._disk, path)
            self._sweep_unbegun()
            self._sweep_older()
        except StoreError as error:
            self.note(error)

    def _sweep_unbegun(self) -> None:
        """Remove journals whose program died between making them and setting up the session."""
        for path in self.live_folder.glob(f"*{ENDING}"):
            with suppress(OSError, Gone, Broken, Newer):
                session = path.name.removesuffix(ENDING)
                if path.lstat().st_size < _SMALL and self._unbegun(self.journal(session)):
                    with self._locks.live.held(), saving():
                        # Looked at again: it may have begun just now.
                        if self._unbegun(self.journal(session)):
                            remove_live(self._disk, self.live_folder, session)

    def _unbegun(self, journal: Journal) -> bool:
        reading = journal.read(0)
        old = span(journal.header.created, self._now()) > UNBEGUN
        own = journal.header.id == journal.session
        return own and old and not reading.commits and reading.damage is None

    def _sweep_older(self) -> None:
        """Remove the older version of every file that can be read in the current schema: this start is a good one."""
        for path in kept_in(self.live_folder):
            with suppress(Gone, Broken, Newer), self._locks.live.held(), saving():
                if session_beside(path.name) and self.journal(path.stem).read(0).damage is None:
                    remove_older(self._disk, path)
        for path in filter(lambda each: is_list(each.name), kept_in(self.root)):
            with self._locks.store.held(), saving():
                if self.catalogue.is_whole(path):
                    remove_older(self._disk, path)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold what lasts (groups, settings, closed sessions) for reading and writing in one; raises Busy."""
        with self._locks.store.held():
            yield

    def _tell(self, damage: Damage) -> None:
        if damage not in self._noted:
            self._noted.append(damage)

    def note(self, error: StoreError) -> None:
        """Count among the problems what did not keep the rest from working."""
        if all(str(error) != str(known) for known in self._noted):
            self._noted.append(error)

    def _path(self, name: str) -> Path:
        return self.live_folder / f"{checked(name)}{ENDING}"
