"""What docs/writing-a-method.md shows and says is true of the contract."""

import dataclasses
import re
from enum import Enum
from pathlib import Path

import pytest

from intervisie_tui import method as contract
from intervisie_tui.cli import main
from intervisie_tui.domain.frame import HARVESTS, LOOK_BACKS, Frame
from intervisie_tui.domain.plan import PlanWish, plan
from intervisie_tui.method import Board, Circle, Method
from intervisie_tui.methods_new import skeleton
from intervisie_tui.registry import load_file

PAGE = (Path(__file__).parents[2] / "docs" / "writing-a-method.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
WRONG = [block for block in BLOCKS if 'id="wrong"' in block]
RIGHT = [block for block in BLOCKS if "METHOD = " in block and block not in WRONG]
TABLES = ("Method", "Phase", "Minutes", "Size", "Cue", "Board", "Cell", "Repeat")
ENUMS = ("Capture", "Floor", "Form", "Level", "Origin", "Per", "Stance", "Together")
METHODS = {"the guide's": RIGHT[0], "the skeleton": skeleton("my-method")}


def loaded(folder: Path, source: str) -> Method:
    file = folder / "mine.py"
    file.write_text(source, encoding="utf-8")
    library = load_file(file)
    assert library.problems == ()
    (only,) = library.methods.values()
    return only.method


def section(name: str) -> str:
    return PAGE.split(f"\n### {name}\n", 1)[1].split("\n#", 1)[0]


def rows(name: str) -> dict[str, str]:
    """Field to default, as the page's table tells it."""
    return dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", section(name), re.MULTILINE))


def told(default: object) -> str:
    if default is dataclasses.MISSING:
        return "needed"
    return f"`{default}`" if isinstance(default, Enum) else f"`{default!r}`"


def test_the_page_has_one_whole_method_and_one_that_is_wrong() -> None:
    assert len(BLOCKS) == 2
    assert (len(RIGHT), len(WRONG)) == (1, 1)


@pytest.mark.parametrize("people", range(3, 9))
@pytest.mark.parametrize("frame", Frame)
@pytest.mark.parametrize("source", METHODS.values(), ids=METHODS)
def test_a_method_of_the_page_loads_and_is_planned(
    tmp_path: Path, source: str, people: int, frame: Frame
) -> None:
    method = loaded(tmp_path, source)
    planned = plan(PlanWish(people, method, frame=frame))
    own = [phase for phase in planned.phases if phase.method == method.id]
    assert len(own) == len(method.unrolled(Circle(people, 90)))
    assert all(phase.seconds >= phase.least > 0 for phase in own)
    assert planned.warnings == () or frame is Frame.NONE


def test_the_check_says_of_the_wrong_one_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wrong.py").write_text(WRONG[0], encoding="utf-8")
    assert main(["methods", "check", "wrong.py"]) == 1
    shown = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert [capsys.readouterr().out.replace(f"{tmp_path}/", "")] == shown


@pytest.mark.parametrize("name", TABLES)
def test_every_field_stands_in_its_table_with_its_default(name: str) -> None:
    part = getattr(contract, name)
    fields = {field.name: told(field.default) for field in dataclasses.fields(part) if field.init}
    if part is Board:
        # Its cells come first and have no name.
        fields = {"form": told(contract.Form.GRID), "dots": "`0`", "arrows": "`False`"}
    if name == "Minutes":
        fields["least"] = "the smaller of the minutes and the larger of 2 and 60 %"
    assert rows(name) == fields


@pytest.mark.parametrize("name", ENUMS)
def test_every_word_of_the_contract_stands_on_the_page(name: str) -> None:
    words = {word.name for word in getattr(contract, name)}
    assert words <= set(re.findall(r"`(?:\w+\.)?([A-Z_]+)`", PAGE))
    assert set(re.findall(rf"\b{name}\.([A-Z_]+)", PAGE)) <= words


def test_the_ids_that_take_the_place_of_the_frames_are_all_named() -> None:
    assert set(re.findall(r"`([a-z-]+)`", section("In a frame"))) == HARVESTS | LOOK_BACKS
