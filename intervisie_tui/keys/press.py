"""One press of a key, as far as a terminal tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Press:
    """One press of one key.

    `key` is the name that bindings use ("n", "N", "plus", "ctrl+u"): it follows the Shift key where the terminal
    reports that, so that caps lock makes no capital of it. `character` is what the press types, or None if it types
    nothing; with caps lock that is the capital.
    """

    key: str
    character: str | None = None
    repeat: bool = False
    """Whether the terminal reports that the key is being held."""
    sure: bool = True
    """Whether a capital is known to be meant; False if it may come from caps lock."""
    button: bool = False
    """Whether a button was tapped that says what it does: it is never a letter that was meant for a line."""


def is_capital(key: str) -> bool:
    """Whether this key is one letter that has a small one."""
    return len(key) == 1 and key.isupper() and len(key.lower()) == 1
