"""The buttons of a phone's page that stand for one key each, whatever was typed before."""

from collections.abc import Mapping
from string import ascii_lowercase
from types import MappingProxyType

from intervisie_tui.keys.press import Press

BUTTONS: Mapping[str, Press] = MappingProxyType(
    {
        "Escape": Press("escape", "\x1b", button=True),
        "Space": Press("space", " ", button=True),
        "Tab": Press("tab", "\t", button=True),
        "Up": Press("up", button=True),
        "Down": Press("down", button=True),
        **{letter: Press(letter, letter, button=True) for letter in ascii_lowercase},
    }
)
"""The press of each button, by the name that the page sends.

Enter is not among them: the page types it, because an Enter just after a line has closed may be one too many.
"""
