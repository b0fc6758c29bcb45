import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_tui import locale
from intervisie_tui.method import Circle
from intervisie_tui.methods_text import as_json, show, skeleton, table
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


@pytest.mark.parametrize(
    ("minutes", "word"), [(90, "fits"), (58, "fits"), (40, "fits when shortened"), (20, "too long")]
)
def test_the_table_tells_how_a_method_fits_in_the_minutes(minutes: float, word: str) -> None:
    line = next(line for line in table(LIBRARY, "en", minutes).splitlines() if line.startswith("incident"))
    assert line.endswith(f"  {word}")


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
    assert "2. Vragen noteren, 3 min, in stilte (minuten zelf gekozen)" in page
    assert "Inbrenger (luistert): Wacht." in page
    assert "Noteren: vragen, feiten" in page


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
