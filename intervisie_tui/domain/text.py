"""What is done to typed text, and what is not."""

import unicodedata


def clean(text: str) -> str:
    """The text as typed, without control characters and without blanks at the ends; nothing else changes.

    Joiners and direction marks stay; nothing is normalised or cut.
    """
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cs"}).strip()


def lines(text: str) -> tuple[str, ...]:
    """Each line of a paste on its own, cleaned, the empty ones left out."""
    return tuple(line for line in map(clean, text.splitlines()) if line)
