"""What a process and all that came from it take of the machine; and how they are ended, all of them."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

_NAP = 0.02


def family(pid: int) -> list[psutil.Process]:
    """The process and all that came from it, as far as they are there."""
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def memory(pid: int) -> int:
    """Proportional set size of the family in bytes: what they share counts once."""
    total = 0
    for process in family(pid):
        with suppress(psutil.NoSuchProcess):
            total += process.memory_full_info().pss
    return total


def family_cpu(pid: int) -> float | None:
    """Seconds of a core that the threads of the family have had; None where the system does not tell that finely."""
    shares = [seconds_of_cpu(process.pid) for process in family(pid)]
    return sum(share for share in shares if share is not None) if any(shares) else None


def seconds_of_cpu(pid: int) -> float | None:
    """How much of a core all threads of a process have had; None where the system does not tell that finely."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
    except (OSError, ValueError):
        return None


@contextmanager
def started(
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    ends_by: signal.Signals = signal.SIGTERM,
    patience: float = 10.0,
) -> Iterator[subprocess.Popen[str]]:
    """A process in a group of its own, whose output can be read; it and all that came from it end here."""
    process = subprocess.Popen(
        command,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process, ends_by, patience)


def _end(process: subprocess.Popen[str], ends_by: signal.Signals, patience: float) -> None:
    there = family(process.pid)
    process.send_signal(ends_by)
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    # Who is left has not heard it, or is stopped.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    for each in there:
        with suppress(psutil.NoSuchProcess):
            each.kill()
    process.wait()
    until = time.monotonic() + patience
    while not all(gone(each) for each in there) and time.monotonic() < until:
        # Looked at again and again: nothing can wait for a process that is no child of ours.
        time.sleep(_NAP)
    if process.stdout is not None:
        process.stdout.close()


def gone(process: psutil.Process) -> bool:
    """Whether it has ended, though perhaps nobody has asked yet how."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
