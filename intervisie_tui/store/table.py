"""Dataclasses with an own id in a TinyDB table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from intervisie_tui.store.codec import from_json, to_json
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.lock import Lock
from intervisie_tui.store.problems import Damage, Newer, Unknown

if TYPE_CHECKING:
    from tinydb import TinyDB


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its own id, unique in its table."""


T = TypeVar("T", bound=Identified)


class Database:
    """One TinyDB file, opened anew for each use: TinyDB's own caches would not see what other processes
    wrote.
    """

    def __init__(
        self,
        disk: Disk,
        root: Path,
        path: Path,
        lock: Lock,
        tell: Callable[[Damage], None],
        *,
        backup: bool = True,
    ) -> None:
        self.path = path
        self._disk = disk
        self._root = root
        self._lock = lock
        self._tell = tell
        self._backup = backup

    def read(self) -> "TinyDB":
        """The tables as they are; not to be written to."""
        from tinydb import TinyDB

        from intervisie_tui.store.atomic import AtomicStorage

        TinyDB.default_query_cache_capacity = 0
        storage = {
            "disk": self._disk,
            "root": self._root,
            "path": self.path,
            "backup": self._backup,
            "tell": self._tell,
        }
        return TinyDB(storage=AtomicStorage, **storage)

    @contextmanager
    def writing(self) -> Iterator["TinyDB"]:
        """The tables, under the store's lock."""
        with self._lock.held():
            yield self.read()

    def replace(self, database: "TinyDB", table: str, documents: list[Any]) -> None:
        """Write all documents of a table at once; TinyDB's own ids mean nothing here."""
        tables = database.storage.read() or {}
        tables[table] = {str(number): document for number, document in enumerate(documents, 1)}
        database.storage.write(tables)


class Table(Generic[T]):
    """Objects of one dataclass, in the order in which they were first put.

    Raises NotSaved, Newer, Unreadable.
    """

    def __init__(self, database: Database, name: str, kind: type[T]) -> None:
        self._database = database
        self._name = name
        self._kind = kind

    def all(self) -> tuple[T, ...]:
        """Every object."""
        return tuple(map(self._made, self._documents()))

    def ids(self) -> frozenset[str]:
        """The ids of all objects; raises as `all`."""
        return frozenset(str(document.get("id")) for document in self._documents())

    def latest(self, count: int) -> tuple[T, ...]:
        """The last so many, newest first; only these are made into objects."""
        newest = self._documents()[: -count - 1 : -1]
        return tuple(map(self._made, newest))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._database.read().table(self._name))

    def get(self, wanted: str) -> T | None:
        """The object of that id."""
        for document in self._documents():
            if document.get("id") == wanted:
                return self._made(document)
        return None

    def put(self, *objects: T) -> None:
        """Add these, or replace those with the same id: one write for all."""
        with self._database.writing() as database:
            known = database.table(self._name).all()
            changed = {item.id: to_json(item) for item in objects}
            kept = [changed.pop(document.get("id", ""), dict(document)) for document in known]
            self._database.replace(database, self._name, [*kept, *changed.values()])

    def change(self, wanted: str, change: Callable[[T], T]) -> T | None:
        """Replace one object by what becomes of it, under the lock; None when it is not there."""
        with self._database.writing():
            found = self.get(wanted)
            if found is None:
                return None
            changed = change(found)
            self.put(changed)
            return changed

    def remove(self, ids: Iterable[str]) -> None:
        """Take these out; ids that are not there do not matter."""
        gone = frozenset(ids)
        self.prune(lambda document: None if document.get("id") in gone else document)

    def prune(self, change: Callable[[dict[str, Any]], dict[str, Any] | None]) -> None:
        """Change every document as JSON; None takes it out.

        An existing file is always written again, so that a damaged one and an old backup are gone after it.
        """
        with self._database.writing() as database:
            before = [dict(document) for document in database.table(self._name).all()]
            after = [changed for document in before if (changed := change(document)) is not None]
            if before or self._database.path.exists():
                self._database.replace(database, self._name, after)

    def _made(self, document: Mapping[str, Any]) -> T:
        try:
            return from_json(self._kind, dict(document))
        except Unknown:
            raise Newer(self._database.path.name) from None

    def _documents(self) -> list[Any]:
        return list(self._database.read().table(self._name).all())
