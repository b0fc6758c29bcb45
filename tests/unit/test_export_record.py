import json
from dataclasses import replace
from datetime import datetime

from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Case, Session
from intervisie_tui.export import render
from intervisie_tui.export.record import only_actions, record
from intervisie_tui.export.shape import shaped
from intervisie_tui.method import Text
from tests.unit.export_sample import FACTS, START, json_of, sample, session

KEYS = [
    *("schema", "id", "group", "language", "rehearsal", "method", "started_at", "ended_at", "ground_rules"),
    *("members", "case", "phases", "speaking", "notes", "parking", "actions", "cases", "current", "clock"),
]


def test_a_record_has_the_keys_of_the_contract_and_no_others() -> None:
    made = json.loads(render(sample(), "json", "en"))
    assert list(made) == KEYS
    assert made["schema"] == 1
    assert made["method"] == {"id": "incident", "name": "Incident method"}
    assert made["case"] == {"owner": "Anna", "question": "How can I begin?"}
    assert made["members"] == [
        {"name": "Anna", "roles": [], "present": True},
        {"name": "Bram", "roles": ["facilitator", "timekeeper"], "present": True},
        {"name": "Chantal", "roles": [], "present": False},
    ]
    assert made["parking"] == [
        {"text": "The rota", "state": "parked"},
        {"text": "The keys", "state": "taken"},
    ]
    assert made["actions"] == [
        {"text": "call the parents", "owner": "Anna", "due": "2026-11-20", "status": "open"},
        {"text": "ask Anna", "owner": None, "due": None, "status": "done"},
    ]
    assert made["cases"] == [
        {
            "owner": "Anna",
            "question": "How can I begin?",
            "method": "incident",
            "phases": ["facts", "hats"],
        }
    ]


def test_the_running_phase_counts_up_to_now_and_all_seconds_are_whole() -> None:
    made = shaped(sample())
    assert [(phase["planned_seconds"], phase["actual_seconds"]) for phase in made["phases"]] == [
        (360, 310),
        (600, 582),
        (600, 90),
    ]
    assert {type(phase["actual_seconds"]) for phase in made["phases"]} == {int}
    assert [phase["origin"] for phase in made["phases"]] == ["frame", "method", "method"]
    assert made["speaking"][1] == {"member": "Bram", "seconds": 45, "turns": 2}
    assert (made["current"], made["clock"]) == ("hats", "running")


def test_moments_have_an_offset_and_are_null_until_they_happen() -> None:
    made = shaped(sample())
    assert made["started_at"] is not None
    assert datetime.fromisoformat(made["started_at"]).timestamp() == START.utc
    assert datetime.fromisoformat(made["started_at"]).utcoffset() is not None
    assert made["ended_at"] is None


def test_an_empty_session_has_every_key_too() -> None:
    made = record(Session(id="s0"), Moment(0))
    assert list(made) == KEYS
    assert made["group"] is None
    assert made["method"] == {"id": None, "name": None}
    assert (made["current"], made["clock"], made["started_at"]) == (None, "ready", None)


def test_a_note_has_a_cell_only_where_its_phase_has_a_board() -> None:
    notes = shaped(sample("nl"))["notes"]
    assert notes[0] == {"phase": "facts", "kind": "question", "text": "What did Bram do?", "by": "Bram"}
    assert notes[2].get("cell") == "Wit"
    assert "cell" not in notes[1]


def test_a_second_case_has_its_own_phases_and_tells_its_methods_name() -> None:
    first = session()
    run = replace(first.agenda[1], plan=replace(FACTS, id="facts-2", case=1))
    second = Case("m2", "And I?", "balint", Text(nl="Balint", en="Balint group"))
    made = record(replace(first, cases=(*first.cases, second), agenda=(*first.agenda, run)), START)
    cases = shaped(made)["cases"]
    assert [case["phases"] for case in cases] == [["facts", "hats"], ["facts-2"]]
    assert cases[1].get("method_name") == "Balint group"
    assert "And I? (method: Balint group)" in render(made, "md", "en")


def test_only_actions_and_times_leaves_nothing_of_what_was_said() -> None:
    made = sample()
    before = json.dumps(made)
    kept = only_actions(made)
    text = json.dumps(kept)
    for gone in ("How can I begin?", "What did Bram do?", "The rota", "What we share", "White it is"):
        assert gone in before
        assert gone not in text
    assert kept["actions"] == made["actions"]
    assert kept["phases"] == made["phases"]
    assert list(kept) == KEYS
    assert json.dumps(made) == before


def test_json_is_the_record_and_keeps_every_script() -> None:
    made = record(replace(session(), group_name="Gruppe Zoë 日本"), START)
    assert json.loads(render(made, "json", "en")) == json_of(made)
    assert "Zoë 日本" in render(made, "json", "en")
