"""The one door to the disk, so that tests can make every single call fail."""

import os
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    """Calls of the operating system; each raises OSError as that does."""

    def open(self, path: Path, flags: int) -> int:
        """A descriptor; a file that is made is 0600 whatever the umask."""

    def read(self, descriptor: int, offset: int, size: int | None = None) -> bytes:
        """So many bytes from the offset on, or everything."""

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        """All of the data at the offset."""

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file to that size in bytes."""

    def sync(self, descriptor: int) -> None:
        """Wait until the data is on the disk."""

    def close(self, descriptor: int) -> None:
        """Let the descriptor go."""

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step over what is there."""

    def remove(self, path: Path) -> None:
        """Take the name away."""

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in the folder are on the disk."""


class LocalDisk:
    """The disk itself."""

    def open(self, path: Path, flags: int) -> int:
        """A descriptor; a file that is made is 0600 whatever the umask (which can only take away)."""
        # Without blocking: a pipe that somebody gave the name of a file would be waited for without end.
        return os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)

    def read(self, descriptor: int, offset: int, size: int | None = None) -> bytes:
        """So many bytes from the offset on, or everything."""
        if size is not None:
            return os.pread(descriptor, size, offset)
        pieces = []
        while piece := os.pread(descriptor, 1 << 20, offset):
            pieces.append(piece)
            offset += len(piece)
        return b"".join(pieces)

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        """All of the data at the offset."""
        while data:
            done = os.pwrite(descriptor, data, offset)
            data, offset = data[done:], offset + done

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file to that size in bytes."""
        os.ftruncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        """Wait until the data is on the disk."""
        getattr(os, "fdatasync", os.fsync)(descriptor)

    def close(self, descriptor: int) -> None:
        """Let the descriptor go."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step over what is there."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Take the name away."""
        path.unlink()

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in the folder are on the disk."""
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
