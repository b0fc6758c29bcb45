"""The interface's words in the language of the moment: English is the key, gettext holds the rest."""

import gettext
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")

_FOLDER = Path(__file__).parent
_FIELD = re.compile(r"\{\{|\}\}|\{(?P<name>\w+)(?::(?P<spec>[^{}]*))?\}")


class _Spoken:
    """The one language of this process, switchable while running."""

    language = "en"


def use(language: str) -> None:
    """Speak this language (nl, en; nl_BE is understood) from now on; ValueError for another."""
    known = known_language(language)
    if known is None:
        raise ValueError(_("There is no language {language}; choose nl or en", language=language))
    _Spoken.language = known


def language() -> str:
    """The language of the moment: nl or en."""
    return _Spoken.language


def known_language(name: str) -> str | None:
    """The language that a name as nl, NL or nl_BE.UTF-8 means, or None."""
    short = re.split(r"[_.@-]", name.strip().lower(), maxsplit=1)[0]
    return short if short in LANGUAGES else None


def default_language(environ: Mapping[str, str] = os.environ) -> str:
    """What INTERVISIE_LANG says, else Dutch where the locale's messages are Dutch, else English."""
    asked = known_language(environ.get("INTERVISIE_LANG", ""))
    if asked:
        return asked
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environ.get(variable):
            break
    else:
        locale = ""
    # As in GNU gettext, LANGUAGE is a list of wishes and counts for nothing in the C locale.
    wishes = environ.get("LANGUAGE", "").split(":") if locale.partition(".")[0] not in ("C", "POSIX") else []
    for wish in (*wishes, locale):
        if known := known_language(wish):
            return known
    return "en"


def N_(message: str) -> str:
    """Mark a sentence for the catalogue where it is written; it is translated by `_` where it is shown."""
    return message


def _(message: str, /, **values: object) -> str:
    """The sentence in the language of the moment, its {fields} filled in; an unknown field stays as it is."""
    return tell(message, values)


def n_(one: str, many: str, n: int, /, **values: object) -> str:
    """The sentence for this number in the language of the moment; {n} is the number, unless in `values`."""
    return filled(_catalogue(_Spoken.language).ngettext(one, many, n), {"n": n, **values})


def tell(message: str, values: Mapping[str, object], language: str | None = None) -> str:
    """The door for sentences that come as data, as a refusal does: translated, then filled in.

    `language` stands in for the language of the moment. A number with a fraction is written as it writes that.
    """
    tongue = language or _Spoken.language
    written = {name: _written(value, tongue) for name, value in values.items()}
    return filled(_catalogue(tongue).gettext(message) if message else "", written)


def _written(value: object, language: str) -> object:
    if not isinstance(value, float):
        return value
    return f"{value:g}".replace(".", ",") if language == "nl" else f"{value:g}"


def filled(template: str, values: Mapping[str, object]) -> str:
    """`template` with each {field} or {field:spec} filled in, in one pass: braces in a value mean nothing."""

    def fill(match: re.Match[str]) -> str:
        if match[0] in ("{{", "}}"):
            return match[0][0]
        if match["name"] not in values:
            return match[0]
        value = values[match["name"]]
        try:
            return format(value, match["spec"] or "")
        except (TypeError, ValueError):
            return str(value)

    return _FIELD.sub(fill, template)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("intervisie", _FOLDER, [language], fallback=True)
