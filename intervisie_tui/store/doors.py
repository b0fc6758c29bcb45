"""What stands beside a live journal while it is served: the secret of its links, and what the server says."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from intervisie_tui import system
from intervisie_tui.domain.session import Seat
from intervisie_tui.store.disk import Disk
from intervisie_tui.store.files import read_whole, remove, saving, write_whole
from intervisie_tui.store.problems import Busy, NotSaved

SECRET, DOORS, SERVING = ".secret", ".doors", ".serving"
_SIZE = 32
_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Doors:
    """What a running server says: where it is, who is in (ids of guests), how many watch."""

    url: str
    lan: bool = False
    fingerprint: str = ""
    present: tuple[str, ...] = ()
    watching: int = 0
    keeping: tuple[str, ...] = ()
    """Those of the present who came by the link of timekeepers."""
    pid: int = 0
    boot: str = ""
    others: tuple[str, ...] = ()
    """Other addresses of the same pages, for who cannot reach the first."""


class Doorway:
    """The files of one session's server."""

    def __init__(self, disk: Disk, live: Path, session: str) -> None:
        self._disk = disk
        self._live = live
        self._session = session

    def secret(self) -> bytes:
        """What the links of this session are made from; made once, and anew where it is damaged. Raises NotSaved."""
        path = self._path(SECRET)
        with saving():
            with suppress(FileNotFoundError):
                kept = read_whole(self._disk, path)
                if len(kept) == _SIZE:
                    return kept
                # Of a damaged one too little may be left to be a secret.
                remove(self._disk, path)
            own = path.with_name(f"{path.name}-{os.urandom(4).hex()}.new")
            write_whole(self._disk, own, os.urandom(_SIZE))
            try:
                # Of two who make it at once, one gets its own in.
                path.hardlink_to(own)
            except FileExistsError:
                pass
            finally:
                remove(self._disk, own)
            return read_whole(self._disk, path)

    def say(self, doors: Doors) -> None:
        """Put down what the server says now; raises NotSaved."""
        content = asdict(doors) | {"pid": os.getpid(), "boot": system.boot_id()}
        with saving():
            # A session that was closed or erased leaves nothing.
            if not self._path(".journal").exists():
                return
            write_whole(self._disk, self._path(DOORS), json.dumps(content).encode("ascii"))

    def said(self) -> Doors | None:
        """What the running server says; None where there is none."""
        try:
            found = json.loads(read_whole(self._disk, self._path(DOORS)))
            ids = {name: tuple(found[name]) for name in ("present", "keeping", "others")}
            doors = Doors(**{**found, **ids})
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return doors if doors.boot == system.boot_id() and self.served() else None

    def served(self) -> bool:
        """Whether a server of this session is there: it holds a lock that the kernel frees."""
        try:
            with saving():
                if not self._path(SERVING).exists():
                    return False
            with self.serving(0.0):
                return False
        except Busy:
            return True
        except NotSaved:
            # Nobody can know; what cannot be written is told elsewhere.
            return False

    @contextmanager
    def serving(self, patience: float = 1.0) -> Iterator[None]:
        """Be the one server of this session; raises Busy where there is another."""
        from filelock import FileLock, Timeout

        path = self._path(SERVING)
        lock = FileLock(path, timeout=patience, mode=0o600, fallback_to_soft=False, thread_local=False)
        with saving():
            try:
                lock.acquire()
            except Timeout:
                # An OSError too, so it is caught before `saving` takes it for a disk that refuses.
                raise Busy("Another process serves this session.") from None
        try:
            yield
        finally:
            lock.release()

    def shut(self) -> None:
        """Nobody serves any more; the secret stays, so that links hold when somebody does again."""
        with suppress(OSError):
            remove(self._disk, self._path(DOORS))

    def _path(self, ending: str) -> Path:
        return self._live / f"{self._session}{ending}"


def token(secret: bytes, session: str, seat: Seat, turn: int) -> str:
    """What stands in the link to a seat; with another turn it is another one."""
    # Loaded here: a screen that shows no link need not wait for it.
    import hmac
    from base64 import urlsafe_b64encode

    made = hmac.digest(secret, f"{session}/{seat}/{turn}".encode(), "sha256")[:_TOKEN]
    return urlsafe_b64encode(made).rstrip(b"=").decode("ascii")
