"""P28: what a method file can get wrong, each alone, through the folder and through the check in a child process."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from intervisie_tui.methods_new import skeleton
from intervisie_tui.registry import check, load

pytestmark = pytest.mark.processes

GOOD = skeleton("our-own")
PHASE = """Phase("p{n}", Text("a", "a"), Text("b", "b"), Minutes(2), Floor.OPEN, Stance.LISTENS, Text("c", "c"))"""
HEAD = GOOD.split("    phases=(", 1)[0].replace('"our-own"', '"wrong"')
HEAD = HEAD.replace("Capture, Cue,", "Board, Capture, Cell, Cue, Repeat,")


def wrong(phases: str, before: str = "") -> str:
    """A method with these phases, and with lines of code before it."""
    return HEAD.replace("METHOD = ", f"{before}\nMETHOD = ") + f"    phases={phases},\n)\n"


def of_cells(count: int) -> str:
    """A method with a board of this many cells."""
    cells = ", ".join(f"Cell('c{n}', Text('a', 'a'))" for n in range(count))
    return wrong(f"({PHASE.format(n=1)[:-1]}, board=Board({cells})),)")


def asked(body: str) -> str:
    """A method whose phases are a function with this body."""
    return wrong("phases", f"PHASE = {PHASE.format(n=1)}\nasked = []\ndef phases(circle):\n{body}\n")


# Name: (source, what is told, whether it can be used all the same).
WRONG: dict[str, tuple[str, str, bool]] = {
    "none": (wrong("()"), "Method.phases is empty", False),
    "many": (wrong(f"({', '.join(PHASE.format(n=n) for n in range(200))})"), "are more than 100", False),
    "many_repeated": (
        wrong(f"(Repeat(times=100, phases=({PHASE.format(n=1)}, {PHASE.format(n=2)})),)"),
        "are more than 100",
        False,
    ),
    "changes_its_mind": (
        asked("    asked.append(1)\n    return (Repeat(1 + len(asked) % 2, (PHASE,)),)"),
        "are not the same when asked twice",
        False,
    ),
    "slow": (
        # The fault itself: its function sleeps longer than the second that it may take.
        asked("    import time\n    if circle.people == 5: time.sleep(1.2)\n    return (PHASE,)"),
        "take 1.2 s for 5 people",
        False,
    ),
    "raises": (asked("    return 1 / (circle.people - 5) and (PHASE,)"), "fails for 5 people", False),
    "hurried": (
        asked("    return (PHASE,) * (circle.minutes > 30 or 1 / 0)"),
        "fails for 3 people in 20 minutes",
        False,
    ),
    "leaves": (asked("    raise SystemExit"), "fails for 3 people", False),
    "gives_a_list": (asked("    return [PHASE]"), "Method.phases is no tuple", False),
    "capitals": (GOOD.replace("our-own", "Our-Own"), "Method.id is 'Our-Own'", False),
    "no_cell": (of_cells(0), "Board.cells is empty", False),
    "forty_cells": (of_cells(40), "Board has 40 cells", False),
    "five_megabytes": (GOOD + "#" * 5_000_000, "is larger than a megabyte", False),
    "prints": (GOOD.replace("our-own", "wrong").replace("\nMETHOD", "\nprint('hello')\nMETHOD"), "prints while", True),
    "complains": (GOOD.replace("our-own", "wrong") + "import sys\nsys.stderr.write('hello')\n", "prints while", True),
    "prints_bytes": (
        GOOD.replace("our-own", "wrong") + "import sys\nsys.stdout.buffer.write(b'hello')\n", "prints while", True,
    ),
    "ends": (GOOD + "\nimport os\nos._exit(3)\n", "raises SystemExit (3)", False),
    "half_a_sign": (GOOD.replace('en="Story"', 'en="\\ud800"'), "Text.en has a line break or another control", False),
    "endless_name": (GOOD.replace('en="Story"', 'en="Story" * 1000'), "Text.en is 5000 characters long", False),
    "odd_id": (
        GOOD.replace("METHOD = ", "class Id(str):\n    def __hash__(self): raise ValueError\nMETHOD = ")
        .replace('id="our-own"', 'id=Id("our-own")'), "Method.id is '", False,
    ),
    "asks": (GOOD.replace("\nMETHOD", "\nname = input('Who? ')\nMETHOD"), "asks for something to be typed", False),
    "reads": (GOOD + "\nimport sys\nsys.stdin.read()\n", "asks for something to be typed", False),
    "reads_lines": (GOOD + "\nimport sys\nfor line in sys.stdin: pass\n", "asks for something to be typed", False),
    "reads_bytes": (GOOD + "\nimport sys\nsys.__stdin__.buffer.read()\n", "asks for something to be typed", False),
    "reads_by_number": (GOOD + "\nimport os\nos.read(0, 1)\n", "asks for something to be typed", False),
    "reads_reopened": (GOOD + "\nimport os\nos.fdopen(0).read()\n", "asks for something to be typed", False),
    "reads_the_terminal": (
        GOOD + "\nimport os\nos.read(os.open('/dev/tty', os.O_RDONLY), 1)\n", "asks for something to be typed", False,
    ),
    "asks_softly": (
        GOOD + "\ntry:\n    input()\nexcept EOFError:\n    pass\n", "asks for something to be typed", False,
    ),
    "misnames": (GOOD.replace("Floor.ROUND", "Floor.ROUNDS"), "raises AttributeError", False),
    "forgets_to_import": (GOOD.replace(" Cue,", ""), "raises NameError", False),
    "strange_field": (GOOD.replace("captures=", "capture=", 1), "Phase 'story' capture is no field of a Phase", False),
    "cue_of_words": (GOOD.replace("Cue(2,", "Cue('2',"), "Cue.minutes_left is '2'", False),
    "size_of_words": (GOOD.replace("least=3", "least='3'", 1), "Size is ('3', 6, 8)", False),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_file_line_and_mend_and_the_rest_loads(folder: Path, name: str) -> None:
    source, message, usable = WRONG[name]
    path = folder / f"{name}.py"
    path.write_text(source.replace("our-own", "wrong"), encoding="utf-8")
    library = load(folder, others=())
    problem = library.problems[0]
    assert message in problem.message
    assert len(library.problems) == 1 + (name == "slow")
    assert problem.mend
    assert problem.file == str(path)
    assert problem.line > 0 or name == "five_megabytes"
    assert {"our-own", "incident"} <= library.methods.keys()
    assert ("wrong" in library.methods) == usable


@pytest.mark.parametrize("name", WRONG)
def test_the_check_in_a_child_tells_the_same(folder: Path, name: str) -> None:
    source, message, _usable = WRONG[name]
    path = folder / f"{name}.py"
    path.write_text(source, encoding="utf-8")
    problems = check(path).problems
    assert message in problems[0].message
    assert all(problem.mend for problem in problems)


def test_a_plug_in_that_breaks_off_as_ctrl_c_does_is_told_where_no_key_can_have_been_pressed(
    folder: Path,
) -> None:
    (folder / "breaks.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    # As the lobby loads: beside the thread in which Ctrl-C comes.
    with ThreadPoolExecutor(1) as beside:
        library = beside.submit(load, folder, others=()).result()
    assert [problem.message for problem in library.problems] == ["raises KeyboardInterrupt ()"]
    assert "our-own" in library.methods


def test_links_that_lead_nowhere_or_round_are_told_and_the_rest_loads(folder: Path) -> None:
    (folder / "nowhere.py").symlink_to(folder / "gone.py")
    (folder / "round.py").symlink_to(folder / "about.py")
    (folder / "about.py").symlink_to(folder / "round.py")
    library = load(folder, others=())
    assert {Path(problem.file).name for problem in library.problems} == {"about.py", "nowhere.py", "round.py"}
    assert {problem.message for problem in library.problems} == {"is a link that leads nowhere"}
    assert "our-own" in library.methods


def test_a_folder_that_is_a_loop_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    library = load(tmp_path / "a", others=())
    (problem,) = library.problems
    assert "cannot be read" in problem.message
    assert "incident" in library.methods


def test_of_two_entry_points_with_one_id_the_second_is_told_with_the_file_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first_package", "second_package"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(
            "raise RuntimeError('not asked for')\n", encoding="utf-8"
        )
        (tmp_path / f"{name}_methods.py").write_text(GOOD, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    entries = [
        EntryPoint(name, f"{name}_methods:METHOD", "intervisie_tui.methods")
        for name in ("first_package", "second_package")
    ]
    library = load(others=entries)
    (problem,) = library.problems
    assert problem.file == str(tmp_path / "second_package_methods.py")
    assert problem.line > 1
    assert "is taken by" in problem.message
    assert "first_package_methods.py" in problem.message
    assert library.methods["our-own"].file == tmp_path / "first_package_methods.py"
    broken = load(others=[EntryPoint("x", "first_package:METHOD", "intervisie_tui.methods")]).problems
    assert [(problem.file, problem.line) for problem in broken] == [
        (str(tmp_path / "first_package" / "__init__.py"), 1)
    ]


@pytest.mark.parametrize("value", ["[gift_round]", "", "a b:c", "no.such:module"])
def test_an_entry_point_that_names_no_module_is_told_and_all_others_load(value: str) -> None:
    library = load(others=[EntryPoint("gift", value, "intervisie_tui.methods")])
    assert len(library.problems) == 1
    assert "incident" in library.methods


PROGRAM = """
import sys
from intervisie_tui.cli import main
main(sys.argv[1:])
print("left:", sys.stdin.readline())
"""
READS = {
    "stdin": "import sys\nsys.stdin.read()",
    "the keyboard": "input()",
    "the file of it": "open(0).read()",
    "its number": "import os\nos.read(0, 1)",
}


@pytest.mark.parametrize("asks", READS.values(), ids=READS)
@pytest.mark.parametrize(
    "command", [("methods",), ("methods", "show", "incident"), ("methods", "check", "reads")]
)
def test_a_plug_in_neither_waits_for_keys_nor_eats_them(
    tmp_path: Path, asks: str, command: tuple[str, ...]
) -> None:
    folder = tmp_path / "config" / "methods"
    folder.mkdir(mode=0o700, parents=True)
    folder.parent.chmod(0o700)
    (folder / "reads.py").write_text(asks + "\n", encoding="utf-8")
    # As in a terminal: what nobody has typed yet is waited for.
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *command],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdin is not None
    child.stdin.write("mine\n")
    child.stdin.flush()
    out, err = child.communicate(timeout=30)
    assert "left: mine" in out, (out, err)


TALKS = {
    "by number": "import os\nos.write(1, b'hello')\nos.write(2, b'hello')",
    "by a program": "import os\nos.system('echo hello; echo hello >&2')",
    "past what stands in": "import sys\nprint('hello', file=sys.__stdout__)\nprint('hello', file=sys.__stderr__)",
}


@pytest.mark.parametrize("talks", TALKS.values(), ids=TALKS)
def test_what_a_plug_in_writes_stands_in_no_answer(tmp_path: Path, talks: str) -> None:
    folder = tmp_path / "config" / "methods"
    folder.mkdir(mode=0o700, parents=True)
    folder.parent.chmod(0o700)
    (folder / "talks.py").write_text(f"{talks}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "intervisie_tui", "methods", "--json"],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        env=os.environ | {"INTERVISIE_CONFIG_DIR": str(folder.parent)},
    )  # fmt: skip
    (problem,) = json.loads(done.stdout)["problems"]
    assert "talks.py" in problem["message"]
    assert done.stderr == ""
