"""A disk that knows what would be left of it if the power went after any of its calls."""

from dataclasses import dataclass, field
from pathlib import Path

from intervisie_tui.store.disk import LocalDisk


@dataclass(slots=True)
class Content:
    """What one file holds, and what of that is safe."""

    held: bytes = b""
    safe: bytes = b""


@dataclass(frozen=True, slots=True)
class Wreck:
    """What is left: file names (inside the root) and their bytes; and how many deeds had been acknowledged."""

    files: dict[str, bytes]
    acknowledged: int

    def lay_out(self, root: Path) -> None:
        """Make the files in an empty folder, as they would be found after the power came back."""
        for name, data in self.files.items():
            path = root / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o600)


@dataclass
class PowerDisk(LocalDisk):
    """Records every call that changes something; data counts after a sync, a name after a sync of its folder."""

    root: Path
    wrecks: list[Wreck] = field(default_factory=list)
    acknowledged: int = 0
    _names: dict[Path, Content] = field(default_factory=dict)
    _safe_names: dict[Path, Content] = field(default_factory=dict)
    _open: dict[int, Content] = field(default_factory=dict)

    def open(self, path: Path, flags: int) -> int:
        descriptor = super().open(path, flags)
        self._open[descriptor] = self._names.setdefault(path, Content())
        self._mark()
        return descriptor

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        # A write may be torn: half of it is a state of its own.
        for part in (data[: len(data) // 2], data):
            content = self._open[descriptor]
            content.held = (
                content.held[:offset].ljust(offset, b"\0") + part + content.held[offset + len(part) :]
            )
            self._mark()
        super().write(descriptor, data, offset)

    def truncate(self, descriptor: int, size: int) -> None:
        super().truncate(descriptor, size)
        self._open[descriptor].held = self._open[descriptor].held[:size].ljust(size, b"\0")
        self._mark()

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        self._open[descriptor].safe = self._open[descriptor].held
        self._mark()

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        del self._open[descriptor]

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self._names[target] = self._names.pop(source)
        self._mark()

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._names.pop(path, None)
        self._mark()

    def sync_folder(self, path: Path) -> None:
        super().sync_folder(path)
        outside = {name: content for name, content in self._safe_names.items() if name.parent != path}
        inside = {name: content for name, content in self._names.items() if name.parent == path}
        self._safe_names = outside | inside
        self._mark()

    def _mark(self) -> None:
        """Names and data may reach the disk in any order: each is once what it is, and once only what is safe."""
        for names in (self._names, self._safe_names):
            for held in (True, False):
                files = {
                    path.relative_to(self.root).as_posix(): content.held if held else content.safe
                    for path, content in names.items()
                }
                self.wrecks.append(Wreck(files, self.acknowledged))
