"""Bring the catalogues up to date with the source: `make catalogues`.

New sentences come in untranslated, sentences that are gone go out, and every .mo is compiled anew.
"""

import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "intervisie_tui"
LANGUAGES = ("nl", "en")
# A Refusal and the store's troubles are data: their first text is translated where they are shown.
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "n_": (1, 2),
    "Refusal": (1,),
    "NotSaved": (1,),
    "NotPrivate": (1,),
    "Gone": (1,),
    "StoreError": (1,),
    "Unreadable": (1,),
}
METHODS = [("methods/**.py", "ignore"), ("**.py", "python"), ("**/templates/**", "jinja2.ext:babel_extract")]


class Still(Catalog):
    """A catalogue whose header holds no date and no name: it changes only with its text."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header, as pairs."""
        return [
            ("Language", str(self.locale)),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, value: Iterable[tuple[str, str]]) -> None:
        """Keep the fixed header, whatever the one of a file that is read."""

    @property
    def header_comment(self) -> str:
        """What stands above it."""
        return "# The words of intervisie-tui; the English sentence is the key."

    @header_comment.setter
    def header_comment(self, value: str | None) -> None:
        """Keep the fixed comment, whatever that of a file that is read."""


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language is, as text."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "intervisie.po"


def extracted() -> Catalog:
    """All sentences in the source, without their places."""
    catalogue = Catalog(fuzzy=False)
    found = extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS, comment_tags=("l10n:",))
    for _path, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def read(language: str) -> Catalog:
    """The committed catalogue of a language; an empty one where there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return blank(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def blank(language: str) -> Catalog:
    """A catalogue with nothing but its header."""
    return Still(locale=language, charset="utf-8", fuzzy=False)


def updated(language: str, known: Catalog) -> Catalog:
    """The sentences of the source with the translations that are known; English speaks for itself."""
    catalogue = blank(language)
    for message in extracted():
        if not message.id:
            continue
        old = known.get(message.id, message.context)
        said = message.id if language == "en" else (old.string if old else None)
        catalogue.add(message.id, said, auto_comments=message.auto_comments, context=message.context)
    return catalogue


def text_of(catalogue: Catalog) -> bytes:
    """The catalogue as a .po file."""
    out = BytesIO()
    write_po(out, catalogue, width=110, sort_output=True, no_location=True, omit_header=False)
    return out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as a .mo file."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> int:
    """Rewrite all catalogues; 1 when sentences wait for a translation."""
    waiting = 0
    for language in LANGUAGES:
        catalogue = updated(language, read(language))
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text_of(catalogue))
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        missing = [message.id for message in catalogue if message.id and not is_translated(message.string)]
        waiting += len(missing)
        print(f"{language}: {len(catalogue)} sentences, {len(missing)} to translate")
        for sentence in missing:
            print(f"  {sentence!r}")
    return 1 if waiting else 0


def is_translated(string: object) -> bool:
    """Whether a message has all its forms."""
    forms = string if isinstance(string, list | tuple) else [string]
    return bool(forms) and all(forms)


if __name__ == "__main__":
    sys.exit(main())
