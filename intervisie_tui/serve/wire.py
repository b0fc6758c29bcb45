"""How the server and the process of a seat speak: a letter, four bytes of length, the content."""

import json
from collections.abc import Iterator
from typing import Any

DATA, META, PICTURE, BUTTON = b"D", b"M", b"W", b"B"
"""What a terminal takes or gives; JSON between the two; a whole picture for those who come late; the name of a button
that was tapped."""
_HEAD = 5


def packet(kind: bytes, content: bytes) -> bytes:
    """One packet."""
    return b"%s%s%s" % (kind, len(content).to_bytes(4, "big"), content)


def meta(kind: str, **values: object) -> bytes:
    """A packet of JSON."""
    return packet(META, json.dumps({"type": kind, **values}).encode("ascii"))


class Unpacker:
    """Packets from pieces as they come."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, piece: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The packets that are whole now, each as its letter and its content."""
        rest = self._rest
        rest += piece
        start = 0
        while len(rest) - start >= _HEAD:
            end = start + _HEAD + int.from_bytes(rest[start + 1 : start + _HEAD], "big")
            if len(rest) < end:
                break
            yield bytes(rest[start : start + 1]), bytes(rest[start + _HEAD : end])
            start = end
        del rest[:start]


def read_meta(content: bytes) -> dict[str, Any]:
    """What a packet of JSON says."""
    found = json.loads(content)
    return found if isinstance(found, dict) else {}
