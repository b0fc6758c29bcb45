"""The line that is being typed on a screen: kept after a crash, gone when it is sent."""

import errno
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.domain.limits import LINE
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import FRESH, read_whole, saving
from intervisie_tui.store.own_names import session_beside
from intervisie_tui.store.problems import NotSaved

if TYPE_CHECKING:
    from filelock import BaseFileLock


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-typed line of a screen that died; `kind` is whatever the screen called the input."""

    screen: str
    kind: str
    text: str


_GUEST = "guest-"
_WHOLE = "whole-"
"""Before the name of a screen whose draft was longer than a line may be, in the name of the file with all of it."""


class Drafts:
    """The draft of one screen in one session, and those that dead screens left.

    The screen lives as long as this process holds its lock file; the kernel frees it however the process
    ends. The line of a guest is that guest's alone: it waits until the guest has a screen again, and nobody else
    gets to see it.
    """

    def __init__(self, disk: Disk, live: Path, session: str, screen: str, *, guest: bool = False) -> None:
        self._disk = disk
        self._live = live
        self._session = session
        self._screen = f"{_GUEST}{screen}" if guest else screen
        self._guest = guest
        self._alive: BaseFileLock | None = None

    def save(self, kind: str, text: str) -> None:
        """Keep the line so far, up to the longest that a line may be; an empty one is not kept. Not synced: it
        survives the program, not the machine.

        Raises NotSaved. At most four times a second: that is up to the caller.
        """
        if not text:
            self.clear()
            return
        with saving():
            self._take_hold()
            self._write(Draft(self._screen, kind, text[: LINE.figure]))

    def _write(self, draft: Draft) -> None:
        path = self._draft(draft.screen)
        fresh = path.with_name(path.name + FRESH)
        descriptor = self._disk.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            self._disk.write(descriptor, json.dumps([draft.kind, draft.text]).encode("ascii"), 0)
        finally:
            self._disk.close(descriptor)
        self._disk.replace(fresh, path)

    def clear(self) -> None:
        """The line was sent or given up. Raises NotSaved."""
        with saving():
            self._remove(self._screen)

    def left_behind(self) -> tuple[Draft, ...]:
        """The drafts of screens that are no longer there, oldest first; they stay until `forget`."""
        found = []
        prefix = f"{self._session}.draft-"
        for path in self._live.glob(f"{prefix}*"):
            screen = path.name.removeprefix(prefix)
            own = (
                screen == self._screen
                or screen.startswith((_GUEST, _WHOLE))
                or session_beside(path.name) is None
            )
            if own or screen.endswith(FRESH) or self._lives(screen):
                continue
            draft = self._read(screen)
            with suppress(OSError):
                found += [(path.stat().st_mtime_ns, draft)] if draft is not None else []
        return tuple(draft for _, draft in sorted(found, key=lambda pair: pair[0]))

    def take(self, kind: str) -> str:
        """The draft of that kind of this screen, or the one that a dead screen left last, this one's from now on."""
        own = self.own()
        if own is not None and own.kind == kind:
            return own.text
        if self._guest:
            return ""
        left = [draft for draft in self.left_behind() if draft.kind == kind]
        if not left:
            return ""
        with suppress(NotSaved):
            self.save(kind, left[-1].text)
            self.forget(left[-1])
        return left[-1].text

    def own(self) -> Draft | None:
        """The line that this screen was typing: that of a guest comes back on the guest's next screen."""
        return self._read(self._screen)

    def _read(self, screen: str) -> Draft | None:
        with suppress(OSError, ValueError):
            path = self._draft(screen)
            kind, text = map(str, json.loads(read_whole(self._disk, path)))
            draft = Draft(screen, kind, text[: LINE.figure])
            if len(text) > LINE.figure:
                # An earlier version kept lines of any length: the whole of it stays beside the session until that ends.
                self._disk.replace(path, self._draft(f"{_WHOLE}{screen}"))
                self._write(draft)
            return draft
        return None

    def forget(self, draft: Draft) -> None:
        """Remove a draft that was left behind, once its text has a place elsewhere. Raises NotSaved."""
        with saving():
            self._remove(draft.screen)
            with suppress(FileNotFoundError):
                self._disk.remove(self._sign(draft.screen))

    def close(self, *, keep: bool = False) -> None:
        """The screen ends in good order: its draft and its sign of life go; a guest's line may be kept."""
        with suppress(OSError):
            if not (keep and self._guest):
                self._remove(self._screen)
            if self._alive is not None:
                self._disk.remove(self._sign(self._screen))
        if self._alive is not None:
            self._alive.release()
            self._alive = None

    def _take_hold(self) -> None:
        # While a guest's page is loaded anew, the screens of before and after may both be there.
        if self._alive is None and not self._guest:
            # filelock would make the folder again, so that one that was taken away could not come back.
            if not self._live.is_dir():
                raise FileNotFoundError(errno.ENOENT, "The data folder is not there")
            alive = _lock(self._sign(self._screen))
            alive.acquire()
            self._alive = alive

    def _lives(self, screen: str) -> bool:
        from filelock import Timeout

        sign = self._sign(screen)
        if not sign.exists():
            return False
        try:
            with _lock(sign):
                return False
        except (Timeout, OSError):
            return True

    def _remove(self, screen: str) -> None:
        path = self._draft(screen)
        for name in (path, path.with_name(path.name + FRESH)):
            with suppress(FileNotFoundError):
                self._disk.remove(name)

    def _draft(self, screen: str) -> Path:
        return self._live / f"{self._session}.draft-{screen}"

    def _sign(self, screen: str) -> Path:
        return self._live / f"{self._session}.alive-{screen}"


def _lock(path: Path) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(path, timeout=0, mode=0o600, fallback_to_soft=False, thread_local=False)
