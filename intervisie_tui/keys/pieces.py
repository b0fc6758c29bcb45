"""Cuts what a terminal sends into whole pieces, however it was split on its way.

A slow line may deliver the bytes of one key one by one. So a piece that has begun waits for its rest, and a lone Esc is
a key only when nothing has followed it for a while.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

ESC = "\x1b"
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

CHORD = 0.05
"""Seconds after an Esc within which a character belongs to it: that is how a plain terminal sends Alt and a key."""
DEEP = 1.0
"""Seconds that a sequence waits for its next byte once it can be nothing that a person types."""
SILENT_PASTE = 10.0
"""Seconds without a byte after which a paste has ended, although the terminal has not said so."""
LONGEST = 128
"""The most characters that a sequence may have; a longer one is read to its end and dropped."""

LONGEST_PASTE = 65_536
"""The most bytes (as UTF-8) that a paste may have; of a longer one nothing is kept, and it is read to its end."""

_WITH_ALT = "\r\n\t\x7f\x08"
"""Controls that are keys of their own; others are Ctrl and a letter, and Esc before them is a key by itself."""
_STRINGS = {"]": "0123456789", "P": "01>", "_": "G"}
"""How the answers of a terminal begin that are no keys; any other character here was typed with Alt."""


class Kind(Enum):
    """What a piece is."""

    SIGN = auto()
    """One character."""
    ESCAPE = auto()
    """The Esc key."""
    CHORD = auto()
    """One character, typed with Alt."""
    SEQUENCE = auto()
    """A whole escape sequence."""
    PASTE = auto()
    """Pasted text."""
    DROPPED = auto()
    """A paste has become too long, and nothing of it is taken; said while it still comes in."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that the terminal has sent; the text of a sequence begins with Esc, of a chord it does not."""

    kind: Kind
    text: str


