"""Boards in minutes are tables, and what stands on them stands in them once."""

import json
from dataclasses import replace

from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Note, Session
from intervisie_tui.export import render
from intervisie_tui.export.record import only_actions, record
from intervisie_tui.method import Board, Capture, Cell, Form, Text
from tests.unit.export_sample import FACTS, START, session

CELLS = tuple(Cell(name.lower(), Text(nl=f"{name}-nl", en=name)) for name in ("Todo", "Doing", "Done"))


def _phase(name: str, form: Form, dots: int = 0) -> PhaseRun:
    board = Board(*CELLS, form=form, dots=dots)
    plan = replace(FACTS, id=name.lower(), name=Text(nl=name, en=name), board=board)
    return PhaseRun(plan, 600, spent=60, begun=True)


def _note(name: str, phase: str, text: str, cell: str | None, dots: int = 0) -> Note:
    return Note(name, phase, Capture.INSIGHT, text, cell=cell, dots=dots)


def _made(form: Form) -> Session:
    return replace(
        session(),
        agenda=(PhaseRun(FACTS, 600, spent=60), _phase("Write", form), _phase("Vote", form, 2)),
        position=2,
        notes=(
            _note("n0", "facts", "from before", "doing"),
            _note("n1", "write", "first", "todo", 1),
            _note("n2", "write", "second | third", "todo", 3),
            _note("n3", "vote", "later", "done"),
            _note("n4", "vote", "loose", None),
        ),
    )


def board_sample() -> dict[str, object]:
    """The record of a session with a board over two phases, with dots."""
    return record(_made(Form.COLUMNS), START.later(60))


def _rendered(form: Form, to: str) -> str:
    return render(record(_made(form), START.later(60)), to, "en")


def test_columns_stand_side_by_side_in_markdown_the_most_dots_first() -> None:
    assert (
        "### Write to Vote\n\n"
        "| Todo | Doing | Done |\n"
        "|---|---|---|\n"
        "| second \\| third (dots: 3) | from before | later |\n"
        "| first (dots: 1) |  |  |\n"
    ) in _rendered(Form.COLUMNS, "md")


def test_places_stand_below_each_other_in_markdown() -> None:
    assert (
        "| Place | Notes |\n"
        "|---|---|\n"
        "| Todo | second \\| third (dots: 3) |\n"
        "|  | first (dots: 1) |\n"
        "| Doing | from before |\n"
        "| Done | later |\n"
    ) in _rendered(Form.GRID, "md")


def test_an_empty_place_has_its_row_too() -> None:
    made = replace(_made(Form.TABLE), notes=(_note("n1", "write", "first", "todo"),))
    assert "| Doing |  |\n| Done |  |\n" in render(record(made, START.later(60)), "md", "en")


def test_each_note_stands_in_the_minutes_once() -> None:
    for form in Form:
        for to in ("md", "html"):
            shown = _rendered(form, to)
            assert [shown.count(text) for text in ("from before", "first", "later", "loose")] == [1] * 4


def test_a_board_is_a_table_of_html() -> None:
    assert '<th dir="auto">Todo</th><th dir="auto">Doing</th>' in _rendered(Form.COLUMNS, "html")
    assert '<th scope="row" dir="auto">Doing</th>' in _rendered(Form.GRID, "html")


def test_a_board_with_nothing_on_it_is_left_out() -> None:
    made = replace(_made(Form.GRID), notes=())
    assert "Todo" not in render(record(made, START.later(60)), "md", "en")


def test_json_tells_the_cell_and_the_dots_of_a_note_and_nothing_else_of_boards() -> None:
    made = json.loads(_rendered(Form.GRID, "json"))
    assert made["notes"][2] == {
        "phase": "write",
        "kind": "insight",
        "text": "second | third",
        "by": None,
        "dots": 3,
        "cell": "Todo",
    }
    assert set(made["notes"][4]) == {"phase", "kind", "text", "by", "cell"}
    assert {name for phase in made["phases"] for name in phase} == {
        *("id", "name", "origin", "planned_seconds", "actual_seconds"),
    }


def test_only_actions_keeps_nothing_that_stood_on_a_board() -> None:
    kept = only_actions(record(_made(Form.GRID), START.later(60)))
    assert "first" not in json.dumps(kept)
