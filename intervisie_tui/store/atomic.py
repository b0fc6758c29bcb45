"""TinyDB on files that are replaced in one step, with a backup that is its mirror.

Imports TinyDB: import it late.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from intervisie_tui.store.aside import set_aside
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import BACKUP, read_whole, saving, write_whole
from intervisie_tui.store.migrations import SCHEMA, schema_of, upgraded
from intervisie_tui.store.older import keep_older
from intervisie_tui.store.problems import Damage, NotSaved, Unreadable

Tables = dict[str, dict[str, Any]]


class AtomicStorage(Storage):
    """Where TinyDB keeps one file.

    A file that cannot be read is set aside before it is replaced, told to `tell`, and the backup is used. One of a
    newer schema raises Newer and stays; one of an older schema is kept beside when it is first written (`store.older`),
    where there is a backup. The backup is the mirror of the last write, so it never holds what was
    erased. Writing needs the store's lock; raises NotSaved.
    """

    def __init__(
        self, disk: Disk, root: Path, path: Path, *, backup: bool, tell: Callable[[Damage], None]
    ) -> None:
        self._disk = disk
        self._root = root
        self._path = path
        self._backup = path.with_name(path.name + BACKUP) if backup else None
        self._tell = tell
        self._locked_in = False
        self._older: tuple[bytes, int] | None = None
        """What was read last, with its schema."""

    def read(self) -> Tables | None:
        """All tables, None where there is no file; raises Newer, NotSaved."""
        damaged = False
        data: bytes | None = None
        for path in filter(None, (self._path, self._backup)):
            try:
                with saving():
                    data = self._bytes(path)
                if data is not None:
                    tables = parse(data, path.name)
                    self._older = (data, schema_in(tables)) if path == self._path else None
                    return upgraded(tables, schema_in(tables))
            except Unreadable as unreadable:
                damaged = True
                self._set_aside(path, data or b"", unreadable.reason)
        return {} if damaged else None

    def write(self, data: Tables) -> None:
        """Replace all tables, then the backup."""
        if self._locked_in:
            raise NotSaved("{file} is damaged and no copy could be set aside.", file=self._path.name)
        content = {
            "meta": {"1": {"schema": SCHEMA}},
            **{name: table for name, table in data.items() if name != "meta"},
        }
        encoded = json.dumps(content, ensure_ascii=True, allow_nan=False).encode("ascii") + b"\n"
        with saving():
            if self._older is not None and self._backup is not None and self._older[1] < SCHEMA:
                keep_older(self._disk, self._path, self._older[1], self._older[0])
            write_whole(self._disk, self._path, encoded)
            if self._backup is not None:
                write_whole(self._disk, self._backup, encoded)

    def _bytes(self, path: Path) -> bytes | None:
        try:
            return read_whole(self._disk, path)
        except FileNotFoundError:
            return None

    def _set_aside(self, path: Path, data: bytes, reason: str) -> None:
        copy = set_aside(self._disk, self._root, path.name, data)
        self._locked_in = self._locked_in or copy is None
        self._tell(Damage(path.name, 0, reason, copy))


def parse(data: bytes, file: str) -> Tables:
    """The tables of a file's bytes, in their own schema; raises Unreadable, Newer."""
    try:
        tables = json.loads(data)
    except (ValueError, RecursionError):
        raise Unreadable("it is no JSON") from None
    if not isinstance(tables, dict):
        raise Unreadable("it holds no tables")
    schema_of(_schema(tables), file)
    if not all(_is_table(table) for table in tables.values()):
        raise Unreadable("a table is not whole")
    return tables


def schema_in(tables: Tables) -> int:
    """The schema of tables that were parsed."""
    return int(str(_schema(tables)))


def _schema(tables: dict[str, Any]) -> object:
    try:
        return tables["meta"]["1"]["schema"]
    except (LookupError, TypeError):
        return None


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isdigit() and isinstance(document, dict) for key, document in table.items()
    )
