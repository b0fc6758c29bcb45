"""The system calls that differ from one platform to the next, and nothing else."""

import contextlib
import os
import sys
import time
from functools import cache
from pathlib import Path

NETWORK_FILESYSTEMS = frozenset(
    (
        *("9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs"),
        *("glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"),
    )
)


def boot_seconds() -> float:
    """Seconds since the machine started, sleep counted too."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        # Python's own monotonic clock stands still while a Mac sleeps; this one does not.
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


@cache
def boot_id() -> str:
    """A name for this start of the machine; empty where it cannot be known (spans then go by UTC)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    if sys.platform == "darwin":
        import subprocess

        command = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            asked = subprocess.run(command, capture_output=True, check=True, text=True, timeout=2)  # noqa: S603 - fixed words
            return asked.stdout.strip()
    return ""


def look_at_zone() -> None:
    """Let local times be those of the zone that the machine is in now: it may have travelled."""
    # Looked up once for each process otherwise.
    time.tzset()


def user_id() -> int:
    """The number of the user in whose name this process works."""
    return os.geteuid()


def filesystem(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """The kind of file system that a path lies on (ext4, nfs4 ...), or empty where nobody says."""
    best, kind = "", ""
    target = os.path.realpath(path) + "/"
    with contextlib.suppress(OSError):
        for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
            point, name = line.split(" ")[1:3]
            point = point.replace("\\040", " ").rstrip("/") + "/"
            if target.startswith(point) and len(point) >= len(best):
                best, kind = point, name
    return kind


def die_with_parent() -> None:
    """End this process as soon as the one that started it has gone, however that went; only where a system can."""
    if sys.platform == "linux":
        import ctypes
        import signal

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL, 0, 0, 0)


def open_many() -> None:
    """Let this process have as many files and sockets open as the system lets it choose, within reason."""
    import resource

    enough = 8192
    least, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wished = enough if most == resource.RLIM_INFINITY else min(enough, most)
    if least != resource.RLIM_INFINITY and least < wished:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wished, most))


def limit_memory(most: int) -> None:
    """Let this process, and what it starts, take at most this many bytes of memory; leave no core file behind."""
    import resource

    for what, wished in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
        _now, highest = resource.getrlimit(what)
        least = wished if highest == resource.RLIM_INFINITY else min(wished, highest)
        # Not every system knows each of these.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (least, highest))


def address_of_default_route() -> str:
    """This machine's IPv4 address on the way to the internet; empty where there is no such way."""
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            # Nothing is sent: the system only looks which way it would go (an address that is kept for examples).
            asked.connect(("192.0.2.1", 9))
            found: str = asked.getsockname()[0]
        except OSError:
            return ""
        return found
