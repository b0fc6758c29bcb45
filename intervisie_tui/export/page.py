"""What minutes say, in words and in order, before it is known in which format."""

from dataclasses import dataclass

from intervisie_tui.export.chapters import Chapter, chapters
from intervisie_tui.export.dates import clock, iso_day, minutes
from intervisie_tui.export.owned import phase_name
from intervisie_tui.export.shape import ActionRow, CaseRow, MemberRow, ParkedRow, Record
from intervisie_tui.export.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about the session: what it is called and what it is."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Course:
    """One phase as it was planned and as it went."""

    name: str
    planned: str
    actual: str


@dataclass(frozen=True, slots=True)
class Page:
    """The minutes of one session; `heads` are the words of the headings."""

    language: str
    title: str
    rehearsal: str
    heads: dict[str, str]
    facts: tuple[Fact, ...]
    cases: tuple[str, ...]
    actions: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    parking: tuple[str, ...]
    course: tuple[Course, ...]
    ground_rules: tuple[str, ...]


def page(record: Record, tongue: Tongue) -> Page:
    """The minutes of a record in a language."""
    group = record["group"]
    title = tongue._("Minutes of {group}", group=group) if group else tongue._("Minutes of a session")
    said = tongue._("This was a rehearsal; its times are those of a clock that ran faster.")
    return Page(
        language=tongue.code,
        title=title,
        rehearsal=said if record["rehearsal"] else "",
        heads=_heads(tongue),
        facts=tuple(_facts(record, tongue)),
        cases=tuple(_cases(record, tongue)),
        actions=tuple(_action(action, tongue) for action in record["actions"]),
        chapters=tuple(chapters(record, tongue)),
        parking=tuple(_parked(parked, tongue) for parked in record["parking"]),
        course=tuple(
            Course(
                phase_name(record, phase),
                minutes(phase["planned_seconds"]),
                minutes(phase["actual_seconds"]) if phase["actual_seconds"] else "–",
            )
            for phase in record["phases"]
        ),
        ground_rules=tuple(record["ground_rules"]),
    )


def _heads(tongue: Tongue) -> dict[str, str]:
    return {
        "case": tongue._("Case"),
        "cases": tongue._("Cases"),
        "actions": tongue._("Actions"),
        "notes": tongue._("Notes"),
        "place": tongue._("Place"),
        "parking": tongue._("Parking lot"),
        "course": tongue._("Course of the session"),
        "phase": tongue._("Phase"),
        "planned": tongue._("Planned"),
        "actual": tongue._("Actual"),
        "ground_rules": tongue._("Ground rules"),
    }


def _facts(record: Record, tongue: Tongue) -> list[Fact]:
    there = [_person(member, tongue) for member in record["members"] if member["present"]]
    away = [_person(member, tongue) for member in record["members"] if not member["present"]]
    facts = [
        (tongue._("Date"), _when(record, tongue)),
        (tongue._("Group"), record["group"] or ""),
        (tongue._("Method"), record["method"]["name"] or ""),
        (tongue._("Present"), ", ".join(there)),
        (tongue._("Absent or left early"), ", ".join(away)),
    ]
    return [Fact(name, value) for name, value in facts if value]


def _when(record: Record, tongue: Tongue) -> str:
    start, end = record["started_at"], record["ended_at"]
    if start is None:
        return tongue._("not begun yet")
    day = iso_day(start, tongue.code)
    if end is None:
        return tongue._("{day}, from {start}", day=day, start=clock(start))
    return tongue._("{day}, {start} to {end}", day=day, start=clock(start), end=clock(end))


def _person(member: MemberRow, tongue: Tongue) -> str:
    words = {
        "facilitator": tongue._("facilitator"),
        "timekeeper": tongue._("timekeeper"),
        "scribe": tongue._("scribe"),
    }
    roles = ", ".join(words.get(role, role) for role in member["roles"])
    return f"{member['name']} ({roles})" if roles else member["name"]


def _cases(record: Record, tongue: Tongue) -> list[str]:
    cases = []
    for case in record["cases"]:
        said = _case(case, tongue)
        name = case.get("method_name")
        cases.append(tongue._("{case} (method: {method})", case=said, method=name) if said and name else said)
    return [said for said in cases if said]


def _case(case: CaseRow, tongue: Tongue) -> str:
    owner, question = case["owner"], case["question"]
    if owner and question:
        return tongue._("{owner} brought in: {question}", owner=owner, question=question)
    return tongue._("{owner} brought in the case", owner=owner) if owner else question


def _action(action: ActionRow, tongue: Tongue) -> str:
    words = {
        "open": tongue._("open"),
        "doing": tongue._("in progress"),
        "done": tongue._("done"),
        "changed": tongue._("changed"),
        "dropped": tongue._("dropped"),
    }
    details = [words.get(action["status"], action["status"])]
    if action["due"]:
        details.insert(0, tongue._("by {day}", day=iso_day(action["due"], tongue.code)))
    said = f"{action['text']} ({'; '.join(details)})"
    return f"{action['owner']}: {said}" if action["owner"] else said


def _parked(parked: ParkedRow, tongue: Tongue) -> str:
    text = parked["text"]
    return tongue._("{text} (taken up)", text=text) if parked["state"] == "taken" else text
