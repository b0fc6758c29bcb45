"""Text for other programs: without the signs that steer a terminal, turn the reading order around, or hide."""

from typing import Final

_BREAKS: Final = (*range(0x09, 0x0E), 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
"""Signs that begin a new line or column: a space takes their place, so that words stay apart."""
_ORDERS: Final = (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))
"""Control characters, which a terminal may obey, and lone surrogates, which no file can hold."""
_HIDDEN: Final = (
    0xAD,
    0x180E,
    0x200B,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0x1D173, 0x1D17B),
    *range(0xE0000, 0xE0080),
)
"""Signs without a picture that override the reading order or can hide text. Joiners are not among them."""
_MARKS: Final = (0x061C, 0x200E, 0x200F)
"""Marks of direction: a text in a right-to-left script may need them, a list of short fields does not."""

_READABLE: Final = {
    **dict.fromkeys(_HIDDEN, ""),
    **dict.fromkeys(_ORDERS, ""),
    **dict.fromkeys(_BREAKS, "\n"),
}
_PRINTABLE: Final = {
    **dict.fromkeys((*_HIDDEN, *_MARKS), ""),
    **dict.fromkeys(_ORDERS, "?"),
    **dict.fromkeys(_BREAKS, " "),
}


def readable(text: str) -> str:
    """One line of typed text for an exported file, without blanks at its ends.

    Line breaks and tabs become a space. Control characters, lone surrogates, overrides of direction and hidden
    signs are left out. Joiners and marks of direction stay, because scripts and emoji need them.
    """
    lines = map(str.strip, text.translate(_READABLE).split("\n"))
    return " ".join(filter(None, lines))


def printable(text: str) -> str:
    """One line for a list or a sentence on a terminal; a question mark stands for each control character.

    As `readable`, but blanks at the ends stay and marks of direction go.
    """
    return text.translate(_PRINTABLE)


def json_safe(document: str) -> str:
    r"""A JSON document in which each sign that `readable` leaves out is written as \uXXXX.

    Line breaks and spaces of the document itself stay; what a reader of the JSON gets is the same.
    """
    return document.translate(_ESCAPED)


def _escape(sign: int) -> str:
    if sign < 0x10000:
        return f"\\u{sign:04x}"
    high, low = divmod(sign - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


# json.dumps itself escapes all below 0x20; its own line breaks are the only ones that are left.
_ESCAPED: Final = {sign: _escape(sign) for sign in _READABLE if sign >= 0x7F}
