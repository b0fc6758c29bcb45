"""One set-up at a time in a folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.set_up.refused import Refused

LOCK = ".set-up.lock"


@contextmanager
def alone(root: Path) -> Iterator[int]:
    """Wait until no other set-up works in this folder, and say so when that takes time.

    The kernel frees the lock when its last holder ends. Programs that the set-up starts inherit the descriptor that is
    given here: one that outlives a killed set-up must not be disturbed by the next.

    Raises:
        Refused: nothing can be written in the folder.
    """
    # Some Pythons lack it, which `check_python` tells before this is called.
    import fcntl

    try:
        descriptor = os.open(root / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise Refused(f"Nothing can be written in {root}: {error.strerror}.") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up is at work in this folder; waiting until it is done.", file=sys.stderr)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)
