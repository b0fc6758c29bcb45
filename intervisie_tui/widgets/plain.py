"""The one door through which what people typed comes on the screen."""

import re

from textual.content import Content

_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_ISOLATES = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_CLOSERS = _OPENERS | _ISOLATES
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def _table() -> dict[int, str | None]:
    # C0, DEL and C1 could steer the terminal; the separators would break a line behind Textual's back.
    gone = [*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB]
    table: dict[int, str | None] = dict.fromkeys(gone, None)
    table |= {ord("\t"): " ", ord("\n"): "\n", 0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
    return table


_TABLE = _table()


def harmless(text: str) -> str:
    """What is shown of a text: control characters are left out, lone surrogates become U+FFFD.

    Letters, joiners and direction marks stay as they are; a direction that a line opens and does not close
    is closed at the end of that line, so that it cannot turn the rest of the screen around. Line ends stay.
    """
    shown = _LONE_SURROGATE.sub("\ufffd", text.translate(_TABLE))
    if any(sign in shown for sign in _CLOSERS):
        shown = "\n".join(_closed(line) for line in shown.split("\n"))
    return shown


def plain(text: str, style: str = "") -> Content:
    """A text as content that is never read as markup, for Static, Label, OptionList and border titles.

    `style` is a Textual style for all of it, such as "bold $primary".
    """
    return Content.styled(harmless(text), style) if style else Content(harmless(text))


def one_line(text: str, style: str = "") -> Content:
    """As `plain`, with each run of line ends as one space: for titles and rows that are one line high."""
    return plain(" ".join(part for part in harmless(text).split("\n") if part), style)


def _closed(line: str) -> str:
    still_open: list[str] = []
    for sign in line:
        if sign in _CLOSERS:
            still_open.append(_CLOSERS[sign])
        elif still_open and sign == still_open[-1]:
            still_open.pop()
    return line + "".join(reversed(still_open))
