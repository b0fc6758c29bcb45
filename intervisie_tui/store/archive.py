"""Closed sessions: one file each, written once, and the step from journal to file that a crash cannot
undo.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intervisie_tui.store.aside import copies
from intervisie_tui.store.catalogue import Catalogue
from intervisie_tui.store.codec import to_json
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import remove, saving
from intervisie_tui.store.ids import checked
from intervisie_tui.store.lock import Lock
from intervisie_tui.store.own_names import ENDING, LIVE, SESSIONS, SUFFIX, session_beside, session_closed
from intervisie_tui.store.problems import Damage, Gone, StoreError
from intervisie_tui.store.rows import row_of
from intervisie_tui.store.table import Database, Identified


@dataclass(frozen=True, slots=True)
class Locks:
    """The two locks, always taken in this order."""

    store: Lock
    live: Lock


class Archive:
    """The folder `sessions`. A record is the export's JSON with `id`, and whatever else the caller keeps."""

    def __init__(
        self, disk: Disk, root: Path, locks: Locks, catalogue: Catalogue, tell: Callable[[Damage], None]
    ) -> None:
        self._disk = disk
        self._root = root
        self._locks = locks
        self._catalogue = catalogue
        self._tell = tell

    def close(self, record: Mapping[str, Any], *, keep_all: bool, group: Identified | None = None) -> None:
        """Write the record, its row and the group as it is now; then the journal goes, for good.

        Without `keep_all` the damaged copies of the journal go too. Once this has begun to succeed it is completed
        by the next opening of the store. Raises NotSaved, and then the session is still live unless `ids` has it.
        """
        session = record["id"]
        content = {"record": dict(record), "keep_all": keep_all, "group": to_json(group)}
        with self._locks.store.held():
            with self._database(session).writing() as database:
                self._database(session).replace(database, "session", [content])
            self._complete(session, content)

    def ids(self) -> tuple[str, ...]:
        """The ids by the names of files alone; `store.contents` tells which of them are sessions."""
        folder = self._root / SESSIONS
        return tuple(session for path in folder.iterdir() if (session := session_closed(path.name)))

    def read(self, session: str) -> dict[str, Any]:
        """The record of a closed session; raises Gone (also where the id is no id), Newer, NotSaved."""
        return dict(self._content(checked(session))["record"])

    def cut_off(self) -> tuple[str, ...]:
        """Sessions that were being closed when the program died."""
        live = self._root / LIVE
        both = [session for session in self.ids() if (live / f"{session}{ENDING}").exists()]
        return tuple(session for session in both if self._is_there(session))

    def complete(self) -> None:
        """Complete every close that was cut off; raises NotSaved."""
        for session in self.cut_off():
            with self._locks.store.held():
                if session in self.cut_off():
                    self._complete(session, self._content(session))

    def rebuild(self) -> None:
        """Make rows and groups again from the sessions alone; groups that are known keep what they are."""
        with self._locks.store.held():
            contents = sorted(self._contents(), key=lambda content: content["record"].get("started_at") or "")
            self._catalogue.rows.put(*(row_of(content["record"]) for content in contents))
            known = {document["id"] for document in self._catalogue.group_documents()}
            lost = {
                c["group"]["id"]: c["group"]
                for c in contents
                if c.get("group") and c["group"]["id"] not in known
            }
            for document in lost.values():
                self._catalogue.put_group_document(document)

    def of_group(self, group: str) -> frozenset[str]:
        """The closed sessions of a group, by their own files."""
        return frozenset(c["record"]["id"] for c in self._contents() if c["record"].get("group_id") == group)

    def change_groups(self, change: Callable[[dict[str, Any]], dict[str, Any] | None]) -> None:
        """Change the group that each session file remembers; writes only what changes."""
        for content in list(self._contents()):
            group = content.get("group")
            changed = change(group) if group else None
            if changed != group:
                database = self._database(content["record"]["id"])
                with database.writing() as tables:
                    database.replace(tables, "session", [{**content, "group": changed}])

    def _contents(self) -> Iterator[dict[str, Any]]:
        for session in self.ids():
            try:
                yield self._content(session)
            except StoreError:
                continue

    def _is_there(self, session: str) -> bool:
        try:
            self._content(session)
        except StoreError:
            return False
        return True

    def _content(self, session: str) -> dict[str, Any]:
        found = self._database(session).read().table("session").all()
        record = found[0].get("record") if found else None
        # A copy may have the name of a session and hold another one: what is done to it would be done to that one.
        if not isinstance(record, dict) or record.get("id") != session:
            raise Gone("The session {session} is not there, or cannot be read.", session=session)
        return dict(found[0])

    def _complete(self, session: str, content: Mapping[str, Any]) -> None:
        """Everything after the session's own file; may be done twice."""
        if self._catalogue.rows.get(session) is None:
            # The row last: once it is there, the group may have moved on and is left alone.
            if content["group"] is not None:
                self._catalogue.put_group_document(content["group"])
            self._catalogue.rows.put(row_of(content["record"]))
        with self._locks.live.held(), saving():
            if not content["keep_all"]:
                for copy in copies(self._root, f"{session}{ENDING}"):
                    remove(self._disk, copy)
            remove_live(self._disk, self._root / LIVE, session)

    def _database(self, session: str) -> Database:
        path = self._root / SESSIONS / f"{session}{SUFFIX}"
        return Database(self._disk, self._root, path, self._locks.store, self._tell, backup=False)


def remove_live(disk: Disk, live: Path, session: str) -> list[str]:
    """Remove a session's drafts, signs of life and last its journal; the names that went. Raises OSError.

    Only files with names that this program gives: what others made beside them is left alone.
    """
    own = [path for path in live.iterdir() if session_beside(path.name) == session]
    files = sorted(own, key=lambda path: path.name == f"{session}{ENDING}")
    return [path.name for path in files if remove(disk, path)]
