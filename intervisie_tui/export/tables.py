"""What was captured as a table: one row for each note, parked thing and action."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from intervisie_tui.export.escape import one_line
from intervisie_tui.export.shape import shaped

COLUMNS = ("kind", "phase", "text", "by", "owner", "due", "status")
# A spreadsheet takes a cell that begins with one of these, in either width, for a formula.
_FORMULA = tuple("=+-@＝＋－＠")


def to_csv(record: Mapping[str, object]) -> str:
    """Rows of kind, phase, text, by, owner, due, status; a would-be formula gets an apostrophe before it."""
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
    return sheet(rows)


def sheet(rows: Iterable[Sequence[str | None]]) -> str:
    """Rows of text as CSV with harmless cells, one line each."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([cell(text) for text in row] for row in rows)
    return out.getvalue()


def cell(text: str | None) -> str:
    """A text on one line that no spreadsheet takes for a formula."""
    shown = one_line(text or "")
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
