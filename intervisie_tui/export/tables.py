"""Tables for spreadsheets: the one writer of CSV, by any of three separators, and what a session gives it."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from intervisie_tui.domain.printable import readable
from intervisie_tui.export.shape import shaped

COLUMNS: Final = ("kind", "phase", "text", "by", "owner", "due", "status")
SEPARATORS: Final = {
    ",": ",",
    "comma": ",",
    ";": ";",
    "semicolon": ";",
    "tab": "\t",
    "\t": "\t",
    r"\t": "\t",
}
"""What a user may type for a separator, with the sign that it means."""

# Each place where a field begins in some reading of a cell, when a formula stands there. A spreadsheet takes what
# begins with one of these signs, in either width, for a formula. It may skip blanks and quotes before it.
_BLANKS: Final = "[\\s\"'\u061c\u200c-\u200f]*"
_FORMULA: Final = re.compile(f"(^|[,;\t])(?={_BLANKS}[=+\\-@＝＋－＠])")


def separator_for(language: str) -> str:
    """The separator that a spreadsheet in this language expects: a semicolon in Dutch, else a comma."""
    return ";" if language.partition("-")[0].partition("_")[0].lower() == "nl" else ","


def to_csv(record: Mapping[str, object], separator: str = ",") -> str:
    """Rows of kind, phase, text, by, owner, due, status, as `sheet` writes them."""
    shown = shaped(record)
    names = {phase["id"]: phase["name"] for phase in shown["phases"]}
    rows: list[Sequence[str | None]] = [COLUMNS]
    for note in shown["notes"]:
        phase = names.get(note["phase"], note["phase"])
        rows.append((note["kind"], phase, note["text"], note["by"], None, None, None))
    rows += [("parking", None, entry["text"], None, None, None, entry["state"]) for entry in shown["parking"]]
    rows += [
        ("action", None, action["text"], None, action["owner"], action["due"], action["status"])
        for action in shown["actions"]
    ]
    return sheet(rows, separator)


def sheet(rows: Iterable[Sequence[str | None]], separator: str = ",") -> str:
    """Rows of text as CSV (quoted by RFC 4180) with harmless cells, one line each."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerows([cell(text) for text in row] for row in rows)
    return out.getvalue()


def cell(text: str | None) -> str:
    """A text on one line that no spreadsheet takes for a formula, whichever separator it splits lines by.

    An apostrophe is put before a would-be formula at the beginning of the text, and right behind a comma, semicolon
    or tab in the middle of it; where apostrophes stand already, one more. So the text can be read back: take one
    apostrophe away at each of these places.
    """
    return _FORMULA.sub(r"\1'", readable(text or ""))
