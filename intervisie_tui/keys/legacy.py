"""Key presses of a terminal that reports no modifiers: plain characters, and Alt as an Esc before them."""

from intervisie_tui.keys.names import chord_of, name_of
from intervisie_tui.keys.press import Press, is_capital

_PAD = {
    **dict(zip("pqrstuvwxy", "0123456789", strict=True)),
    "j": "*",
    "k": "+",
    "l": ",",
    "m": "-",
    "n": ".",
    "o": "/",
    "X": "=",
    " ": " ",
}
_PAD_KEYS = {"M": ("enter", "\r"), "I": ("tab", "\t"), "E": ("kp_begin", None)}
_ALT = {"\x7f": "ctrl+w", "\x08": "ctrl+w", "b": "ctrl+left", "f": "ctrl+right", "\t": "shift+tab"}
"""What Alt and a key is for a line of text: by words, as in every shell."""


def of_character(character: str) -> Press:
    """One printable character; a capital may come from caps lock."""
    key = "space" if character == " " else name_of(character)
    return Press(key, character, sure=not is_capital(key))


def of_pad(sequence: str) -> Press | None:
    """A key of the numeric keypad in application mode (`ESC O k`), or None."""
    final = sequence[2:]
    if not sequence.startswith("\x1bO"):
        return None
    if final in _PAD_KEYS:
        return Press(*_PAD_KEYS[final])
    return of_character(_PAD[final]) if final in _PAD else None


def of_chord(character: str) -> Press:
    """A character with Alt: never the key without it."""
    if character in _ALT:
        return Press(_ALT[character])
    shift = {"shift"} if is_capital(character) else set()
    key = "space" if character == " " else name_of(character.lower())
    return Press(chord_of(frozenset({"alt", *shift}), key.rpartition("+")[2] or key))
