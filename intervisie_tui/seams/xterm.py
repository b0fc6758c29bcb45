"""What Textual knows of terminals beside keys: mouse, focus, size, modes; and its table of older keys.

Reason: Textual has no public way to read a terminal, and its own reader gives a sequence up 100 ms after its last byte
and types the rest. Touched: `textual._xterm_parser.XTermParser` (`feed`, with one whole report at a time) and
`textual._ansi_sequences` (a table). Without it: no mouse and no rare keys; the keys that `intervisie_tui.keys` knows by
itself stay.
"""

import re
from collections.abc import Iterator

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

_REPORT = re.compile(
    r"\x1b\[(?:[IO]|<-?\d+;-?\d+;-?\d+[mM]|\d+;\d+;\d+M|M[\s\S]{3}|\?\d+;\d\$y|\d+;\d+R|48;[\d:]+;[\d:]+;[\d:]+;[\d:]+t)"
)
"""The shapes that Textual's reader completes; any other would leave it waiting for more."""


class Reports:
    """Reads the reports of one terminal; it remembers where the mouse was."""

    def __init__(self) -> None:
        self._parser = XTermParser()

    def read(self, sequence: str) -> Iterator[Message]:
        """What a whole sequence reports; nothing if it is no report."""
        if _REPORT.fullmatch(sequence):
            yield from self._parser.feed(sequence)


def older_keys(sequence: str) -> tuple[str, ...]:
    """The names of the keys that Textual's table has for a sequence or a control character; none if it has none."""
    found = ANSI_SEQUENCES_KEYS.get(sequence)
    return tuple(key.value for key in found) if isinstance(found, tuple) else ()
