"""What lies in the data folder, for all who look at it: our sessions, by their ids, and what is not ours."""

import json
import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from intervisie_tui.store import own_names
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import FRESH, read_whole
from intervisie_tui.store.ids import ID
from intervisie_tui.store.lines import scan
from intervisie_tui.store.own_names import ENDING, LIVE, SESSIONS, SET_ASIDE, SUFFIX
from intervisie_tui.store.strange import StrangeFile

DEEP = 500
"""How many folders within a strange folder are looked at."""
HEAD = 4096
"""How many bytes of a journal are read to find its first line."""
_WRITTEN_ID = re.compile(rb'"id": ?"(%s)"' % ID.encode())


@dataclass(frozen=True, slots=True)
class Contents:
    """Ids of the live and of the closed sessions, each also where its file is damaged, and the strange files."""

    live: tuple[str, ...]
    closed: tuple[str, ...]
    strange: tuple[StrangeFile, ...]

    def copies(self, sessions: Collection[str]) -> tuple[StrangeFile, ...]:
        """The strange files that are copies of these sessions."""
        return tuple(file for file in self.strange if file.session in sessions)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    path: Path
    regular: bool


def look(
    disk: Disk, root: Path, listed: Callable[[], Collection[str]], known: Collection[str] = ()
) -> Contents:
    """Look at the whole folder; nothing is changed.

    A file is ours when its name is one that we give and what it holds tells the same id, or no id at all (then it is
    ours and damaged). `listed` gives the closed sessions that the list knows: only the others are read, since
    a folder may hold a thousand. `known` are ids beyond those in the folder that a copy may be of.
    """
    live, closed = _entries(root / LIVE), _entries(root / SESSIONS)
    files = _Files(disk, root)
    journals = _named(live, lambda name: own_names.session_beside(name) if name.endswith(ENDING) else None)
    records = _named(closed, own_names.session_closed)
    trusted = frozenset(listed()) if records else frozenset()
    ours = files.ours(LIVE, ENDING, journals, frozenset())
    kept = files.ours(SESSIONS, SUFFIX, records, trusted)
    there = {*ours, *kept}
    strange = [
        files.strange(entry, there, {*there, *known})
        for entry in (*live, *closed, *_entries(root / SET_ASIDE))
        if not _is_ours(entry, ours, kept)
    ]
    return Contents(ours, kept, (*filter(_looks_like_ours, strange), *_on_top(root, {*there, *known})))


def _on_top(root: Path, known: set[str]) -> Iterator[StrangeFile]:
    """The strange entries of the top folder: copies of our lists, and folders with copies of our files in them."""
    for entry in _entries(root):
        of = own_names.list_within(entry.name)
        if of is not None and not own_names.is_list(entry.name):
            yield StrangeFile(entry.name, None, of, entry.regular)
        elif entry.path.is_dir() and entry.name not in own_names.FOLDERS and _holds_ours(entry.path, known):
            yield StrangeFile(entry.name, regular=False)


def _holds_ours(folder: Path, known: set[str]) -> bool:
    """Whether a folder has files that are called as ours are: a sync tool keeps older versions in one of its own."""
    found = islice(os.walk(folder), DEEP)
    names = (name for _path, _folders, files in found for name in files)
    return any(own_names.session_within(name, known) or own_names.list_within(name) for name in names)


def _named(entries: list[_Entry], session: Callable[[str], str | None]) -> list[str]:
    """The sessions that regular files are by their names."""
    return [found for entry in entries if entry.regular and (found := session(entry.name)) is not None]


class _Files:
    """The files of one look, each read at most once."""

    def __init__(self, disk: Disk, root: Path) -> None:
        self._disk = disk
        self._root = root
        self._read: dict[Path, bytes] = {}

    def ours(self, folder: str, ending: str, named: list[str], trusted: Collection[str]) -> tuple[str, ...]:
        """Those of the sessions named by files that are what their file's name says, or too damaged to tell."""
        told = {
            each: each if each in trusted else _sure_id(self._bytes(self._root / folder / f"{each}{ending}"))
            for each in named
        }
        sure = {each for each in named if told[each] == each}
        return tuple(
            each
            for each in named
            if each in sure or (told[each] is None and not self._of_another(folder, each, ending, sure))
        )

    def _of_another(self, folder: str, named: str, ending: str, sure: set[str]) -> bool:
        """Whether a damaged file is a copy of another session, as far as one can tell."""
        written = _written_id(self._bytes(self._root / folder / f"{named}{ending}"))
        return written in sure or own_names.given_id(named) in sure - {named}

    def strange(self, entry: _Entry, there: set[str], known: set[str]) -> StrangeFile:
        """A file that is not ours, with whose copy it is."""
        data = self._bytes(entry.path) if entry.regular else b""
        session = _sure_id(data) or _written_id(data) or own_names.session_within(entry.name, known)
        name = entry.path.relative_to(self._root).as_posix()
        return StrangeFile(name, session, None, entry.regular, session is None or session in there)

    def _bytes(self, path: Path) -> bytes:
        """What a file holds (of a journal its start); nothing where it cannot be read."""
        if path not in self._read:
            try:
                in_live = path.parent.name == LIVE
                self._read[path] = _start(self._disk, path) if in_live else read_whole(self._disk, path)
            except OSError:
                self._read[path] = b""
        return self._read[path]


def _entries(folder: Path) -> list[_Entry]:
    """What stands in a folder, by name; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            entries = [
                _Entry(entry.name, Path(entry.path), entry.is_file(follow_symlinks=False)) for entry in found
            ]
    except OSError:
        return []
    return sorted(entries, key=lambda entry: entry.name)


def _is_ours(entry: _Entry, live: Collection[str], closed: Collection[str]) -> bool:
    """Whether an entry of `live`, `sessions` or `set-aside` is a file of ours."""
    if not entry.regular:
        return False
    if entry.path.parent.name == SET_ASIDE:
        return own_names.is_set_aside(entry.name.removesuffix(FRESH))
    if entry.path.parent.name == LIVE:
        session = own_names.session_beside(entry.name)
        # What lies beside a journal may outlive it by a moment, so only a journal has to be one of ours.
        return session is not None and (session in live or entry.name != f"{session}{ENDING}")
    # One that is being written has the ending of no session.
    session = own_names.session_closed(entry.name.removesuffix(FRESH))
    return session is not None and (session in closed or entry.name.endswith(FRESH))


def _looks_like_ours(file: StrangeFile) -> bool:
    """Whether it is worth a word: what a desktop leaves in every folder (.DS_Store and the like) is not."""
    name = file.name.lower()
    return file.session is not None or ENDING in name or name.endswith(SUFFIX) or ".json" in name


def _start(disk: Disk, path: Path) -> bytes:
    descriptor = disk.open(path, os.O_RDONLY)
    try:
        return disk.read(descriptor, 0, HEAD)
    finally:
        disk.close(descriptor)


def _sure_id(data: bytes) -> str | None:
    """The id in a journal's first line, where its checksum is right, or in the record of a closed session."""
    lines = scan(data[: data.find(b"\n") + 1], 0, 0).lines
    found: object = None
    if lines and isinstance(lines[0].value, dict):
        found = lines[0].value.get("id")
    elif data.startswith(b"{"):
        with suppress(ValueError, LookupError, TypeError, RecursionError):
            found = json.loads(data)["session"]["1"]["record"]["id"]
    return found if isinstance(found, str) else None


def _written_id(data: bytes) -> str | None:
    """The id that stands in what is left of a journal or of a record."""
    found = _WRITTEN_ID.search(data)
    return found[1].decode("ascii") if found else None
