"""Dataclasses to JSON and back, and old data that opens for ever."""

import dataclasses
import json
import shutil
import types
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from intervisie_tui.domain.events import EVENTS, Started
from intervisie_tui.domain.moments import Moment
from intervisie_tui.method import Board, Cell, Text
from intervisie_tui.store.codec import from_json, to_json
from intervisie_tui.store.commits import commit_from_json, commit_to_json
from intervisie_tui.store.lines import encode
from intervisie_tui.store.migrations import upgraded
from intervisie_tui.store.problems import Unreadable
from intervisie_tui.store.replay import Replay, whole
from intervisie_tui.store.store import Store

GOLDEN = Path(__file__).parent.parent / "golden" / "schema-1"


def example(hint: Any) -> Any:
    """A value of a type hint that no default would give."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return example(arguments[0])
    if origin is tuple:
        items = arguments[:1] if arguments[-1] is Ellipsis else arguments
        return tuple(example(item) for item in items)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        if hint is Board:
            return Board(Cell("wit", Text(nl="wit", en="white")), dots=3)
        names = [field.name for field in dataclasses.fields(hint)]
        # Ids of a method's parts are judged when they are made.
        return hint(**{name: "an-id" if name == "id" else example(hints[name]) for name in names})
    if issubclass(hint, Enum):
        return list(hint)[-1]
    return {str: "tekst ë", int: 7, float: 2.5, bool: True, date: date(2026, 12, 11)}[hint]


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_every_event_comes_back_equal(name: str) -> None:
    event = example(EVENTS[name])
    assert from_json(EVENTS[name], json.loads(json.dumps(to_json(event)))) == event


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with one field of each plain kind."""

    text: str
    number: int
    share: float
    day: date | None = None


@pytest.mark.parametrize(
    "bad",
    [
        [],
        {},
        {"text": 1, "number": 1, "share": 1.0},
        {"text": "a", "number": True, "share": 1.0},
        {"text": "a", "number": 1.5, "share": 1.0},
        {"text": "a", "number": 1, "share": "1"},
        {"text": "a", "number": 1, "share": 1.0, "day": "soon"},
        {"text": "a", "number": 1, "share": 1.0, "strange": 1},
    ],
)
def test_a_wrong_shape_is_unreadable(bad: object) -> None:
    with pytest.raises(Unreadable):
        from_json(Thing, bad)


def test_a_field_that_came_later_gets_its_default() -> None:
    assert from_json(Thing, {"text": "a", "number": 1, "share": 2}) == Thing("a", 1, 2.0)


def test_what_has_no_way_to_be_stored_is_refused_before_anything_is_written() -> None:
    with pytest.raises(TypeError):
        to_json({"a": object()})
    with pytest.raises(ValueError, match="Out of range"):
        encode(float("nan"), 0)


def test_a_document_goes_up_step_by_step_and_the_old_one_stays_as_it_was() -> None:
    old = {"a": 1}
    steps = {1: lambda document: {**document, "b": 2}, 2: lambda document: {**document, "c": 3}}
    assert upgraded(old, 1, steps, newest=3) == {"a": 1, "b": 2, "c": 3}
    assert old == {"a": 1}


def test_the_golden_journal_of_schema_1_opens_and_would_be_written_the_same() -> None:
    data = (GOLDEN / "live" / "golden.journal").read_bytes()
    replay = Replay("golden.journal")
    assert replay.feed(data) is None
    assert {type(event).__name__ for commit in replay.commits for event in commit.events} >= {
        "Started",
        "NoteAdded",
    }
    assert isinstance(replay.commits[0].events[0], Started)
    assert replay.header is not None
    assert [commit_from_json(commit_to_json(commit)) for commit in replay.commits] == replay.commits
    assert whole(replay.header, replay.commits).count(b"\n") == data.count(b"\n")


def test_the_golden_folder_of_schema_1_opens_without_a_problem(tmp_path: Path) -> None:
    root = shutil.copytree(GOLDEN, tmp_path / "data", copy_function=shutil.copyfile)
    root.chmod(0o700)
    store = Store.open(root, now=lambda: Moment(1.0))
    assert [session for session, _ in store.live()] == ["golden"]
    assert [row.id for row in store.catalogue.rows.all()] == ["closed"]
    assert store.archive.read("closed")["notes"][0]["text"] == "Wie waren erbij?"
    assert store.catalogue.setting("order") == "place"
    assert store.problems == ()
