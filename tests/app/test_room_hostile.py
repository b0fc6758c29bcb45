"""Whatever is typed in the room by keys is kept as typed, shown as text, and steers nothing."""

import unicodedata
from itertools import cycle
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from intervisie_tui.domain import commands as c
from tests.app.helpers_screens import text_on
from tests.app.room_scene import Hands, RoomApp, Scene, go, to_phase

TEXTS = {
    "markup": "[/b][bold red]x[/]",
    "link": "[@click=app.quit]x[/]",
    "right to left": "שלום עולם",
    "override": "a\u202eb",
    "emoji": "👩\u200d👩\u200d👧🇳🇱",
    "joiner": "می\u200cخواهم",
    "keys": "nNfrtk+- q",
    "colons": "Anna: : @ @",
}
SIZES = [(80, 24), (200, 50)]


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path, Hands())


async def _typed(pilot: Pilot[None], opener: str, text: str) -> None:
    """Open a line and type; a sign for which the pilot knows no key comes as a terminal sends it."""
    await pilot.press(opener)
    for sign in text:
        if sign.isascii():
            await pilot.press(sign)
            continue
        assert pilot.app.focused is not None
        name = unicodedata.name(sign).lower().replace("-", "_").replace(" ", "_")
        pilot.app.focused.post_message(events.Key(name, sign))
        await pilot.pause()
    await pilot.press("enter")


@pytest.mark.long
@pytest.mark.parametrize(("text", "size"), list(zip(TEXTS.values(), cycle(SIZES), strict=False)), ids=TEXTS)
async def test_hostile_text_in_every_entry(scene: Scene, text: str, size: tuple[int, int]) -> None:
    live = await scene.live()
    await to_phase(live, "informatie")
    app = RoomApp(live)
    async with app.run_test(size=size) as pilot:
        await _typed(pilot, "c", text)
        await pilot.press("escape")
        await _typed(pilot, "p", text)
        await pilot.press("escape")
        await _typed(pilot, "a", f"Bram: {text} @ tomorrow")
        await pilot.press("escape")
        session = app.room.session
        assert [note.text for note in session.notes] == [text]
        assert [item.text for item in session.parking] == [text]
        assert [action.owner for action in session.actions] == ["m2"]
        before = session.current, session.position, session.clock, session.interval
        for key in ("t", "k"):
            await _typed(pilot, key, text)
            await pilot.pause()
            assert app.room.line.is_open
            assert "Give a number of minutes." in app.shown("#hint")
            await pilot.press("escape")
        session = app.room.session
        assert (session.current, session.position, session.clock, session.interval) == before
        assert app.is_running


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "200x50"])
@pytest.mark.parametrize("minutes", ["-1", "0", "nan", "inf", "1e9", "99999999999999999999"])
async def test_minutes_that_cannot_be_are_refused_in_words(
    scene: Scene, minutes: str, size: tuple[int, int]
) -> None:
    live = await scene.live()
    await go(live, c.StartClock())
    app = RoomApp(live)
    async with app.run_test(size=size) as pilot:
        for key in ("t", "k"):
            before = app.room.session
            await pilot.press(key, *minutes, "enter")
            await pilot.pause()
            if key == "k" or minutes != "0":
                assert app.room.session == before
                assert app.shown("#hint")
            await pilot.press("escape")


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "200x50"])
async def test_a_very_long_line_is_kept_whole(scene: Scene, size: tuple[int, int]) -> None:
    live = await scene.live()
    await go(live, c.AddNote("n1", live.session.agenda[0].id, "x" * 5000), c.Park("p1", "y " * 2499 + "y"))
    app = RoomApp(live)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "…" in text_on(app)
        assert len(app.room.session.notes[0].text) == 5000
