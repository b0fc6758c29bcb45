"""The journal's lines: each carries a checksum over itself and all lines before it."""

import json
import zlib
from dataclasses import dataclass


def encode(value: object, before: int) -> tuple[bytes, int]:
    """A line and its checksum, which continues the one before.

    Only ASCII stands in the JSON, so no line separator, control character or lone surrogate can tear a line.
    """
    body = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")
    checksum = zlib.crc32(body, before)
    return b"%08x %b\n" % (checksum, body), checksum


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line: what it says, its checksum, and where it ends in the file (bytes)."""

    value: object
    checksum: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """The good lines from an offset on; `damaged` when a whole line after them is not good."""

    lines: tuple[Line, ...]
    damaged: bool


def scan(data: bytes, offset: int, before: int) -> Scan:
    """Read lines until the data ends or one is not good; a last line without its end is not read at all."""
    lines: list[Line] = []
    start = 0
    while (stop := data.find(b"\n", start)) >= 0:
        body = data[start + 9 : stop]
        checksum = zlib.crc32(body, before)
        if data[start : start + 9] != b"%08x " % checksum:
            return Scan(tuple(lines), damaged=True)
        try:
            value = json.loads(body)
        except ValueError:
            return Scan(tuple(lines), damaged=True)
        start, before = stop + 1, checksum
        lines.append(Line(value, checksum, offset + start))
    return Scan(tuple(lines), damaged=False)
