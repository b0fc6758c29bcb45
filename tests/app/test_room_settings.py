"""What the user set in config.toml holds in the room."""

from pathlib import Path

import pytest

from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Clock
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.room import RoomScreen
from intervisie_tui.widgets.footer import RoomFooter
from intervisie_tui.widgets.pane import Words
from tests.app.room_scene import Hands, Scene, go

SIZE = (120, 34)


async def _app(folder: Path, monkeypatch: pytest.MonkeyPatch, config: str, clock: Hands) -> IntervisieApp:
    (folder / "config").mkdir(mode=0o700)
    (folder / "config" / "config.toml").write_text(config, encoding="utf-8")
    monkeypatch.setenv("INTERVISIE_CONFIG_DIR", str(folder / "config"))
    live = await Scene(folder, clock).live()
    return IntervisieApp(Rooms.at(folder / "data", clock), live)


def _room(app: IntervisieApp) -> RoomScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, RoomScreen))


async def test_own_keys_replace_the_default_ones_and_stand_in_the_footer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = '[keys]\nnext-phase = ["w", "."]\nveil = ["v"]\n'
    app = await _app(tmp_path, monkeypatch, config, Hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("n")
        assert _room(app).session.position == 0
        await pilot.press("w")
        assert _room(app).session.position == 1
        await pilot.press(".")
        assert _room(app).session.position == 2
        assert "w next" in _room(app).query_one(RoomFooter).words


async def test_a_key_that_cannot_be_is_told_and_quitting_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await _app(tmp_path, monkeypatch, '[keys]\nundo = ["ctrl+q"]\nquit = ["Q"]\n', Hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        told = [notice.message for notice in app._notifications]
        assert any("ctrl+q" in words for words in told)
        await pilot.press("ctrl+q", "ctrl+q")
        assert not app.is_running or app._exit


async def test_the_thresholds_and_the_sound_are_as_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Hands()
    app = await _app(tmp_path, monkeypatch, "thresholds = [60, 40]\nsound = true\n", clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert _room(app).sounds
        await go(_room(app).live, c.StartClock())
        clock.seconds += 130
        _room(app).tick()
        assert "Only 3 minutes left" in _room(app).query_one("#clock .state", Words).words
        clock.seconds += 60
        _room(app).tick()
        assert "Round it off" in _room(app).query_one("#clock .state", Words).words


async def test_a_veiled_room_opens_no_palette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = await _app(tmp_path, monkeypatch, "", Hands())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("v", "ctrl+p", "up", "space")
        assert app.screen is _room(app)
        assert _room(app).session.clock is Clock.RUNNING
        await pilot.press("v", "ctrl+p")
        assert app.screen is not _room(app)
