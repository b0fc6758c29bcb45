"""Field cases, N16: a version before meets what a version after wrote, and this one continues what one before wrote."""

import hashlib
import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intervisie_tui.domain.events import Event, NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Keep, Seat
from intervisie_tui.method import Capture
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.commits import Header
from intervisie_tui.store.disk import LocalDisk
from intervisie_tui.store.lines import encode, scan
from intervisie_tui.store.migrations import SCHEMA
from intervisie_tui.store.store import Store
from tests.unit.cli_run import Line, data_folder
from tests.unit.test_cli_stored import CANARY, closed, fresh
from tests.unit.test_store_archive import Cut, Faulty

OLD = Path(__file__).parent.parent / "golden" / "schema-1"
Change = Callable[[list[Any]], None]


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


def field_of_an_event(values: list[Any]) -> None:
    values[1][4][0][1]["place"] = "Zwolle"


def field_deep_in_an_event(values: list[Any]) -> None:
    values[1][4][0][1]["members"][0]["pronoun"] = "die"


def event(values: list[Any]) -> None:
    values[-1][4].append(["LightsDimmed", {"share": 0.5}])


def value_of_an_enum(values: list[Any]) -> None:
    values[1][4][0][1]["order"] = "by-lot"


def kind_of_a_field(values: list[Any]) -> None:
    values[1][4][0][1]["planned_seconds"] = {"least": 1, "most": 2}


def field_of_the_header(values: list[Any]) -> None:
    values[0]["host"] = "laptop"


def part_of_a_commit(values: list[Any]) -> None:
    values[-1].append("signature")


FUTURES: tuple[Change, ...] = (
    field_of_an_event, field_deep_in_an_event, event, value_of_an_enum, kind_of_a_field, field_of_the_header,
    part_of_a_commit,
)  # fmt: skip


def written(values: list[Any]) -> bytes:
    lines, checksum = [], 0
    for value in values:
        made, checksum = encode(value, checksum)
        lines.append(made)
    return b"".join(lines)


def digests() -> dict[str, str]:
    found = (path for path in sorted(data_folder().rglob("*")) if stat.S_ISREG(path.lstat().st_mode))
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found if path.suffix != ".lock"
    }


@pytest.mark.parametrize("change", FUTURES, ids=lambda change: change.__name__)
def test_a_journal_with_something_of_the_future_is_newer_and_nothing_touches_it(
    change: Change, line: Line
) -> None:
    other, session = fresh(), fresh()
    path = data_folder() / "live" / f"{session}.journal"
    values = [each.value for each in scan(path.read_bytes(), 0, 0).lines]
    change(values)
    path.write_bytes(written(values))
    before = digests()
    listed = line("sessions", "--json")
    assert listed.code == 0
    assert [row["id"] for row in json.loads(listed.out)] == [other]
    assert f"{path.name} was written by a newer version" in listed.err
    for words in (("open", session), ("export", session, "--to", "json"), ("stage", session)):
        said = line(*words)
        assert said.code == 1
        said.complains("was written by a newer version")
    assert line("doctor").out.count("newer version") == 1
    assert digests() == before
    # What a person wants gone goes, also when it cannot be read here.
    assert line("wipe", session, "--yes").code == 0
    assert not path.exists()


def test_the_same_bytes_with_a_wrong_checksum_are_damage(line: Line) -> None:
    session = fresh()
    path = data_folder() / "live" / f"{session}.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(
        b"".join((*lines[:-1], lines[-1].replace(b"NoteAdded", b"NoteAdned").replace(b"}", b',"x":1}', 1)))
    )
    said = line("sessions")
    assert (said.code, "is damaged" in said.err, "newer" in said.err) == (0, True, False)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("catalogue.json", f'"schema": {SCHEMA}', f'"schema": {SCHEMA + 1}'),
        ("index.json", f'"schema": {SCHEMA}', f'"schema": {SCHEMA + 1}'),
        ("index.json", '"people":', '"chairs": 4, "people":'),
    ],
)
def test_a_list_of_the_future_is_newer_and_nothing_touches_it(
    name: str, old: str, new: str, line: Line
) -> None:
    session = fresh()
    closed(session)
    line("sessions")
    path = data_folder() / name
    if not path.exists():
        path.write_text(json.dumps({"meta": {"1": {"schema": SCHEMA}}, "groups": {}}))
    path.write_text(path.read_text().replace(old, new, 1))
    before = digests()
    said = line("sessions", "--json")
    assert said.code == 0
    if name == "index.json":
        assert f"{name} was written by a newer version" in said.err
    assert digests() == before


def golden(folder: Path) -> Path:
    root = shutil.copytree(OLD, folder / "data", copy_function=shutil.copyfile)
    root.chmod(0o700)
    return root


def opened(root: Path, disk: LocalDisk | None = None) -> Store:
    return Store.open(root, now=lambda: Moment(2_000_000_000.0), disk=disk)


