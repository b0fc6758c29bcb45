from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_tui.settings import Config, Settings, read_settings


def config(folder: Path, text: str | bytes) -> Config:
    (folder / "config.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(folder)


def test_without_a_file_everything_is_the_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none") == Config(Settings(), ())


def test_all_that_can_be_set_is_taken(tmp_path: Path) -> None:
    read = config(
        tmp_path,
        """
        language = "nl"
        theme = "light"
        ascii = true
        sound = true
        order = "least heard"
        frame = "short"
        minutes = 75
        thresholds = [25, 10]
        ground_rules = ["Wat we delen blijft hier"]
        process_help = false
        [keys]
        next = "x"
        back = ["y", "pageup"]
        """,
    )
    assert read.problems == ()
    assert read.settings == Settings(
        language="nl",
        theme="light",
        ascii=True,
        sound=True,
        order="least heard",
        frame="short",
        minutes=75,
        thresholds=(25, 10),
        ground_rules=("Wat we delen blijft hier",),
        process_help=False,
        keys={"next": ("x",), "back": ("y", "pageup")},
    )


def test_an_unknown_setting_is_told_with_the_nearest_name_and_the_rest_is_taken(tmp_path: Path) -> None:
    read = config(tmp_path, '# mine\nlangage = "nl"\nminutes = 60\n')
    assert read.settings == Settings(minutes=60)
    (problem,) = read.problems
    assert (problem.line, "language" in problem.hint) == (2, True)


@pytest.mark.parametrize(
    "line",
    [
        "minutes = '60'",
        "minutes = 0",
        "minutes = true",
        "minutes = nan",
        "language = 'klingon'",
        "language = []",
        "sound = 1",
        "thresholds = [5, 20]",
        "thresholds = [20]",
        "ground_rules = 'one'",
        "ground_rules = [1]",
        "keys = 'n'",
        "keys = {next = 1}",
        "theme = 3",
        "process_help = 'no'",
    ],
)
def test_a_wrong_value_is_told_with_what_it_takes_and_the_default_stays(tmp_path: Path, line: str) -> None:
    read = config(tmp_path, f"\n{line}\n")
    assert read.settings == Settings()
    (problem,) = read.problems
    assert problem.line == 2
    assert line.partition(" ")[0] in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "line"),
    [("sound = true\nlanguage = nl\n", 2), ('a = "', 1), ("[keys\n", 1), (b"a = 1\n\xff", 2)],
)
def test_a_typo_is_told_with_its_line_and_a_mend(tmp_path: Path, text: str | bytes, line: int) -> None:
    read = config(tmp_path, text)
    assert read.settings == Settings()
    (problem,) = read.problems
    assert (problem.line, bool(problem.hint)) == (line, True)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    assert "Cannot read" in read_settings(tmp_path).problems[0].message


@given(st.one_of(st.binary(max_size=60), st.text(alphabet="[]{}=\"'.,\n keysnminutes10", max_size=40)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_stops_the_program(tmp_path: Path, text: str | bytes) -> None:
    config(tmp_path, text)


def test_a_problem_as_a_sentence_ends_with_one_sign_and_no_more(tmp_path: Path) -> None:
    read = config(tmp_path, 'langage = "nl"\nsound = "loud"')
    told = [problem.sentence() for problem in read.problems]
    assert told == [
        "There is no setting langage. Did you mean language?",
        "Setting sound cannot be loud. It takes true, false.",
    ]
