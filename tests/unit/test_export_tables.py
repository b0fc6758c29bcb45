import csv
import io
import json

import pytest
from icalendar import Calendar

from intervisie_tui.export import render
from intervisie_tui.export.attendance import attendance
from intervisie_tui.export.shape import shaped
from intervisie_tui.export.tables import cell
from tests.unit.export_sample import sample


def closed(day: str, group: str = "IB-kring", rehearsal: bool = False) -> dict[str, object]:
    """As a version before this one kept it: who was there at the end, and no more."""
    made = sample()
    for member in shaped(made)["members"]:
        member.pop("attended", None)
    times = {"started_at": f"{day}T14:00:00+01:00", "ended_at": f"{day}T16:00:00+01:00"}
    return {**made, **times, "group": group, "rehearsal": rehearsal}


def test_csv_has_a_row_for_each_note_parked_thing_and_action() -> None:
    rows = list(csv.DictReader(io.StringIO(render(sample(), "csv", "en"))))
    assert [(row["kind"], row["phase"], row["text"]) for row in rows] == [
        ("question", "Gather facts", "What did Bram do?"),
        ("fact", "Gather facts", "It rained"),
        ("fact", "Hats", "White it is"),
        ("parking", "", "The rota"),
        ("parking", "", "The keys"),
        ("action", "", "call the parents"),
        ("action", "", "ask Anna"),
    ]
    assert rows[5]["owner"] == "Anna"
    assert rows[5]["due"] == "2026-11-20"
    assert rows[0]["by"] == "Bram"
    assert rows[4]["status"] == "taken"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\n@x", "  =1"])
def test_a_cell_never_begins_like_a_formula(text: str) -> None:
    assert cell(text) == f"'{text.strip()}"


def test_a_dated_action_that_is_still_open_is_a_day_in_the_calendar() -> None:
    events = Calendar.from_ical(render(sample(), "ics", "en")).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Anna: call the parents"]
    assert events[0].decoded("dtstart").isoformat() == "2026-11-20"
    assert str(events[0]["uid"]) == "a1@intervisie-tui"


def test_an_action_that_is_done_or_dropped_stays_out_of_the_calendar() -> None:
    for status in ("done", "dropped"):
        made = sample()
        shaped(made)["actions"][0]["status"] = status
        assert "BEGIN:VEVENT" not in render(made, "ics", "en")


def test_hostile_text_opens_no_line_of_its_own_in_a_calendar() -> None:
    made = sample()
    text = "call\r\nEND:VEVENT\r\nATTACH:http://example.org; \\n, ok"
    shaped(made)["actions"][0]["text"] = text
    events = Calendar.from_ical(render(made, "ics", "en")).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [
        "Anna: call END:VEVENT ATTACH:http://example.org; \\n, ok"
    ]
    assert "attach" not in events[0]


def test_attendance_counts_ended_sessions_of_the_group_and_year_by_who_were_there() -> None:
    records = [
        closed("2026-03-05"),
        closed("2026-02-05"),
        closed("2025-12-05"),
        closed("2026-04-05", group="Other"),
        closed("2026-05-05", rehearsal=True),
        sample(),
    ]
    assert attendance(records, "ib-kring", 2026, "csv", "en").splitlines() == [
        "member,date,method,hours,begin,end,unsure",
        "Anna,2026-02-05,Incident method,0:16,14:00,16:00,",
        "Anna,2026-03-05,Incident method,0:16,14:00,16:00,",
        "Bram,2026-02-05,Incident method,0:16,14:00,16:00,",
        "Bram,2026-03-05,Incident method,0:16,14:00,16:00,",
    ]
    said = attendance(records, "IB-kring", 2026, "md", "en")
    assert "# Attendance of IB-kring, 2026" in said
    assert "| Thursday 5 February 2026 | Incident method | 14:00 | 16:00 | 0:16 |\n" in said
    assert "| Total |  |  |  | 0:33 |" in said
    assert "2025" in attendance(records, "IB-kring", None, "html", "nl")


def test_a_group_without_sessions_gets_a_sentence() -> None:
    for to in ("md", "html"):
        assert "No sessions in this time." in attendance([], "Nobody", None, to, "en")
    assert attendance([], "Nobody", None, "csv", "en") == "member,date,method,hours,begin,end,unsure\n"


def test_attendance_refuses_another_format() -> None:
    with pytest.raises(ValueError, match="There is no format pdf"):
        attendance([], "x", None, "pdf", "en")


def test_an_action_keeps_its_place_in_a_calendar_when_another_goes() -> None:
    made = sample()
    before = Calendar.from_ical(render(made, "ics", "en")).walk("VEVENT")[0]["uid"]
    shaped(made)["actions"].insert(0, {**shaped(made)["actions"][0], "id": "a0", "text": "first"})
    after = Calendar.from_ical(render(made, "ics", "en")).walk("VEVENT")[1]["uid"]
    assert before == after == "a1@intervisie-tui"


def test_the_id_of_an_action_stays_out_of_the_json() -> None:
    for action in json.loads(render(sample(), "json", "en"))["actions"]:
        assert set(action) == {"text", "owner", "due", "status"}
