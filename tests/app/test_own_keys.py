"""Every action that `intervisie keys` lists can be given a key in config.toml, and the key does it (field-case N7)."""

from pathlib import Path
from typing import Any

import pytest
from textual.dom import DOMNode

from intervisie_tui.actions import ACTIONS, DEFAULT_KEYS
from intervisie_tui.app import IntervisieApp
from intervisie_tui.domain import commands as c
from intervisie_tui.keymap import check_keys
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.room import RoomScreen
from tests.app.room_scene import Hands, Scene, go, to_phase

SIZE = (120, 34)
KEYS = {action.id: f"ctrl+f{number}" for number, action in enumerate(ACTIONS, 1) if action.id != "quit"}


class Watched(IntervisieApp):
    """Tells which actions were done."""

    CSS_PATH = "../../intervisie_tui/styles/base.tcss"
    only_room = True
    """As in a browser, where somebody may say who they are."""
    done: tuple[str, ...] = ()

    async def run_action(
        self, action: Any, default_namespace: DOMNode | None = None, namespaces: Any = None
    ) -> bool:
        done = await super().run_action(action, default_namespace, namespaces)
        if done and isinstance(action, str):
            self.done = (*self.done, action)
        return done


async def _app(folder: Path, monkeypatch: pytest.MonkeyPatch, keys: dict[str, str]) -> Watched:
    (folder / "config").mkdir(mode=0o700)
    lines = "".join(f"{name} = ['{key}']\n" for name, key in keys.items())
    (folder / "config" / "config.toml").write_text(f"[keys]\n{lines}")
    monkeypatch.setenv("INTERVISIE_CONFIG_DIR", str(folder / "config"))
    live = await Scene(folder, Hands()).live()
    await to_phase(live, "informatie")
    await go(live, c.AddNote("n1", "informatie", "one"), c.Park("p1", "later"), c.Park("p2", "still later"))
    return Watched(Rooms.at(folder / "data", Hands()), live)


def _back_to_the_room(app: Watched) -> RoomScreen:
    while not isinstance(app.screen, RoomScreen):
        app.pop_screen()
    return app.screen


@pytest.mark.long
async def test_each_action_is_done_by_the_key_that_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await _app(tmp_path, monkeypatch, KEYS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not app._notifications
        for action in ACTIONS:
            room = _back_to_the_room(app)
            room.keeper.close()
            room.set_focus(room.query_one("#parking-lot .entries") if action.in_lists else None)
            await pilot.pause()
            if room.session.veiled:
                await go(room.live, c.SetVeil(False))
            before = len(app.done)
            await pilot.press(KEYS.get(action.id, "ctrl+q"))
            await pilot.pause()
            assert action.action in {name.rpartition(".")[2] for name in app.done[before:]}, action.id


@pytest.mark.parametrize(
    "keys",
    [
        {"come": "f9"},
        {"come": "g"},
        {"leave": "G"},
        {"place-7": "f7", "place-1": "7"},
        {"doors": "ctrl+d", "dot": "f10"},
        {"order": "space", "start-pause": "o"},
        {"who-am-i": "f12", "look-back": "ctrl+l"},
    ],
)
def test_a_key_that_is_free_or_made_free_is_given(keys: dict[str, str]) -> None:
    keymap = check_keys({name: [key] for name, key in keys.items()}, DEFAULT_KEYS)
    assert keymap.problems == ()
    assert {name: keymap.keys[name] for name in keys} == {name: (key,) for name, key in keys.items()}


@pytest.mark.parametrize(
    "keys",
    [
        *({"come": "n"}, {"come": "ctrl+q"}, {"come": "f9", "leave": "f9"}, {"come": ""}),
        *({"come": "plus"}, {"come": "question_mark"}, {"come": "esc"}, {"come": "tab"}, {"doors": "pgdn"}),
    ],
)
def test_a_key_that_something_else_has_is_refused(keys: dict[str, str]) -> None:
    keymap = check_keys({name: [key] for name, key in keys.items()}, DEFAULT_KEYS)
    assert len(keymap.problems) == 1
