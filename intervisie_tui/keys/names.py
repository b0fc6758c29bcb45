"""The names that Textual's bindings have for characters."""

import unicodedata

_SHORT = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_CONTROLS = {
    "\t": "tab",
    "\r": "enter",
    "\n": "ctrl+j",
    "\x1b": "escape",
    "\x7f": "backspace",
    "\x08": "backspace",
}


def name_of(character: str) -> str:
    """The key name of one character: itself for letters and digits, else its Unicode name in small letters."""
    if character in _CONTROLS:
        return _CONTROLS[character]
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORT.get(name, name)


def chord_of(tokens: frozenset[str], key: str) -> str:
    """The name of a key with modifiers, which stand in the order of the alphabet."""
    return "+".join((*sorted(tokens), key))
