"""P28: a plug-in cannot hurt: what is wrong with it is a Problem, and the rest works."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from intervisie_tui.methods_new import skeleton
from intervisie_tui.methods_text import as_json, table
from intervisie_tui.registry import Door, Library, check, load, load_file

pytestmark = pytest.mark.processes

GOOD = skeleton("our-own")
# File name: (source, line of the problem, a part of the message).
BAD: dict[str, tuple[str | bytes, int, str]] = {
    "raises.py": ("\n\n1 / 0\n", 3, "raises ZeroDivisionError"),
    "leaves.py": ("import sys\nsys.exit(3)\n", 2, "raises SystemExit"),
    "base.py": ("class Odd(BaseException):\n    def __str__(self): raise self\nraise Odd\n", 3, "raises Odd"),
    "latin.py": ("# één\n".encode() + "name = 'één'\n".encode("latin-1"), 2, "is not UTF-8"),
    "syntax.py": ("x = 1\nMETHOD = Method(\n", 2, "is no Python"),
    "nul.py": (b"METHOD = 1\x00\n", 1, "null bytes"),
    "prose.py": ("x = 1\n", 1, "defines no METHOD"),
    "empty.py": ("", 1, "defines no METHOD"),
    "number.py": ("METHOD = 3\n", 1, "METHOD holds a value of type int"),
    "loose.py": ("METHODS = 3\n", 1, "METHODS is no tuple"),
    "taken.py": (GOOD.replace("our-own", "incident"), 0, "is taken by a bundled method"),
    "twin.py": (GOOD, 0, "is taken by good.py"),
    "zero.py": (GOOD.replace("Minutes(10, least=5)", "Minutes(0)"), 0, "Minutes.minutes is 0"),
    "least.py": (GOOD.replace("least=5", "least=15"), 0, "Minutes.least is 15 of 10"),
    "english.py": (GOOD.replace(', en="Story"', ""), 0, "Text.en is missing"),
    "double.py": (GOOD.replace('id="advice"', 'id="story"'), 0, "has the id 'story' 2 times"),
    "floor.py": (GOOD.replace("floor=Floor.ROUND,\n", ""), 0, "Phase 'advice' floor is missing"),
    "unequal.py": (
        GOOD.replace("phases=(", "phases=lambda circle: 1 / (circle.people - 5) and (", 1),
        0,
        "fails for 5 people",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    for name, (source, _line, _message) in BAD.items():
        data = source if isinstance(source, bytes) else source.encode()
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a-folder.py").mkdir()
    (tmp_path / "_part.py").write_text("raise RuntimeError", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no method", encoding="utf-8")
    return tmp_path


def test_every_bad_plug_in_is_a_problem_with_its_line_and_all_others_load(folder: Path) -> None:
    library = load(folder, others=())
    told = {Path(problem.file).name: problem for problem in library.problems}
    assert told.keys() == {*BAD, "a-folder.py"}
    for name, (_source, line, message) in BAD.items():
        assert message in told[name].message
        assert told[name].mend
        assert told[name].line == line or (line == 0 and told[name].line > 1), name
    assert library.methods["our-own"].door is Door.USER
    assert library.methods["incident"].door is Door.BUNDLED


def test_the_problems_reach_the_table_and_the_json(folder: Path) -> None:
    library = load(folder, others=())
    assert "raises.py:3" in table(library, "en")
    problems = as_json(library, "nl")["problems"]
    assert {problem.keys() == {"file", "line", "message"} for problem in problems} == {True}


def test_all_that_is_wrong_in_one_file_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "two.py"
    source = GOOD.replace("Minutes(10, least=5)", "Minutes(-1)").replace("Level.STARTER", "'starter'", 1)
    file.write_text(source, encoding="utf-8")
    first, second = load_file(file).problems
    assert "Method.level" in first.message
    assert "Minutes.minutes" in second.message
    assert "Minutes(-1)" in source.splitlines()[second.line - 1]


@pytest.mark.parametrize("rights", [0o777, 0o770, 0o702])
def test_a_folder_that_others_can_write_in_is_refused(tmp_path: Path, rights: int) -> None:
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    tmp_path.chmod(rights)
    library = load(tmp_path, others=())
    assert "our-own" not in library.methods
    assert ["can be written by others" in problem.message for problem in library.problems] == [True]


def test_a_missing_folder_is_no_problem(tmp_path: Path) -> None:
    assert load(tmp_path / "none", others=()).problems == ()


def test_a_slow_plug_in_is_told_and_still_loads(tmp_path: Path) -> None:
    file = tmp_path / "slow.py"
    file.write_text(GOOD, encoding="utf-8")
    library = load_file(file, slow=-1.0)
    assert "our-own" in library.methods
    assert ["to load" in problem.message for problem in library.problems] == [True]


def test_what_a_plug_in_prints_does_not_come_out_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "chatty.py"
    file.write_text("print('hello')\n" + GOOD.replace('"""A', 'x = """A', 1), encoding="utf-8")
    library = load_file(file)
    assert [problem.message for problem in library.problems] == ["prints while it is loaded"]
    assert "our-own" in library.methods
    assert capsys.readouterr() == ("", "")


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    library: Library = load_file(tmp_path / "none.py")
    assert [problem.message for problem in library.problems] == ["does not exist"]


def test_an_entry_point_comes_through_the_same_door() -> None:
    good = EntryPoint("x", "intervisie_tui.methods.incident:METHOD", "intervisie_tui.methods")
    bad = EntryPoint("y", "intervisie_tui.no_such_module", "intervisie_tui.methods")
    problems = load(others=(good, bad)).problems
    assert ["taken by a bundled" in problems[0].message, "ModuleNotFoundError" in problems[1].message] == [
        True,
        True,
    ]


def test_a_check_in_a_child_tells_right_from_wrong(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text(GOOD, encoding="utf-8")
    bad.write_text("import os\nos.kill(os.getpid(), 9)\n", encoding="utf-8")
    assert (check(good).ids, check(good).problems) == (("our-own",), ())
    assert "exit -9" in check(bad).problems[0].message


def test_a_check_of_a_plug_in_that_never_ends_ends(tmp_path: Path) -> None:
    file = tmp_path / "endless.py"
    file.write_text("while True: pass\n", encoding="utf-8")
    assert "takes longer than 0.5 s" in check(file, seconds=0.5).problems[0].message


def test_a_check_tells_that_an_id_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "incident.py"
    file.write_text(GOOD.replace("our-own", "incident"), encoding="utf-8")
    assert "taken by a bundled method" in check(file).problems[0].message


def test_a_plug_in_that_never_ends_is_told_and_all_others_load(tmp_path: Path) -> None:
    (tmp_path / "endless.py").write_text("while True:\n    pass\n", encoding="utf-8")
    library = load(tmp_path, seconds=0.2, others=())
    assert [problem.message for problem in library.problems] == ["takes longer than 0.2 s to load"]
    assert "incident" in library.methods
