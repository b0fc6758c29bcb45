"""Whoever follows docs/writing-a-method.md step by step has, after each of them, a method that is right and plays."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.cli import start as start_command
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.export.minutes import to_markdown
from intervisie_tui.export.record import record
from intervisie_tui.live import Live
from intervisie_tui.method import Circle, Method, planned_minutes
from intervisie_tui.registry import load_file
from intervisie_tui.rooms import Rooms
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, RoomApp, Scene, go

PAGE = (Path(__file__).parents[2] / "docs" / "writing-a-method.md").read_text(encoding="utf-8")
FILE = "three-looks.py"


@dataclass(frozen=True)
class Step:
    """A step of the page: what is typed, what is changed in the file, and the minutes that it then takes."""

    name: str
    typed: tuple[str, ...]
    changes: tuple[str, ...]
    minutes: float | None


def a_step(name: str, text: str) -> Step:
    typed = tuple(re.findall(r"^    intervisie (.*)$", text, re.MULTILINE))
    changes = tuple(re.findall(r"^```diff\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    minutes = re.search(r"With six people it takes ([\d.]+) minutes", text)
    return Step(name, typed, changes, float(minutes[1]) if minutes else None)


def part(heading: str) -> str:
    """What stands below a heading, up to the next."""
    return PAGE.split(f"{heading}\n", 1)[1].split("\n##", 1)[0]


STEPS = [a_step(name, part(f"### {name}")) for name in re.findall(r"^### (\d\. .*)$", PAGE, re.MULTILINE)]
BY_TIME = a_step("by time", part("### When it depends on the group"))


def changed(source: str, change: str) -> str:
    """The file after a change of the page, whose place must be there once."""
    lines = change.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
    after = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
    assert source.count(before) == 1, before
    return source.replace(before, after)


def follow(step: Step) -> None:
    """Do what a step says, in the folder of now: its first command makes the file, the others come after."""
    for words in step.typed[:1]:
        assert main(words.split()) == 0
    if step.changes:
        source = Path(FILE).read_text(encoding="utf-8")
        for change in step.changes:
            source = changed(source, change)
        Path(FILE).write_text(source, encoding="utf-8")
    for words in step.typed[1:]:
        assert main(words.split()) == 0


def loaded() -> Method:
    library = load_file(Path(FILE))
    assert library.problems == ()
    return library.methods["three-looks"].method


@pytest.fixture
def at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Method:
    """The method of somebody who has followed all steps."""
    monkeypatch.chdir(tmp_path)
    for step in STEPS:
        follow(step)
    return loaded()


def test_after_each_step_the_check_says_that_it_is_right_and_the_minutes_are_as_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert [step.name[:1] for step in STEPS] == ["1", "2", "3", "4", "5", "6"]
    for step in STEPS:
        assert step.typed or step.changes
        follow(step)
        capsys.readouterr()
        assert main(["methods", "check", FILE]) == 0
        assert capsys.readouterr().out == "Right: three-looks\n"
        assert planned_minutes(loaded(), 6) == (step.minutes or planned_minutes(loaded(), 6))
    assert sum(step.minutes is not None for step in STEPS) == 3


def test_at_the_end_stands_what_the_page_shows_as_the_whole(at_the_end: Method) -> None:
    (shown,) = re.findall(r"^```python\n(.*?)^```$", part("### The whole of it"), re.MULTILINE | re.DOTALL)
    assert Path(FILE).read_text(encoding="utf-8") == shown


def test_the_page_tells_the_ids_of_the_second_time_and_who_brings_that_question(at_the_end: Method) -> None:
    steps = at_the_end.unrolled(Circle(6, 90))
    assert [step.phase.id for step in steps if step.block == 2] == re.findall(
        r"`(\w+-2)`", part("### 6. Play it twice")
    )
    assert [step.phase.id for step in steps if step.new_owner] == ["story-2"]


def test_the_function_of_the_page_answers_for_the_time_there_is(at_the_end: Method) -> None:
    follow(BY_TIME)
    method = loaded()
    for people in method.size.all():
        assert [len(method.unrolled(Circle(people, minutes))) for minutes in (25, 50)] == [3, 6]


def test_the_page_rehearses_the_file(at_the_end: Method, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Session] = []

    def screen(_rooms: Rooms, live: Live, _theme: str | None, _warnings: tuple[str, ...]) -> int:
        opened.append(live.session)
        return 0

    monkeypatch.setattr(start_command, "screen", screen)
    monkeypatch.setattr(start_command, "need_terminal", lambda **_: None)
    (rehearsal,) = a_step("rehearse", part("## Rehearse")).typed
    assert main(rehearsal.split()) == 0
    assert opened[0].rehearsal
    assert [run.plan.id for run in opened[0].agenda] == [
        "story",
        "looks",
        "choice",
        "story-2",
        "looks-2",
        "choice-2",
    ]


@pytest.mark.long
async def test_it_plays_in_the_room_to_its_minutes(at_the_end: Method, tmp_path: Path) -> None:
    hands = Hands()
    live = await Scene(tmp_path, hands, method=at_the_end).live()
    app = RoomApp(live)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("space", "n")
        await pilot.press("c", "tab", *"tense", "enter", "escape")
        assert [(note.text, note.cell) for note in live.session.notes] == [("tense", "felt")]
        hands.seconds += 8 * 60
        await pilot.press("d")
        await pilot.pause()
        assert "2 minutes left: who has not" in text_on(app)
        await pilot.press("n")
        await go(live, c.AddAction("a", "call the parents", "m1"))
        await pilot.press("n")
        # Somebody else brings the second question: the room asks who.
        await pilot.press("enter")
        await pilot.pause()
        assert live.session.current is not None
        assert live.session.current.id == "story-2"
        assert live.session.owner != "m1"
        for _ in range(3):
            hands.seconds += 60
            await pilot.press("n")
        await pilot.press("left", "enter")
        await pilot.pause()
        assert live.session.clock is Clock.FINISHED
    minutes = to_markdown(record(live.session, hands()), "en")
    assert "What it does to me" in minutes
    assert "tense" in minutes
    assert "call the parents" in minutes
