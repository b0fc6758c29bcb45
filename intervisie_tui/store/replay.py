"""What a journal says, from its bytes alone."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.moments import Moment
from intervisie_tui.locale import N_
from intervisie_tui.store.codec import from_json, to_json
from intervisie_tui.store.commits import Header, commit_from_json, commit_to_json
from intervisie_tui.store.lines import Line, encode, scan
from intervisie_tui.store.migrations import schema_of
from intervisie_tui.store.problems import Newer, Unreadable

T = TypeVar("T")


class Replay:
    """The header and the commits read so far; fed with bytes from `end` on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.header: Header | None = None
        self.first_line = b""
        self.commits: list[Commit] = []
        self.end = 0
        self._checksum = 0

    @property
    def revision(self) -> int:
        """The revision of the last commit; 0 when there is none."""
        return len(self.commits)

    @property
    def last_moment(self) -> Moment | None:
        """When the last commit was made."""
        return self.commits[-1].at if self.commits else None

    def feed(self, data: bytes) -> str | None:
        """Take the whole lines of what follows `end`; tells what is wrong with the first bad one, or None.

        A last line without its end is left for later. Raises Newer, also for a line whose checksum is right and that
        holds what this version cannot read: a program wrote it so, and no disk has hurt it.
        """
        found = scan(data, self.end, self._checksum)
        for line in found.lines:
            try:
                self._take(line, data)
            except Unreadable as unreadable:
                return unreadable.reason
        if found.damaged:
            return N_("a checksum does not match")
        return None if self.header else N_("the first line is not whole")

    def _take(self, line: Line, data: bytes) -> None:
        if self.header is None:
            if not isinstance(line.value, dict):
                raise Unreadable("the first line is no header")
            schema_of(line.value.get("schema"), self.file)
            self.header = self._read(lambda value: from_json(Header, value), line)
            self.first_line = data[: line.end]
        else:
            commit = self._read(commit_from_json, line)
            if commit.revision != self.revision + 1:
                raise Unreadable("a revision is missing")
            self.commits.append(commit)
        self.end, self._checksum = line.end, line.checksum

    def _read(self, read: Callable[[object], T], line: Line) -> T:
        try:
            return read(line.value)
        except Unreadable:
            raise Newer(self.file) from None

    def written(self, commits: Sequence[Commit]) -> tuple[bytes, int]:
        """The lines of commits that come next, and the checksum after them."""
        lines, checksum = [], self._checksum
        for commit in commits:
            line, checksum = encode(commit_to_json(commit), checksum)
            lines.append(line)
        return b"".join(lines), checksum

    def accept(self, commits: Sequence[Commit], size: int, checksum: int) -> None:
        """Count commits whose lines stand in the file now; size in bytes."""
        self.commits.extend(commits)
        self.end += size
        self._checksum = checksum


def whole(header: Header, commits: Sequence[Commit]) -> bytes:
    """The bytes of a journal with these commits."""
    line, checksum = encode(to_json(header), 0)
    replay = Replay("")
    replay.accept((), len(line), checksum)
    return line + replay.written(commits)[0]
