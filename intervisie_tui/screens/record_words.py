"""A closed session as calm text, from its record."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.locale import N_, _, n_
from intervisie_tui.screens.when import short_day
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.signs import signs

KINDS: Mapping[str, str] = {
    "question": N_("question"),
    "fact": N_("fact"),
    "hypothesis": N_("hypothesis"),
    "feeling": N_("feeling"),
    "advice": N_("advice"),
    "insight": N_("insight"),
    "action": N_("action"),
}
STATES: Mapping[str, str] = {
    "open": N_("open"),
    "doing": N_("doing"),
    "done": N_("done"),
    "changed": N_("changed"),
    "dropped": N_("dropped"),
}


def record_words(record: Mapping[str, Any]) -> Content:
    """The whole record: who, the case, what was written down by phase, what was agreed, the times."""
    parts = [_who(record), *_cases(record), *_notes(record)]
    parts += [_pile(_("Parking lot"), [plain(row["text"]) for row in record.get("parking", ())])]
    parts += [_pile(_("Actions"), [_action(row) for row in record.get("actions", ())])]
    parts += [_pile(_("Ground rules"), [plain(rule) for rule in record.get("ground_rules", ())])]
    parts += [_pile(_("Times"), [_phase(row) for row in record.get("phases", ()) if row["actual_seconds"]])]
    return Content("\n\n").join([part for part in parts if part.plain])


def _who(record: Mapping[str, Any]) -> Content:
    day = short_day(record.get("started_at") or record.get("ended_at"))
    names = [row["name"] for row in record.get("members", ())]
    people = n_("{n} person", "{n} people", len(names))
    method = (record.get("method") or {}).get("name") or ""
    first = f"  {signs().dot}  ".join(part for part in (day, method, people) if part)
    return Content("\n").join([one_line(first, "$text-muted"), plain(spoken.names(names))])


def _cases(record: Mapping[str, Any]) -> Iterable[Content]:
    for case in record.get("cases", ()):
        if case.get("question") or case.get("owner"):
            owner, question = case.get("owner") or "", case.get("question") or ""
            yield Content.assemble(
                (_("The case"), "bold $accent"),
                "\n",
                one_line(owner, "bold"),
                "  " if owner else "",
                plain(question),
            )


def _notes(record: Mapping[str, Any]) -> Iterable[Content]:
    for phase in record.get("phases", ()):
        rows = [row for row in record.get("notes", ()) if row["phase"] == phase["id"]]
        if rows:
            yield _pile(phase["name"], [_note(row) for row in rows])


def _note(row: Mapping[str, Any]) -> Content:
    kind = row.get("cell") or (_(KINDS[row["kind"]]) if row["kind"] in KINDS else row["kind"])
    by = f" {signs().dash} {row['by']}" if row.get("by") else ""
    return Content.assemble(
        one_line(f"{kind}  ", "$text-muted"), plain(row["text"]), one_line(by, "$text-muted")
    )


def _action(row: Mapping[str, Any]) -> Content:
    state = _(STATES.get(row["status"], row["status"]))
    rest = f" {signs().dot} ".join(part for part in (short_day(row.get("due")), state) if part)
    owner = one_line(row.get("owner") or _("nobody yet"), "bold")
    return Content.assemble(owner, "  ", plain(row["text"]), "  ", one_line(rest, "$text-muted"))


def _phase(row: Mapping[str, Any]) -> Content:
    actual, planned = spoken.clock(row["actual_seconds"]), spoken.clock(row["planned_seconds"])
    return Content.assemble(
        one_line(f"{actual:>8}  "), one_line(row["name"]), one_line(f"  ({planned})", "$text-muted")
    )


def _pile(name: str, lines: list[Content]) -> Content:
    if not lines:
        return Content("")
    return Content("\n").join([one_line(name, "bold $accent"), *lines])
