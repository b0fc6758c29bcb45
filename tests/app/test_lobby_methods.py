"""The lobby looks for methods again each time it is opened: a method of one's own is written beside the program."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from intervisie_tui import locale
from intervisie_tui.methods_new import skeleton
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.archive import ArchiveScreen
from intervisie_tui.screens.lobby import LobbyScreen
from tests.app.helpers_screens import app_of, text_on, until

BROKEN = skeleton("ours").replace("Minutes(10, least=5)", "Minutes(10, least=15)")
OTHER = skeleton("ours").replace("Advice round", "Gifts")


@pytest.fixture
def folder() -> Path:
    made = Path(os.environ["INTERVISIE_CONFIG_DIR"]) / "methods"
    made.mkdir(mode=0o700, parents=True)
    return made


def allow(folder: Path, rights: int) -> None:
    """Let others write in the folder, or not."""
    folder.chmod(rights)


async def back_in_the_lobby(pilot: Pilot[None]) -> None:
    """Leave the lobby for the archive, and come back."""
    await pilot.press("o")
    await until(pilot, ArchiveScreen)
    await pilot.press("escape")
    await until(pilot, LobbyScreen)


async def told(pilot: Pilot[None], holds: Callable[[str], bool]) -> str:
    """What the screen shows, once it holds this; as one line, for it is wrapped."""
    text = ""
    for _ in range(200):
        await pilot.pause(0.02)
        text = " ".join(text_on(pilot.app).replace("│", " ").split())
        if holds(text):
            return text
    raise AssertionError(text)


async def judged(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until the methods have been judged, beside the loop, so that this holds."""
    for _ in range(500):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError("it does not come to hold")


def _known_as(rooms: Rooms, name: str | None) -> bool:
    return advice_round(rooms) == name


def advice_round(rooms: Rooms) -> str | None:
    """What the second phase of our own method is called, where there is such a method."""
    loaded = rooms.library.methods.get("ours")
    if loaded is None or not isinstance(loaded.method.phases, tuple):
        return None
    names = [phase.name.en for phase in loaded.method.phases if hasattr(phase, "name")]
    return names[1]


async def test_in_a_small_window_problems_leave_the_welcome_whole(folder: Path) -> None:
    for name in ("one", "two", "three"):
        (folder / f"{name}.py").write_text("METHOD = 3\n", encoding="utf-8")
    app = app_of(Rooms.at())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, LobbyScreen)
        shown = await told(pilot, lambda text: "Needs attention" in text)
        assert "intervisie demo" in shown
        assert "and 2 more" in shown


@pytest.mark.long
async def test_a_method_that_is_written_changed_broken_and_mended_meanwhile_is_known_on_return(
    folder: Path,
) -> None:
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, LobbyScreen)
        assert advice_round(rooms) is None
        for source, name in (
            (skeleton("ours"), "Advice round"),
            (OTHER, "Gifts"),
            (BROKEN, None),
            (OTHER, "Gifts"),
        ):
            (folder / "ours.py").write_text(source, encoding="utf-8")
            await back_in_the_lobby(pilot)
            await judged(pilot, partial(_known_as, rooms, name))
            if name is None:
                assert "ours.py:22: Minutes.least is 15 of 10: give at most" in await told(
                    pilot, lambda text: "ours.py" in text
                )
            else:
                await told(pilot, lambda text: "ours.py" not in text)
        (folder / "ours.py").unlink()
        await back_in_the_lobby(pilot)
        await judged(pilot, lambda: advice_round(rooms) is None)


async def test_a_folder_that_others_may_write_to_is_refused_with_the_reason(folder: Path) -> None:
    (folder / "ours.py").write_text(skeleton("ours"), encoding="utf-8")
    allow(folder, 0o770)
    rooms = Rooms.at()
    app = app_of(rooms)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, LobbyScreen)
        said = await told(pilot, lambda text: "written by others" in text)
        assert "chmod 700" in said
        assert "ours" not in rooms.library.methods
        allow(folder, 0o700)
        await back_in_the_lobby(pilot)
        await told(pilot, lambda text: "written by others" not in text)
        await judged(pilot, lambda: "ours" in rooms.library.methods)


def test_only_what_has_changed_is_run_again(folder: Path) -> None:
    runs = folder.parent / "runs"
    count = f"with open({str(runs)!r}, 'a') as file: file.write(__name__[-1])\n"
    for name in ("a", "b"):
        (folder / f"{name}.py").write_text(count + skeleton(f"ours-{name}"), encoding="utf-8")
    rooms = Rooms.at()
    assert {"ours-a", "ours-b"} <= rooms.methods.load().methods.keys()
    (folder / "b.py").write_text(count + "# another\n" + skeleton("ours-b"), encoding="utf-8")
    assert {"ours-a", "ours-b"} <= rooms.methods.load().methods.keys()
    assert runs.read_text(encoding="utf-8") == "abb"


def test_problems_are_told_in_the_language_of_the_moment(folder: Path) -> None:
    (folder / "ours.py").write_text("x = 1\n", encoding="utf-8")
    rooms = Rooms.at()
    rooms.methods.load()
    assert "defines no METHOD" in rooms.problems[0]
    locale.use("nl")
    rooms.methods.load()
    assert "defines no METHOD" not in rooms.problems[0]


@pytest.mark.parametrize(("size", "first"), [((80, 24), 1), ((120, 34), 2)])
async def test_of_many_problems_the_first_are_told_and_how_many_more_there_are(
    folder: Path, size: tuple[int, int], first: int
) -> None:
    for nth in range(8):
        # Each problem takes several lines.
        (folder / f"the-{'very-' * 8}bad{nth}.py").write_text("x = 1\n", encoding="utf-8")
    app = app_of(Rooms.at())
    async with app.run_test(size=size) as pilot:
        await until(pilot, LobbyScreen)
        said = await told(pilot, lambda text: "intervisie doctor" in text)
        assert f"and {8 - first} more: intervisie doctor" in said
        assert f"bad{first - 1}.py:1: defines no METHOD: add METHOD = Method(...)" in said
        assert f"bad{first}.py" not in said
