"""Whose case it was, where blocks or small groups have owners of their own."""

from dataclasses import replace
from typing import Any

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.plan import method_phases
from intervisie_tui.domain.session import Member
from intervisie_tui.export import render, to_json
from intervisie_tui.export.record import record
from intervisie_tui.method import Capture, Floor
from intervisie_tui.methods import incident, speed, troika, wise_crowds
from tests.unit.demo_session import BEGIN, START, Room, phase

PEOPLE = ("Anna", "Bram", "Chantal", "Dirk", "Esra", "Fatima")


def in_method(method: Any, owner: str | None = None) -> Room:
    members = tuple(Member(name.lower(), name) for name in PEOPLE)
    agenda = method_phases(method, len(members), 9000)
    return Room(
        replace(
            START,
            members=members,
            roles=(),
            agenda=agenda,
            owner=owner,
            method=method.id,
            method_name=method.name,
            has_owner=method.has_owner,
            question="",
        )
    )


def cases(room: Room) -> list[dict[str, Any]]:
    return record(room.session, room.at)["cases"]  # type: ignore[return-value] # the record's contract


def test_each_block_of_wise_crowds_is_a_case_with_its_owner_and_its_phases() -> None:
    room = in_method(wise_crowds.METHOD, "anna")
    for number, name in enumerate(PEOPLE):
        assert room.do(c.ChooseOwner(name.lower(), number)) is None
        assert room.do(c.SetQuestion(f"Why {number}?", number)) is None
    rows = cases(room)
    assert [(row["owner"], row["question"]) for row in rows] == [
        (name, f"Why {number}?") for number, name in enumerate(PEOPLE)
    ]
    assert rows[2]["phases"] == ["vraag-3", "verhelderen-3", "overleg-3", "terugkoppeling-3"]
    assert not any("method_name" in row for row in rows)


def test_in_troika_each_trio_has_its_own_owner_in_each_round() -> None:
    room = in_method(troika.METHOD).go_to("plenair")
    rows = cases(room)
    assert sorted(row["owner"] for row in rows) == sorted(PEOPLE)
    assert [row["owner"] for row in rows[:2]] == ["Anna", "Dirk"]
    assert rows[0]["phases"] == rows[1]["phases"]
    assert record(room.session, room.at)["case"] == {"owner": "Anna", "question": ""}
    assert '"owner": "Anna"' in to_json(record(room.session, room.at))


def test_trios_that_have_not_been_drawn_have_no_owner_yet() -> None:
    welcome = phase("welcome", 3, floor=Floor.OPEN, framed=True)
    agenda = (welcome, *method_phases(troika.METHOD, 4, 2400))
    room = Room(replace(START, agenda=agenda, owner=None, has_owner=False))
    assert [row["owner"] for row in cases(room)] == [None, None, None]
    room.go_to("nadenken")
    assert [row["owner"] for row in cases(room)] == ["Anna", "Bram", "Chantal"]


def test_the_methods_name_stands_only_where_it_is_another_than_before() -> None:
    room = in_method(incident.METHOD, "anna")
    trios = method_phases(troika.METHOD, 6, 2400)
    room.do(c.ChooseMethod("troika", troika.METHOD.name, trios, has_owner=False, another_case=True))
    names = [row.get("method_name") for row in cases(room)]
    assert names == [None, "Troika Consulting", "Troika Consulting", None, None, None, None]


def test_speed_rounds_are_one_case_of_all() -> None:
    assert [row["owner"] for row in cases(in_method(speed.METHOD).go_to("oogst"))] == [None]


def test_minutes_say_behind_each_block_whose_it_was() -> None:
    room = in_method(wise_crowds.METHOD, "anna").go_to("vraag")
    room.do(c.ChooseOwner("dirk", 1))
    for case, phase_id in enumerate(("vraag", "vraag-2")):
        assert room.do(c.AddNote(f"n{case}", phase_id, "what now?", Capture.QUESTION)) is None
    told = render(record(room.session, room.at), "md", "en")
    assert "### Challenge (Anna)" in told
    assert "### Challenge (Dirk)" in told
    assert "| Steps and order |" in told


def test_minutes_say_behind_a_round_of_trios_who_brought_their_cases() -> None:
    room = in_method(troika.METHOD).go_to("plenair")
    told = render(record(room.session, room.at), "md", "en")
    assert "| Tell (Anna, Dirk) |" in told
    assert "| Plenary harvest |" in told
    assert "Anna brought in the case" in told


def test_where_there_is_one_case_phases_have_their_own_names() -> None:
    told = render(record(in_method(incident.METHOD, "anna").session, BEGIN), "md", "en")
    assert "(Anna)" not in told
