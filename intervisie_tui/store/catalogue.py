"""What lasts beside the sessions: groups and settings, and the list of closed sessions in a file of its
own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import read_whole
from intervisie_tui.store.lock import Lock
from intervisie_tui.store.own_names import CATALOGUE, INDEX
from intervisie_tui.store.problems import Damage, Newer, Unreadable
from intervisie_tui.store.rows import Row
from intervisie_tui.store.table import Database, Identified, Table

GROUPS = "groups"

G = TypeVar("G", bound=Identified)


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice that lasts, by its name."""

    id: str
    value: str


class Catalogue:
    """Groups, settings and rows. Groups stand apart from rows: the lobby stays fast with a thousand sessions.

    An item in any list of a group that has a field `session` goes when that session is erased.
    """

    def __init__(self, disk: Disk, root: Path, lock: Lock, tell: Callable[[Damage], None]) -> None:
        self._disk = disk
        self._file = Database(disk, root, root / CATALOGUE, lock, tell)
        self._index = Database(disk, root, root / INDEX, lock, tell)
        self.rows: Table[Row] = Table(self._index, "sessions", Row)
        self._settings: Table[Setting] = Table(self._file, "settings", Setting)

    def is_whole(self, path: Path) -> bool:
        """Whether the list of that path can be read by this version."""
        from intervisie_tui.store.atomic import parse

        try:
            parse(read_whole(self._disk, path), path.name)
        except (OSError, Unreadable, Newer):
            return False
        return True

    def groups(self, kind: type[G]) -> Table[G]:
        """All groups as objects of that dataclass."""
        return Table(self._file, GROUPS, kind)

    def setting(self, name: str) -> str | None:
        """The value of a setting, None where it was never set."""
        found = self._settings.get(name)
        return found.value if found else None

    def set(self, name: str, value: str) -> None:
        """Keep a setting; raises NotSaved."""
        self._settings.put(Setting(name, value))

    def group_documents(self) -> list[dict[str, Any]]:
        """All groups as JSON."""
        return [dict(document) for document in self._file.read().table(GROUPS).all()]

    def put_group_document(self, document: dict[str, Any]) -> None:
        """Add or replace a group as JSON, by its id."""
        with self._file.writing() as database:
            kept = [dict(known) for known in database.table(GROUPS).all()]
            if any(known.get("id") == document["id"] for known in kept):
                kept = [document if known.get("id") == document["id"] else known for known in kept]
            else:
                kept.append(document)
            self._file.replace(database, GROUPS, kept)

    def forget(self, sessions: frozenset[str], groups: frozenset[str]) -> None:
        """Take out the rows of sessions, what groups hold of them, and whole groups."""
        self.rows.remove(sessions)

        def change(document: dict[str, Any]) -> dict[str, Any] | None:
            return None if document.get("id") in groups else without_sessions(document, sessions)

        self.groups(Setting).prune(change)


def without_sessions(document: dict[str, Any], sessions: frozenset[str]) -> dict[str, Any]:
    """The document without the items of its lists that belong to these sessions."""

    def belongs(item: object) -> bool:
        return isinstance(item, dict) and item.get("session") in sessions

    return {
        name: [item for item in value if not belongs(item)] if isinstance(value, list) else value
        for name, value in document.items()
    }