def go_on(store: Store) -> None:
    def make(at: Moment) -> tuple[Event, ...]:
        return (NoteAdded(at, "later", "facts", Capture.FACT, "goes on"),)

    journal = store.journal("golden")
    assert journal.append(journal.read(0).revision, Seat.TIMEKEEPER, "screen", make) is not None


def older(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*.schema-1"))


def test_a_live_session_of_schema_1_goes_on_in_this_schema_and_the_old_file_goes_at_the_next_good_start(
    tmp_path: Path,
) -> None:
    root = golden(tmp_path)
    before = (root / "live" / "golden.journal").read_bytes()
    store = opened(root)
    reader = store.journal("golden")
    read = reader.read(0)
    assert read.commits
    assert (root / "live" / "golden.journal").read_bytes() == before
    go_on(store)
    assert reader.header.schema == 1
    again = reader.read(read.revision)
    assert again.anew
    assert again.commits[: read.revision] == read.commits
    assert again.revision == read.revision + 1
    assert reader.header.schema == SCHEMA
    assert (root / "live" / "golden.journal.schema-1").read_bytes() == before
    assert opened(root).journal("golden").read(0).revision == read.revision + 1
    assert older(root) == []


def test_cut_off_at_any_call_a_session_that_is_upgraded_is_whole_before_or_after(tmp_path: Path) -> None:
    kept = opened(golden(tmp_path / "kept")).journal("golden").read(0).commits
    for at in range(1, 60):
        root = golden(tmp_path / str(at))
        store = opened(root, Faulty(at, Cut))
        try:
            go_on(store)
        except Cut:
            ended = False
        else:
            ended = True
        reading = opened(root).journal("golden").read(0)
        assert reading.damage is None
        assert reading.commits[: len(kept)] == kept
        assert len(reading.commits) in ({len(kept) + 1} if ended else {len(kept), len(kept) + 1})
        assert older(root) == []
        assert not list(root.rglob("*.new"))
        go_on(opened(root))
        if ended:
            return
    raise AssertionError("it never ended")


@pytest.mark.parametrize("name", ["catalogue.json", "index.json"])
def test_a_list_of_schema_1_is_kept_until_the_next_good_start_and_goes_with_what_is_erased(
    name: str, tmp_path: Path
) -> None:
    root = golden(tmp_path)
    before = (root / name).read_bytes()
    store = opened(root)
    assert [row.id for row in store.catalogue.rows.all()] == ["closed"]
    store.catalogue.set("order", "place")
    store.catalogue.rows.put(*store.catalogue.rows.all())
    assert json.loads((root / name).read_bytes())["meta"]["1"]["schema"] == SCHEMA
    assert (root / f"{name}.schema-1").read_bytes() == before
    store.wipe_session("closed")
    assert older(root) == []


def test_a_list_that_cannot_be_read_keeps_its_older_version(tmp_path: Path) -> None:
    root = golden(tmp_path)
    opened(root).catalogue.set("order", "place")
    (root / "catalogue.json").write_bytes(b"{broken")
    opened(root)
    assert older(root) == ["catalogue.json.schema-1"]


@pytest.mark.parametrize("how", ["wipe", "rewrite", "all"])
def test_what_was_erased_stands_in_no_older_version(how: str, tmp_path: Path) -> None:
    root = golden(tmp_path)
    store = opened(root)
    go_on(store)
    assert older(root) == ["golden.journal.schema-1"]
    if how == "rewrite":
        store.journal("golden").rewrite(lambda commits: commits)
    elif how == "wipe":
        store.wipe_session("golden")
    else:
        store.wipe_all()
    assert older(root) == []


def test_closing_takes_the_older_version_too(line: Line) -> None:
    session = fresh()
    path = data_folder() / "live" / f"{session}.journal"
    values: list[Any] = [each.value for each in scan(path.read_bytes(), 0, 0).lines]
    values[0]["schema"] = 1
    path.write_bytes(written(values))
    closed(session, Keep.ACTIONS)
    assert older(data_folder()) == []
    assert CANARY not in line("export", session, "--to", "json").out


def test_all_that_this_version_writes_says_its_schema(line: Line) -> None:
    live, kept = fresh(), fresh()
    closed(kept)
    assert line("sessions").code == 0
    first = (data_folder() / "live" / f"{live}.journal").read_bytes()
    header = scan(first, 0, 0).lines[0].value
    assert isinstance(header, dict)
    assert header["schema"] == SCHEMA == 2
    assert Header(SCHEMA, live, 1, Moment(0.0)).schema == SCHEMA
    for path in (data_folder() / "index.json", data_folder() / "sessions" / f"{kept}.json"):
        assert json.loads(path.read_bytes())["meta"]["1"]["schema"] == SCHEMA


def test_rooms_open_on_the_folder_of_schema_1(tmp_path: Path) -> None:
    root = golden(tmp_path)
    rooms = Rooms.at(root)
    session = rooms.folded("golden")
    assert session is not None
    assert session.members
    assert rooms.any_record("closed")["id"] == "closed"
