"""A text in the one form in which names are compared, with the way back to where each sign came from."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

EDGE: Final = "\0"
"""Stands in a folded text where a word may begin or end although no blank is there."""

# Signs that look like a Latin letter in capitals or not, and letters that NFKD does not take apart.
_LOOKALIKES: Final = dict(
    zip("аеорсухіјѕԁһԛԝвкмнтӏαορνικτυχβεμζηɑɡ", "aeopcyxijsdhqwbkmhtlaopniktyxbemzhag", strict=True)
)
_SMALL_CAPITALS: Final = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_LETTERS: Final = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    **_SMALL_CAPITALS,
}
_APOSTROPHES: Final = "'’‘‛ʼʻ´`′＇"
_UNSEEN: Final = ("Cf", "Cs", "Cc")
# Letters by their category, but nobody sees them.
_FILLERS: Final = "\u115f\u1160\u3164\uffa0\u2800"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `places` has for each of its signs the index of the sign in the original, and one for the end."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> Folded:
    """The text in small letters without accents, invisible signs and look-alike letters."""
    signs, places = [], []
    before = " "
    for place, sign in enumerate(text):
        made = _sign(sign)
        if _hidden(sign) or _parts(before, sign):
            signs.append(EDGE)
            places.append(place)
        signs.append(made)
        places += [place] * len(made)
        # An accent that stands on its own belongs to the letter before it.
        before = sign if made else before
    return Folded("".join(signs), (*places, len(text)))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name, in order; blanks, hyphens, apostrophes and dots stand between words."""
    plain = folded(text).text.replace(EDGE, "")
    return tuple(word for word in "".join(one if one.isalnum() else " " for one in plain).split() if word)


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    if sign in _APOSTROPHES:
        return "'"
    if sign.isspace():
        return " "
    if _hidden(sign):
        return ""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    small = "".join(_LETTERS.get(one, one) for one in small)
    bare = "".join(one for one in small if unicodedata.category(one) not in ("Mn", "Me", "Cf", "Cc"))
    if unicodedata.category(sign) == "Pd":
        return "-"
    return "".join("'" if one in _APOSTROPHES else _LOOKALIKES.get(one, one) for one in bare)


def _hidden(sign: str) -> bool:
    """Whether nothing of a sign is seen; an accent is no such sign."""
    return (unicodedata.category(sign) in _UNSEEN and not sign.isspace()) or sign in _FILLERS


def _parts(before: str, sign: str) -> bool:
    """Whether a word may end between these two signs, as in annaBos, anna2 and scripts that write no blanks."""
    if before.islower() and sign.isupper():
        return True
    if (before.isalpha() and sign.isdigit()) or (before.isdigit() and sign.isalpha()):
        return True
    return _unspaced(before) or _unspaced(sign)


def _unspaced(sign: str) -> bool:
    """Whether a sign is of a script that has no blanks between words, or joins endings to a name."""
    return (
        "\u0e00" <= sign <= "\u0eff"
        or "\u1000" <= sign <= "\u109f"
        or "\u1100" <= sign <= "\u11ff"
        or "\u1780" <= sign <= "\u17ff"
        or "\u2e80" <= sign <= "\ud7ff"
        or "\uf900" <= sign <= "\ufaff"
        or "\U00020000" <= sign <= "\U0003ffff"
    )
