"""Old data opens for ever (N16): the golden files of each schema, and the shape that a schema promises."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from intervisie_tui.domain.events import EVENTS
from intervisie_tui.domain.moments import Moment
from intervisie_tui.export.attendance import attendance
from intervisie_tui.rooms import Rooms
from intervisie_tui.settings import read_settings
from intervisie_tui.store.migrations import SCHEMA
from intervisie_tui.store.replay import Replay, whole
from intervisie_tui.store.store import Store
from tools.golden import GOLDEN, SESSIONS, write
from tools.shape import Shape, shape

SCHEMAS = sorted(int(path.name.removeprefix("schema-")) for path in GOLDEN.iterdir())
OPTIONAL = (", has a default", ", may be absent")


def shape_of(schema: int) -> Shape:
    found: Shape = json.loads((GOLDEN / f"schema-{schema}" / "shape.json").read_text(encoding="utf-8"))
    return found


def test_what_is_stored_has_the_shape_that_its_schema_had_when_it_was_released() -> None:
    assert shape_of(SCHEMA) == shape(), (
        "What is stored has another shape. Raise SCHEMA in store/migrations.py and run `python -m tools.golden`; while "
        "this schema has not been released, run `python -m tools.golden --again`."
    )


def test_every_schema_has_its_golden_files() -> None:
    assert list(range(1, SCHEMA + 1)) == SCHEMAS


@pytest.mark.parametrize("schema", SCHEMAS[:-1])
def test_nothing_that_was_ever_stored_was_taken_out_and_what_came_has_a_default(schema: int) -> None:
    before, after = shape_of(schema), shape_of(schema + 1)
    for name, old in before.items():
        new = after[name]
        if isinstance(old, list) or isinstance(new, list):
            assert set(old) <= set(new)
            continue
        assert old.items() <= new.items()
        assert all(new[field].endswith(OPTIONAL) for field in new.keys() - old.keys())


def copied(schema: int, folder: Path) -> Path:
    root = shutil.copytree(GOLDEN / f"schema-{schema}", folder / "data", copy_function=shutil.copyfile)
    root.chmod(0o700)
    return root


def hashes(root: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_golden_files_of_each_schema_open_without_a_problem_and_are_not_changed_by_it(
    schema: int, tmp_path: Path
) -> None:
    root = copied(schema, tmp_path)
    before = hashes(root)
    store = Store.open(root, now=lambda: Moment(1_800_000_000.0))
    for session, header in store.live():
        assert header.schema == schema
        assert store.journal(session).read(0).commits
    for row in store.catalogue.rows.all():
        assert store.archive.read(row.id)["id"] == row.id
    assert store.problems == ()
    assert hashes(root) == before


def test_the_golden_session_of_this_schema_holds_every_event_and_would_be_written_the_same() -> None:
    data = (GOLDEN / f"schema-{SCHEMA}" / "live" / "golden-live.journal").read_bytes()
    replay = Replay("golden-live.journal")
    assert replay.feed(data) is None
    happened = {type(event).__name__ for commit in replay.commits for event in commit.events}
    # What ends a session is in those that were closed, and their journals are gone; breaks end by the clock's start.
    assert happened == set(EVENTS) - {"Finished", "Unfinished", "Closed", "BreakEnded"}
    assert replay.header is not None
    assert whole(replay.header, replay.commits) == data


def test_the_tool_writes_the_same_files_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    for name in ("one", "two"):
        write(tmp_path / name)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_the_closed_golden_sessions_tell_who_was_there_for_how_long(tmp_path: Path) -> None:
    root = copied(2, tmp_path)
    moment = Moment(1_800_000_000.0)
    store = Store.open(root, now=lambda: moment)
    rooms = Rooms(store, read_settings(root / "none"), root / "none", lambda: moment)
    records = [rooms.any_record(session) for session, keep in SESSIONS.items() if keep is not None]
    said = attendance(records, "IB-kring", None, "csv", "en").splitlines()
    assert len(said) == 1 + 2 * 6
    assert len(set(said[1:])) == 6
