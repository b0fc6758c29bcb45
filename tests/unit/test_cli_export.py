"""`export` and `attendance`: the kind of file, its separator, and what is told (field cases 5, 11, 13, N8)."""

import asyncio
import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from intervisie_tui.domain.commands import AddAction, AddNote, Finish, StartClock
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Member
from intervisie_tui.export import FORMATS, format_of
from intervisie_tui.rooms import Rooms
from tests.unit.cli_run import Line, made
from tests.unit.demo_session import START

MEMBERS = tuple(
    Member(f"m{place}", name) for place, name in enumerate(("Bram", "anna de vries", "Zoë", "Jan-Willem Bos"))
)
NOTES = ("Brams vraag", "Anna belt", "Zoe belt", "Jan zegt", "B\u200bram en Zo\u00adë", "x;=1+1;y")


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


def a_session(*notes: str, due: date | None = date(2027, 1, 2), finished: bool = False) -> str:
    start = replace(START, id="", members=MEMBERS, roles=(), owner="m0", group="g", group_name="Demo")
    group = Group(
        "g",
        "Demo",
        (*(GroupMember(one.id, one.name) for one in MEMBERS), GroupMember("m9", "Fatima Idrissi")),
    )
    asyncio.run(Rooms.at().save_group(group))
    added = [AddNote(f"n{place}", "tell", text) for place, text in enumerate(notes)]
    ended = [Finish()] if finished else []
    return made(StartClock(), *added, AddAction("a", "Call", "m1", due), *ended, start=start)


@pytest.mark.parametrize("to", FORMATS)
def test_a_masked_export_holds_no_name_of_a_member(line: Line, to: str) -> None:
    a_session(*NOTES)
    said = line("--lang", "nl", "export", "--masked", "--to", to)
    assert said.code == 0
    for name in ("Bram", "Anna", "anna", "vries", "Zo", "Jan", "Willem", "Bos"):
        assert name not in said.out
    assert said.err == ""


def test_who_was_not_there_but_is_of_the_group_is_left_out_too(line: Line) -> None:
    a_session("Fatima heeft gelijk")
    assert "Fatima" not in line("export", "--masked", "--to", "md").out


def test_words_in_doubt_are_counted_and_all_told(line: Line) -> None:
    words = [f"Bram{sign * 3}" for sign in "abcdefghijklmnopqrstuvwxyz"]
    a_session(*words, "wat een bos")
    said = line("export", "--masked", "--to", "md")
    assert said.code == 0
    assert "27 words stay" in said.err
    for word in (*words, "bos"):
        assert word in said.err
    a_session("Brammetje")
    assert "1 word stays" in line("export", "--masked", "--to", "json").err


def test_a_name_in_the_name_of_the_file_is_told(line: Line, tmp_path: Path) -> None:
    a_session("niets")
    assert "name of the file" in line("export", "--masked", "--output", f"{tmp_path}/voor-zoe.md").err
    assert "name of the file" not in line("export", "--masked", "--output", f"{tmp_path}/voor-ons.md").err


@pytest.mark.parametrize(("language", "separator"), [("nl", ";"), ("en", ",")])
@pytest.mark.parametrize("command", [("export",), ("attendance", "Demo")])
def test_a_table_is_separated_as_the_spreadsheets_of_the_language_do(
    line: Line, command: tuple[str, ...], language: str, separator: str
) -> None:
    a_session("note", finished=True)
    out = line("--lang", language, *command, "--to", "csv").out
    widths = {len(row) for row in csv.reader(io.StringIO(out), delimiter=separator)}
    assert len(widths) == 1
    assert widths.pop() > 3


@pytest.mark.parametrize(
    ("typed", "separator"),
    [(",", ","), (";", ";"), ("tab", "\t"), ("\t", "\t"), ("TAB", "\t"), ("semicolon", ";")],
)
@pytest.mark.parametrize("command", [("export",), ("attendance", "Demo")])
def test_the_separator_can_be_chosen(
    line: Line, command: tuple[str, ...], typed: str, separator: str
) -> None:
    a_session("note", finished=True)
    for language in ("nl", "en"):
        said = line("--lang", language, *command, "--to", "csv", "--separator", typed)
        assert said.code == 0
        assert len(next(csv.reader(io.StringIO(said.out), delimiter=separator))) > 3


@pytest.mark.parametrize("typed", ["", "|", ",,", "x" * 5000, "\x1b[31m", "\n", "=", '"'])
@pytest.mark.parametrize("command", [("export",), ("attendance", "Demo")])
def test_another_separator_is_wrong_usage(line: Line, command: tuple[str, ...], typed: str) -> None:
    a_session("note")
    said = line(*command, "--to", "csv", "--separator", typed)
    assert (said.code, said.out) == (2, "")
    said.complains("--separator", "tab")


def test_a_separator_is_for_tables_only_and_told_in_the_help(line: Line) -> None:
    a_session("note")
    said = line("export", "--to", "md", "--separator", ";")
    assert said.code == 2
    said.complains("--separator", "csv")
    for command in ("export", "attendance"):
        assert "--separator" in line(command, "--help").out


@pytest.mark.parametrize("output", [None, "-", "a.ics"])
def test_a_calendar_without_a_date_is_no_file_and_a_sentence(
    line: Line, tmp_path: Path, output: str | None
) -> None:
    a_session("note", due=None)
    path = tmp_path / "a.ics"
    where = () if output is None else ("--output", "-" if output == "-" else str(path))
    said = line("export", "--to", "ics", *where)
    assert (said.code, said.out) == (1, "")
    said.complains("date", "calendar")
    assert not path.exists()


@pytest.mark.parametrize("ending", [*FORMATS, "MD", "htm", "markdown", "ical"])
def test_the_name_of_the_file_tells_its_kind(line: Line, tmp_path: Path, ending: str) -> None:
    a_session("note")
    path = tmp_path / f"verslag.van.ons.{ending}"
    assert line("export", "--output", str(path)).code == 0
    kind = format_of(path.name)
    assert kind in FORMATS
    assert line("export", "--to", str(kind), "--output", str(path), "--force").code == 0


@pytest.mark.parametrize("named", [*FORMATS, "htm"])
@pytest.mark.parametrize("to", FORMATS)
def test_a_name_and_a_kind_that_differ_are_refused(line: Line, tmp_path: Path, named: str, to: str) -> None:
    a_session("note")
    path = tmp_path / f"verslag.{named}"
    said = line("export", "--output", str(path), "--to", to)
    if format_of(f"x.{named}") == to:
        assert said.code == 0
    else:
        assert said.code == 2
        said.complains("--to", to)
        assert not path.exists()


@pytest.mark.parametrize(
    "output",
    [(), ("--output", "-"), ("--output", "verslag"), ("--output", "verslag.docx"), ("--output", ".md")],
)
@pytest.mark.parametrize("command", [("export",), ("attendance", "Demo")])
def test_without_any_kind_it_is_asked_for(
    line: Line, command: tuple[str, ...], output: tuple[str, ...]
) -> None:
    a_session("note")
    said = line(*command, *output)
    assert said.code == 2
    said.complains("--to", "csv")


def test_a_name_that_tells_nothing_leaves_the_kind_to_the_option(line: Line, tmp_path: Path) -> None:
    a_session("note")
    for name in ("verslag", "verslag.txt", ".md"):
        assert line("export", "--to", "json", "--output", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("{")
