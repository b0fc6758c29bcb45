"""Servers for browsers: ours, and textual-serve as it comes, with the same room behind it."""

import json
import shlex
import signal
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import processes, programs
from bench.stores import session
from bench.terminal import TooLate

WATCH, TAKE_PART, KEEP_TIME = "watch", "participant", "timekeeper"
_SETTLE = 2.0
"""Seconds after which what a server loads before anybody comes is there."""
_PATIENCE = 20.0
_NAP = 0.05


@dataclass(frozen=True, slots=True)
class Site:
    """A server that takes connections: its first process, where it is, and its links by seat (none at the peer's)."""

    pid: int
    url: str
    links: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def ours(data: Path) -> Iterator[Site]:
    """`intervisie serve` on the one session in this folder."""
    command = (*programs.INTERVISIE, "serve", "--json", "--port", "0", session(data))
    with processes.started(command, programs.environment(data), ends_by=signal.SIGINT) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        if not said:
            raise TooLate("`intervisie serve` ended")
        links = {seat: link for seat, link in json.loads(said).items() if link}
        # What it loads after it can be reached is no part of what is measured; textual-serve gets the same.
        time.sleep(_SETTLE)
        yield Site(process.pid, links[WATCH].partition("/join/")[0], links)


@contextmanager
def stock(data: Path, command: str) -> Iterator[Site]:
    """textual-serve with `open` or `stage` of the one session in this folder."""
    port = _free_port()
    app = shlex.join((*programs.INTERVISIE, command, session(data)))
    served = (sys.executable, "-m", "bench.stock", str(port), app)
    with processes.started(served, programs.environment(data)) as process:
        _until_open(port)
        # As long as ours gets.
        time.sleep(_SETTLE)
        yield Site(process.pid, f"http://127.0.0.1:{port}")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _until_open(port: int) -> None:
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        # Nothing tells when a port of another process opens.
        time.sleep(_NAP)
    raise TooLate(f"nobody listens on port {port}")
