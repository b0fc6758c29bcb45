"""A session, live or closed, as a file to keep or to pass on; everything is rendered from one dict."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

FORMATS: Final = ("md", "html", "json", "csv", "ics")
_ENDINGS: Final = {
    **{to: to for to in FORMATS},
    "markdown": "md",
    "htm": "html",
    "ical": "ics",
    "icalendar": "ics",
}


def format_of(file: str) -> str | None:
    """The format that the name of a file says it has; None if it says nothing that is known here."""
    name = re.split(r"[/\\]", file.strip())[-1]
    stem, dot, ending = name.rpartition(".")
    return _ENDINGS.get(ending.lower()) if stem and dot else None


def lacks_content(record: Mapping[str, object], to: str) -> bool:
    """Whether a file of this format would hold nothing: a calendar without an action that has a date."""
    if to != "ics":
        return False
    from intervisie_tui.export.calendar import dated

    return not dated(record)


def render(
    record: Mapping[str, object],
    to: str,
    language: str,
    *,
    masked: bool = False,
    separator: str | None = None,
) -> str:
    """The record as md, html, json, csv or ics, in nl or en.

    `masked` leaves out the names of members (use `mask.mask` to hear of doubts too). `separator` is the sign between
    the fields of csv, by default what spreadsheets in that language expect. Raises ValueError for another format.
    Only md and html load Jinja2, only ics loads icalendar.
    """
    if masked:
        from intervisie_tui.export.mask import masked as without_names

        record = without_names(record)
    match to:
        case "json":
            return to_json(record)
        case "csv":
            from intervisie_tui.export.tables import separator_for, to_csv

            return to_csv(record, separator or separator_for(language))
        case "ics":
            from intervisie_tui.export.calendar import to_ics

            return to_ics(record)
        case "md" | "html":
            from intervisie_tui.export.minutes import to_html, to_markdown

            return to_markdown(record, language) if to == "md" else to_html(record, language)
    raise ValueError(f"There is no format {to}; choose one of {', '.join(FORMATS)}")


def for_file(text: str, to: str) -> str:
    """The rendered text as it belongs in a file: a spreadsheet knows UTF-8 in csv by a mark in front only."""
    return f"\ufeff{text}" if to == "csv" else text


def to_json(record: Mapping[str, object]) -> str:
    """The record as JSON text with a line end behind it; letters of all scripts as they are."""
    import json

    from intervisie_tui.domain.printable import json_safe
    from intervisie_tui.export.shape import shaped

    rows = shaped(record)
    shown = {
        **record,
        "members": _without(("attended",), rows["members"]),
        "phases": _without(("board",), rows["phases"]),
        "notes": _without(("board",), rows["notes"]),
        "actions": _without(("id", "revision", "changed"), rows["actions"]),
    }
    return json_safe(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"


def _without(fields: Collection[str], rows: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    return [{name: value for name, value in row.items() if name not in fields} for row in rows]
