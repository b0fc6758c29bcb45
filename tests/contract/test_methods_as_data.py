"""A method that a child process has judged is the method that its file holds, as data."""

import json
import os
from pathlib import Path

import pytest

from intervisie_tui.domain.plan import PlanWish, circle_for, plan
from intervisie_tui.method import Circle, Method
from intervisie_tui.methods_new import skeleton
from intervisie_tui.methods_page import show
from intervisie_tui.registry import Door, Loaded, load_file
from intervisie_tui.registry.judging import reply
from intervisie_tui.registry.library import Reading, Source
from intervisie_tui.registry.wire import decoded, encoded
from tests.contract.library import METHODS

pytestmark = pytest.mark.processes

PLACE = Path("own.py")


def through_json(method: Method) -> Method:
    reading = Reading((Loaded(method, PLACE, Door.USER, 0.5),), ())
    (loaded,) = decoded(Source(PLACE), json.loads(json.dumps(encoded(reading)))).loaded
    assert (loaded.file, loaded.door, loaded.seconds) == (PLACE, Door.USER, 0.5)
    return loaded.method


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_each_bundled_method_comes_through_whole(method: Method) -> None:
    again = through_json(method)
    for people in method.size.all():
        assert again.unrolled(Circle(people, 90)) == method.unrolled(Circle(people, 90))
        assert plan(PlanWish(people, again, 90)) == plan(PlanWish(people, method, 90))
    assert show(again, "nl") == show(method, "nl")
    assert through_json(again) == again


@pytest.mark.parametrize("people", [2, 3, 6, 8, 11])
@pytest.mark.parametrize("minutes", [31, 64.5, 77, 150])
def test_a_function_is_asked_for_exactly_the_circle_that_is_planned(
    tmp_path: Path, people: int, minutes: float
) -> None:
    source = skeleton("by-time")
    before, after = source.split("    phases=(", 1)
    body, _end = after.rsplit("),\n)", 1)
    function = "def phases(circle):\n    return PHASES[: 1 + (circle.people + int(circle.minutes)) % 3]\n"
    head, method = before.split("METHOD = ", 1)
    text = f"{head}PHASES = ({body})\n\n\n{function}\n\nMETHOD = {method}    phases=phases,\n)\n"
    (tmp_path / "by_time.py").write_text(text, encoding="utf-8")
    library = load_file(tmp_path / "by_time.py")
    assert library.problems == ()
    loaded = library.methods["by-time"]
    wish = PlanWish(people, loaded.method, minutes)
    replies = reply([(loaded, circle_for(wish))])
    asked = replies.methods.get("by-time", loaded.method)
    assert replies.problems == ()
    assert asked.answers_for(circle_for(wish))
    phases = asked.unrolled(circle_for(wish))
    assert len(phases) == 1 + (people + int(circle_for(wish).minutes)) % 3
    # It is known now: no process is asked again.
    assert reply([(Loaded(asked, loaded.file, loaded.door, 0.0), circle_for(wish))]).methods == {}


def test_what_a_file_does_is_done_in_another_process(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    note = "import os\nopen(__file__ + '.ran', 'w').write(f'{os.getpid()} {os.getppid()}')\n"
    file.write_text(note + skeleton("mine"), encoding="utf-8")
    assert "mine" in load_file(file).methods
    own, parent = (tmp_path / "mine.py.ran").read_text(encoding="utf-8").split()
    assert str(os.getpid()) not in (own, parent)


def test_what_a_file_has_started_is_ended_with_its_judging(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    # Its child sleeps so that it would outlive the judging, which is to end it; nothing here waits for that.
    started = (
        "import subprocess, sys\nchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "open(__file__ + '.ran', 'w').write(str(child.pid))\n"
    )
    file.write_text(started + skeleton("mine"), encoding="utf-8")
    assert "mine" in load_file(file).methods
    pid = int((tmp_path / "mine.py.ran").read_text(encoding="utf-8"))
    state = Path(f"/proc/{pid}/stat")
    assert not state.exists() or state.read_text(encoding="utf-8").split()[2] == "Z"
