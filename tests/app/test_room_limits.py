"""What the room says of its limits while somebody types, and that nothing typed is lost (issue 12, rows 5 and 6)."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from intervisie_tui.domain.limits import LINE, RATES, TEXT
from intervisie_tui.domain.session import Seat
from intervisie_tui.keys.typed import PasteDropped
from intervisie_tui.screens.key_gate import KeyGate
from intervisie_tui.widgets.pane import Words
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, RoomApp, Scene, to_phase

SIZE = (120, 34)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def paste(pilot: Pilot[None], text: str) -> None:
    assert pilot.app.focused is not None
    pilot.app.focused.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("key", ["c", "p", "a"])
@pytest.mark.parametrize("over", [1, 5_000])
async def test_a_text_that_is_too_long_is_told_while_it_is_typed_and_stays(
    scene: Scene, key: str, over: int
) -> None:
    live = await scene.live()
    app = RoomApp(live)
    long = "x" * (TEXT.figure + over)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        await paste(pilot, long)
        assert f"Too long: {TEXT.figure + over} signs" in text_on(app)
        before = live.revision
        await pilot.press("enter")
        await pilot.pause()
        assert (app.room.line.value, live.revision) == (long, before)
        assert text_on(app).count("Too long") == 1
        app.room.line.field.value = long[: TEXT.figure]
        await pilot.pause()
        understood = app.room.line.query_one(".understood", Words)
        assert "Too long" not in str(understood.content)


async def test_a_paste_that_does_not_fit_in_the_line_is_told_and_the_line_keeps_what_it_had(
    scene: Scene,
) -> None:
    app = RoomApp(await scene.live())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", *"mine")
        await paste(pilot, "x" * (LINE.figure - 3))
        assert app.room.line.value == "mine"
        assert "The line is full" in text_on(app)
        await pilot.press("!")
        assert app.room.line.value == "mine!"


async def test_that_few_entries_still_fit_is_told_when_the_line_opens(scene: Scene) -> None:
    live = await scene.live()
    entries = len(live.session.notes) + len(live.session.parking) + len(live.session.actions)
    app = RoomApp(live)
    async with app.run_test(size=SIZE) as pilot:
        live.most_entries = entries + 2
        await pilot.press("p")
        await pilot.pause()
        assert "takes 2 more entries" in text_on(app)
        await pilot.press(*"one", "enter", *"two", "enter", *"three", "enter")
        await pilot.pause()
        assert [item.text for item in live.session.parking][-2:] == ["one", "two"]
        assert app.room.line.value == "three"
        assert text_on(app).count(f"is full ({entries + 2} entries)") == 1
        app.room.line.field.value = ""
        await pilot.press("enter")
        await pilot.pause()
        assert not app.room.line.is_open


@pytest.mark.long
async def test_lines_of_a_paste_that_came_too_fast_stand_in_the_line(scene: Scene) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    app = RoomApp(live)
    lines = [f"line-{number}" for number in range(RATES[Seat.TIMEKEEPER][0].changes + 3)]
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        await paste(pilot, "\n".join(lines))
        for _look in range(200):
            if app.room.line.value:
                break
            await pilot.pause(0.05)
        taken = [note.text for note in live.session.notes]
        assert [*taken, *app.room.line.value.split(" ")] == lines
        assert "faster than a session can take" in text_on(app)


class Gated(KeyGate):
    """An app that reads keys and pastes as the program does, with nothing on its screen."""


async def test_a_dropped_paste_is_told() -> None:
    app = Gated()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.post_message(PasteDropped())
        await pilot.pause()
        await pilot.pause()
        assert "more than 64 kB" in text_on(app)
