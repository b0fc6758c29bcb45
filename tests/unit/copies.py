"""What sync tools, editors and people make of a file beside it: names, and the kinds of thing that may have them."""

import os
from collections.abc import Callable
from pathlib import Path

NAMES = (
    "{stem} (1){end}", "{stem}(2){end}", "._{stem}{end}", ".{stem}{end}.swp", ".#{stem}{end}", "#{stem}{end}#",
    "{stem}.sync-conflict-20261121-101010-ABCDEFG{end}", "~syncthing~{stem}{end}.tmp", ".syncthing.{stem}{end}.tmp",
    "{stem} - Copy{end}", "{stem} - Kopie (2){end}", "Kopie van {stem}{end}", "Copy of {stem}{end}",
    "{stem}-LAPTOP{end}", "{stem}_backup{end}", "{stem}-2{end}", "OLD-{stem}{end}",
    "{stem}{end}~", "{stem}{end}.bak", "{stem}{end}.orig", "{stem}{end}.1", "{stem}{end}.part",
    "{stem} conflicted copy 2026-11-21{end}", "{stem} (Anna's conflicted copy 2026-11-21){end}",
    "{stem} [Conflict]{end}", "{stem}.conflict{end}", "{stem} 2{end}", "{stem}{end}.conflict-20261121",
    "{stem}\u2019s kopie{end}", "{stem}\n(1){end}",
)  # fmt: skip
"""The names of copies of a file, in terms of its stem and its ending."""


def named(pattern: str, file: Path) -> Path:
    """The path of a copy beside the file."""
    return file.with_name(pattern.format(stem=file.stem, end=file.suffix))


def whole(copy: Path, file: Path) -> None:
    """The same bytes."""
    copy.write_bytes(file.read_bytes())


def half(copy: Path, file: Path) -> None:
    """What came through before the network went."""
    copy.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def folder(copy: Path, file: Path) -> None:
    """A folder of that name, with the file in it."""
    copy.mkdir()
    (copy / file.name).write_bytes(file.read_bytes())


def link(copy: Path, file: Path) -> None:
    """A link to the file."""
    copy.symlink_to(file)


def pipe(copy: Path, _: Path) -> None:
    """A named pipe, which an ordinary reader waits for without end."""
    os.mkfifo(copy)


def unreadable(copy: Path, file: Path) -> None:
    """A file that this user may not read."""
    whole(copy, file)
    copy.chmod(0)


KINDS: tuple[Callable[[Path, Path], None], ...] = (whole, half, folder, link, pipe, unreadable)
