"""What mails, cards and invitations write around names, taken away before the names are read."""

import re

from intervisie_tui.domain.name_words import LABELS, LINES_WITHOUT_NAMES

_ENCODED = re.compile(r"=\?[\w-]+\?[bqBQ]\?[^?\s]*\?=(?:\s+=\?[\w-]+\?[bqBQ]\?[^?\s]*\?=)*", re.ASCII)
_CARD = re.compile(r"(?im)^begin:vcard")
_CARD_NAME = re.compile(r"(?im)^fn(?:;[^:\n]*)?:(.*)$")
_INVITED_NAME = re.compile(r'(?im)^(?:attendee|organizer);(?:[^\n]*?;)?cn=("[^"\n]*"|[^;:\n]*)')
_FOLD = re.compile(r"\n[ \t]")
_LABEL = re.compile(r"\s*([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,2})\s*(?:\(\s*\d+\s*\))?\s*:\s*")


def names_within(text: str) -> str:
    """The text without what only programs write: names of cards and invitations, and mails without their labels.

    A label that is not known stays before the name, so that the name is in doubt.
    """
    text = _ENCODED.sub(_decoded, text)
    if _CARD.search(text):
        return "\n".join(_CARD_NAME.findall(_FOLD.sub("", text)))
    if invited := _INVITED_NAME.findall(_FOLD.sub("", text)):
        return "\n".join(invited)
    return "\n".join(_without_label(line) for line in text.split("\n"))


def _without_label(line: str) -> str:
    label = _LABEL.match(line)
    words = label[1].casefold() if label else ""
    if words in LINES_WITHOUT_NAMES:
        return ""
    return line[label.end() :] if label and words in LABELS else line


def _decoded(found: re.Match[str]) -> str:
    """A name that a mail has in ASCII signs, as =?UTF-8?Q?Zo=C3=AB?=; left as it is where that cannot be read."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(found[0])))
    except (HeaderParseError, LookupError, ValueError):
        return found[0]
