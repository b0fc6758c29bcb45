"""From what a terminal sends to Textual's messages; a key comes with all that the terminal tells of its press."""

import unicodedata
from collections.abc import Callable, Iterator
from math import inf

from textual import events
from textual.message import Message

from intervisie_tui.keys import kitty, legacy
from intervisie_tui.keys.pieces import ESC, Kind, Piece, Pieces
from intervisie_tui.keys.press import Press
from intervisie_tui.seams.xterm import Reports, older_keys

SLACK = 0.05
"""Seconds by which a look may be late on any machine."""


class TypedKey(events.Key):
    """A key of a terminal: its press, and the moment at which it was read, in seconds of the steady clock.

    It is for the key gate, which routes the plain key that is meant.
    """

    def __init__(self, press: Press, moment: float) -> None:
        super().__init__(press.key, press.character)
        self.press = press
        self.moment = moment


class PasteDropped(Message):
    """Somebody pastes more than is taken at once; nothing of it comes."""


class Keyboard:
    """The keyboard of one terminal.

    `seconds` is the steady clock; `wait` is how long the beginning of a sequence waits for its rest, in seconds.
    `looks` is how often `tick` is called while nothing comes, in seconds, if it is called regularly: what is read
    later than that has waited on a busy machine, and may have been typed at any moment since the last look. It then
    counts as typed at that look, so that a held key stays one.
    """

    def __init__(self, seconds: Callable[[], float], wait: float, looks: float = inf) -> None:
        self._seconds = seconds
        self._looks = looks
        self._looked = seconds()
        self._pieces = Pieces(wait)
        self._reports = Reports()

    def feed(self, text: str) -> Iterator[Message]:
        """What these characters are, as far as they are whole."""
        now = self._seconds()
        typed = self._looked if now - self._looked > self._looks + SLACK else now
        self._looked = now
        for piece in self._pieces.feed(text, now):
            yield from self._messages(piece, typed)

    def tick(self) -> Iterator[Message]:
        """What has waited for its rest long enough."""
        now = self._looked = self._seconds()
        for piece in self._pieces.tick(now):
            yield from self._messages(piece, now)

    @property
    def patience(self) -> float | None:
        """Seconds until `tick` is due; None if nothing waits."""
        deadline = self._pieces.deadline
        return None if deadline is None else max(deadline - self._seconds(), 0.0)

    def _messages(self, piece: Piece, now: float) -> Iterator[Message]:
        if piece.kind is Kind.PASTE:
            yield events.Paste(piece.text.replace("\x00", ""))
            return
        if piece.kind is Kind.DROPPED:
            yield PasteDropped()
            return
        presses = presses_of(piece)
        if presses is None:
            yield from self._reports.read(piece.text)
            return
        for press in presses:
            yield TypedKey(press, now)


def presses_of(piece: Piece) -> tuple[Press, ...] | None:
    """The presses of a piece: none if it is a key that does nothing, None if it may be something else than a key."""
    if piece.kind is Kind.ESCAPE:
        return (Press("escape", ESC),)
    if piece.kind is Kind.CHORD:
        return (legacy.of_chord(piece.text),)
    if piece.kind is Kind.SIGN:
        return _of_sign(piece.text)
    sequence = piece.text
    alt = sequence.startswith(ESC + ESC)
    found = _of_sequence(sequence[1:] if alt else sequence)
    return tuple(_with_alt(press) for press in found) if alt and found else found


def _of_sign(sign: str) -> tuple[Press, ...]:
    if unicodedata.category(sign) != "Cc":
        return (legacy.of_character(sign),)
    return tuple(Press(key, sign) for key in older_keys(sign))


def _of_sequence(sequence: str) -> tuple[Press, ...] | None:
    pad = legacy.of_pad(sequence)
    if pad is not None:
        return (pad,)
    found = kitty.presses(sequence)
    if found is not None:
        return found
    return tuple(Press(key) for key in older_keys(sequence) if key != "escape") or None


def _with_alt(press: Press) -> Press:
    return press if "alt+" in press.key else Press(f"alt+{press.key}", None, press.repeat)
