import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_tui import locale
from intervisie_tui.domain.frame import Frame
from intervisie_tui.method import Circle
from intervisie_tui.methods_new import skeleton
from intervisie_tui.methods_page import show
from intervisie_tui.methods_text import as_json, table
from intervisie_tui.registry import Library, Problem, load, load_file

LIBRARY = load(others=())


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = locale.language()
    locale.use("en")
    yield
    locale.use(before)


def test_the_table_has_a_line_for_each_method_and_no_blanks_at_ends() -> None:
    lines = table(LIBRARY, "nl").splitlines()
    assert len(lines) == len(LIBRARY.methods) + 1
    assert any("Incidentmethode" in line and "58" in line for line in lines)
    assert lines == [line.rstrip() for line in lines]


def test_a_name_without_end_leaves_the_columns_in_sight(tmp_path: Path) -> None:
    file = tmp_path / "long.py"
    file.write_text(skeleton("long").replace('en="Long"', 'en="Long" * 100'), encoding="utf-8")
    assert max(map(len, table(load_file(file), "en").splitlines())) < 120


@pytest.mark.parametrize(
    ("people", "minutes", "frame", "words"),
    [
        (None, 120, Frame.FULL, "as it is"),
        (None, None, Frame.FULL, "shortened to 55 min"),
        (6, 58, Frame.NONE, "as it is"),
        (6, None, Frame.NONE, "as it is"),
        (6, 50, Frame.NONE, "shortened to 50 min"),
        (6, 60, Frame.FULL, "10 min too long"),
        (2, None, Frame.NONE, "for 3 or more"),
        (9, 20, Frame.NONE, "for 8 at most; 15 min too long"),
    ],
)
def test_the_table_tells_how_a_method_fits(
    people: int | None, minutes: float | None, frame: Frame, words: str
) -> None:
    lines = table(LIBRARY, "en", people, minutes, frame).splitlines()
    (line,) = [line for line in lines if line.startswith("incident")]
    assert line.endswith(f"  {words}")


def test_the_table_tells_what_its_fit_is_reckoned_for() -> None:
    assert table(LIBRARY, "en").splitlines()[0].endswith("fit in 90 min")
    assert table(LIBRARY, "en", 5, 60).splitlines()[0].endswith("fit in 60 min, with 5")
    assert table(LIBRARY, "en", 5, frame=Frame.NONE).splitlines()[0].endswith("fit, with 5")


def test_the_json_is_the_contract_of_the_command_line() -> None:
    listed = {each["id"]: each for each in json.loads(json.dumps(as_json(LIBRARY, "nl")))["methods"]}
    balint = listed["balint"]
    assert list(balint) == ["id", "name", "summary", "level", "origin", "size", "minutes", "phases"]
    assert balint["name"] == "Balintmethode"
    assert (balint["level"], balint["origin"]) == ("practised", "bundled")
    assert balint["size"] == {"least": 5, "ideal": 6, "most": 8}
    assert balint["minutes"] == {"least": 66, "ideal": 68, "most": 72}
    assert balint["phases"][3] == {
        "id": "delen",
        "name": "Associaties delen",
        "minutes": 10,
        "floor": "round",
    }
    assert sum(phase["minutes"] for phase in balint["phases"]) == 68


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", LIBRARY.methods)
def test_a_method_is_shown_whole_on_a_page(name: str, language: str) -> None:
    method = LIBRARY.methods[name].method
    page = show(method, language)
    words = " ".join(page.split())
    assert all(len(line) <= 88 or " " not in line.strip("- ") for line in page.splitlines())
    texts = [method.summary, method.suits, method.avoid, *method.roles, *method.wishes]
    if method.caution is not None:
        texts.append(method.caution)
    for step in method.unrolled(Circle(method.size.ideal, 90)):
        phase = step.phase
        texts += [phase.name, phase.purpose, phase.owner, *phase.prompts, *(cue.say for cue in phase.cues)]
    assert [text for text in texts if text.of(language) not in words] == []


def test_a_page_tells_what_each_phase_notes_what_the_owner_does_and_where_the_minutes_come_from() -> None:
    locale.use("nl")
    page = show(LIBRARY.methods["incident"].method, "nl")
    assert "* Vragen noteren, 3 min, minstens 2 min, in stilte (minuten zelf gekozen)" in page
    assert "Inbrenger (luistert): Wacht." in page
    assert "Noteren: vragen, feiten" in page


def test_halves_of_minutes_are_written_as_the_language_writes_them() -> None:
    for tongue, half in (("nl", "55,5"), ("en", "55.5")):
        locale.use(tongue)
        assert f"{half} / 57 / 58" in show(LIBRARY.methods["lean-coffee"].method, tongue)
        rows = {row.split()[0]: row for row in table(LIBRARY, tongue).splitlines()}
        assert half.replace("55", "38") in rows["praktijkreview"]


def told(name: str) -> str:
    """The page of a method, as one line."""
    return " ".join(show(LIBRARY.methods[name].method, "en").split())


def test_a_page_tells_from_where_the_minutes_are_and_whom_to_thank() -> None:
    assert "Minutes come from: 9 phases: 3 from a source, 2 adapted, 4 chosen" in told("incident")
    assert "Credit: Troika Consulting is a Liberating Structure, developed by" in told("troika")


def test_a_page_tells_a_repeated_block_once_with_how_often_it_is_played_and_by_whom() -> None:
    assert "Played 3 times, each time with another owner:" in told("troika")
    assert told("troika").count("* Clarify, 2 min") == 1
    assert "Played once for each person, each time with another owner:" in told("wise-crowds")
    assert "times with 6 people" in told("speed")


def test_a_page_tells_minutes_for_each_boards_with_dots_and_who_does_not_take_part() -> None:
    assert "for each peer (" in told("balint")
    assert "Board, columns: To discuss, Discussing, Discussed; 2 dots for each" in told("lean-coffee")
    assert "People: 3 to 8, best with 6, not with 5" in told("troika")
    assert "Case owner: none: it is about a theme of all" in told("thema")
    assert "Case owner: none of all: each small group has its own" in told("troika")


@pytest.mark.parametrize("name", ["our-own", "a", "method-2"])
def test_a_new_method_passes_its_check(tmp_path: Path, name: str) -> None:
    file = tmp_path / "new.py"
    file.write_text(skeleton(name), encoding="utf-8")
    library = load_file(file)
    assert (list(library.methods), library.problems) == ([name], ())


@pytest.mark.parametrize("name", ["", "No", "a b", '"', "../x", "-a", "a" * 61])
def test_a_new_method_needs_a_right_id(name: str) -> None:
    with pytest.raises(ValueError, match=r"Method\.id"):
        skeleton(name)


def test_a_file_name_with_an_escape_in_it_is_shown_without() -> None:
    library = Library({}, (Problem("/x/\x1b[2Jred\udcff.py", 3, "is no Python", "mend this line"),))
    assert "\x1b" not in table(library, "en")
    assert "?[2Jred?.py:3" in table(library, "en")
    json.dumps(as_json(library, "en"), ensure_ascii=False).encode()


def test_listing_methods_imports_nothing_heavy() -> None:
    code = (
        "import sys; from intervisie_tui import methods_text, registry;"
        "methods_text.table(registry.load(), 'nl');"
        "print(sorted({'textual', 'rich', 'aiohttp', 'jinja2', 'tinydb'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_page_tells_an_interview_of_two_from_pairs_that_are_drawn() -> None:
    assert "Understand, 15 min, at least 9 min, two talk, the others listen" in told("rolwissel")
    assert "Round in pairs, 7 min, at least 5 min, in small groups" in told("speed")