class Pieces:
    """Takes characters as they come, with their moments in seconds, and gives whole pieces.

    `wait` is how long, in seconds, the beginning of a sequence waits for its next byte. `deadline` is the moment at
    which `tick` has something to say, or None.
    """

    def __init__(self, wait: float) -> None:
        self._wait = wait
        self._begun = ""
        self._escaped_at = 0.0
        self._doubled = False
        self._close = False
        self._too_long = False
        self._pasted: list[str] | None = None
        self._bytes = 0
        """How long the paste is so far, in bytes."""
        self._dropped: str | None = None
        """The last characters of a paste that is dropped: its end may be split over them and the next."""
        self.deadline: float | None = None

    def feed(self, text: str, now: float) -> Iterator[Piece]:
        """The pieces that these characters complete."""
        place = 0
        while place < len(text):
            if self._dropped is None:
                yield from self._take(text[place], now)
                place += 1
            else:
                place = self._drop(text, place, now)

    def tick(self, now: float) -> Iterator[Piece]:
        """What has waited for its rest long enough."""
        if self.deadline is not None and now >= self.deadline:
            yield from self._give_up()

    def _take(self, character: str, now: float) -> Iterator[Piece]:
        if self._pasted is not None:
            yield from self._paste(character, now)
        elif character == ESC:
            yield from self._escape(now)
        elif not self._begun:
            yield Piece(Kind.SIGN, character)
        elif self._begun == ESC:
            yield from self._second(character, now)
        elif self._begun[1] == "[":
            yield from self._in_csi(character, now)
        elif self._begun[1] == "O":
            yield from self._in_ss3(character, now)
        else:
            yield from self._in_string(character, now)

    def _escape(self, now: float) -> Iterator[Piece]:
        doubled = self._begun == ESC and now - self._escaped_at <= CHORD
        if not doubled:
            yield from self._give_up()
        self._begun, self._escaped_at, self._doubled = ESC, now, doubled
        self.deadline = now + self._wait

    def _second(self, character: str, now: float) -> Iterator[Piece]:
        self._close = now - self._escaped_at <= CHORD
        if character in "[O" or (self._close and character in _STRINGS):
            self._begun += character
            self.deadline = now + self._wait
        elif self._close and (character in _WITH_ALT or unicodedata.category(character) != "Cc"):
            self._end()
            yield Piece(Kind.CHORD, character)
        else:
            self._end()
            yield Piece(Kind.ESCAPE, ESC)
            yield Piece(Kind.SIGN, character)

    def _in_csi(self, character: str, now: float) -> Iterator[Piece]:
        body = self._begun[2:]
        if body[:1] == "M" or body == "[":
            # A mouse report of an old terminal has three characters of any kind, a key of the Linux console one.
            yield from self._add(character, now, last=len(body) == (3 if body[0] == "M" else 1))
        elif character in "M[" and not body:
            yield from self._add(character, now, last=False)
        elif " " <= character <= "?":
            # rxvt ends a key with Shift so; a report of the terminal goes on behind it.
            yield from self._add(character, now, last=character == "$" and body.isdecimal())
        elif "@" <= character <= "~":
            yield from self._add(character, now, last=True)
        else:
            yield from self._give_up()
            yield from self._take(character, now)

    def _in_ss3(self, character: str, now: float) -> Iterator[Piece]:
        if character.isascii() and character.isdigit():
            yield from self._add(character, now, last=False)
        elif " " <= character <= "~":
            yield from self._add(character, now, last=True)
        else:
            yield from self._give_up()
            yield from self._take(character, now)

    def _in_string(self, character: str, now: float) -> Iterator[Piece]:
        kind = self._begun[1]
        if len(self._begun) == 2 and character not in _STRINGS[kind]:
            self._end()
            yield Piece(Kind.CHORD, kind)
            yield from self._take(character, now)
        elif character == "\x07":
            self._end()
        else:
            self._begun = self._begun[:2] + character
            self.deadline = now + DEEP

    def _add(self, character: str, now: float, *, last: bool) -> Iterator[Piece]:
        self._too_long = self._too_long or len(self._begun) >= LONGEST
        if not self._too_long:
            self._begun += character
        self.deadline = now + DEEP
        if last:
            sequence, known = (ESC if self._doubled else "") + self._begun, not self._too_long
            self._end()
            if sequence == PASTE_BEGINS:
                self._pasted, self.deadline = [], now + SILENT_PASTE
            elif known:
                yield Piece(Kind.SEQUENCE, sequence)

    def _paste(self, character: str, now: float) -> Iterator[Piece]:
        assert self._pasted is not None
        self._pasted.append(character)
        self._bytes += len(character.encode("utf-8", "replace"))
        self.deadline = now + SILENT_PASTE
        if character == "~" and "".join(self._pasted[-len(PASTE_ENDS) :]) == PASTE_ENDS:
            del self._pasted[-len(PASTE_ENDS) :]
            self._bytes -= len(PASTE_ENDS)
            yield from self._give_up()
        elif self._bytes > LONGEST_PASTE + len(PASTE_ENDS):
            self._dropped, self._pasted = "".join(self._pasted[-len(PASTE_ENDS) :]), None
            yield Piece(Kind.DROPPED, "")

    def _drop(self, text: str, place: int, now: float) -> int:
        """Pass over what belongs to a dropped paste, from that place of the text on; the place behind it."""
        assert self._dropped is not None
        known = self._dropped[-len(PASTE_ENDS) + 1 :]
        seen = known + text[place:]
        end = seen.find(PASTE_ENDS)
        if end < 0:
            self._dropped, self.deadline = seen[-len(PASTE_ENDS) :], now + SILENT_PASTE
            return len(text)
        self._end()
        return place + end + len(PASTE_ENDS) - len(known)

    def _give_up(self) -> Iterator[Piece]:
        """Nothing more belongs to what has begun: that by itself is what was meant."""
        begun, close, pasted = self._begun, self._close, self._pasted
        too_long = self._bytes > LONGEST_PASTE
        self._end()
        if pasted is not None and too_long:
            yield Piece(Kind.DROPPED, "")
        elif pasted is not None:
            yield Piece(Kind.PASTE, "".join(pasted))
        elif begun == ESC:
            yield Piece(Kind.ESCAPE, ESC)
        elif len(begun) == 2 and close:
            yield Piece(Kind.CHORD, begun[1])
        elif len(begun) == 2:
            yield Piece(Kind.ESCAPE, ESC)
            yield Piece(Kind.SIGN, begun[1])

    def _end(self) -> None:
        self._begun, self._doubled, self._close, self._too_long = "", False, False, False
        self._pasted, self._bytes, self._dropped, self.deadline = None, 0, None, None
