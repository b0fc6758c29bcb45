"""One entry of a pasted list of people: its name without address, role, number and quotes."""

import re
import unicodedata
from dataclasses import dataclass

from intervisie_tui.domain.name_words import PARTICLES, ROLES
from intervisie_tui.domain.text import clean

_BULLET = re.compile(
    r"^(?:[-*+>~\u2022\u2023\u25e6\u2013\u2014\u00b7\u2610\u2611\u2022@]\s+|>+|@|\d{1,3}[.)]\s+)\s*"
)
_IN_ANGLES = re.compile(r"<([^<>]*)>?")
_BARE = re.compile(r"(?:mailto:)?[^\s<>()\[\]\",;:]+@[^\s<>()\[\]\",;]*", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]")
_PHONE = re.compile(r"(?<!\w)\+?\d[\d\s./()-]{5,}\d")
_INITIALS = re.compile(r"(?:[A-Z\u00c0-\u00de][a-z]{0,2}\.[\s-]?)+|[A-Z]{1,4}")
_WORDS = re.compile(r"[\s,/|;]+")
_STRANGE = re.compile(
    r"^[-/|\\:+]+$|[^\W_]:$|^@|^=|^[A-Z-]+=|[^\W\d_]{2}/[A-Z\u00c0-\u00de]|^(?:etc|e\.a)\.?$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """What one entry says; `address` is the part of it before the at sign, or None without an address."""

    text: str
    address: str | None = None
    doubt: bool = False
    whole: bool = False
    """Whether quotes said that it is one name, and it has been put in order already."""


def part_of(typed: str) -> Part:
    """Read one entry; its text is empty if it holds an address alone, or nothing."""
    text, address = _without_address(_without_bullets(_tidy(typed)))
    quoted = re.fullmatch(r'\s*"([^"]*)"\s*', text)
    if quoted:
        last, comma, first = quoted[1].partition(",")
        text = in_order(_tidy(last), _tidy(first)) if comma else quoted[1]
        return Part(final(text), address, whole=bool(comma))
    text, named, doubt = _without_brackets(text.replace('"', " "), address)
    if set(text) & set(",;"):
        text, doubt = re.sub("[,;]", " ", text), True
    if phone := _PHONE.search(text):
        text, doubt = text.replace(phone[0], " "), True
    text, cut = _without_tail(text)
    text, doubt = final(text), doubt or cut
    if named and (not text or _INITIALS.fullmatch(text.split()[0]) or _INITIALS.fullmatch(text)):
        # "Bakker, A. (Anna)": the brackets hold the first name; "anna@example.org (Anna Bakker)": all of it.
        rest = [word for word in text.split() if not _INITIALS.fullmatch(word)]
        doubt = doubt or (bool(rest) and not all(word in PARTICLES for word in rest))
        text = " ".join([named, *rest])
    elif named:
        doubt = True
    return Part(text, address, doubt)


def in_order(last: str, first: str) -> str:
    """A name from its two halves, the particles behind the first name before the family name."""
    words = first.split()
    behind: list[str] = []
    while len(words) > 1 and words[-1] in PARTICLES:
        behind.insert(0, words.pop())
    return " ".join(word for word in (*words, *behind, last) if word)


def ends_open(text: str) -> bool:
    """Whether a name ends with a particle, so that the family name must stand somewhere else."""
    words = text.casefold().split()
    return (
        len(words) > 1
        and text.rsplit(maxsplit=1)[-1] in PARTICLES
        and not set(words) & {"and", "en", "&", "+"}
    )


def is_role(text: str) -> bool:
    """Whether these words are roles and nothing else."""
    words = [word for word in _WORDS.split(text.casefold()) if word]
    return bool(words) and all(word in ROLES for word in words)


def from_address(local: str) -> str:
    """A guess at the name from the part of an address before the at sign; it is never more than a guess."""
    words = [word for word in re.split(r"[._\-\d]+", local.partition("+")[0]) if word]
    return final(" ".join(word if word in PARTICLES else word[:1].upper() + word[1:] for word in words))


def not_of_a_name(text: str) -> bool:
    """Whether it holds what no name has: a label, a handle, or a sign that stands between names or behind one."""
    return any(_STRANGE.search(word) for word in text.split() if word not in PARTICLES)


def _tidy(text: str) -> str:
    return " ".join(clean(text).split())


def _without_bullets(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _BULLET.sub("", text)
    return text


def _without_address(text: str) -> tuple[str, str | None]:
    """The text without addresses, and the local part of the first one; angles never stay."""
    address = None
    for found in _IN_ANGLES.finditer(text):
        local, at, _domain = re.sub(r"(?i)^mailto:", "", found[1].strip()).partition("@")
        address = (local if at else "") if address is None else address
    text = _IN_ANGLES.sub(" ", text)
    for bare in _BARE.finditer(text):
        local = re.sub(r"(?i)^mailto:", "", bare[0]).partition("@")[0]
        address = address or local
    text = _BARE.sub(" ", text)
    text = re.sub(r"(?i)(?<!\w)mailto:", " ", text)
    return re.sub(r"\[\s*\]|\(\s*\)|[<>]", " ", text), address


def _without_brackets(text: str, address: str | None) -> tuple[str, str, bool]:
    """The text without what stands in brackets, a name that stood there, and whether what went is in doubt."""
    named, doubt = "", False

    def taken(found: re.Match[str]) -> str:
        nonlocal named, doubt
        inside = _tidy(found[1] if found[1] is not None else found[2])
        if found[1] is None and not is_role(inside):
            # Square brackets belong to a name unless they hold a role.
            return found[0]
        if inside and not is_role(inside):
            person = inside[:1].isupper() and not any(sign.isdigit() for sign in inside)
            if person and not named:
                named = inside
            else:
                doubt = True
        return " "

    before = text
    text = _BRACKETS.sub(taken, text)
    if named and not _tidy(text) and address is None:
        # All of it stood in brackets.
        return _tidy(before).strip("()"), "", True
    return text, named, doubt


def _without_tail(text: str) -> tuple[str, bool]:
    """The text without a role behind a dash, or what stands behind a bar; and whether that is in doubt."""
    head, bar, _tail = text.partition(" | ")
    if bar:
        return head, True
    head, dash, tail = re.sub(r"\s[\u2013\u2014]\s", " - ", text).rpartition(" - ")
    return (head, False) if dash and is_role(tail) else (text, False)


def final(text: str) -> str:
    """The name without bullets, separators and invisible signs at its ends."""
    text = _tidy(text)
    before = None
    while before != text:
        before = text
        text = _without_bullets(text).strip(' ,;:&+"')
        if len(text) > 2 and text[0] == text[-1] == "'":
            text = text[1:-1]
        while text and _invisible(text[0]):
            text = text[1:]
        while text and _invisible(text[-1]):
            text = text[:-1]
    # A name is more than punctuation.
    return text if any(unicodedata.category(sign)[0] not in "PZC" for sign in text) else ""


def _invisible(sign: str) -> bool:
    """Whether a sign is not seen; joiners and direction marks belong to what is typed, and stay."""
    return unicodedata.category(sign) == "Cf" and sign not in "\u200c\u200d\u200e\u200f"
